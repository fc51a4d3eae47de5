import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  /** Read out; say `<Field>` around it where the label is to be seen. */
  readonly label?: string;
  readonly choices: readonly Choice[];
  onChoose(value: string): void;
}

/** One of several, by the system's own list: phones and screen readers know it. */
export function Select({ label, choices, onChoose, className, ...rest }: SelectProps) {
  return (
    <select
      aria-label={label}
      onChange={(event) => onChoose(event.target.value)}
      className={classNames(
        'h-8 max-w-full rounded-md border border-edge bg-surface pr-1 pl-2 text-sm text-ink max-sm:text-[16px] disabled:opacity-60',
        className,
      )}
      {...rest}
    >
      {choices.map(({ value, label: name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
