import { isOtherGoods, isSameNoticeKind } from '../../../../domain/notice-kinds.ts';
import type { ListingDraft } from '../../../kit/catalog.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { CategoryMeta, MetaNotice } from './category-meta.ts';

/** One fact of the statutory notice as it is sent (sheet §3.6). */
export interface NativeNotice {
  readonly noticeCategoryName: string;
  readonly noticeCategoryDetailName: string;
  readonly content: string;
}

export interface NativeCertification {
  readonly certificationType: string;
  readonly certificationCode: string;
}

/** The statutory notice in the names of the category. Both sides name kinds and facts as the law does, spelt in many ways. */
export function noticesOf(draft: Pick<ListingDraft, 'notice'>, meta: CategoryMeta): readonly NativeNotice[] {
  if (meta.notices.length === 0) return [];
  const { notice } = draft;
  if (notice === null)
    throw new RefusedDraft('notice', {
      ko: '상품정보제공고시가 없습니다.',
      en: 'The statutory notice is missing.',
      ru: 'Нет обязательных сведений о товаре.',
      uz: 'Mahsulot haqidagi majburiy ma’lumotlar yo‘q.',
    });
  const form = formFor(notice.kind, meta.notices);
  const facts = new Map(Object.entries(notice.facts).map(([key, fact]) => [plain(key), fact.trim()]));
  const filled = form.details.map(({ name, isRequired }) => ({
    name,
    isRequired,
    content: facts.get(plain(name)) ?? '',
  }));
  const lacking = filled.filter(({ isRequired, content }) => isRequired && content === '');
  if (lacking.length > 0) {
    const names = lacking.map(({ name }) => name).join(', ');
    throw new RefusedDraft('notice.facts', {
      ko: `상품정보제공고시(${form.name})의 필수 항목이 빠졌습니다: ${names}`,
      en: `The statutory notice (${form.name}) lacks: ${names}`,
      ru: `В обязательных сведениях о товаре (${form.name}) не хватает: ${names}`,
      uz: `Mahsulot haqidagi majburiy ma’lumotlarda (${form.name}) yetishmaydi: ${names}`,
    });
  }
  return filled
    .filter(({ content }) => content !== '')
    .map(({ name, content }) => ({
      noticeCategoryName: form.name,
      noticeCategoryDetailName: name,
      content,
    }));
}

function formFor(kind: string, forms: readonly MetaNotice[]): MetaNotice {
  const found =
    forms.find(({ name }) => isSameNoticeKind(name, kind)) ?? forms.find(({ name }) => isOtherGoods(name));
  if (found !== undefined) return found;
  const usable = forms.map(({ name }) => name).join(', ');
  throw new RefusedDraft('notice.kind', {
    ko: `이 카테고리에서 쓸 수 없는 고시 품목입니다: '${kind}'. 가능한 품목: ${usable}`,
    en: `The category has no notice of the kind '${kind}'. It has: ${usable}`,
    ru: `В этой категории нет вида сведений «${kind}». Можно: ${usable}`,
    uz: `Bu toifada «${kind}» turidagi ma’lumotlar yo‘q. Mumkin: ${usable}`,
  });
}

/** Certificates by the category's types. Goods that need none say so (sheet §3.6). */
export function certificationsOf(
  draft: Pick<ListingDraft, 'certifications'>,
  meta: CategoryMeta,
): readonly NativeCertification[] {
  const told = draft.certifications.map(({ kind, number }) => {
    const known = meta.certifications.find(({ type, name }) => type === kind || plain(name) === plain(kind));
    if (known === undefined)
      throw new RefusedDraft('certifications', {
        ko: `이 카테고리에서 쓸 수 없는 인증입니다: '${kind}'`,
        en: `The category has no certification of the kind '${kind}'.`,
        ru: `В этой категории нет сертификата «${kind}».`,
        uz: `Bu toifada «${kind}» sertifikati yo‘q.`,
      });
    return { certificationType: known.type, certificationCode: number };
  });
  const lacking = meta.certifications.filter(
    ({ type, isRequired }) => isRequired && !told.some((one) => one.certificationType === type),
  );
  if (lacking.length > 0) {
    const names = lacking.map(({ name }) => name).join(', ');
    throw new RefusedDraft('certifications', {
      ko: `이 카테고리의 필수 인증이 빠졌습니다: ${names}`,
      en: `Certifications that this category demands are missing: ${names}`,
      ru: `Не хватает сертификатов, обязательных в этой категории: ${names}`,
      uz: `Bu toifada majburiy sertifikatlar yetishmaydi: ${names}`,
    });
  }
  return told.length > 0 ? told : [{ certificationType: 'NOT_REQUIRED', certificationCode: '' }];
}

/** Papers that Coupang wants to see cannot be told in a draft. */
export function refuseDocuments({ documents }: CategoryMeta): void {
  const wanted = documents.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  if (wanted.length > 0)
    throw new RefusedDraft('documents', {
      ko: `이 카테고리는 구비서류가 필요합니다(${wanted.join(', ')}). WING에서 등록하세요.`,
      en: `The category demands papers (${wanted.join(', ')}). List the goods in WING.`,
      ru: `Категория требует документы (${wanted.join(', ')}). Разместите товар в WING.`,
      uz: `Toifa hujjatlar talab qiladi (${wanted.join(', ')}). Mahsulotni WING da joylang.`,
    });
}

/** Without spaces, signs and what stands in brackets, in which spellings differ. */
function plain(name: string): string {
  return name.replaceAll(/\([^)]*\)/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
