import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';

type Listing = Schema<'Listing'>;

/** What a product is in a shop: its listings there, those seen last first; undefined while nobody knows yet. */
export type ListingsIn = (product: number, account: number) => readonly Listing[] | undefined;

/** Products whose listings are asked for together. */
const GROUP = 50;
/** Listings of one answer. */
const PAGE = 200;
const NONE: readonly Listing[] = [];

/** Listings by product and shop; asked for by groups of products, however many listings these have. */
export function useListingsOf(products: readonly Schema<'Product'>[]) {
  const groups = useMemo(() => {
    const ids = products.map(({ id }) => id);
    return Array.from({ length: Math.ceil(ids.length / GROUP) }, (_, nth) =>
      ids.slice(nth * GROUP, (nth + 1) * GROUP).join(','),
    );
  }, [products]);
  const { found, error } = useQueries({
    queries: groups.map((product_ids) => ({
      queryKey: ['get', '/api/v1/listings', { params: { query: { product_ids, limit: PAGE } } }, 'all'],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => everyListing(product_ids, signal),
    })),
    combine: answersIn,
  });
  const listingsIn = useMemo((): ListingsIn => {
    const known = new Set(found.flatMap(({ product_ids }) => product_ids.split(',').map(Number)));
    const places = Map.groupBy(
      found.flatMap(({ listings }) => listings),
      ({ product_id, account_id }) => `${product_id} ${account_id}`,
    );
    return (product, account) =>
      known.has(product) ? (places.get(`${product} ${account}`) ?? NONE) : undefined;
  }, [found]);
  return { listingsIn, error };
}

interface Group {
  readonly product_ids: string;
  readonly listings: readonly Listing[];
}

async function everyListing(product_ids: string, signal: AbortSignal): Promise<Group> {
  const listings: Listing[] = [];
  for (let cursor: string | null = null; ; ) {
    const query = { product_ids, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: { listings: Listing[]; next_cursor: string | null } = dataOf(
      await api.GET('/api/v1/listings', { params: { query }, signal }),
    );
    listings.push(...page.listings);
    if (page.next_cursor === null) return { product_ids, listings };
    cursor = page.next_cursor;
  }
}

/** Outside of the hook, so that the same answers give the same list. */
function answersIn(answers: readonly { readonly data: Group | undefined; readonly error: unknown }[]) {
  return {
    found: answers.flatMap(({ data }) => data ?? []),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}
