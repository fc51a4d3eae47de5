import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { type OrdersSearch, ordersQuery } from './orders-search.ts';

/** The orders that an address asks for, page after page. */
export function useOrders(search: OrdersSearch) {
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/orders',
    { params: { query: ordersQuery(search) } },
    { ...keysetPages, placeholderData: (before) => before },
  );
  const pages = query.data?.pages;
  const rows = useMemo(
    (): readonly Schema<'OrderSummary'>[] => pages?.flatMap(({ orders }) => orders) ?? [],
    [pages],
  );
  return { query, rows };
}
