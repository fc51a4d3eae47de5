import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { compact } from '../../desk/search-params.ts';

type Named = Pick<Schema<'Listing'>, 'id' | 'name'>;

const PAGE = 200;

/** Everything on sale in a shop, or in all, of which nothing is linked and which its marketplace has numbered. */
export function useUnlinkedListings(shop: number | null) {
  return useQuery({
    queryKey: ['get', '/api/v1/listings', { link: 'unlinked', account_id: shop }, 'every'],
    queryFn: ({ signal }) => everyUnlinked(shop, signal),
    // Asked about once: the list that is agreed to does not change behind the dialog.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
  });
}

async function everyUnlinked(shop: number | null, signal: AbortSignal): Promise<readonly Named[]> {
  const found: Named[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: { listings: Schema<'Listing'>[]; next_cursor: string | null } = dataOf(
      await api.GET('/api/v1/listings', {
        params: {
          query: compact({
            link: 'unlinked',
            account_id: shop ?? undefined,
            limit: PAGE,
            cursor: cursor ?? undefined,
          }),
        },
        signal,
      }),
    );
    for (const { id, name, native_listing_id, item_count } of page.listings)
      if (native_listing_id !== null && item_count > 0) found.push({ id, name });
    if (page.next_cursor === null) return found;
    cursor = page.next_cursor;
  }
}
