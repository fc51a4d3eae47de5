import type { Claim, ClaimKind } from '../claims/claim.ts';
import {
  collect,
  moveClaim,
  openClaim,
  penalize,
  redeliver,
  refund,
  reject,
  sendReplacement,
} from '../claims/course.ts';
import { BUYER_REASONS, SELLER_CANCEL_REASONS } from '../claims/reasons.ts';
import { USUAL_COURIERS } from '../orders/couriers.ts';
import { confirm, decide, deliver, isUndisturbed, ship } from '../orders/course.ts';
import { leftOf, type Order, type OrderLine, type Parcel } from '../orders/line.ts';
import type { Shop } from './shop.ts';

/** Gives the moments of one life in their order, the first after payment and the last before the shop opened. */
export type Moments = () => number;

/** What has become of an order of the past by the time its shop opens. */
export interface Life {
  readonly name: string;
  /** How many moments it takes. */
  readonly moments: number;
  readonly live: (shop: Shop, order: Order, next: Moments) => void;
}

/** An invoice as a seller might have typed it in the Seller Office. */
export function inventParcel({ random }: Shop, quantity: number, sentAt: number): Parcel {
  const { code, digits = [12] } = random.pick(USUAL_COURIERS);
  const length = digits.at(-1) ?? 12;
  const invoice = `6${Array.from({ length: length - 1 }, () => random.int(0, 9)).join('')}`;
  return { method: 'parcel', courierCode: code, invoice, quantity, sentAt };
}

/** A courier that the Seller Office offers and no list names yet. */
const UNLISTED_COURIER = '00160';

const each = (order: Order, act: (line: OrderLine) => void) => {
  for (const line of order.lines) act(line);
};
const confirmAll = (shop: Shop, order: Order, at: number) => each(order, (line) => confirm(shop, line, at));
const deliverAll = (shop: Shop, order: Order, at: number) => each(order, (line) => deliver(shop, line, at));

/** Ships what is left of an order: one parcel for each of its deliveries. */
export function shipAll(shop: Shop, order: Order, at: number): void {
  const parcels = new Map<string, Parcel>();
  for (const line of order.lines.filter(isUndisturbed)) {
    const { dlvNo } = line.delivery;
    const parcel = parcels.get(dlvNo) ?? parcelOf(shop, line, at);
    parcels.set(dlvNo, parcel);
    ship(shop, line, [{ ...parcel, quantity: leftOf(line) }], at);
  }
}

function parcelOf(shop: Shop, line: OrderLine, at: number): Parcel {
  const parcel = inventParcel(shop, leftOf(line), at);
  return line.order.oddCases.includes('unlisted_courier')
    ? { ...parcel, courierCode: UNLISTED_COURIER }
    : parcel;
}

function arrive(shop: Shop, order: Order, next: Moments): void {
  confirmAll(shop, order, next());
  shipAll(shop, order, next());
  deliverAll(shop, order, next());
}

function request(shop: Shop, order: Order, kind: ClaimKind, at: number): Claim | undefined {
  const [line] = order.lines;
  if (line === undefined) return undefined;
  const quantity = shop.random.int(1, leftOf(line));
  return openClaim(shop, line, { kind, quantity, reason: shop.random.pick(BUYER_REASONS[kind]) }, at);
}

const life = (name: string, moments: number, live: Life['live']): Life => ({ name, moments, live });

/** The life of a claim on goods that had to be confirmed, or to arrive, before. */
function claimLife(
  name: string,
  kind: ClaimKind,
  further: number,
  go: (shop: Shop, claim: Claim, next: Moments) => void,
): Life {
  return life(name, (kind === 'cancel' ? 2 : 4) + further, (shop, order, next) => {
    if (kind === 'cancel') confirmAll(shop, order, next());
    else arrive(shop, order, next);
    const claim = request(shop, order, kind, next());
    if (claim !== undefined) go(shop, claim, next);
  });
}

const NO = {
  cancel: ['02', '이미 발송'],
  return: ['103', '반품 불가'],
  exchange: ['203', '교환 불가'],
} as const;
const refuse = (shop: Shop, claim: Claim, at: number) => {
  const [code, text] = NO[claim.kind];
  reject(shop, claim, { code, text }, at);
};
const parcelFor = (shop: Shop, claim: Claim, at: number) => inventParcel(shop, claim.quantity, at);

/** The lives that most orders live. */
export const USUAL_LIVES = {
  paid: life('paid', 0, () => {}),
  confirmed: life('confirmed', 1, (shop, order, next) => confirmAll(shop, order, next())),
  shipped: life('shipped', 2, (shop, order, next) => {
    confirmAll(shop, order, next());
    shipAll(shop, order, next());
  }),
  delivered: life('delivered', 3, arrive),
  decided: life('decided', 4, (shop, order, next) => {
    arrive(shop, order, next);
    const at = next();
    const byTime = shop.random.chance(0.5);
    each(order, (line) => decide(shop, line, at, byTime));
  }),
} as const;

/** The lives in which something is undone: every kind of claim, in every state it can be in. */
export const CLAIM_LIVES: readonly Life[] = [
  claimLife('cancel_requested', 'cancel', 0, () => {}),
  claimLife('cancel_approved', 'cancel', 1, (shop, claim, next) => refund(shop, claim, next())),
  claimLife('cancel_rejected', 'cancel', 1, (shop, claim, next) => {
    const at = next();
    refuse(shop, claim, at);
    shipAll(shop, claim.line.order, at);
  }),
  claimLife('cancel_withdrawn', 'cancel', 1, (shop, claim, next) =>
    moveClaim(shop, claim, 'withdrawn', next()),
  ),
  life('canceled_before_confirmation', 1, (shop, order, next) => {
    const at = next();
    const [reason] = BUYER_REASONS.cancel;
    if (reason === undefined) return;
    each(order, (line) =>
      refund(shop, openClaim(shop, line, { kind: 'cancel', quantity: line.quantity, reason }, at), at),
    );
  }),
  life('canceled_by_seller', 1, (shop, order, next) => {
    const at = next();
    const reason = SELLER_CANCEL_REASONS.get('08');
    const [line] = order.lines;
    if (reason === undefined || line === undefined) return;
    const wish = { kind: 'cancel', quantity: line.quantity, reason, by: 'seller' } as const;
    refund(shop, openClaim(shop, line, wish, at), at);
    penalize(shop, line, 1);
  }),
  life('canceled_after_decision', 5, (shop, order, next) => {
    arrive(shop, order, next);
    const decidedAt = next();
    each(order, (line) => decide(shop, line, decidedAt, false));
    const at = next();
    const [line] = order.lines;
    if (line === undefined) return;
    const reason = { code: '199', text: '구매확정후 취소', fault: 'buyer' } as const;
    const wish = { kind: 'cancel', quantity: leftOf(line), reason, isAfterDecision: true } as const;
    refund(shop, openClaim(shop, line, wish, at), at);
  }),
  claimLife('return_requested', 'return', 0, () => {}),
  claimLife('return_collected', 'return', 1, (shop, claim, next) => collect(shop, claim, next())),
  claimLife('return_on_hold', 'return', 2, (shop, claim, next) => {
    collect(shop, claim, next());
    claim.answer = { code: '103', text: '상품 훼손' };
    moveClaim(shop, claim, 'on_hold', next());
  }),
  claimLife('return_completion_on_hold', 'return', 1, (shop, claim, next) => {
    claim.answer = { code: '101', text: '상품 미입고' };
    moveClaim(shop, claim, 'completion_on_hold', next());
  }),
  claimLife('returned', 'return', 2, (shop, claim, next) => {
    collect(shop, claim, next());
    refund(shop, claim, next());
  }),
  claimLife('return_rejected', 'return', 1, (shop, claim, next) => refuse(shop, claim, next())),
  claimLife('return_withdrawn', 'return', 1, (shop, claim, next) =>
    moveClaim(shop, claim, 'withdrawn', next()),
  ),
  claimLife('exchange_requested', 'exchange', 0, () => {}),
  claimLife('exchange_collected', 'exchange', 1, (shop, claim, next) => collect(shop, claim, next())),
  claimLife('exchange_reshipped', 'exchange', 2, (shop, claim, next) => {
    collect(shop, claim, next());
    const at = next();
    sendReplacement(shop, claim, parcelFor(shop, claim, at), at);
  }),
  claimLife('exchanged', 'exchange', 3, (shop, claim, next) => {
    collect(shop, claim, next());
    const at = next();
    sendReplacement(shop, claim, parcelFor(shop, claim, at), at);
    redeliver(shop, claim, next());
  }),
  claimLife('exchange_rejected', 'exchange', 1, (shop, claim, next) => refuse(shop, claim, next())),
  claimLife('exchange_withdrawn', 'exchange', 1, (shop, claim, next) =>
    moveClaim(shop, claim, 'withdrawn', next()),
  ),
];
