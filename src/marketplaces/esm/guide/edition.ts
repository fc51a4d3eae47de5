import type { Edition, OpenAccount } from '../../kit/edition.ts';
import type { ConnectionReport, Shop } from '../../kit/shop.ts';
import { dayAfter, koreanMidnight } from '../../kit/sweeps/days.ts';
import { idsOf, SITE_NAMES, type Site } from '../site.ts';
import { CARRIERS } from './carriers.ts';
import { CLAIM_FACTS, CLAIM_TIMERS } from './claim-facts.ts';
import { claimsDesk } from './claims.ts';
import { type Client, openClient } from './client.ts';
import { ERROR_FACTS } from './errors.ts';
import { FEED_FACTS } from './feeds.ts';
import { CREDENTIALS, keysOf } from './keys.ts';
import { readOrderPage } from './lists.ts';
import { BUCKETS, HOSTS, OPERATIONS } from './operations.ts';
import { ordersDesk } from './orders.ts';
import { STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** Part 4 of the guide, for gateways and test rigs built to it. */
export const guide: Edition = {
  name: 'guide',
  baseUrl: 'https://api.gmarket.co.kr',
  hosts: HOSTS,
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIERS,
  statuses: STATUSES,
  feeds: FEED_FACTS,
  unsupported: UNSUPPORTED,
  orderIdsOf: idsOf,
  credentials: CREDENTIALS,
  claims: CLAIM_FACTS,
  claimTimers: CLAIM_TIMERS,
  // E-Commerce Act art. 15: the guide tells no day to ship by.
  shipWithinBusinessDays: 3,
  errors: ERROR_FACTS,
  promises: {
    ship: 'exactly-once by read-back',
    changeInvoice: 'exactly-once by read-back',
  },
  effectLagMs: 60_000,
  batch: { acknowledge: 1, ship: 10 },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const keys = keysOf(account.credentials);
  const client = openClient(account, keys);
  return {
    test: () => testConnection(client, keys.sites, account.clock()),
    orders: ordersDesk(client, keys.sites, account.clock),
    claims: claimsDesk(client, account.clock),
  };
}

/** A token of each site proves the keys, today's orders the permission. The guide tells a shop's name nowhere. */
async function testConnection(client: Client, sites: readonly Site[], now: Date): Promise<ConnectionReport> {
  await client.proveKeys();
  const checks = ['token'];
  for (const site of sites) {
    const window = { from: koreanMidnight(now), to: dayAfter(now) };
    await readOrderPage(client, { site, by: 'PAY', window, status: 'PAY_COMPLETE', page: 1 });
    checks.push(`orders ${SITE_NAMES[site]}`);
  }
  return { shopName: null, checks };
}
