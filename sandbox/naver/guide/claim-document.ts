import type { JsonObject } from '../../frame/json.ts';
import { demandedFee, isHeld } from '../orders/claim.ts';
import { claimStatusOf, guideClaimType } from '../orders/guide-status.ts';
import type { ClaimOfLine } from '../orders/order-book.ts';
import { formatKst } from '../wire/time.ts';
import { guideCourier, reasonText, typeOfFault } from './codes.ts';

/** A claim as edition `guide` tells it (guide 1.8.1 and the envelopes). */
export function claimDocument({ claim, line }: ClaimOfLine, changedAt: number | undefined): JsonObject {
  const returning = 'collection' in claim ? claim : undefined;
  const parcel = claim.claimType === 'EXCHANGE' ? claim.redelivery?.parcel : undefined;
  const sentAgain = parcel !== undefined && 'company' in parcel ? parcel : undefined;
  const charge = returning === undefined ? 0 : demandedFee(returning);
  const company = returning?.collection.company;
  return {
    claimId: claim.claimId,
    orderId: line.order.orderId,
    productOrderId: line.productOrderId,
    claimType: guideClaimType(claim),
    claimStatus: claimStatusOf(claim),
    claimReason: reasonText(claim.reason),
    claimReasonDetail: claim.detail,
    claimReasonType: typeOfFault(claim.fault),
    requestDate: formatKst(claim.requestedAt),
    statusChangedDate: formatKst(changedAt ?? claim.requestedAt),
    quantity: claim.quantity,
    returnShippingCharge: charge,
    returnShippingPayMet: charge > 0 && claim.fault === 'buyer' ? 'DEDUCTION' : null,
    collectDeliveryCompanyCode: company === undefined ? null : guideCourier(company),
    collectTrackingNumber: returning?.collection.trackingNumber ?? null,
    collectedDate: dateOrNull(returning?.collection.completedAt),
    reDeliveryCompanyCode: sentAgain === undefined ? null : guideCourier(sentAgain.company),
    reDeliveryTrackingNumber: sentAgain?.trackingNumber ?? null,
    withholdReason: returning !== undefined && isHeld(returning) ? returning.holdback?.detail : null,
    completedDate: dateOrNull(claim.completedAt),
  };
}

const dateOrNull = (epochMs: number | undefined) => (epochMs === undefined ? null : formatKst(epochMs));
