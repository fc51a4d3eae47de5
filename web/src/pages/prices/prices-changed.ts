import { queryClient } from '../../api/query-client.ts';

const PLACES = ['/api/v1/price-rules', '/api/v1/fee-rates', '/api/v1/prices', '/api/v1/plans'];

/** Has rules, fees, quotes and plans asked for again, after this desk has changed some. */
export function pricesChanged(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => PLACES.some((place) => String(queryKey[1]).startsWith(place)),
  });
}
