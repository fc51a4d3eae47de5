import { type ReactNode, useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { usePriceWords } from './price-words.ts';

/** A form of many fields that is saved as a whole; what went wrong stands beside the button that was pressed. */
export function FormDialog({
  title,
  hint,
  error,
  isBusy,
  onSave,
  onClose,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly error: unknown;
  readonly isBusy: boolean;
  onSave(): void;
  onClose(): void;
  readonly children: ReactNode;
}) {
  const t = usePriceWords();
  const ui = useUiWords();
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={title}
      description={hint}
      footer={
        <>
          {error === null ? null : (
            <div className="w-full">
              <TroubleNote error={error} />
            </div>
          )}
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={isBusy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

/** Two fields beside each other where there is room. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-2">{children}</div>;
}
