import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useListNews } from '../../desk/use-list-news.ts';
import { type ClaimsSearch, claimsQuery } from './claims-search.ts';

/** The claims that an address asks for, page after page. */
export function useClaims(search: ClaimsSearch) {
  const init = { params: { query: claimsQuery(search) } };
  const query = queries.useInfiniteQuery('get', '/api/v1/claims', init, {
    ...keysetPages,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(
    (): readonly Schema<'ListedClaim'>[] => pages?.flatMap(({ claims }) => claims) ?? [],
    [pages],
  );
  return { query, rows, ...useListNews(['get', '/api/v1/claims', init], query) };
}

/** One claim with its history and what can be done with it now. */
export function useClaim(id: number) {
  return queries.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
}

/** What answers otherwise once something was done with claims. */
export const CLAIMS: readonly string[] = ['/api/v1/claims', '/api/v1/claims/{id}'];

/** Lets the desk ask again for what an act on claims has changed. */
export async function forgetClaims(): Promise<void> {
  await Promise.all(CLAIMS.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })));
}
