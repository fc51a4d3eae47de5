import type { Edition, OpenAccount } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { CLAIM_TIMERS, PENALTIES, SHIP_WITHIN_BUSINESS_DAYS } from '../rules.ts';
import { askerFor } from './calls.ts';
import { CARRIERS } from './carriers.ts';
import { catalogDesk } from './catalog/desk.ts';
import { LISTING_RULES, OFFER_RULES } from './catalog/rules.ts';
import { actOnClaims } from './claims/act.ts';
import { CLAIM_ACTIONS, TOO_EARLY } from './claims/actions.ts';
import { readClaims } from './claims/read.ts';
import { testConnection } from './connection-test.ts';
import { ERROR_FACTS } from './error-facts.ts';
import { FEED_FACTS } from './feeds.ts';
import { OFFERS_PER_CALL, offerDesks } from './offers.ts';
import { BUCKETS, OPERATIONS } from './operations.ts';
import { ordersDesk } from './orders.ts';
import { SELLER_CANCEL } from './seller-cancel.ts';
import type { Keys } from './sign.ts';
import { BOX_STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';
import { CALL_SIZE } from './writes.ts';

/** Coupang's own Open API, orders v5, returns v6, exchanges and writes v4, as of November 2026. */
export const official: Edition = {
  name: 'official',
  baseUrl: 'https://api-gateway.coupang.com',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIERS,
  statuses: BOX_STATUSES,
  unsupported: UNSUPPORTED,
  claims: CLAIM_ACTIONS,
  sellerCancel: SELLER_CANCEL,
  tooEarly: TOO_EARLY,
  claimTimers: CLAIM_TIMERS,
  penalties: PENALTIES,
  shipWithinBusinessDays: SHIP_WITHIN_BUSINESS_DAYS,
  errors: ERROR_FACTS,
  // No idempotency key exists; the box status tells afterwards whether a write arrived (sheet §5).
  feeds: FEED_FACTS,
  promises: {
    acknowledge: 'exactly-once by read-back',
    ship: 'exactly-once by read-back',
    changeInvoice: 'exactly-once by read-back',
    cancel: 'exactly-once by read-back',
    // Sales move the stock too, so a read cannot always tell whether a quantity arrived; it is absolute, so that
    // sending it again does not add up.
    'stock.set': 'at-least-once',
    'prices.set': 'exactly-once by read-back',
    // A create is found by the codes of its options.
    'catalog.publish': 'exactly-once by read-back',
    'catalog.setOnSale': 'exactly-once by read-back',
  },
  effectLagMs: 30 * 60_000,
  batch: {
    acknowledge: CALL_SIZE,
    ship: CALL_SIZE,
    cancel: CALL_SIZE,
    stock: OFFERS_PER_CALL,
    prices: OFFERS_PER_CALL,
    publish: 1,
    sale: 1,
  },
  offerRules: OFFER_RULES,
  listingRules: LISTING_RULES,
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const keys = keysOf(account.credentials);
  const ask = askerFor(account, keys);
  const seller = { vendorId: keys.vendorId, wingId: account.credentials.wing_id };
  return {
    test: () => testConnection(ask, keys.vendorId, account.clock()),
    orders: ordersDesk(ask, seller, account.clock),
    claims: {
      read: (refs) => readClaims(ask, refs),
      act: (action, targets) => actOnClaims(ask, keys.vendorId, action, targets),
    },
    ...offerDesks(ask),
    catalog: catalogDesk(ask, seller, account.clock),
  };
}

function keysOf(credentials: OpenAccount['credentials']): Keys {
  const { access_key: accessKey, secret_key: secretKey, vendor_id: vendorId } = credentials;
  if (accessKey === undefined || secretKey === undefined || vendorId === undefined) {
    throw new Error('a Coupang account needs access_key, secret_key and vendor_id');
  }
  return { accessKey, secretKey, vendorId };
}
