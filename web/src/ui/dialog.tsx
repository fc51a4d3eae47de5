import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { classNames } from './class-names.ts';
import { useUiWords } from './ui-words.ts';

interface DialogProps {
  readonly open: boolean;
  onClose(): void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons; they stay in view while the content scrolls. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'wide';
  /** A press beside it does not close it: what was typed into it or is shown once would be lost. */
  readonly keepsOpen?: boolean;
}

const WIDTHS = { narrow: 'sm:max-w-md', wide: 'sm:max-w-3xl' } as const;

/** Where typing begins, when something is to be typed; else Radix focuses the first button. */
function focusFirstField(event: Event): void {
  if (!(event.target instanceof Element)) return;
  const fields = event.target.querySelectorAll<HTMLElement>(
    ':is(input:not([type="checkbox"]), select, textarea)',
  );
  const field = [...fields].find((one) => one.checkVisibility());
  if (field === undefined) return;
  event.preventDefault();
  field.focus();
}

/** Whether something stands in a field: a pasted list is not to be lost by a press beside the dialog. */
function wasTypedInto(dialog: Element | null): boolean {
  const fields = dialog?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    ':is(input:not([type="checkbox"], [type="radio"], [type="file"]), textarea)',
  );
  return [...(fields ?? [])].some(({ value }) => value !== '');
}

/**
 * Asks for something before all else; a sheet from below on phones. The focus stays inside and returns afterwards.
 * The backdrop is our own: Radix's writes a style element, which our content security policy refuses.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  width = 'narrow',
  keepsOpen = false,
}: DialogProps) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={open} onOpenChange={(wanted) => (wanted ? undefined : onClose())}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 bg-black/40" aria-hidden="true" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={focusFirstField}
          ref={content}
          onInteractOutside={(event) => {
            if (keepsOpen || wasTypedInto(content.current)) event.preventDefault();
          }}
          className={classNames(
            'fixed z-40 flex max-h-[90dvh] w-full flex-col bg-surface shadow-float',
            'inset-x-0 bottom-0 rounded-t-xl sm:inset-auto sm:top-1/2 sm:left-1/2 sm:-translate-1/2 sm:rounded-xl',
            WIDTHS[width],
          )}
        >
          <Heading title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">{children}</div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A panel from the side; the whole screen on phones. */
export function Drawer({
  open,
  onClose,
  title,
  children,
  side = 'right',
}: {
  readonly open: boolean;
  onClose(): void;
  readonly title: string;
  readonly children: ReactNode;
  readonly side?: 'left' | 'right';
}) {
  return (
    <Radix.Root open={open} onOpenChange={(wanted) => (wanted ? undefined : onClose())}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 bg-black/40" aria-hidden="true" />
        <Radix.Content
          aria-describedby={undefined}
          className={classNames(
            'fixed inset-y-0 z-40 flex w-[min(22rem,88vw)] flex-col bg-surface shadow-float',
            side === 'right' ? 'right-0' : 'left-0',
          )}
        >
          <Heading title={title} description={undefined} />
          <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Heading({ title, description }: { readonly title: string; readonly description: ReactNode }) {
  const t = useUiWords();
  return (
    <div className="flex items-start gap-3 px-5 pt-4 pb-3">
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        {description === undefined ? null : (
          <Radix.Description asChild>
            <div className="mt-1 text-sm text-soft">{description}</div>
          </Radix.Description>
        )}
      </div>
      <Radix.Close
        aria-label={t('close')}
        className="-mr-1 inline-flex size-8 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
      >
        <X className="size-4" aria-hidden="true" />
      </Radix.Close>
    </div>
  );
}
