import { type ComponentProps, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange'> {
  readonly label: string;
  /** Some of what it stands for is chosen. */
  readonly partly?: boolean;
  onCheck(checked: boolean): void;
}

/** A box to tick; its label is read out and not shown. */
export function Checkbox({ label, partly = false, onCheck, className, ...rest }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={label}
      onChange={(event) => onCheck(event.target.checked)}
      className={classNames('size-4 accent-(--accent)', className)}
      {...rest}
    />
  );
}
