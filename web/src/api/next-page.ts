import { useCallback } from 'react';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly isError: boolean;
  readonly isFetchNextPageError: boolean;
  fetchNextPage(): unknown;
  refetch(): unknown;
}

/**
 * Asks for what follows when the end of a list comes into sight. Not while the list is being asked for: that would
 * give up what is on its way and begin it anew, for ever where the rows of the list before are still in sight. Nor after
 * a failure, which is shown and waits for a person: the end stays in sight, so it would be asked for without a pause.
 */
export function useNextPage(pages: Pages) {
  const { hasNextPage, isFetching, isPlaceholderData, isError, fetchNextPage } = pages;
  const onEnd = useCallback(() => {
    if (!isFetching && !isError) fetchNextPage();
  }, [fetchNextPage, isFetching, isError]);
  return {
    hasMore: hasNextPage && !isPlaceholderData,
    onEnd,
    /** Tries again what failed: the next page alone, where it was that. */
    retry: () => (pages.isFetchNextPageError ? fetchNextPage() : pages.refetch()),
  };
}
