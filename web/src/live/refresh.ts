import type { Query, QueryClient } from '@tanstack/react-query';
import { isDeep } from '../api/keyset.ts';
import { noteNews } from './list-news.ts';

/** Queries that are to be asked again once the answer that is under way has come. */
const later = new WeakSet<Query>();

/** Asks again for everything under these paths that is shown, and forgets what is not. */
export function refresh(queryClient: QueryClient, paths: readonly string[]): void {
  for (const query of queryClient.getQueryCache().getAll()) {
    const [, path] = query.queryKey;
    if (typeof path === 'string' && paths.some((prefix) => path.startsWith(prefix)))
      askAgain(queryClient, query);
  }
}

/**
 * An answer that is under way may be older than what has happened: it is let come, since a busy hub would never let a
 * slow one end, and then asked for once more.
 */
function askAgain(queryClient: QueryClient, query: Query): void {
  if (query.state.fetchStatus === 'fetching' && !later.has(query)) {
    later.add(query);
    const ended = () => {
      later.delete(query);
      askAgain(queryClient, query);
    };
    query.promise?.then(ended, ended);
  }
  if (isDeep(query)) noteNews(query.queryHash);
  queryClient.invalidateQueries(
    { queryKey: query.queryKey, exact: true, refetchType: isDeep(query) ? 'none' : 'active' },
    { cancelRefetch: false },
  );
}
