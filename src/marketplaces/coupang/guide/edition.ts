import type { Edition, OpenAccount } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { CREDENTIALS } from '../credentials.ts';
import { CLAIM_TIMERS, PENALTIES, SHIP_WITHIN_BUSINESS_DAYS } from '../rules.ts';
import { askerFor } from './calls.ts';
import { CARRIERS } from './carriers.ts';
import { CLAIM_ACTIONS } from './claim-calls.ts';
import { claimsDesk } from './claims.ts';
import { testConnection } from './connection-test.ts';
import { ERROR_FACTS } from './errors.ts';
import { FEED_FACTS } from './feeds.ts';
import { BUCKETS, OPERATIONS } from './operations.ts';
import { ordersDesk } from './orders.ts';
import { SELLER_CANCEL } from './seller-cancel.ts';
import type { Keys } from './sign.ts';
import { STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** Part 2 of the guide, letter for letter: for gateways and test rigs that were built to it. */
export const guide: Edition = {
  name: 'guide',
  baseUrl: 'https://api.coupang.com',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIERS,
  statuses: STATUSES,
  feeds: FEED_FACTS,
  unsupported: UNSUPPORTED,
  credentials: CREDENTIALS.filter(({ name }) => name !== 'wing_id'),
  claims: CLAIM_ACTIONS,
  sellerCancel: SELLER_CANCEL,
  claimTimers: CLAIM_TIMERS,
  penalties: PENALTIES,
  shipWithinBusinessDays: SHIP_WITHIN_BUSINESS_DAYS,
  errors: ERROR_FACTS,
  promises: {
    ship: 'exactly-once by read-back',
    split: 'exactly-once by read-back',
    changeInvoice: 'exactly-once by read-back',
    cancel: 'exactly-once by read-back',
  },
  effectLagMs: 0,
  // Shipping is one call for an order with all its lines, a cancel one for a line.
  batch: { acknowledge: 1, ship: 1, split: 1, cancel: 1 },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const keys = keysOf(account.credentials);
  const ask = askerFor(account, keys);
  return {
    test: () => testConnection(ask, keys.vendorId, account.clock()),
    orders: ordersDesk(ask, keys.vendorId, account.clock),
    claims: claimsDesk(ask, keys.vendorId),
  };
}

function keysOf(credentials: OpenAccount['credentials']): Keys {
  const { access_key: accessKey, secret_key: secretKey, vendor_id: vendorId } = credentials;
  if (accessKey === undefined || secretKey === undefined || vendorId === undefined) {
    throw new Error('a Coupang account needs access_key, secret_key and vendor_id');
  }
  return { accessKey, secretKey, vendorId };
}
