import { z } from 'zod';
import type { CredentialField, Descriptor } from '../../marketplaces/kit/descriptor.ts';
import { fieldErrors, ownIssue } from '../problems/field-errors.ts';
import { invalidRequest } from '../problems/validate.ts';

/** The values a marketplace's connection needs, as a strict form of its descriptor's fields. */
export function credentialForm(marketplace: Descriptor) {
  return z
    .strictObject(Object.fromEntries(marketplace.credentials.map((field) => [field.name, fieldForm(field)])))
    .transform(withoutBlanks);
}

function fieldForm(field: CredentialField) {
  const value = z
    .string()
    .transform((text, ctx): string => {
      // A form that was left blank is not a wrong value where the value is optional.
      if (!field.required && text.trim() === '') return '';
      const checked = field.schema.safeParse(text);
      if (checked.success) return checked.data;
      ctx.addIssue(
        ownIssue({
          code: 'bad_format',
          sentence: {
            ko: `${field.label.ko}의 형식이 맞지 않습니다. ${field.where.ko}`,
            en: `${field.label.en} does not have the right form. ${field.where.en}`,
          },
        }),
      );
      return z.NEVER;
    })
    .meta({
      title: field.label.ko,
      description: `${field.where.ko} / ${field.where.en}`,
      ...(field.secret ? { format: 'password', writeOnly: true } : {}),
    });
  return field.required ? value : value.optional();
}

function withoutBlanks(form: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    if (value !== undefined && value !== '') given[name] = value;
  }
  return given;
}

/** Checks changed credentials together with those kept; throws a 422 naming each field at fault. */
export function checkCredentials(
  marketplace: Descriptor,
  form: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const checked = credentialForm(marketplace).safeParse(form, { reportInput: true });
  if (checked.success) return checked.data;
  throw invalidRequest(fieldErrors(checked.error.issues, 'credentials'));
}
