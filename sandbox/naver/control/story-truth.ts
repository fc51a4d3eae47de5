import { ControlError } from '../../frame/control-error.ts';
import { demandedFee, type GoodsClaim, isDone, isEnded, type ReturningClaim } from '../orders/claim.ts';
import type { ProductOrderStatus } from '../orders/codes.ts';
import { penaltyPoints, sellerCancels } from '../orders/penalty.ts';
import { goodsClaims, type Order, type Parcel, type ProductOrder } from '../orders/product-order.ts';

/** Where an order stands, in words every stand-in uses; the first that fits a line is the order's. */
const STANDINGS = [
  'paid',
  'preparing',
  'shipped',
  'delivered',
  'confirmed',
  'exchanged',
  'returned',
  'canceled',
] as const;
type Standing = (typeof STANDINGS)[number];

const STANDING_BY_STATUS: Readonly<Record<ProductOrderStatus, Standing | undefined>> = {
  PAYMENT_WAITING: undefined,
  PAYED: 'paid',
  DELIVERING: 'shipped',
  DELIVERED: 'delivered',
  PURCHASE_DECIDED: 'confirmed',
  EXCHANGED: 'exchanged',
  CANCELED: 'canceled',
  RETURNED: 'returned',
  CANCELED_BY_NOPAYMENT: 'canceled',
};

/** The truth of one order, as every stand-in tells it. */
export function tellOrder({ orderId, productOrders }: Order, now: number) {
  const standings = new Set(productOrders.map(standingOf));
  const status = STANDINGS.find((standing) => standings.has(standing));
  if (status === undefined) throw new ControlError(`the order ${orderId} is not paid`, 409);
  const sum = (numberOf: (line: ProductOrder) => number) =>
    productOrders.reduce((total, line) => total + numberOf(line), 0);
  return {
    status,
    quantity: sum(({ quantity }) => quantity),
    left: sum(({ remainQuantity }) => remainQuantity),
    parcels: parcelsOf(productOrders),
    claims: productOrders.flatMap(goodsClaims).map(tellClaim),
    sellerCancels: sum(sellerCancels),
    penaltyPoints: sum((line) => penaltyPoints(line, now)),
  };
}

function standingOf({ status, placeOrderStatus }: ProductOrder): Standing | undefined {
  return status === 'PAYED' && placeOrderStatus === 'OK' ? 'preparing' : STANDING_BY_STATUS[status];
}

function parcelsOf(lines: readonly ProductOrder[]) {
  const sent = lines.filter(({ delivery }) => delivery !== undefined);
  const byInvoice = Map.groupBy(sent, ({ delivery }) => JSON.stringify(delivery?.parcel));
  return [...byInvoice.values()].map((together) => ({
    ...carrierAndInvoice(together[0]?.delivery?.parcel),
    quantity: together.reduce((sum, line) => sum + sentQuantity(line), 0),
  }));
}

function carrierAndInvoice(parcel: Parcel | undefined) {
  if (parcel === undefined) return { carrier: null, invoice: null };
  return 'company' in parcel
    ? { carrier: parcel.company, invoice: parcel.trackingNumber }
    : { carrier: parcel.method, invoice: null };
}

/** What was canceled never left. */
function sentQuantity({ quantity, endedClaims }: ProductOrder): number {
  const canceled = endedClaims.filter((claim) => claim.claimType.endsWith('CANCEL') && isDone(claim));
  return canceled.reduce((left, claim) => left - claim.quantity, quantity);
}

const KINDS = { CANCEL: 'cancel', ADMIN_CANCEL: 'cancel', RETURN: 'return', EXCHANGE: 'exchange' } as const;

function tellClaim(claim: GoodsClaim) {
  const returning = 'collection' in claim ? claim : undefined;
  const parcel = claim.claimType === 'EXCHANGE' ? claim.redelivery?.parcel : undefined;
  return {
    kind: KINDS[claim.claimType],
    state: stateOf(claim),
    quantity: claim.quantity,
    fault: claim.fault,
    refunded: isDone(claim) && claim.claimType !== 'EXCHANGE',
    fee: returning === undefined ? null : demandedFee(returning),
    feePaidBy: returning === undefined ? null : payerOf(returning),
    collectInvoice: returning?.collection.trackingNumber ?? null,
    replacementInvoice: parcel !== undefined && 'company' in parcel ? parcel.trackingNumber : null,
  };
}

/** An extra fee is always asked of the buyer; the way back is paid by whoever answers for the claim. */
function payerOf({ fault, holdback }: ReturningClaim): 'buyer' | 'seller' {
  return fault === 'buyer' || (holdback?.extraFee ?? 0) > 0 ? 'buyer' : 'seller';
}

function stateOf(claim: GoodsClaim): 'open' | 'done' | 'rejected' | 'withdrawn' {
  if (!isEnded(claim)) return 'open';
  if (isDone(claim)) return 'done';
  // The marketplace ends only what it has asked for itself.
  return claim.rejectedBy === 'seller' ? 'rejected' : 'withdrawn';
}
