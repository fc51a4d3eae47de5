import type { ExchangeClaim, ReturnClaim } from '../orders/claim.ts';
import {
  admitCancel,
  finishClaim,
  finishCollecting,
  holdBack,
  openClaim,
  redeliver,
  rejectClaim,
  releaseDecision,
  startCollecting,
} from '../orders/claiming.ts';
import { confirm, dispatch } from '../orders/fulfilment.ts';
import type { ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import {
  newAdminCancel,
  newCancel,
  newDecisionHoldback,
  newExchange,
  newReturn,
} from '../world/claim-requests.ts';
import { parcelFor } from '../world/invoices.ts';
import type { Moments, PaidLife } from './life.ts';
import { deliver } from './usual-lives.ts';

function claimLife(
  name: string,
  live: PaidLife['live'],
  ageHours: PaidLife['ageHours'] = [48, 192],
): PaidLife {
  return { name, weight: 0.4, ageHours, isPaid: true, live };
}

/** A line the seller has not taken on is canceled at once; the seller is only asked about the others. */
function requestCancel(shop: Shop, line: ProductOrder, next: Moments, quantity?: number) {
  if (line.placeOrderStatus !== 'OK') confirm(shop.book, line, next());
  const at = next();
  const claim = newCancel(shop, line, at, quantity === undefined ? {} : { quantity });
  openClaim(shop.book, line, claim, at);
  return claim;
}

function requestReturn(shop: Shop, line: ProductOrder, next: Moments, quantity?: number): ReturnClaim {
  deliver(shop, line, next);
  const at = next();
  const claim = newReturn(shop, line, at, quantity === undefined ? {} : { quantity });
  openClaim(shop.book, line, claim, at);
  return claim;
}

function requestExchange(shop: Shop, line: ProductOrder, next: Moments): ExchangeClaim {
  deliver(shop, line, next);
  const at = next();
  const claim = newExchange(shop, line, at);
  openClaim(shop.book, line, claim, at);
  return claim;
}

function collect(
  { book }: Shop,
  line: ProductOrder,
  next: Moments,
  claim: ReturnClaim | ExchangeClaim,
): void {
  startCollecting(book, line, claim, next());
  finishCollecting(book, line, claim, next());
}

function sendAgain(shop: Shop, line: ProductOrder, next: Moments, claim: ExchangeClaim): void {
  collect(shop, line, next, claim);
  const sentAt = next();
  const trackingNumber = String(shop.random.int(600_000_000_000, 699_999_999_999));
  redeliver(
    shop.book,
    line,
    claim,
    { parcel: { method: 'DELIVERY', company: 'CJGLS', trackingNumber }, sentAt, status: 'DELIVERING' },
    sentAt,
  );
}

const CANCEL_AGE = [4, 48] as const;

const CANCEL_LIVES: readonly PaidLife[] = [
  claimLife('cancel:CANCEL_REQUEST', (shop, line, next) => requestCancel(shop, line, next), CANCEL_AGE),
  claimLife(
    'cancel:CANCELING',
    (shop, line, next) => admitCancel(shop.book, line, requestCancel(shop, line, next), next()),
    CANCEL_AGE,
  ),
  claimLife('cancel:CANCEL_DONE', (shop, line, next) =>
    finishClaim(shop.book, line, requestCancel(shop, line, next), next()),
  ),
  claimLife(
    'cancel:withdrawn',
    (shop, line, next) => rejectClaim(shop.book, line, requestCancel(shop, line, next), 'buyer', next()),
    CANCEL_AGE,
  ),
  claimLife(
    'cancel:refused-by-dispatch',
    (shop, line, next) => {
      requestCancel(shop, line, next);
      const at = next();
      dispatch(shop.book, line, parcelFor(line, shop.random), { sentAt: at, at });
    },
    CANCEL_AGE,
  ),
  claimLife('cancel:partial-request', (shop, line, next) => requestCancel(shop, line, next, 1), CANCEL_AGE),
  claimLife(
    'cancel:partial-done',
    (shop, line, next) => finishClaim(shop.book, line, requestCancel(shop, line, next, 1), next()),
    CANCEL_AGE,
  ),
  claimLife('admin-cancel:ADMIN_CANCELING', (shop, line, next) => {
    const at = next();
    openClaim(shop.book, line, newAdminCancel(shop, line, at), at);
  }),
  claimLife('admin-cancel:ADMIN_CANCEL_DONE', (shop, line, next) => {
    const at = next();
    const claim = newAdminCancel(shop, line, at);
    openClaim(shop.book, line, claim, at);
    finishClaim(shop.book, line, claim, next());
  }),
  claimLife('admin-cancel:ADMIN_CANCEL_REJECT', (shop, line, next) => {
    const at = next();
    const claim = newAdminCancel(shop, line, at);
    openClaim(shop.book, line, claim, at);
    rejectClaim(shop.book, line, claim, 'marketplace', next());
  }),
];

const RETURN_LIVES: readonly PaidLife[] = [
  claimLife('return:RETURN_REQUEST', (shop, line, next) => {
    requestReturn(shop, line, next);
  }),
  claimLife('return:COLLECTING', (shop, line, next) =>
    startCollecting(shop.book, line, requestReturn(shop, line, next), next()),
  ),
  claimLife('return:COLLECT_DONE', (shop, line, next) =>
    collect(shop, line, next, requestReturn(shop, line, next)),
  ),
  claimLife('return:held', (shop, line, next) => {
    const claim = requestReturn(shop, line, next);
    collect(shop, line, next, claim);
    holdBack(shop.book, line, claim, {
      reason: 'RETURN_DELIVERYFEE',
      detail: '반품 배송비 미입금',
      heldAt: next(),
      extraFee: 0,
    });
  }),
  claimLife('return:RETURN_DONE', (shop, line, next) => {
    const claim = requestReturn(shop, line, next);
    collect(shop, line, next, claim);
    finishClaim(shop.book, line, claim, next());
  }),
  claimLife('return:RETURN_REJECT', (shop, line, next) =>
    rejectClaim(shop.book, line, requestReturn(shop, line, next), 'seller', next()),
  ),
  claimLife('return:partial-done', (shop, line, next) => {
    const claim = requestReturn(shop, line, next, 1);
    collect(shop, line, next, claim);
    finishClaim(shop.book, line, claim, next());
  }),
];

const EXCHANGE_LIVES: readonly PaidLife[] = [
  claimLife('exchange:EXCHANGE_REQUEST', (shop, line, next) => {
    requestExchange(shop, line, next);
  }),
  claimLife('exchange:COLLECTING', (shop, line, next) =>
    startCollecting(shop.book, line, requestExchange(shop, line, next), next()),
  ),
  claimLife('exchange:COLLECT_DONE', (shop, line, next) =>
    collect(shop, line, next, requestExchange(shop, line, next)),
  ),
  claimLife('exchange:EXCHANGE_REDELIVERING', (shop, line, next) =>
    sendAgain(shop, line, next, requestExchange(shop, line, next)),
  ),
  claimLife('exchange:EXCHANGE_DONE', (shop, line, next) => {
    const claim = requestExchange(shop, line, next);
    sendAgain(shop, line, next, claim);
    finishClaim(shop.book, line, claim, next());
  }),
  claimLife('exchange:EXCHANGE_REJECT', (shop, line, next) =>
    rejectClaim(shop.book, line, requestExchange(shop, line, next), 'seller', next()),
  ),
  claimLife('exchange:returned-while-redelivering', (shop, line, next) => {
    sendAgain(shop, line, next, requestExchange(shop, line, next));
    const at = next();
    openClaim(shop.book, line, newReturn(shop, line, at), at);
  }),
];

const HOLDBACK_LIVES: readonly PaidLife[] = [
  claimLife('decision:PURCHASE_DECISION_HOLDBACK', (shop, line, next) => {
    deliver(shop, line, next);
    const at = next();
    openClaim(shop.book, line, newDecisionHoldback(shop, at), at);
  }),
  claimLife('decision:PURCHASE_DECISION_REQUEST', (shop, line, next) => {
    deliver(shop, line, next);
    const at = next();
    const asked = { ...newDecisionHoldback(shop, at), claimStatus: 'PURCHASE_DECISION_REQUEST' as const };
    openClaim(shop.book, line, asked, at);
  }),
  claimLife('decision:PURCHASE_DECISION_HOLDBACK_RELEASE', (shop, line, next) => {
    deliver(shop, line, next);
    const at = next();
    const claim = newDecisionHoldback(shop, at);
    openClaim(shop.book, line, claim, at);
    releaseDecision(shop.book, line, claim, next());
  }),
];

/** Lives with a claim, in every state of sheet §4.1. */
export const CLAIM_LIVES: readonly PaidLife[] = [
  ...CANCEL_LIVES,
  ...RETURN_LIVES,
  ...EXCHANGE_LIVES,
  ...HOLDBACK_LIVES,
];
