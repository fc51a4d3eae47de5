import type { Edition, OpenAccount } from '../../kit/edition.ts';
import { USUAL_HOOKS } from '../../kit/hooks.ts';
import type { Shop } from '../../kit/shop.ts';
import { QUESTIONS } from '../questions.ts';
import { idsOf } from '../site.ts';
import { askerFor } from './calls.ts';
import { CARRIERS } from './carriers.ts';
import { catalogDesk } from './catalog/desk.ts';
import { offerDesks } from './catalog/offers.ts';
import { oneAtATime } from './catalog/one-at-a-time.ts';
import { LISTING_RULES, OFFER_RULES, TOO_EARLY } from './catalog/rules.ts';
import { CLAIM_FACTS, CLAIM_TIMERS, PENALTIES, SELLER_CANCEL } from './claim-facts.ts';
import { claimsDesk } from './claims.ts';
import { testConnection } from './connection-test.ts';
import { ERROR_FACTS } from './errors.ts';
import { FEED_FACTS } from './feeds.ts';
import { keysOf, sitesOf } from './keys.ts';
import { BUCKETS, OPERATIONS } from './operations.ts';
import { ordersDesk } from './orders.ts';
import { STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** The trading API of ESM PLUS, as of November 2026. Both sites are on one host. */
export const official: Edition = {
  name: 'official',
  baseUrl: 'https://sa2.esmplus.com',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIERS,
  statuses: STATUSES,
  feeds: FEED_FACTS,
  hooks: { ...USUAL_HOOKS, questions: QUESTIONS },
  unsupported: UNSUPPORTED,
  orderIdsOf: idsOf,
  claims: CLAIM_FACTS,
  sellerCancel: SELLER_CANCEL,
  claimTimers: CLAIM_TIMERS,
  penalties: PENALTIES,
  // E-Commerce Act art. 15, for the minutes in which `TransDueDate` is not told yet (sheet §7.5).
  shipWithinBusinessDays: 3,
  errors: ERROR_FACTS,
  promises: {
    acknowledge: 'exactly-once by read-back',
    ship: 'exactly-once by read-back',
    changeInvoice: 'exactly-once by read-back',
    cancel: 'exactly-once by read-back',
    // Nothing documented shows an announced day; announcing it again only replaces it.
    delay: 'at-least-once',
    // Buyers move it meanwhile, so what is read proves nothing.
    'stock.set': 'at-least-once',
    'prices.set': 'exactly-once by read-back',
    // There is no key: a lost create is looked for by the seller's code.
    'catalog.publish': 'exactly-once by read-back',
    'catalog.setOnSale': 'exactly-once by read-back',
  },
  effectLagMs: 2 * 60_000,
  // Items of one product go in one call, and its calls must not overlap.
  batch: { acknowledge: 1, ship: 1, cancel: 1, stock: 20, prices: 20, publish: 1, sale: 1 },
  offerRules: OFFER_RULES,
  listingRules: LISTING_RULES,
  tooEarly: { set_stock: TOO_EARLY, set_price: TOO_EARLY, publish: TOO_EARLY, set_sale: TOO_EARLY },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const keys = keysOf(account.credentials);
  const sites = sitesOf(keys);
  const ask = askerFor(account, keys);
  const inTurn = oneAtATime();
  return {
    test: () => testConnection(ask, sites, account.clock()),
    orders: ordersDesk(ask, sites, account.clock),
    claims: claimsDesk(ask, account.clock),
    ...offerDesks(ask, sites, inTurn),
    catalog: catalogDesk(ask, sites, inTurn),
  };
}
