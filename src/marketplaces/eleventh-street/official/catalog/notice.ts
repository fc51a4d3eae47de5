import { isSameNoticeKind } from '../../../../domain/notice-kinds.ts';
import type { ListingDraft, NoticeForm } from '../../../kit/catalog.ts';
import type { Localized } from '../../../kit/localized.ts';
import { NOTICE_FACTS, NOTICE_KINDS, type NoticeKind } from './notice-forms.ts';
import { originName } from './origin.ts';

/** The statutory notice as 11st numbers it. */
export interface NativeNotice {
  readonly type: string;
  readonly items: readonly { readonly code: string; readonly value: string }[];
}

/** A notice, or what is missing from it in words. */
export type NoticeFound = { readonly notice: NativeNotice } | { readonly lacks: Localized };

/** The notice of a draft: its kind by number or name, each fact by one of its names, or from what the draft tells elsewhere. */
export function noticeOf(draft: ListingDraft): NoticeFound {
  const { notice } = draft;
  if (notice === null) return { lacks: NO_NOTICE };
  const kind = kindNamed(notice.kind);
  if (kind === undefined) {
    const known = NOTICE_KINDS.map(({ label }) => label).join(', ');
    return {
      lacks: {
        ko: `상품정보제공고시 유형 '${notice.kind}'의 번호를 알 수 없습니다. 쓸 수 있는 유형: ${known}`,
        en: `11st has no statutory notice of the kind '${notice.kind}'. It has: ${known}`,
        ru: `У 11st нет вида обязательных сведений «${notice.kind}». Можно: ${known}`,
        uz: `11st da «${notice.kind}» turidagi majburiy ma’lumotlar yo‘q. Mumkin: ${known}`,
      },
    };
  }
  const facts = new Map(Object.entries(notice.facts).map(([name, fact]) => [plain(name), fact]));
  const items = kind.items.map((code) => ({
    code,
    value: factFor(code, facts) ?? ELSEWHERE[code]?.(draft) ?? null,
  }));
  const missing = items.filter(({ value }) => value === null).map(({ code }) => labelOf(code));
  if (missing.length > 0) return { lacks: withoutFacts(kind.label, missing.join(', ')) };
  return {
    notice: {
      type: kind.type,
      items: items.flatMap(({ code, value }) => (value === null ? [] : [{ code, value: datedFact(value) }])),
    },
  };
}

const NO_NOTICE: Localized = {
  ko: '상품정보제공고시(ProductNotification)가 없습니다.',
  en: 'The statutory notice (ProductNotification) is missing.',
  ru: 'Нет обязательных сведений о товаре (ProductNotification).',
  uz: 'Mahsulot haqidagi majburiy ma’lumotlar (ProductNotification) yo‘q.',
};

const withoutFacts = (kind: string, missing: string): Localized => ({
  ko: `상품정보제공고시(${kind})에 항목이 없습니다: ${missing}`,
  en: `The statutory notice (${kind}) lacks: ${missing}`,
  ru: `В обязательных сведениях (${kind}) не хватает: ${missing}`,
  uz: `Majburiy ma’lumotlarda (${kind}) yetishmaydi: ${missing}`,
});

/** Every kind with the facts it wants, for whoever fills in a product. */
export const NOTICE_FORMS: readonly NoticeForm[] = NOTICE_KINDS.map(({ type, label, items }) => ({
  kind: type,
  label,
  facts: items.map((code) => ({ key: labelOf(code), label: labelOf(code), required: true })),
}));

function kindNamed(name: string): NoticeKind | undefined {
  return NOTICE_KINDS.find(({ type, label }) => type === name || isSameNoticeKind(label, name));
}

function factFor(code: string, facts: ReadonlyMap<string, string>): string | null {
  for (const name of [code, ...(NOTICE_FACTS[code] ?? [])]) {
    const fact = facts.get(plain(name))?.trim();
    if (fact !== undefined && fact !== '') return fact;
  }
  return null;
}

const NO_CERTIFICATE = '해당사항 없음';

type FromDraft = (draft: ListingDraft) => string | null;
const goodsName: FromDraft = ({ name }) => name;
const maker: FromDraft = ({ manufacturer }) => manufacturer;
const phone: FromDraft = ({ afterService }) => afterService?.phone ?? null;
const country: FromDraft = ({ origin }) => (origin === null ? null : originName(origin));
const certificates: FromDraft = ({ certifications }) =>
  certifications.map(({ number }) => number).join(', ') || NO_CERTIFICATE;

/** Facts that a draft tells beside its notice. */
const ELSEWHERE: Readonly<Record<string, FromDraft>> = {
  '11800': goodsName,
  '37089196': goodsName,
  '176317774': goodsName,
  '11905': maker,
  '176400445': maker,
  '23756754': phone,
  '23760413': phone,
  '23760437': phone,
  '23759095': country,
  '23759100': country,
  '23756033': certificates,
  '23758072': certificates,
  '23760454': certificates,
  '23760470': certificates,
};

function labelOf(code: string): string {
  return NOTICE_FACTS[code]?.[0] ?? code;
}

/** The same name whatever stands between its words. */
function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Days are written with strokes (sheet §3.3). */
function datedFact(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.replaceAll('-', '/') : value;
}
