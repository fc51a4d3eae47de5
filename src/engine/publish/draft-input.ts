import type { ListingChoices, ListingOverrides } from '../../domain/listing-choices.ts';
import type { CategoryRequirements } from '../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../marketplaces/kit/listing-rules.ts';
import type { StoredProduct } from '../../store/catalogue/product.ts';
import type { TargetItem } from '../../store/publish/targets.ts';
import type { Availability } from '../../store/stock/available.ts';

/** Everything that the draft of one product for one shop is made from. */
export interface DraftInput {
  readonly product: StoredProduct;
  readonly choices: ListingChoices;
  readonly overrides: ListingOverrides;
  /** The marketplace's category, chosen or remembered; null where nobody has said. */
  readonly categoryId: string | null;
  /** Null where the category is not known. */
  readonly requirements: CategoryRequirements | null;
  readonly rules: ListingRules;
  readonly stock: ReadonlyMap<StoredProduct['skus'][number]['id'], Availability>;
  /** From so few on only one shop sells, and whether it is this one. */
  readonly lastUnits: { readonly from: number; readonly isMine: boolean } | null;
  /** The number of the listing that is to be changed; null where one is to be made. */
  readonly nativeListingId: string | null;
  readonly standing: readonly TargetItem[];
}
