import type { ListingDraft, NoticeForm } from '../../../kit/catalog.ts';
import { NOTICE_FACTS, NOTICE_KINDS, type NoticeKind } from './notice-forms.ts';
import { originName } from './origin.ts';

/** The statutory notice as 11st numbers it. */
export interface NativeNotice {
  readonly type: string;
  readonly items: readonly { readonly code: string; readonly value: string }[];
}

/** A notice, or what is missing from it in words. */
export type NoticeFound = { readonly notice: NativeNotice } | { readonly lacks: string };

/** The notice of a draft: its kind by number or name, each fact by one of its names, or from what the draft tells elsewhere. */
export function noticeOf(draft: ListingDraft): NoticeFound {
  const { notice } = draft;
  if (notice === null) return { lacks: '상품정보제공고시(ProductNotification)가 없습니다.' };
  const kind = kindNamed(notice.kind);
  if (kind === undefined) {
    const known = NOTICE_KINDS.map(({ label }) => label).join(', ');
    return {
      lacks: `상품정보제공고시 유형 '${notice.kind}'의 번호를 알 수 없습니다. 쓸 수 있는 유형: ${known}`,
    };
  }
  const facts = new Map(Object.entries(notice.facts).map(([name, fact]) => [plain(name), fact]));
  const items = kind.items.map((code) => ({ code, value: factFor(code, facts) ?? elsewhere(code, draft) }));
  const missing = items.filter(({ value }) => value === null).map(({ code }) => labelOf(code));
  if (missing.length > 0)
    return { lacks: `상품정보제공고시(${kind.label})에 항목이 없습니다: ${missing.join(', ')}` };
  return {
    notice: {
      type: kind.type,
      items: items.flatMap(({ code, value }) => (value === null ? [] : [{ code, value: datedFact(value) }])),
    },
  };
}

/** Every kind with the facts it wants, for whoever fills in a product. */
export const NOTICE_FORMS: readonly NoticeForm[] = NOTICE_KINDS.map(({ type, label, items }) => ({
  kind: type,
  label,
  facts: items.map((code) => ({ key: labelOf(code), label: labelOf(code), required: true })),
}));

function kindNamed(name: string): NoticeKind | undefined {
  return NOTICE_KINDS.find(({ type, label }) => type === name || plain(label) === plain(name));
}

function factFor(code: string, facts: ReadonlyMap<string, string>): string | null {
  for (const name of [code, ...(NOTICE_FACTS[code] ?? [])]) {
    const fact = facts.get(plain(name))?.trim();
    if (fact !== undefined && fact !== '') return fact;
  }
  return null;
}

const NAMES = new Set(['11800', '37089196', '176317774']);
const MAKERS = new Set(['11905', '176400445']);
const PHONES = new Set(['23760413', '23760437', '23756754']);
const COUNTRIES = new Set(['23759095', '23759100']);

/** What the draft tells of a fact beside the notice. */
function elsewhere(code: string, draft: ListingDraft): string | null {
  if (NAMES.has(code)) return draft.name;
  if (MAKERS.has(code)) return draft.manufacturer;
  if (PHONES.has(code)) return draft.afterService?.phone ?? null;
  if (COUNTRIES.has(code)) return draft.origin === null ? null : originName(draft.origin);
  return null;
}

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
