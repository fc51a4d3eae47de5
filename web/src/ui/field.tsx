import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

/** What controls that are typed into or chosen from look like. Phones enlarge pages over smaller letters than 16 px. */
export const controlClass =
  'rounded-md border border-edge bg-surface px-2.5 text-ink text-base max-sm:text-[16px] disabled:opacity-60 aria-invalid:border-danger';

interface FieldProps {
  readonly label: string;
  /** What to enter, or where to find it. */
  readonly hint?: ReactNode;
  /** What is wrong with it: the API's sentence. */
  readonly error?: string | undefined;
}

interface Bound {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A control with its label, its hint and what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: (bound: Bound) => ReactNode }) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="text-sm text-faint">
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div id={`${id}-error`} className="text-sm text-danger">
          {error}
        </div>
      )}
    </div>
  );
}

/** A labelled line of text. */
export function TextField({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => (
        <input {...bound} {...rest} className={classNames(controlClass, 'h-9 w-full', className)} />
      )}
    </Field>
  );
}

/** A labelled text of several lines. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...rest
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => (
        <textarea
          {...bound}
          {...rest}
          className={classNames(controlClass, 'min-h-24 w-full py-2', className)}
        />
      )}
    </Field>
  );
}
