import { type Claim, isEnded, isVoid } from '../claims/claim.ts';
import type { Courier } from '../couriers.ts';
import type { Goods, GoodsOption } from '../products/goods.ts';
import type { Receiver } from '../shop/people.ts';
import type { Site } from '../sites.ts';

/** Waiting for the deposit, paid, preparing, in transit, delivered, purchase confirmed (sheet §4.1). */
export const ORDER_STATUS = {
  waiting: 0,
  paid: 1,
  preparing: 2,
  shipping: 3,
  delivered: 4,
  confirmed: 5,
} as const;
export type OrderStatus = (typeof ORDER_STATUS)[keyof typeof ORDER_STATUS];

export interface Parcel {
  readonly courier: Courier;
  readonly invoice: string;
  /** The date that the seller named. */
  readonly shippedAt: number;
}

/** A present on Gmarket: until the receiver accepts, there is no address and nothing may be done. */
export interface Gift {
  readonly dueAt: number;
  acceptedAt: number | null;
}

/** The buyer says that nothing arrived. */
export interface NonReceipt {
  readonly reportedAt: number;
  readonly reason: string;
  readonly detail: string;
  solvedAt: number | null;
}

/** What is bought together: one payment, one receiver, on one site. The guide edition calls it an order. */
export interface Cart {
  readonly payNo: string;
  readonly groupNo: string;
  readonly site: Site;
  readonly orders: Order[];
  readonly orderedAt: number;
  readonly depositDueAt: number | null;
  readonly buyer: { readonly name: string; readonly id: string; readonly phone: string };
  readonly shippingFee: number;
  readonly remoteFee: number;
  readonly memo: string;
  readonly customsId: string | null;
  readonly gift: Gift | null;
  receiver: Receiver;
  paidAt: number | null;
  /** The buyer changed the address before the seller confirmed. */
  addressChanged: boolean;
}

/** One order number: one product line of a cart. */
export interface Order {
  readonly orderNo: string;
  readonly cart: Cart;
  readonly goods: Goods;
  readonly option: GoodsOption | null;
  readonly unitPrice: number;
  readonly quantity: number;
  readonly sellerDiscount: number;
  readonly siteDiscount: number;
  /** `NL` the seller ships, `TL` the site's own warehouse, which takes no confirm and no invoice. */
  readonly distribution: 'NL' | 'TL';
  readonly claims: Claim[];
  status: OrderStatus;
  changedAt: number;
  /** Dispatch deadline; unknown until the order is paid. */
  dueAt: number | null;
  /** What the seller named as the later day of dispatch. */
  expectedAt: number | null;
  confirmedAt: number | null;
  parcel: Parcel | null;
  /** How often an invoice was registered, the same one again included. */
  registrations: number;
  /** How often another invoice took the place of the first. */
  corrections: number;
  /** When the first invoice came in. */
  sentAt: number | null;
  deliveredAt: number | null;
  decidedAt: number | null;
  remittedAt: number | null;
  nonReceipt: NonReceipt | null;
  confirmations: number;
}

/** What the goods of an order cost without discounts. */
export function amountOf({ unitPrice, quantity, option }: Order): number {
  return (unitPrice + (option?.extra ?? 0)) * quantity;
}

/** What the buyer paid for the goods of an order. */
export function paidFor(order: Order): number {
  return amountOf(order) - order.sellerDiscount - order.siteDiscount;
}

/** The claim that is still to be settled. */
export function openClaimOf({ claims }: Order): Claim | undefined {
  return claims.find((claim) => !isEnded(claim));
}

/** The claim that speaks for the order: open, or finished with an effect. */
export function standingClaimOf({ claims }: Order): Claim | undefined {
  return claims.findLast((claim) => !isVoid(claim));
}

/** Whether the money for the goods went back, or will: nothing of the order is left to the seller. */
export function isUndone(order: Order): boolean {
  const claim = standingClaimOf(order);
  return claim !== undefined && claim.kind !== 'exchange' && claim.state === 'done';
}

/** The number of the guide edition: the day of the order in front of the number of the payment. */
export function guideNumberOf({ payNo, orderedAt }: Cart): string {
  const day = new Date(orderedAt + 9 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}${payNo}`;
}
