import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { compact } from '../../desk/search-params.ts';
import type { CatalogueSearch } from './catalogue-search.ts';

const PAGE = 50;

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
