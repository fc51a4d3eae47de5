import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Hint } from './hint.tsx';

interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does: read out, and shown when pointed at. */
  readonly label: string;
}

/** A button with a picture alone. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <Hint text={label}>
      <button
        type="button"
        aria-label={label}
        className={classNames(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink disabled:opacity-50 [&_svg]:size-4',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Hint>
  );
}
