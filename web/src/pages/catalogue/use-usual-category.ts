import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';

export interface UsualCategory {
  readonly id: string;
  readonly path: string;
}

/** Where it goes as long as no category is chosen: the listing's own, else the one remembered for the product's category. */
export function useUsualCategory(
  shop: number,
  product: number,
  place: Schema<'ProductListing'> | undefined,
): UsualCategory | null {
  const { data } = queries.useQuery('get', '/api/v1/platform-accounts/{id}/categories', {
    params: { path: { id: shop }, query: { product_id: product, limit: 1 } },
  });
  const remembered = data?.suggestions.find(({ because }) => because === 'remembered');
  const own = place?.listing?.native_category_id ?? null;
  if (own !== null) {
    const known = data?.suggestions.find(({ id }) => id === own);
    return { id: own, path: known?.path ?? own };
  }
  return remembered === undefined ? null : { id: remembered.id, path: remembered.path ?? remembered.id };
}
