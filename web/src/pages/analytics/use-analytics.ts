import { keepPreviousData } from '@tanstack/react-query';
import { queries } from '../../api/client.ts';
import { compact } from '../../desk/search-params.ts';
import { type AnalyticsSearch, shownBy } from './analytics-search.ts';

/** The three answers that the page is made of; what was shown stays until the next filter's answer is there. */
export function useAnalytics(search: AnalyticsSearch) {
  const { from, to, step } = shownBy(search);
  const query = compact({
    start_date: from,
    end_date: to,
    platform: search.platform,
    account_id: search.shop === undefined ? undefined : Number(search.shop),
    currency: search.currency,
  });
  const keep = { placeholderData: keepPreviousData };
  return {
    summary: queries.useQuery('get', '/api/v1/analytics/summary', { params: { query } }, keep),
    trend: queries.useQuery(
      'get',
      '/api/v1/analytics/trend',
      { params: { query: { ...query, step } } },
      keep,
    ),
    platforms: queries.useQuery('get', '/api/v1/analytics/platforms', { params: { query } }, keep),
  };
}
