import { type Claim, isEnded } from '../claims/claim.ts';
import { type Courier, guideCodeOf } from '../couriers.ts';
import { isUndone, ORDER_STATUS, type Order, standingClaimOf } from '../orders/order.ts';
import { penaltyPointsOf, sellerCancelsOf } from '../orders/penalties.ts';
import type { Shop } from './shop.ts';

const LADDER = {
  [ORDER_STATUS.waiting]: 'waiting',
  [ORDER_STATUS.paid]: 'paid',
  [ORDER_STATUS.preparing]: 'preparing',
  [ORDER_STATUS.shipping]: 'shipped',
  [ORDER_STATUS.delivered]: 'delivered',
  [ORDER_STATUS.confirmed]: 'confirmed',
} as const;

/** The truth of one order, or of a cart, in the words of the story acts. */
export function tell(shop: Shop, orders: readonly Order[], now: number): Record<string, unknown> {
  const codeOf = (courier: Courier) =>
    shop.edition === 'guide' ? guideCodeOf(courier) : String(courier.code);
  return {
    status: statusOf(orders),
    quantity: sum(orders, ({ quantity }) => quantity),
    left: sum(orders, (order) => (isUndone(order) ? 0 : order.quantity)),
    parcels: orders.flatMap(({ parcel, quantity }) =>
      parcel === null ? [] : [{ carrier: codeOf(parcel.courier), invoice: parcel.invoice, quantity }],
    ),
    claims: orders.flatMap(({ claims }) => claims.map((claim) => describe(shop, claim))),
    sellerCancels: sum(orders, sellerCancelsOf),
    penaltyPoints: sum(orders, (order) => penaltyPointsOf(order, now)),
  };
}

const sum = (orders: readonly Order[], of: (order: Order) => number) =>
  orders.reduce((total, order) => total + of(order), 0);

// The least advanced line that is left speaks for all; when none is left, the last claim does.
function statusOf(orders: readonly Order[]): string {
  const left = orders.filter((order) => endingOf(order) === undefined);
  const [least] = left.toSorted((one, other) => one.status - other.status);
  if (least !== undefined) return LADDER[least.status];
  return orders.flatMap((order) => endingOf(order) ?? [])[0] ?? 'paid';
}

function endingOf(order: Order): 'canceled' | 'returned' | 'exchanged' | undefined {
  const claim = standingClaimOf(order);
  if (claim?.state !== 'done') return undefined;
  if (claim.kind === 'cancel') return 'canceled';
  return claim.kind === 'return' ? 'returned' : 'exchanged';
}

function describe({ edition }: Shop, claim: Claim): Record<string, unknown> {
  const isCancel = claim.kind === 'cancel';
  // The trading API has no word for a refusal: a cancel whose order is shipped counts as withdrawn (sheet §4.2).
  const ending = edition === 'official' && claim.state === 'rejected' ? 'withdrawn' : claim.state;
  return {
    kind: claim.kind,
    state: isEnded(claim) ? ending : 'open',
    quantity: claim.quantity,
    fault: claim.fault,
    refunded: claim.refundedAt !== null,
    fee: isCancel ? null : claim.fee + (claim.hold?.fee ?? 0),
    feePaidBy: isCancel ? null : claim.fault === 'buyer' ? 'buyer' : 'seller',
    collectInvoice: claim.pickup?.invoice ?? null,
    replacementInvoice: claim.resend?.invoice ?? null,
  };
}
