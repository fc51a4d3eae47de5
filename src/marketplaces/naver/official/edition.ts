import type { Edition, OpenAccount, SellerCancelFacts } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { CLAIM_TIMERS } from '../claim-timers.ts';
import { PENALTIES } from '../penalties.ts';
import { CARRIER_TABLE } from './carriers.ts';
import { openCatalogDesk } from './catalog/catalog-desk.ts';
import { CATALOG_AT_MOST } from './catalog/operations.ts';
import { openPricesDesk } from './catalog/prices.ts';
import { LISTING_RULES, OFFER_RULES } from './catalog/rules.ts';
import { openStockDesk } from './catalog/stock.ts';
import { CLAIM_ACTION_FACTS } from './claim-actions.ts';
import { CANCEL_REASONS } from './claim-reasons.ts';
import { openClaimsDesk } from './claims.ts';
import { openClient } from './client.ts';
import { testConnection } from './connection-test.ts';
import { ERROR_FACTS } from './error-facts.ts';
import { FEED_FACTS } from './feed-plan.ts';
import { AT_MOST, BUCKETS, OPERATIONS } from './operations.ts';
import { openOrdersDesk } from './orders.ts';
import { STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** A part of a line's quantity may go; what has been dispatched is returned instead (sheet §3.4, §4.3). */
const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  reasons: CANCEL_REASONS,
  partly: true,
  warns: {
    ko: '취소하면 바로 환불되며 되돌릴 수 없습니다. 품절 등 판매자 사유이면 페널티 2점입니다. 실제 사유를 고르세요.',
    en: 'The buyer is refunded at once and it cannot be undone. A reason on your side, such as sold out, costs 2 penalty points. Choose the true one.',
    ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя. Причина на вашей стороне, например нет товара, стоит 2 штрафных балла. Выберите настоящую причину.',
    uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi. Sabab sizda bo‘lsa, masalan mahsulot tugagan, 2 jarima balli. Haqiqiy sababni tanlang.',
  },
};

/** Naver's own Commerce API, spec 2.73.0 and the notices up to November 2026. */
export const official: Edition = {
  name: 'official',
  baseUrl: 'https://api.commerce.naver.com/external',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIER_TABLE,
  statuses: STATUSES,
  unsupported: UNSUPPORTED,
  // The product order (상품주문번호), which the sheet of the seller center's bulk dispatch has instead of the order.
  namesLines: true,
  // There are no idempotency keys; `query` tells afterwards what arrived (sheet §5.4).
  feeds: FEED_FACTS,
  claims: CLAIM_ACTION_FACTS,
  sellerCancel: SELLER_CANCEL,
  claimTimers: CLAIM_TIMERS,
  penalties: PENALTIES,
  // Payment and 3 business days, where an order tells no day of its own (seller operations §6).
  shipWithinBusinessDays: 3,
  errors: ERROR_FACTS,
  promises: {
    acknowledge: 'exactly-once by read-back',
    ship: 'exactly-once by read-back',
    delay: 'at-least-once',
    cancel: 'exactly-once by read-back',
    // Sales move stock too, so a number that is read back proves nothing.
    'stock.set': 'at-least-once',
    'prices.set': 'exactly-once by read-back',
    'catalog.publish': 'exactly-once by read-back',
    'catalog.setOnSale': 'exactly-once by read-back',
  },
  offerRules: OFFER_RULES,
  listingRules: LISTING_RULES,
  effectLagMs: 60_000,
  batch: {
    acknowledge: AT_MOST.confirm,
    ship: AT_MOST.dispatch,
    cancel: AT_MOST.cancel,
    stock: CATALOG_AT_MOST.multiUpdate,
    prices: CATALOG_AT_MOST.multiUpdate,
    publish: 1,
    sale: 10,
  },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const client = openClient(account);
  return {
    test: () => testConnection(client, account.clock),
    orders: openOrdersDesk(client, account.clock),
    claims: openClaimsDesk(client, account.clock),
    stock: openStockDesk(client),
    prices: openPricesDesk(client),
    catalog: openCatalogDesk(client, account),
  };
}
