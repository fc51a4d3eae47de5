import { useId } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';

/** A box to tick with its words beside it, which can be pressed as well. */
export function TickLine({
  label,
  checked,
  disabled = false,
  onCheck,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  onCheck(checked: boolean): void;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-7 items-center gap-2 text-sm">
      <Checkbox id={id} label={label} checked={checked} disabled={disabled} onCheck={onCheck} />
      <span aria-hidden="true">{label}</span>
    </label>
  );
}
