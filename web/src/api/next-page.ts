import { useCallback } from 'react';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  fetchNextPage(): unknown;
}

/**
 * Asks for what follows when the end of a list comes into sight. Not while the list is being asked for: that would
 * give up what is on its way and begin it anew, for ever where the rows of the list before are still in sight.
 */
export function useNextPage({ hasNextPage, isFetching, isPlaceholderData, fetchNextPage }: Pages) {
  const onEnd = useCallback(() => {
    if (!isFetching) fetchNextPage();
  }, [fetchNextPage, isFetching]);
  return { hasMore: hasNextPage && !isPlaceholderData, onEnd };
}
