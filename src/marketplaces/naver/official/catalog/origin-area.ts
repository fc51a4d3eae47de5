import type { Origin } from '../../../../domain/product.ts';
import { asFields, type Fields, textAt } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Client } from '../client.ts';
import { rowsAt } from './items.ts';

/** The first digits of every code (sheet §3.6). */
const DOMESTIC = '00';
const IMPORTED = '02';
const SEE_DESCRIPTION = '03';
const IN_WORDS = '04';

/** Where it comes from, in Naver's codes. A country that Naver does not name is told in words. */
export async function encodeOrigin(client: Client, origin: Origin | null): Promise<Fields> {
  if (origin === null)
    throw new RefusedDraft('origin', {
      ko: '원산지를 입력하세요.',
      en: 'Tell the origin.',
      ru: 'Укажите происхождение.',
      uz: 'Kelib chiqishini kiriting.',
    });
  switch (origin.kind) {
    case 'domestic':
      return { originAreaCode: DOMESTIC, plural: false };
    case 'see_description':
      return { originAreaCode: SEE_DESCRIPTION, plural: false };
    case 'imported':
      return importedFrom(client, origin);
  }
}

async function importedFrom(client: Client, { madeIn, importer }: Origin): Promise<Fields> {
  if (importer === null)
    throw new RefusedDraft('origin.importer', {
      ko: '수입산은 수입사를 입력하세요.',
      en: 'Of imported goods tell the importer.',
      ru: 'Для импортного товара укажите импортёра.',
      uz: 'Import mahsulot uchun importyorni kiriting.',
    });
  const code = madeIn === null ? IMPORTED : await countryCode(client, madeIn);
  return code === undefined
    ? { originAreaCode: IN_WORDS, content: `수입산(${madeIn ?? ''})`, importer, plural: false }
    : { originAreaCode: code, importer, plural: false };
}

/** The code of `수입산 > 대륙 > 국가명`; the search gives every name that begins so (DOC). */
async function countryCode(client: Client, country: string): Promise<string | undefined> {
  const areas = await client.ask({
    operation: 'originAreas',
    query: new URLSearchParams({ name: country }),
    decode: (json) => rowsAt(asFields(json, 'areas'), 'originAreaCodeNames'),
  });
  const found = areas.find((area) => {
    const last = textAt(area, 'name').split(/[>:]/).at(-1)?.trim();
    return last === country && textAt(area, 'code').startsWith(IMPORTED);
  });
  return found === undefined ? undefined : textAt(found, 'code');
}
