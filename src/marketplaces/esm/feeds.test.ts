import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../kit/bucket.ts';
import { dueSweep } from '../kit/sweeps/due.ts';
import { feedsOf as guideFeeds } from './guide/feeds.ts';
import { feedsOf } from './official/feeds.ts';
import { SITES } from './site.ts';

describe('feeds', () => {
  it('stay inside what ESM takes: 31 days of orders, less than 7 of claims and status changes', () => {
    for (const { reads, windowMs } of feedsOf(SITES)) {
      expect(windowMs).toBeLessThanOrEqual((reads.list === 'orders' ? 31 : 6) * DAY_MS);
    }
  });

  it('go by whole days, begin with the day chosen, and with news two days ago', () => {
    const now = new Date('2026-11-21T01:02:03.000Z');
    for (const feed of [...feedsOf(SITES), ...guideFeeds(SITES)]) {
      const isNews = feed.name.includes('news');
      expect(dueSweep(feed, {}, new Date('2026-11-01T05:00:00Z'), now)).toMatchObject({
        from: isNews ? '2026-11-19T15:00:00.000Z' : '2026-10-31T15:00:00.000Z',
        to: '2026-11-21T15:00:00.000Z',
      });
    }
  });
});
