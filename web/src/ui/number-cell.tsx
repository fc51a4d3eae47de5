import { useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './field.tsx';

/** A whole number that is changed where it stands: saved by Enter or on leaving, given up by Escape. */
export function NumberCell({
  label,
  value,
  min = 0,
  max = 1_000_000,
  disabled = false,
  onSave,
}: {
  /** Read out: of what it is the number. */
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  onSave(value: number): void;
}) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const number = Number(text);
  const isFit = text.trim() !== '' && Number.isInteger(number) && number >= min && number <= max;
  const save = () => {
    if (!isFit) setText(String(value));
    else if (number !== value) onSave(number);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={isFit ? undefined : true}
      value={text}
      disabled={disabled}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        // Leaving saves; saving here too would send it twice.
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(String(value));
      }}
      className={classNames(controlClass, 'numeric h-7 w-16 px-1.5 text-right text-sm')}
    />
  );
}
