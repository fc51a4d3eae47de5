import type { Currency } from '../../../domain/money.ts';
import type { CategoryRequirements, ListingDraft, ShopPlace } from '../../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../../marketplaces/kit/listing-rules.ts';
import type { Picture } from '../../../store/publish/pictures.ts';
import { type DraftFault, fault } from '../draft-fault.ts';
import { categoryFaults } from './category-faults.ts';
import { neededFaults } from './needed-faults.ts';
import { offerFaults } from './offer-faults.ts';
import { type PictureVerdict, pictureFaults } from './picture-faults.ts';
import { placeFaults } from './place-faults.ts';
import { textFaults } from './text-faults.ts';

/** What a draft is held against. */
export interface CheckedAgainst {
  readonly rules: ListingRules;
  /** What prices are told in there. */
  readonly currency: Currency;
  /** Null where the category is not known. */
  readonly requirements: CategoryRequirements | null;
  readonly places: readonly ShopPlace[];
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Everything that the marketplace would refuse of a draft, as far as its rules are known beforehand. */
export function draftFaults(
  draft: ListingDraft,
  { rules, currency, requirements, places, pictures }: CheckedAgainst,
): PictureVerdict {
  const seen = pictureFaults(draft.images, pictures, rules.images);
  return {
    faults: [
      ...(draft.nativeCategoryId === '' ? [NO_CATEGORY] : []),
      ...currencyFaults(draft, currency),
      ...textFaults(draft, rules),
      ...offerFaults(draft, rules),
      ...neededFaults(draft, rules),
      ...categoryFaults(draft, requirements),
      ...placeFaults(draft, places),
      ...seen.faults,
    ],
    warnings: seen.warnings,
  };
}

const NO_CATEGORY = fault('category_id', 'category_missing', {
  ko: '이 마켓의 카테고리를 고르세요.',
  en: 'Choose the category of this marketplace.',
  ru: 'Выберите категорию этого маркетплейса.',
  uz: 'Bu marketpleys toifasini tanlang.',
});

/** Prices and fees are the product's own numbers: in another currency they would mean something else. */
function currencyFaults({ currency }: ListingDraft, wanted: Currency): readonly DraftFault[] {
  if (currency === wanted) return [];
  return [
    fault('currency', 'currency_not_taken', {
      ko: `이 마켓의 가격은 ${wanted}로 정하는데, 상품의 통화는 ${currency}입니다.`,
      en: `Prices are told in ${wanted} here, and the product's are in ${currency}.`,
      ru: `Цены здесь указываются в ${wanted}, а у товара — в ${currency}.`,
      uz: `Bu yerda narxlar ${wanted} da ko‘rsatiladi, mahsulotniki esa ${currency} da.`,
    }),
  ];
}
