import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { compact } from '../../desk/search-params.ts';
import type { CatalogueSearch } from './catalogue-search.ts';

const PAGE = 50;
/** What one list may hold. */
const MOST_LISTINGS = 200;

/** The products that an address asks for, page after page. */
export function useProducts({ q, missing_in, drift }: CatalogueSearch) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/products',
    {
      params: {
        query: compact({
          q,
          missing_in: missing_in === undefined ? undefined : Number(missing_in),
          drift,
          limit: PAGE,
        }),
      },
    },
    keysetPages,
  );
  const rows = useMemo(() => query.data?.pages.flatMap(({ products }) => products) ?? [], [query.data]);
  return { query, rows };
}

/** The listing of a product in a shop. */
export type ListingOf = (product: number, account: number) => Schema<'Listing'> | undefined;

/** Listings by product and shop; asked for by groups of products whose listings fit into one answer. */
export function useListingsOf(products: readonly Schema<'Product'>[], shops: number): ListingOf {
  const groups = useMemo(() => {
    // A shop may have a product twice.
    const size = Math.min(100, Math.max(1, Math.floor(MOST_LISTINGS / Math.max(1, 2 * shops))));
    const ids = products.map(({ id }) => id);
    return Array.from({ length: Math.ceil(ids.length / size) }, (_, nth) =>
      ids.slice(nth * size, (nth + 1) * size).join(','),
    );
  }, [products, shops]);
  const found = useQueries({
    queries: groups.map((product_ids) =>
      queries.queryOptions('get', '/api/v1/listings', {
        params: { query: { product_ids, limit: MOST_LISTINGS } },
      }),
    ),
    combine: listingsIn,
  });
  return useMemo(() => {
    const places = new Map<string, Schema<'Listing'>>();
    for (const listing of found) {
      const place = `${listing.product_id} ${listing.account_id}`;
      // Those seen last come first.
      if (!places.has(place)) places.set(place, listing);
    }
    return (product: number, account: number) => places.get(`${product} ${account}`);
  }, [found]);
}

/** Outside of the hook, so that the same answers give the same list. */
function listingsIn(
  answers: readonly { readonly data: { readonly listings: readonly Schema<'Listing'>[] } | undefined }[],
): readonly Schema<'Listing'>[] {
  return answers.flatMap(({ data }) => data?.listings ?? []);
}
