import { MINUTE_MS } from '../../kit/bucket.ts';
import type { Edition, OpenAccount } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { askerFor } from './calls.ts';
import { CARRIERS } from './carriers.ts';
import { CLAIM_FACTS } from './claim-facts.ts';
import { claimsDesk } from './claims.ts';
import { testConnection } from './connection-test.ts';
import { NATIVE_ERRORS } from './errors.ts';
import { FEED_FACTS } from './feeds.ts';
import { BUCKETS, OPERATIONS } from './operations.ts';
import { ordersDesk } from './orders.ts';
import { ORDER_STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** The seller API as part 3 of the guide tells it: JSON, for gateways and test rigs built to that text. */
export const guide: Edition = {
  name: 'guide',
  baseUrl: 'https://api.11st.co.kr',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIERS,
  statuses: ORDER_STATUSES,
  feeds: FEED_FACTS,
  unsupported: UNSUPPORTED,
  claims: CLAIM_FACTS,
  errors: NATIVE_ERRORS,
  promises: {
    ship: 'exactly-once by read-back',
    changeInvoice: 'exactly-once by read-back',
  },
  effectLagMs: MINUTE_MS,
  batch: { acknowledge: 1, ship: 20 },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const { api_key: apiKey } = account.credentials;
  if (apiKey === undefined) throw new Error('an 11st account needs api_key');
  const ask = askerFor(account, apiKey);
  return {
    test: () => testConnection(ask, account.clock()),
    orders: ordersDesk(ask, account.clock),
    claims: claimsDesk(ask, account.clock),
  };
}
