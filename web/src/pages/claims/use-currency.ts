import { queries } from '../../api/client.ts';

/** The currency a marketplace counts in; for claims that name no money of their own. */
export function useCurrencyOf(): (platform: string) => string {
  const { data } = queries.useQuery('get', '/api/v1/platforms', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (platform) => data?.platforms.find(({ id }) => id === platform)?.currency ?? 'KRW';
}
