import type { Random } from '../../frame/random.ts';
import { type ClaimKind, type Fault, PARTY, REASON } from '../claims/claim.ts';
import {
  agree,
  approve,
  approveReturn,
  collect,
  finishExchange,
  hold,
  orderPickup,
  refund,
  resend,
  withdraw,
} from '../claims/claiming.ts';
import { request } from '../claims/request.ts';
import { confirm, decide, deliver, ship } from '../orders/fulfilment.ts';
import { type Order, openClaimOf } from '../orders/order.ts';
import { inventParcel } from './invented-invoice.ts';
import type { Shop } from './shop.ts';

/** Something that happened to an order before its shop opened. */
export type Step = (shop: Shop, order: Order, at: number) => void;

const confirming: Step = (_shop, order, at) => confirm(order, at);
const sending: Step = ({ random }, order, at) => {
  const { courier, invoice } = inventParcel(random);
  ship(order, courier, invoice, at, at);
};
const delivering: Step = (_shop, order, at) => deliver(order, at);
const deciding: Step = (_shop, order, at) => decide(order, at);

const asking =
  (kind: ClaimKind, isFastRefund = false): Step =>
  (shop, order, at) => {
    const fault: Fault =
      kind === 'cancel' ? 'buyer' : shop.random.pick(['buyer', 'buyer', 'seller', 'carrier']);
    request(shop, order, { kind, fault, isFastRefund }, at);
  };

type ClaimStep = (
  shop: Shop,
  order: Order,
  claim: NonNullable<ReturnType<typeof openClaimOf>>,
  at: number,
) => void;

const claiming =
  (take: ClaimStep): Step =>
  (shop, order, at) => {
    const claim = openClaimOf(order);
    if (claim !== undefined) take(shop, order, claim, at);
  };

const agreeing = claiming((_shop, _order, claim, at) => agree(claim, PARTY.seller, at));
const refunding = claiming((_shop, order, claim, at) => {
  approve(claim, PARTY.seller, at);
  refund(order, claim, at);
});
const withdrawing = claiming((_shop, order, claim, at) => withdraw(order, claim, at));
const pickingUp = claiming(({ random }, _order, claim, at) =>
  orderPickup(claim, { ...inventParcel(random), bySite: true }, at),
);
const collecting = claiming((_shop, _order, claim, at) => collect(claim, at));
const holding = claiming((_shop, _order, claim, at) =>
  hold(claim, { reason: 0, detail: '상품 확인 중', fee: 0 }, at),
);
const returning = claiming((_shop, order, claim, at) => approveReturn(order, claim, PARTY.seller, at));
const refundingFast = claiming(({ random }, order, claim, at) => {
  orderPickup(claim, { ...inventParcel(random), bySite: true }, at);
  claim.refundedBySite = true;
  refund(order, claim, at);
});
const resending = claiming(({ random }, _order, claim, at) => {
  const { courier, invoice } = inventParcel(random);
  resend(claim, courier, invoice, PARTY.seller, at);
});
const redelivering = claiming((_shop, order, claim, at) => finishExchange(order, claim, at));
const sellingOut: Step = (shop, order, at) => {
  const wish = {
    kind: 'cancel',
    fault: 'seller',
    requestedBy: PARTY.seller,
    reasonCode: REASON.soldOut,
  } as const;
  const claim = request(shop, order, { ...wish, reasonDetail: '품절' }, at);
  approve(claim, PARTY.seller, at);
  refund(order, claim, at);
};
const reporting: Step = (_shop, order, at) => {
  order.nonReceipt = {
    reportedAt: at,
    reason: '미수령',
    detail: '배송완료로 나오는데 못 받았어요',
    solvedAt: null,
  };
  order.changedAt = at;
};

/** What happened to an order: first its own life, then what was claimed of it. */
interface Fate {
  readonly way: readonly Step[];
  readonly claim?: readonly Step[];
}

const SENT = [confirming, sending];
const DELIVERED = [...SENT, delivering];

const FATES = {
  paid: { way: [] },
  preparing: { way: [confirming] },
  shipping: { way: SENT },
  delivered: { way: DELIVERED },
  confirmed: { way: [...DELIVERED, deciding] },
  cancel_requested: { way: [confirming], claim: [asking('cancel')] },
  cancel_approved: { way: [confirming], claim: [asking('cancel'), agreeing] },
  cancel_done: { way: [confirming], claim: [asking('cancel'), refunding] },
  cancel_withdrawn: { way: [confirming], claim: [asking('cancel'), withdrawing] },
  sold_out: { way: [confirming], claim: [sellingOut] },
  return_requested: { way: DELIVERED, claim: [asking('return')] },
  return_picked_up: { way: DELIVERED, claim: [asking('return'), pickingUp] },
  return_collected: { way: DELIVERED, claim: [asking('return'), pickingUp, collecting] },
  return_held: { way: DELIVERED, claim: [asking('return'), pickingUp, collecting, holding] },
  return_done: { way: DELIVERED, claim: [asking('return'), pickingUp, collecting, returning] },
  return_withdrawn: { way: DELIVERED, claim: [asking('return'), withdrawing] },
  return_fast: { way: DELIVERED, claim: [asking('return', true), refundingFast] },
  exchange_requested: { way: DELIVERED, claim: [asking('exchange')] },
  exchange_collected: { way: DELIVERED, claim: [asking('exchange'), pickingUp, collecting] },
  exchange_held: { way: DELIVERED, claim: [asking('exchange'), pickingUp, collecting, holding] },
  exchange_reshipped: { way: DELIVERED, claim: [asking('exchange'), pickingUp, collecting, resending] },
  exchange_done: {
    way: DELIVERED,
    claim: [asking('exchange'), pickingUp, collecting, resending, redelivering],
  },
  exchange_withdrawn: { way: DELIVERED, claim: [asking('exchange'), withdrawing] },
  non_receipt: { way: [...DELIVERED, reporting] },
} satisfies Readonly<Record<string, Fate>>;

export type FateName = keyof typeof FATES;

export function isFateName(text: string): text is FateName {
  return Object.hasOwn(FATES, text);
}

/** Every fate by name. */
export const FATE_NAMES: readonly FateName[] = Object.keys(FATES).filter(isFateName);

const UNDOING: readonly FateName[] = [
  'cancel_done',
  'sold_out',
  'return_done',
  'return_fast',
  'exchange_done',
];

/** Whether a fate ends with a claim that undid the order. */
export function isUndoing(name: FateName): boolean {
  return UNDOING.includes(name);
}

/** The steps of a fate. */
export function fateOf(name: FateName): Fate {
  return FATES[name];
}

type Weights = Readonly<Partial<Record<FateName, number>>>;

/** By age, as a part of the shop's whole past: the older an order, the further along it is. */
const FATES_BY_AGE: readonly { readonly upTo: number; readonly weights: Weights }[] = [
  { upTo: 0.08, weights: { paid: 78, preparing: 18, cancel_requested: 2, cancel_done: 2 } },
  {
    upTo: 0.2,
    weights: { paid: 15, preparing: 45, shipping: 32, cancel_requested: 3, cancel_done: 3, sold_out: 2 },
  },
  {
    upTo: 0.4,
    weights: {
      preparing: 6,
      shipping: 65,
      delivered: 24,
      cancel_done: 3,
      cancel_withdrawn: 1,
      return_requested: 1,
    },
  },
  {
    upTo: 0.7,
    weights: {
      shipping: 12,
      delivered: 70,
      confirmed: 9,
      cancel_done: 3,
      return_requested: 1,
      return_picked_up: 1,
      return_collected: 1,
      return_done: 1,
      exchange_requested: 1,
      exchange_reshipped: 1,
    },
  },
  {
    upTo: 1,
    weights: {
      delivered: 20,
      confirmed: 71,
      cancel_done: 3,
      return_done: 3,
      exchange_done: 2,
      return_withdrawn: 1,
    },
  },
];

/** The fate of an order whose age is this part (0 to 1) of the shop's past. */
export function drawFate(age: number, random: Random): FateName {
  const weights = FATES_BY_AGE.find(({ upTo }) => age <= upTo)?.weights ?? {};
  let ticket = random.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const name of FATE_NAMES) {
    ticket -= weights[name] ?? 0;
    if (ticket < 0) return name;
  }
  return 'confirmed';
}
