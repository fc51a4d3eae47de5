import { z } from 'zod';
import type { CredentialField } from '../../marketplaces/kit/credential-field.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { fieldErrors, ownIssue } from '../problems/field-errors.ts';
import type { Language } from '../problems/language.ts';
import { invalidRequest } from '../problems/validate.ts';

/** The values a connection needs, as a strict form of its fields. */
export function credentialForm(fields: readonly CredentialField[]) {
  return z
    .strictObject(Object.fromEntries(fields.map((field) => [field.name, fieldForm(field)])))
    .transform(withoutBlanks)
    .superRefine((given, ctx) => {
      for (const group of groupsWithout(fields, given)) {
        const [first] = group;
        if (first !== undefined) ctx.addIssue(ownIssue(oneNeeded(group), [first.name]));
      }
    });
}

/** The groups of fields of which one is needed and none was given. */
function groupsWithout(
  fields: readonly CredentialField[],
  given: Readonly<Record<string, string>>,
): readonly (readonly CredentialField[])[] {
  const groups = Map.groupBy(
    fields.filter(({ oneOf }) => oneOf !== undefined),
    ({ oneOf }) => oneOf,
  );
  return [...groups.values()].filter((group) => group.every(({ name }) => given[name] === undefined));
}

function oneNeeded(group: readonly CredentialField[]) {
  const names = (language: Language) => group.map(({ label }) => inLanguage(label, language)).join(', ');
  return {
    code: 'missing',
    sentence: {
      ko: `다음 중 하나 이상을 입력하세요: ${names('ko')}`,
      en: `At least one of these is needed: ${names('en')}.`,
      ru: `Нужно хотя бы одно из: ${names('ru')}.`,
      uz: `Shulardan kamida bittasi kerak: ${names('uz')}.`,
    },
  };
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
            ru: `${inLanguage(field.label, 'ru')}: формат не подходит. ${inLanguage(field.where, 'ru')}`,
            uz: `${inLanguage(field.label, 'uz')}: formati mos emas. ${inLanguage(field.where, 'uz')}`,
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
  fields: readonly CredentialField[],
  form: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const checked = credentialForm(fields).safeParse(form, { reportInput: true });
  if (checked.success) return checked.data;
  throw invalidRequest(fieldErrors(checked.error.issues, 'credentials'));
}
