import type { Edition, OpenAccount } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { CARRIER_TABLE } from './carriers.ts';
import { openClient } from './client.ts';
import { testConnection } from './connection-test.ts';
import { FEED_FACTS } from './feed-plan.ts';
import { AT_MOST, BUCKETS, OPERATIONS } from './operations.ts';
import { openOrdersDesk } from './orders.ts';
import { STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** Naver's own Commerce API, spec 2.73.0 and the notices up to November 2026. */
export const official: Edition = {
  name: 'official',
  baseUrl: 'https://api.commerce.naver.com/external',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIER_TABLE,
  statuses: STATUSES,
  unsupported: UNSUPPORTED,
  // There are no idempotency keys; `query` tells afterwards what arrived (sheet §5.4).
  feeds: FEED_FACTS,
  promises: {
    acknowledge: 'exactly-once by read-back',
    ship: 'exactly-once by read-back',
    delay: 'at-least-once',
  },
  effectLagMs: 60_000,
  batch: { acknowledge: AT_MOST.confirm, ship: AT_MOST.dispatch },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const client = openClient(account);
  return {
    test: () => testConnection(client, account.clock),
    orders: openOrdersDesk(client, account.clock),
  };
}
