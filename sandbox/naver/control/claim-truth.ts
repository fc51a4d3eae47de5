import { demandedFee, type GoodsClaim, isHeld } from '../orders/claim.ts';
import { goodsClaims, type ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { formatKst, formatKstIf } from '../wire/time.ts';

/** The marketplace's own truth about one claim, for comparison with the hub. */
export interface ClaimTruth {
  readonly claimId: string;
  readonly orderId: string;
  readonly productOrderId: string;
  readonly claimType: string;
  readonly claimStatus: string;
  readonly quantity: number;
  readonly reason: string;
  readonly fault: string;
  readonly requestChannel: string;
  readonly requestedAt: string;
  readonly completedAt?: string;
  /** Who ended it, where it came to nothing. */
  readonly rejectedBy?: string;
  readonly isHeld: boolean;
  readonly holdbackReason?: string;
  readonly fee: number;
  readonly collectStatus?: string;
  readonly collectTrackingNumber?: string;
  readonly collectedAt?: string;
  readonly reDeliveryCompany?: string;
  readonly reDeliveryTrackingNumber?: string;
}

/** Every claim on goods of the shop, or of the one order asked for. */
export function claimsOf({ book }: Shop, orderId?: string): readonly ClaimTruth[] {
  const lines = orderId === undefined ? book.lines.values() : (book.orders.get(orderId)?.productOrders ?? []);
  return [...lines].flatMap((line) => goodsClaims(line).map((claim) => claimTruth(line, claim)));
}

function claimTruth(line: ProductOrder, claim: GoodsClaim): ClaimTruth {
  const returning = 'collection' in claim ? claim : undefined;
  const parcel = claim.claimType === 'EXCHANGE' ? claim.redelivery?.parcel : undefined;
  return {
    claimId: claim.claimId,
    orderId: line.order.orderId,
    productOrderId: line.productOrderId,
    claimType: claim.claimType,
    claimStatus: claim.claimStatus,
    quantity: claim.quantity,
    reason: claim.reason,
    fault: claim.fault,
    requestChannel: claim.channel,
    requestedAt: formatKst(claim.requestedAt),
    completedAt: formatKstIf(claim.completedAt),
    rejectedBy: claim.rejectedBy,
    isHeld: returning !== undefined && isHeld(returning),
    holdbackReason: returning?.holdback?.reason,
    fee: returning === undefined ? 0 : demandedFee(returning),
    collectStatus: returning?.collection.status,
    collectTrackingNumber: returning?.collection.trackingNumber,
    collectedAt: formatKstIf(returning?.collection.completedAt),
    ...(parcel !== undefined && 'company' in parcel
      ? { reDeliveryCompany: parcel.company, reDeliveryTrackingNumber: parcel.trackingNumber }
      : {}),
  };
}
