import { useState } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './field.tsx';

/**
 * A whole number that is changed where it stands: saved by Enter or on leaving, given up by Escape. What could not be saved
 * is shown as it was.
 */
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
  onSave(value: number): Promise<unknown>;
}) {
  /** As typed; null where nobody is typing. */
  const [typed, setTyped] = useState<string | null>(null);
  /** What is being saved. */
  const [saving, setSaving] = useState<number | null>(null);
  const text = typed ?? String(saving ?? value);
  const number = Number(text);
  const isFit = text.trim() !== '' && Number.isInteger(number) && number >= min && number <= max;
  const save = () => {
    setTyped(null);
    if (!isFit || number === (saving ?? value)) return;
    setSaving(number);
    const over = () => setSaving((last) => (last === number ? null : last));
    onSave(number).then(over, over);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={isFit ? undefined : true}
      value={text}
      disabled={disabled}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setTyped(null);
      }}
      className={classNames(controlClass, 'numeric h-7 w-16 px-1.5 text-right text-sm')}
    />
  );
}
