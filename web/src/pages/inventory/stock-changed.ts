import { queryClient } from '../../api/query-client.ts';

/** Has everything about stock asked for again, after this desk has changed some. */
export function stockChanged(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/inventory'),
  });
}
