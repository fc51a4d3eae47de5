import { queries } from '../../api/client.ts';

/** What a category of a shop's marketplace demands; nothing is asked while none is chosen. */
export function useRequirements(shop: number, category: string | null) {
  return queries.useQuery(
    'get',
    '/api/v1/platform-accounts/{id}/categories/{native_id}/requirements',
    { params: { path: { id: shop, native_id: category ?? '' } } },
    { enabled: category !== null },
  );
}
