import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

const LOOKS = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover border-transparent',
  plain: 'bg-surface text-ink border-brim hover:bg-hover',
  quiet: 'bg-transparent text-soft border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-soft',
} as const;

const SIZES = {
  small: 'h-7 px-2 text-sm gap-1 rounded',
  normal: 'h-8 px-3 text-sm gap-1.5 rounded-md',
  large: 'h-10 px-4 text-base gap-2 rounded-md',
} as const;

export type ButtonLook = keyof typeof LOOKS;

/** How something that is pressed looks; links take it as well. */
export function buttonClass(look: ButtonLook = 'plain', size: keyof typeof SIZES = 'normal'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center border font-medium whitespace-nowrap select-none transition-colors',
    'disabled:opacity-50 disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
    LOOKS[look],
    SIZES[size],
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly size?: keyof typeof SIZES;
  /** Shows that it is being done; it cannot be pressed again meanwhile. */
  readonly busy?: boolean;
}

export function Button({ look, size, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(buttonClass(look, size), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  );
}
