import type { NoticeKindCode } from '../../../../domain/notice-kinds.ts';
import type { NoticeForm } from '../../../kit/catalog.ts';
import {
  asFields,
  asList,
  type Fields,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
} from '../../../kit/decode.ts';
import type { Client } from '../client.ts';
import { rowsAt } from './items.ts';
import { NOTICE_TYPES } from './notice-types.ts';

/** One fact of a statutory notice as Naver names it. */
export interface NoticeField {
  readonly name: string;
  readonly label: string;
  readonly maxLength: number | null;
  readonly required: boolean;
}

/** One kind of statutory notice (sheet §3.9). */
export interface NoticeKind {
  readonly type: string;
  readonly label: string;
  /** Undefined for a type that is newer than the list. */
  readonly code: NoticeKindCode | undefined;
  readonly fields: readonly NoticeField[];
}

/** The kind for goods that are of no other, which any category takes (sheet §3.6). */
export const FALLBACK_TYPE = 'ETC';

/** Each kind has these; "0" is the text of the law (sheet §3.6). */
export const TOLD_BY_LAW: ReadonlySet<string> = new Set([
  'returnCostReason',
  'noRefundReason',
  'qualityAssuranceStandard',
  'compensationProcedure',
  'troubleShootingContents',
]);

/** Those of one topmost category, or all. */
export function askNoticeKinds(client: Client, topCategoryId: string | null): Promise<readonly NoticeKind[]> {
  return client.ask({
    operation: 'notices',
    ...(topCategoryId === null ? {} : { query: new URLSearchParams({ categoryId: topCategoryId }) }),
    decode: (json) => asList(json, 'notices').map((kind) => decodeKind(asFields(kind, 'notice'))),
  });
}

function decodeKind(fields: Fields): NoticeKind {
  const type = textAt(fields, 'productInfoProvidedNoticeType');
  return {
    type,
    label: optionalTextAt(fields, 'productInfoProvidedNoticeTypeName') ?? type,
    code: NOTICE_TYPES[type],
    fields: rowsAt(fields, 'productInfoProvidedNoticeContents').map(decodeField),
  };
}

/** Naver marks no field as required; what need not be told says so in its remark, and dates may be told as text. */
const MAY_LACK = /해당|경우|선택/;

function decodeField(fields: Fields): NoticeField {
  const name = textAt(fields, 'fieldName');
  const remark = optionalTextAt(fields, 'fieldAddDescription') ?? '';
  const isText = (optionalTextAt(fields, 'fieldType') ?? 'String').toLowerCase() === 'string';
  return {
    name,
    label: optionalTextAt(fields, 'fieldDescription') ?? name,
    maxLength: optionalIntegerAt(fields, 'fieldMaxLength'),
    required: isText && !MAY_LACK.test(remark) && !TOLD_BY_LAW.has(name),
  };
}

/** The kind as a form for the seller; what the law says for everybody is not asked. */
export function noticeForm({ type, label, code, fields }: NoticeKind): NoticeForm {
  return {
    kind: type,
    label,
    ...(code === undefined ? {} : { code }),
    facts: fields
      .filter(({ name }) => !TOLD_BY_LAW.has(name))
      .map((field) => ({ key: field.name, label: field.label, required: field.required })),
  };
}
