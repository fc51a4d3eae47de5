import type { Product } from '../product.ts';
import type { RowFault } from './fault.ts';
import type { Texts } from './texts.ts';

/** A row whose cells have been read; all rows of a product are judged together. */
export interface ReadRow {
  readonly nth: number;
  readonly cells: Texts;
  readonly faults: readonly RowFault[];
}

/** What is known of the product and its SKUs before the rows change them. */
export interface Surroundings {
  readonly sellerCode: string;
  /** Undefined when no product has the code yet. */
  readonly current: Product | undefined;
  /** What lies in all places, null where nobody has counted it, and what of it lies elsewhere than in the default place. */
  stockOf(sku: string): { readonly total: number | null; readonly elsewhere: number };
  /** The seller code of the product that has the SKU, where it is another one. */
  otherOwnerOf(sku: string): string | undefined;
}
