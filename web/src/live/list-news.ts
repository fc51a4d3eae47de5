import type { QueryCache } from '@tanstack/react-query';

/** Lists, by the hash of their query, that something has happened to since they were fetched from their start. */
const news = new Set<string>();
const listeners = new Set<() => void>();

/** Notes that a list which is too long to be fetched again unasked is no longer what the hub has. */
export function noteNews(queryHash: string): void {
  if (news.has(queryHash)) return;
  news.add(queryHash);
  tell();
}

export function hasNews(queryHash: string): boolean {
  return news.has(queryHash);
}

export function onNews(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Lets news of a list go when it was fetched from its start. One more page at its end is not that, though the cache then
 * takes the whole list for fresh.
 */
export function settleNews(cache: QueryCache): () => void {
  return cache.subscribe((event) => {
    const { query } = event;
    const isSettled =
      event.type === 'removed' ||
      (event.type === 'updated' &&
        event.action.type === 'success' &&
        query.state.fetchMeta?.fetchMore === undefined);
    if (isSettled && news.delete(query.queryHash)) tell();
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}
