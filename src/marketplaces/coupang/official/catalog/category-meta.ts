import {
  asFields,
  booleanAt,
  type Fields,
  fieldsAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../../kit/decode.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { listOf } from './decode-product.ts';

/** What Coupang wants to be told about goods of one category (sheet §3.8). */
export interface CategoryMeta {
  /** Whether goods without any purchase option are taken. */
  readonly allowsSingleItem: boolean;
  readonly attributes: readonly MetaAttribute[];
  readonly notices: readonly MetaNotice[];
  readonly documents: readonly MetaNeed[];
  readonly certifications: readonly MetaCertification[];
}

export interface MetaAttribute {
  readonly name: string;
  readonly dataType: string;
  readonly isRequired: boolean;
  readonly isPurchaseOption: boolean;
  readonly choices: readonly string[];
  /** Whether nothing but the choices is taken. */
  readonly isClosed: boolean;
  readonly unit: string | null;
  readonly usableUnits: readonly string[];
  readonly group: string | null;
}

export interface MetaNotice {
  readonly name: string;
  readonly details: readonly MetaNeed[];
}

export interface MetaNeed {
  readonly name: string;
  readonly isRequired: boolean;
}

export interface MetaCertification extends MetaNeed {
  readonly type: string;
}

/** Asks for a category's metadata. Throws `not_found` where Coupang has no such leaf. */
export async function askMeta(ask: Ask, category: string): Promise<CategoryMeta> {
  try {
    return await ask({ operation: 'categoryMeta', params: { category }, decode: decodeMeta });
  } catch (error) {
    // A refusal does not say in any settled words that the category is what is wrong, so that is asked.
    if (!(error instanceof MarketplaceError) || error.reason !== 'refused') throw error;
    if (await isUsable(ask, category)) throw error;
    throw new MarketplaceError({ ...error.trouble, reason: 'not_found' });
  }
}

async function isUsable(ask: Ask, category: string): Promise<boolean> {
  try {
    return await ask({ operation: 'categoryStatus', params: { category }, decode: decodeStatus });
  } catch (error) {
    if (error instanceof MarketplaceError && error.reason === 'refused') return false;
    throw error;
  }
}

/** `true`, or the text of it, perhaps in a second envelope (sheet §3.8). */
function decodeStatus(json: unknown): boolean {
  const { data } = asFields(json, 'answer');
  const value = typeof data === 'object' && data !== null && 'data' in data ? data.data : data;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new UnreadableError('data', 'true or false', value);
}

function decodeMeta(json: unknown): CategoryMeta {
  const data = fieldsAt(asFields(json, 'answer'), 'data');
  return {
    allowsSingleItem: booleanAt(data, 'isAllowSingleItem', true),
    attributes: listOf(data, 'attributes').map(decodeAttribute),
    notices: listOf(data, 'noticeCategories').map((notice) => ({
      name: textAt(notice, 'noticeCategoryName'),
      details: listOf(notice, 'noticeCategoryDetailNames').map((detail) =>
        decodeNeed(detail, 'noticeCategoryDetailName'),
      ),
    })),
    documents: listOf(data, 'requiredDocumentNames').map((document) => decodeNeed(document, 'templateName')),
    certifications: listOf(data, 'certifications').map((certification) => ({
      type: textAt(certification, 'certificationType'),
      name: optionalTextAt(certification, 'name') ?? textAt(certification, 'certificationType'),
      isRequired: isMandatory(certification),
    })),
  };
}

function decodeAttribute(attribute: Fields): MetaAttribute {
  const dataType = optionalTextAt(attribute, 'dataType') ?? 'STRING';
  const unit = optionalTextAt(attribute, 'basicUnit');
  const group = optionalTextAt(attribute, 'groupNumber');
  const choices = textsOf(attribute, 'inputValues');
  return {
    name: textAt(attribute, 'attributeTypeName'),
    dataType,
    isRequired: isMandatory(attribute),
    isPurchaseOption: attribute.exposed === 'EXPOSED',
    choices,
    isClosed: choices.length > 0 && (dataType === 'SELECT' || attribute.inputType === 'SELECT'),
    unit: unit === '없음' ? null : unit,
    usableUnits: textsOf(attribute, 'usableUnits'),
    group: group === 'NONE' ? null : group,
  };
}

function decodeNeed(row: Fields, name: string): MetaNeed {
  return { name: textAt(row, name), isRequired: isMandatory(row) };
}

function isMandatory({ required }: Fields): boolean {
  return required === 'MANDATORY';
}

function textsOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
