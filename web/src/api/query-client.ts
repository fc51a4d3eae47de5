import { type Query, QueryClient } from '@tanstack/react-query';
import { isDeep } from './keyset.ts';
import { troubleOf } from './problem.ts';

const RETRIES = 2;
const FRESH_MS = 15_000;

const unlessDeep = (query: Query): boolean => !isDeep(query);

/** What the desk remembers of the API. Live events make it forget what has changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The hub may be this very machine: whether there is an internet says nothing.
      networkMode: 'always',
      staleTime: FRESH_MS,
      refetchOnMount: unlessDeep,
      refetchOnWindowFocus: unlessDeep,
      refetchOnReconnect: unlessDeep,
      // A problem is an answer and stays one; only silence is worth another try.
      retry: (count, error) => count < RETRIES && troubleOf(error).kind === 'unreachable',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
