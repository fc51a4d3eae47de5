import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { fieldMessage } from '../../api/problem.ts';
import { useLanguage } from '../../language/language.ts';
import { controlClass, Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useConnectionWords } from './connection-words.ts';
import { type CredentialField, inLanguage } from './shop-form.ts';

/** The fields that a marketplace asks for, each with the way to its value. */
export function CredentialFields({
  fields,
  values,
  kept,
  error,
  onChange,
}: {
  readonly fields: readonly CredentialField[];
  readonly values: Readonly<Record<string, string>>;
  /** Names of the values that are stored already; leaving them empty keeps them. */
  readonly kept: readonly string[];
  readonly error: unknown;
  onChange(values: Readonly<Record<string, string>>): void;
}) {
  return (
    <>
      {fields.map((field) => (
        <CredentialInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isKept={kept.includes(field.name)}
          fault={fieldMessage(error, `credentials.${field.name}`)}
          onType={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </>
  );
}

function CredentialInput({
  field,
  value,
  isKept,
  fault,
  onType,
}: {
  readonly field: CredentialField;
  readonly value: string;
  readonly isKept: boolean;
  readonly fault: string | undefined;
  onType(value: string): void;
}) {
  const t = useConnectionWords();
  const language = useLanguage();
  const [isShown, setShown] = useState(false);
  const name = inLanguage(field.label, language);
  const label = field.required ? name : t(field.one_of === null ? 'optional' : 'oneOf', { name });
  return (
    <Field label={label} hint={inLanguage(field.where, language)} error={fault}>
      {(bound) => (
        <div className="flex items-center gap-1">
          <input
            {...bound}
            type={field.secret && !isShown ? 'password' : 'text'}
            value={value}
            onChange={(event) => onType(event.target.value)}
            required={field.required && !isKept}
            placeholder={isKept ? t('keptValue') : ''}
            // Keys are not a person's password: a browser is not to offer one here.
            autoComplete={field.secret ? 'new-password' : 'off'}
            spellCheck={false}
            autoCapitalize="none"
            className={`${controlClass} h-9 w-full min-w-0`}
          />
          {field.secret ? (
            <IconButton
              label={t(isShown ? 'hideValue' : 'showValue', { name })}
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </IconButton>
          ) : null}
        </div>
      )}
    </Field>
  );
}
