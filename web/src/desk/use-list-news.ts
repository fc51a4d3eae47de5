import { hashKey, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { MOST_PAGES } from '../api/keyset.ts';
import { hasNews, onNews } from '../live/list-news.ts';

interface List {
  readonly isFetching: boolean;
  readonly data: { readonly pages: readonly unknown[] } | undefined;
  refetch(): unknown;
}

/** How a list of pages gets what has happened since it was fetched. */
export interface ListNews {
  /** Something has changed, and the list is too long to be fetched again unasked (see `live/refresh.ts`): it offers to. */
  readonly hasNews: boolean;
  startOver(): void;
  /** Fetches the list again, from its start where it is long. */
  refresh(): void;
}

export function useListNews(queryKey: QueryKey, list: List): ListNews {
  const queryClient = useQueryClient();
  const hash = hashKey(queryKey);
  const isStale = useSyncExternalStore(onNews, () => hasNews(hash));
  const startOver = () => queryClient.resetQueries({ queryKey, exact: true });
  return {
    hasNews: isStale && !list.isFetching,
    startOver,
    refresh: () =>
      list.data !== undefined && list.data.pages.length > MOST_PAGES ? startOver() : list.refetch(),
  };
}
