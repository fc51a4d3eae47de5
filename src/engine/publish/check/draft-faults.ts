import type { CategoryRequirements, ListingDraft, ShopPlace } from '../../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../../marketplaces/kit/listing-rules.ts';
import type { Picture } from '../../../store/publish/pictures.ts';
import { fault } from '../draft-fault.ts';
import { categoryFaults } from './category-faults.ts';
import { neededFaults } from './needed-faults.ts';
import { offerFaults } from './offer-faults.ts';
import { type PictureVerdict, pictureFaults } from './picture-faults.ts';
import { placeFaults } from './place-faults.ts';
import { textFaults } from './text-faults.ts';

/** What a draft is held against. */
export interface CheckedAgainst {
  readonly rules: ListingRules;
  /** Null where the category is not known. */
  readonly requirements: CategoryRequirements | null;
  readonly places: readonly ShopPlace[];
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Everything that the marketplace would refuse of a draft, as far as its rules are known beforehand. */
export function draftFaults(
  draft: ListingDraft,
  { rules, requirements, places, pictures }: CheckedAgainst,
): PictureVerdict {
  const seen = pictureFaults(draft.images, pictures, rules.images);
  return {
    faults: [
      ...(draft.nativeCategoryId === '' ? [NO_CATEGORY] : []),
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

const NO_CATEGORY = fault(
  'category_id',
  'category_missing',
  '이 마켓의 카테고리를 고르세요.',
  'Choose the category of this marketplace.',
  { ru: 'Выберите категорию этого маркетплейса.', uz: 'Bu marketpleys toifasini tanlang.' },
);
