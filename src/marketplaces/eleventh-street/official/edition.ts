import { MINUTE_MS } from '../../kit/bucket.ts';
import type { Edition, OpenAccount } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { BUCKETS } from './buckets.ts';
import { askerFor } from './calls.ts';
import { SELLER_CANCEL } from './cancel-by-seller.ts';
import { CARRIERS } from './carriers.ts';
import { catalogDesk } from './catalog/desk.ts';
import { LISTING_RULES, OFFER_RULES } from './catalog/listing-rules.ts';
import { pricesDesk } from './catalog/prices.ts';
import { stockDesk } from './catalog/stock.ts';
import { CLAIM_FACTS, CLAIM_TIMERS, PENALTIES } from './claim-facts.ts';
import { claimsDesk } from './claims.ts';
import { testConnection } from './connection-test.ts';
import { FEED_FACTS } from './lists.ts';
import { NATIVE_ERRORS } from './native-errors.ts';
import { OPERATIONS } from './operations.ts';
import { ordersDesk } from './orders.ts';
import { LINE_STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** 11st's own seller Open API: XML in EUC-KR, one list for each state, as of November 2026. */
export const official: Edition = {
  name: 'official',
  baseUrl: 'https://api.11st.co.kr',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIERS,
  statuses: LINE_STATUSES,
  feeds: FEED_FACTS,
  unsupported: UNSUPPORTED,
  claims: CLAIM_FACTS,
  sellerCancel: SELLER_CANCEL,
  claimTimers: CLAIM_TIMERS,
  penalties: PENALTIES,
  // Where an order tells no day: two days after it (seller-operations §6, D:6744).
  shipWithinBusinessDays: 2,
  errors: NATIVE_ERRORS,
  promises: {
    acknowledge: 'exactly-once by read-back',
    ship: 'exactly-once by read-back',
    split: 'exactly-once by read-back',
    cancel: 'exactly-once by read-back',
    // A second notice tells the buyer again, and the date that is read back may not be the one that was sent.
    delay: 'at-least-once',
    // Sales move a stock too, so a reading does not tell whether a number was set.
    'stock.set': 'at-least-once',
    'prices.set': 'exactly-once by read-back',
    'catalog.publish': 'exactly-once by read-back',
    'catalog.setOnSale': 'exactly-once by read-back',
  },
  effectLagMs: 5 * MINUTE_MS,
  batch: { acknowledge: 1, ship: 20, split: 1, cancel: 5, stock: 10, prices: 20, publish: 1, sale: 10 },
  offerRules: OFFER_RULES,
  listingRules: LISTING_RULES,
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
    stock: stockDesk(ask),
    prices: pricesDesk(ask),
    catalog: catalogDesk(ask),
  };
}
