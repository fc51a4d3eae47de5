import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { useListNews } from '../../desk/use-list-news.ts';
import { type OrdersSearch, ordersQuery } from './orders-search.ts';

/** The orders that an address asks for, page after page. */
export function useOrders(search: OrdersSearch) {
  const init = { params: { query: ordersQuery(search) } };
  const query = queries.useInfiniteQuery('get', '/api/v1/orders', init, {
    ...keysetPages,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(
    (): readonly Schema<'OrderSummary'>[] => pages?.flatMap(({ orders }) => orders) ?? [],
    [pages],
  );
  return { query, rows, ...useListNews(['get', '/api/v1/orders', init], query) };
}
