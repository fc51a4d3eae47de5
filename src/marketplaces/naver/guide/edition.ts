import type { Edition, OpenAccount, SellerCancelFacts } from '../../kit/edition.ts';
import type { Shop } from '../../kit/shop.ts';
import { CLAIM_TIMERS } from '../claim-timers.ts';
import { PENALTIES } from '../penalties.ts';
import { CARRIER_TABLE } from './carriers.ts';
import { CLAIM_ACTION_FACTS } from './claim-actions.ts';
import { CANCEL_REASONS } from './claim-reasons.ts';
import { openClaimsDesk } from './claims.ts';
import { openClient } from './client.ts';
import { testConnection } from './connection-test.ts';
import { CREDENTIALS } from './credentials.ts';
import { ERROR_FACTS } from './errors.ts';
import { FEED_FACTS } from './feed-plan.ts';
import { AT_MOST, BUCKETS, OPERATIONS } from './operations.ts';
import { openOrdersDesk } from './orders.ts';
import { STATUSES } from './statuses.ts';
import { UNSUPPORTED } from './unsupported.ts';

/** Only what was not shipped, and a product order as a whole (guide §1.5.4). */
const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  reasons: CANCEL_REASONS,
  partly: false,
  warns: {
    ko: '취소하면 바로 환불되며 되돌릴 수 없습니다. 품절 등 판매자 사유이면 페널티 2점입니다. 실제 사유를 고르세요.',
    en: 'The buyer is refunded at once and it cannot be undone. A reason on your side, such as sold out, costs 2 penalty points. Choose the true one.',
    ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя. Причина на вашей стороне, например нет товара, стоит 2 штрафных балла. Выберите настоящую причину.',
    uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi. Sabab sizda bo‘lsa, masalan mahsulot tugagan, 2 jarima balli. Haqiqiy sababni tanlang.',
  },
};

/** The API as the order guide describes it in its first part, for gateways and test rigs built to that text. */
export const guide: Edition = {
  name: 'guide',
  baseUrl: 'https://api.commerce.naver.com',
  operations: OPERATIONS,
  buckets: BUCKETS,
  carriers: CARRIER_TABLE,
  statuses: STATUSES,
  unsupported: UNSUPPORTED,
  // The product order (상품주문번호), which the sheet of the seller center's bulk dispatch has instead of the order.
  namesLines: true,
  credentials: CREDENTIALS,
  feeds: FEED_FACTS,
  claims: CLAIM_ACTION_FACTS,
  sellerCancel: SELLER_CANCEL,
  claimTimers: CLAIM_TIMERS,
  penalties: PENALTIES,
  // Payment and 3 business days; the guide's orders tell no day of their own (seller operations §6).
  shipWithinBusinessDays: 3,
  errors: ERROR_FACTS,
  promises: {
    ship: 'exactly-once by read-back',
    changeInvoice: 'exactly-once by read-back',
    hold: 'exactly-once by read-back',
    release: 'exactly-once by read-back',
    cancel: 'exactly-once by read-back',
  },
  // The guide tells of no delay between a write and its reads; this is for answers that were already on their way.
  effectLagMs: 10_000,
  batch: {
    acknowledge: 1,
    ship: AT_MOST.ids,
    hold: AT_MOST.ids,
    cancel: AT_MOST.ids,
  },
  open: openShop,
};

function openShop(account: OpenAccount): Shop {
  const client = openClient(account);
  return {
    test: () => testConnection(client, account.clock),
    orders: openOrdersDesk(client, account.clock),
    claims: openClaimsDesk(client),
  };
}
