import { isSameNoticeKind, noticeKindNamed } from '../../../../domain/notice-kinds.ts';
import type { ListingDraft } from '../../../kit/catalog.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { FALLBACK_TYPE, type NoticeField, type NoticeKind, TOLD_BY_LAW } from './notice-forms.ts';

/** "0" is the text of the law (sheet §3.6). */
const TEXT_OF_THE_LAW = '0';

/**
 * The statutory notice in Naver's numbering. The draft names kind and facts as the law does, which Naver shortens or
 * splits (품명 및 모델명 are two fields), so labels are compared by their words. A kind that Naver does not have becomes
 * its fallback.
 */
export function encodeNotice(
  draft: Pick<ListingDraft, 'notice' | 'name' | 'manufacturer' | 'afterService'>,
  kinds: readonly NoticeKind[],
): Readonly<Record<string, unknown>> {
  const { notice } = draft;
  if (notice === null)
    throw new RefusedDraft('notice', {
      ko: '상품정보제공고시를 입력하세요.',
      en: 'Tell the statutory notice of product facts.',
      ru: 'Заполните обязательные сведения о товаре (상품정보제공고시).',
      uz: 'Mahsulot haqidagi majburiy ma’lumotlarni to‘ldiring (상품정보제공고시).',
    });
  const meant = noticeKindNamed(notice.kind)?.code;
  const kind =
    kinds.find(({ type, code }) => notice.kind === type || (code !== undefined && code === meant)) ??
    kinds.find(({ label }) => isSameNoticeKind(notice.kind, label)) ??
    kinds.find(({ type }) => type === FALLBACK_TYPE);
  if (kind === undefined)
    throw new RefusedDraft('notice.kind', {
      ko: `네이버에 없는 고시 유형입니다. (${notice.kind})`,
      en: `Naver has no such kind of notice. (${notice.kind})`,
      ru: `У Naver нет такого вида обязательных сведений. (${notice.kind})`,
      uz: `Naver da bunday majburiy ma’lumotlar turi yo‘q. (${notice.kind})`,
    });
  const facts: Record<string, string> = {};
  for (const field of kind.fields) {
    const text = TOLD_BY_LAW.has(field.name) ? TEXT_OF_THE_LAW : factFor(field, draft);
    if (text === null) {
      if (field.required)
        throw new RefusedDraft(`notice.facts.${field.label}`, {
          ko: '상품정보제공고시 항목을 입력하세요.',
          en: 'Tell this fact of the statutory notice.',
          ru: 'Заполните этот пункт обязательных сведений.',
          uz: 'Majburiy ma’lumotlarning shu bandini to‘ldiring.',
        });
      continue;
    }
    if (field.maxLength !== null && text.length > field.maxLength)
      throw new RefusedDraft(`notice.facts.${field.label}`, {
        ko: `${field.maxLength}자까지 입력할 수 있습니다.`,
        en: `Up to ${field.maxLength} characters are taken.`,
        ru: `Можно до ${field.maxLength} знаков.`,
        uz: `${field.maxLength} belgigacha mumkin.`,
      });
    facts[field.name] = text;
  }
  return { productInfoProvidedNoticeType: kind.type, [memberOf(kind.type)]: facts };
}

/** The member that holds a kind, such as `generalFood`; two of them are spelled as two words (DOC). */
export function memberOf(type: string): string {
  const odd: Readonly<Record<string, string>> = {
    MICROELECTRONICS: 'microElectronics',
    CELLPHONE: 'cellPhone',
  };
  return odd[type] ?? type.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

/** What the draft tells elsewhere need not be told again. */
function factFor(
  field: NoticeField,
  {
    notice,
    name,
    manufacturer,
    afterService,
  }: Pick<ListingDraft, 'notice' | 'name' | 'manufacturer' | 'afterService'>,
): string | null {
  const told = toldFact(field, notice?.facts ?? {});
  if (told !== null) return told;
  switch (field.name) {
    case 'itemName':
    case 'productName':
      return field.maxLength === null ? name : name.slice(0, field.maxLength);
    case 'manufacturer':
      return manufacturer;
    case 'afterServiceDirector':
    case 'customerServicePhoneNumber':
      return afterService?.phone ?? null;
    default:
      return null;
  }
}

function toldFact({ name, label }: NoticeField, facts: Readonly<Record<string, string>>): string | null {
  const told = Object.entries(facts).filter(([, text]) => text.trim() !== '');
  const exact = told.find(([key]) => key === name || wordsOf(key) === wordsOf(label));
  const near = told.find(([key]) => isSameLabel(key, label));
  return (exact ?? near)?.[1] ?? null;
}

function isSameLabel(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a !== '' && b !== '' && (a === b || a.includes(b) || b.includes(a));
}

/** A label without spaces, signs and what stands in brackets. */
function wordsOf(label: string): string {
  return label.replace(/\([^)]*\)/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}
