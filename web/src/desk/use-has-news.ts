import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * Whether something has happened to a list since it was fetched. A list that was scrolled deep is not fetched again by
 * itself (see `live/live.ts`); it offers to.
 */
export function useHasNews(queryKey: QueryKey): boolean {
  const queryClient = useQueryClient();
  const follow = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  );
  return useSyncExternalStore(follow, () => queryClient.getQueryState(queryKey)?.isInvalidated === true);
}
