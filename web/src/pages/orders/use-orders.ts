import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages, MOST_PAGES } from '../../api/keyset.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useHasNews } from '../../desk/use-has-news.ts';
import { type OrdersSearch, ordersQuery } from './orders-search.ts';

/** The orders that an address asks for, page after page. */
export function useOrders(search: OrdersSearch) {
  const init = { params: { query: ordersQuery(search) } };
  const hasNews = useHasNews(['get', '/api/v1/orders', init]);
  const query = queries.useInfiniteQuery('get', '/api/v1/orders', init, {
    ...keysetPages,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(
    (): readonly Schema<'OrderSummary'>[] => pages?.flatMap(({ orders }) => orders) ?? [],
    [pages],
  );
  const startOver = () =>
    queryClient.resetQueries({ queryKey: ['get', '/api/v1/orders', init], exact: true });
  return {
    query,
    rows,
    /** Something has changed, and the list is too long to be fetched again unasked. */
    hasNews: hasNews && !query.isFetching,
    startOver,
    /** Fetches the list again, from its start where it is long. */
    refresh: () => (pages !== undefined && pages.length > MOST_PAGES ? startOver() : query.refetch()),
  };
}
