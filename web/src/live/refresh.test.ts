import { hashKey, InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_PAGES } from '../api/keyset.ts';
import { hasNews, settleNews } from './list-news.ts';
import { refresh } from './refresh.ts';

const KEY = ['get', '/api/v1/orders', { params: {} }] as const;

/** What a hub answers: each call is held until it is let go, and answers what was true when it was made. */
function slowHub() {
  let truth = 0;
  const calls: (() => void)[] = [];
  return {
    happens: () => {
      truth += 1;
    },
    calls: () => calls.length,
    ask: () =>
      new Promise<number>((resolve) => {
        const seen = truth;
        calls.push(() => resolve(seen));
      }),
    async answers() {
      for (const answer of calls.splice(0)) answer();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    },
  };
}

describe('what happens', () => {
  let client: QueryClient;
  let unsettle: () => void;
  beforeEach(() => {
    client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } });
    unsettle = settleNews(client.getQueryCache());
  });
  afterEach(() => {
    unsettle();
    client.clear();
  });

  test('while an answer is under way is asked for once more when it has come, however often it is told', async () => {
    const hub = slowHub();
    const observer = new QueryObserver(client, { queryKey: KEY, queryFn: hub.ask, staleTime: 60_000 });
    const leave = observer.subscribe(() => {});
    expect(hub.calls()).toBe(1);
    hub.happens();
    refresh(client, ['/api/v1/orders']);
    refresh(client, ['/api/v1/orders']);
    expect(hub.calls()).toBe(1);
    await hub.answers();
    expect(observer.getCurrentResult().data).toBe(0);
    expect(hub.calls()).toBe(1);
    await hub.answers();
    expect(observer.getCurrentResult().data).toBe(1);
    expect(hub.calls()).toBe(0);
    leave();
  });

  test('elsewhere leaves an answer alone', async () => {
    const hub = slowHub();
    const leave = new QueryObserver(client, {
      queryKey: KEY,
      queryFn: hub.ask,
      staleTime: 60_000,
    }).subscribe(() => {});
    await hub.answers();
    refresh(client, ['/api/v1/claims']);
    expect(hub.calls()).toBe(0);
    leave();
  });

  test('to a long list stays news through its next page, until it is fetched from its start', async () => {
    const hub = slowHub();
    const observer = new InfiniteQueryObserver(client, {
      queryKey: KEY,
      queryFn: hub.ask,
      staleTime: 60_000,
      initialPageParam: 0,
      getNextPageParam: (_last: number, pages: readonly number[]) => pages.length,
    });
    const leave = observer.subscribe(() => {});
    await hub.answers();
    for (let page = 0; page < MOST_PAGES; page++) {
      void observer.fetchNextPage();
      await hub.answers();
    }
    expect(hasNews(hashKey(KEY))).toBe(false);
    hub.happens();
    refresh(client, ['/api/v1/orders']);
    expect(hub.calls()).toBe(0);
    expect(hasNews(hashKey(KEY))).toBe(true);
    void observer.fetchNextPage();
    await hub.answers();
    expect(hasNews(hashKey(KEY))).toBe(true);
    void client.resetQueries({ queryKey: KEY, exact: true });
    await hub.answers();
    expect(observer.getCurrentResult().data?.pages).toEqual([1]);
    expect(hasNews(hashKey(KEY))).toBe(false);
    leave();
  });
});
