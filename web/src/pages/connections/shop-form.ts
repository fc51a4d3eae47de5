import type { paths } from '../../../generated/api.ts';
import type { Schema } from '../../api/types.ts';
import type { Language } from '../../language/language.ts';

type Platform = Schema<'Platform'>;
export type CredentialField = Schema<'CredentialField'>;

/** What connects a shop; of which form its keys are is up to the marketplace. */
export type NewShop =
  paths['/api/v1/platform-accounts']['post']['requestBody']['content']['application/json'];

/** What somebody has typed about a shop. */
export interface ShopForm {
  readonly name: string;
  readonly edition: string;
  /** By the names of the marketplace's own fields. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Days as `2026-11-22`; empty where none was chosen. */
  readonly ordersFrom: string;
  readonly keyExpires: string;
  readonly baseUrl: string;
}

export function emptyForm({ default_edition: edition }: Platform, name: string): ShopForm {
  return { name, edition, credentials: {}, ordersFrom: '', keyExpires: '', baseUrl: '' };
}

/** The fields that an edition of a marketplace asks for. */
export function fieldsOf(platform: Platform, edition: string): readonly CredentialField[] {
  return platform.editions.find(({ name }) => name === edition)?.credential_fields ?? [];
}

/** What was typed, without what was left empty; blanks around a pasted key are nobody's wish. */
export function typedCredentials(
  fields: readonly CredentialField[],
  { credentials }: Pick<ShopForm, 'credentials'>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = credentials[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** Whether all is there without which the marketplace cannot be asked at all. */
export function isComplete(fields: readonly CredentialField[], form: ShopForm): boolean {
  const typed = typedCredentials(fields, form);
  const groups = new Set(fields.flatMap(({ one_of }) => one_of ?? []));
  return (
    form.name.trim() !== '' &&
    fields.every(({ name, required }) => !required || typed[name] !== undefined) &&
    [...groups].every((group) =>
      fields.some(({ name, one_of }) => one_of === group && typed[name] !== undefined),
    )
  );
}

/** The same in the API's words. */
export function newShopOf(platform: Platform, form: ShopForm) {
  return {
    platform: platform.id,
    name: form.name.trim(),
    edition: form.edition,
    credentials: typedCredentials(fieldsOf(platform, form.edition), form),
    ...(form.ordersFrom === '' ? {} : { orders_from: form.ordersFrom }),
    ...(form.keyExpires === '' ? {} : { key_expires_at: form.keyExpires }),
    ...(form.baseUrl.trim() === '' ? {} : { base_url: form.baseUrl.trim() }),
  };
}

/** Whether a form made of a marketplace's own description can be sent as one that the API knows by heart. */
export function isNewShop(platform: Platform, form: ShopForm, body: object): body is NewShop {
  return 'credentials' in body && isComplete(fieldsOf(platform, form.edition), form);
}

/** A sentence of a marketplace's description in the language shown. */
export function inLanguage(text: Schema<'Localized'>, language: Language): string {
  return text[language];
}
