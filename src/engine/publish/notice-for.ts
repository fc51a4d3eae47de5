import { isSameNoticeKind, type NoticeKindCode, noticeKindNamed } from '../../domain/notice-kinds.ts';
import type { Notice } from '../../domain/product.ts';
import type { CategoryRequirements, ListingDraft, NoticeForm } from '../../marketplaces/kit/catalog.ts';
import { choiceFault, type DraftFault, fault } from './draft-fault.ts';

type Told = Pick<ListingDraft, 'name' | 'manufacturer' | 'origin' | 'afterService' | 'certifications'>;

export interface NoticeFound {
  readonly notice: Notice | null;
  readonly faults: readonly DraftFault[];
}

/**
 * The statutory notice in the marketplace's names. Everybody names kinds and facts as the law does, but shortened, split
 * or spelt otherwise, so a fact is looked for by its words; what the product tells elsewhere need not be told again. What
 * is lacking is asked for: the seller answers for it, so nothing is made up.
 */
export function noticeFor(
  notice: Notice | null,
  told: Told,
  requirements: Pick<CategoryRequirements, 'notices'> | null,
): NoticeFound {
  const forms = requirements?.notices ?? [];
  if (notice === null || forms.length === 0) return { notice, faults: [] };
  const form = formFor(notice.kind, forms);
  if (form === undefined) return { notice, faults: [kindFault(notice.kind, forms)] };
  const facts: Record<string, string> = { ...notice.facts };
  const faults: DraftFault[] = [];
  for (const { key, label, required } of form.facts) {
    const value = factFor(key, label, notice.facts) ?? toldElsewhere(label, told);
    if (value !== null) facts[key] = value;
    else if (required) faults.push(factFault(form, label));
  }
  return { notice: { kind: form.kind, facts }, faults };
}

/** The form of that kind, else the one that the law has for goods of no other kind. */
function formFor(kind: string, forms: readonly NoticeForm[]): NoticeForm | undefined {
  const code = noticeKindNamed(kind)?.code;
  return (
    forms.find((form) => form.kind === kind) ??
    forms.find((form) => code !== undefined && noticeCodeOf(form) === code) ??
    forms.find(({ label }) => isSameNoticeKind(label, kind)) ??
    forms.find((form) => noticeCodeOf(form) === 'other_goods')
  );
}

/** Which kind of the law's list a form is; null where neither the marketplace's code nor its name tells. */
export function noticeCodeOf({ code, label }: NoticeForm): NoticeKindCode | null {
  return code ?? noticeKindNamed(label)?.code ?? null;
}

function factFor(key: string, label: string, facts: Notice['facts']): string | null {
  const told = Object.entries(facts).filter(([, text]) => text.trim() !== '');
  const exact = told.find(([name]) => name === key || wordsOf(name) === wordsOf(label));
  const near = told.find(([name]) => isPartOf(wordsOf(name), wordsOf(label)));
  const alike = told.find(([name]) => SUBJECTS.some((subject) => subject.test(name) && subject.test(label)));
  return (exact ?? near ?? alike)?.[1] ?? null;
}

/** Facts that everybody asks for in words of his own. */
const SUBJECTS: readonly RegExp[] = [
  /품명|모델명|제품명/,
  /인증.*허가|허가.*인증/,
  /제조국|원산지/,
  /제조자|제조사|제조업자|수입자/,
  /A\/S|소비자상담/,
  /제조연월|제조년월|출시년월|출시연월/,
  /품질보증/,
];

function isPartOf(one: string, other: string): boolean {
  if (one.length < 2 || other.length < 2) return false;
  return one.includes(other) || other.includes(one);
}

const ELSEWHERE: readonly (readonly [label: RegExp, tell: (told: Told) => string | null])[] = [
  [/품명|모델명|제품명|상품명/, ({ name }) => name],
  [/제조국|원산지/, originText],
  [/제조자|제조사|제조업자|수입자/, ({ manufacturer }) => manufacturer],
  [/전화|상담|책임자/, ({ afterService }) => afterService?.phone ?? null],
  [
    /인증|허가/,
    ({ certifications }) =>
      certifications.length === 0 ? null : certifications.map(({ number }) => number).join(', '),
  ],
];

function toldElsewhere(label: string, told: Told): string | null {
  const text = ELSEWHERE.find(([words]) => words.test(label))?.[1](told)?.trim() ?? '';
  return text === '' ? null : text;
}

function originText({ origin }: Told): string | null {
  if (origin === null || origin.kind === 'see_description') return null;
  return origin.kind === 'domestic' ? '대한민국' : origin.madeIn;
}

/** A name without spaces, signs and what stands in brackets, in which spellings differ. */
function wordsOf(name: string): string {
  return name.replaceAll(/\([^)]*\)/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function kindFault(kind: string, forms: readonly NoticeForm[]): DraftFault {
  return choiceFault(
    'notice.kind',
    'notice_kind_unknown',
    {
      ko: `이 카테고리에 없는 고시 품목입니다: ${kind}`,
      en: `The category has no statutory notice of this kind: ${kind}`,
      ru: `В категории нет такого вида обязательных сведений: ${kind}`,
      uz: `Toifada bunday majburiy ma’lumotlar turi yo‘q: ${kind}`,
    },
    forms.map((form) => ({ value: form.kind, name: form.label })),
  );
}

function factFault({ label: form }: NoticeForm, label: string): DraftFault {
  return fault(`notice.facts.${label}`, 'notice_fact_missing', {
    ko: `상품정보제공고시(${form})의 필수 항목입니다: ${label}`,
    en: `The statutory notice (${form}) demands this fact: ${label}`,
    ru: `Обязательные сведения (${form}) требуют: ${label}`,
    uz: `Majburiy ma’lumotlar (${form}) talab qiladi: ${label}`,
  });
}
