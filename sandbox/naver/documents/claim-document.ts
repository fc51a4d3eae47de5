import type { Address } from '../orders/address.ts';
import {
  type Claim,
  type Collection,
  type ExchangeClaim,
  type GoodsClaim,
  type Holdback,
  isEnded,
  type ReturnClaim,
} from '../orders/claim.ts';
import { isGiftWaiting, type ProductOrder } from '../orders/product-order.ts';
import { DAY_MS, formatKst, formatKstIf } from '../wire/time.ts';

const REFUND_DAYS = 3;

/** The claim objects beside a line: what runs, what a second claim was opened on, and what is over (sheet §3.3). */
export function claimDocuments(line: ProductOrder, releaseAddress: Address): Record<string, unknown> {
  const { claim, beforeClaim, endedClaims } = line;
  return {
    beforeClaim: beforeClaim && { exchange: exchangeDocument(beforeClaim, line, releaseAddress) },
    currentClaim: claim && currentClaim(claim, line, releaseAddress),
    completedClaims: endedClaims.length === 0 ? undefined : endedClaims.map(completedClaim),
  };
}

function currentClaim(
  claim: Claim,
  line: ProductOrder,
  releaseAddress: Address,
): Record<string, unknown> | undefined {
  switch (claim.claimType) {
    // The sheet names no object for cancellations by the marketplace; they are cancellations.
    case 'ADMIN_CANCEL':
    case 'CANCEL':
      return {
        cancel: {
          ...requestFields(claim),
          cancelReason: claim.reason,
          cancelDetailedReason: claim.detail,
          cancelApprovalDate: formatKstIf(claim.admittedAt),
          cancelCompletedDate: formatKstIf(claim.completedAt),
          ...refundFields(claim),
        },
      };
    case 'RETURN':
      return { return: returnDocument(claim, line, releaseAddress) };
    case 'EXCHANGE':
      return { exchange: exchangeDocument(claim, line, releaseAddress) };
    case 'PURCHASE_DECISION_HOLDBACK':
      return undefined;
  }
}

function returnDocument(claim: ReturnClaim, line: ProductOrder, releaseAddress: Address) {
  return {
    ...requestFields(claim),
    returnReason: claim.reason,
    returnDetailedReason: claim.detail,
    returnImageUrl: [],
    returnReceiveAddress: releaseAddress,
    returnCompletedDate: formatKstIf(claim.completedAt),
    ...collectFields(claim.collection),
    ...holdbackFields(claim.holdback),
    ...feeFields(claim, line),
    ...refundFields(claim),
  };
}

function exchangeDocument(claim: ExchangeClaim, line: ProductOrder, releaseAddress: Address) {
  return {
    ...requestFields(claim),
    exchangeReason: claim.reason,
    exchangeDetailedReason: claim.detail,
    exchangeImageUrl: [],
    returnReceiveAddress: releaseAddress,
    ...collectFields(claim.collection),
    ...holdbackFields(claim.holdback),
    ...feeFields(claim, line),
    ...redeliveryFields(claim, line),
  };
}

function completedClaim(claim: GoodsClaim) {
  return {
    claimType: claim.claimType,
    claimId: claim.claimId,
    claimStatus: claim.claimStatus,
    claimRequestDate: formatKst(claim.requestedAt),
    claimRequestReason: claim.reason,
    claimRequestDetailContent: claim.detail,
    claimRequestAdmissionDate: formatKstIf(claim.admittedAt),
    claimCompleteOperationDate: formatKstIf(claim.completedAt),
    requestChannel: claim.channel,
    requestQuantity: claim.quantity,
    ...('collection' in claim
      ? {
          ...collectFields(claim.collection),
          collectOperationDate: formatKst(claim.requestedAt),
          ...holdbackFields(claim.holdback),
          claimDeliveryFeeDemandAmount: claim.feeDemand,
        }
      : {}),
    ...(claim.claimType === 'EXCHANGE' ? redeliveryFields(claim) : {}),
  };
}

function requestFields(claim: GoodsClaim) {
  return {
    claimId: claim.claimId,
    claimStatus: claim.claimStatus,
    claimRequestDate: formatKst(claim.requestedAt),
    requestChannel: claim.channel,
    requestQuantity: claim.quantity,
  };
}

function refundFields(claim: GoodsClaim) {
  if (claim.admittedAt === undefined || isEnded(claim)) return {};
  return {
    refundExpectedDate: formatKst(claim.admittedAt + REFUND_DAYS * DAY_MS),
    refundStandbyStatus: '환불대기',
    refundStandbyReason: '결제수단 환불 처리중',
  };
}

function collectFields({ method, company, trackingNumber, from, status, completedAt }: Collection) {
  return {
    collectStatus: status,
    collectDeliveryMethod: method,
    collectDeliveryCompany: company,
    collectTrackingNumber: trackingNumber,
    collectCompletedDate: formatKstIf(completedAt),
    collectAddress: from,
  };
}

function holdbackFields(holdback: Holdback | undefined) {
  if (holdback === undefined) return {};
  return {
    holdbackStatus: holdback.releasedAt === undefined ? 'HOLDBACK' : 'RELEASED',
    holdbackReason: holdback.reason,
    holdbackDetailedReason: holdback.detail,
    holdbackConfigDate: formatKst(holdback.heldAt),
    holdbackConfigurer: '판매자',
    holdbackReleaseDate: formatKstIf(holdback.releasedAt),
    holdbackReleaser: holdback.releasedAt === undefined ? undefined : '판매자',
    etcFeeDemandAmount: holdback.extraFee,
  };
}

function feeFields({ feeDemand }: ReturnClaim | ExchangeClaim, line: ProductOrder) {
  return {
    claimDeliveryFeeDemandAmount: feeDemand,
    claimDeliveryFeePayMethod: feeDemand > 0 ? '환불금에서 차감' : undefined,
    claimDeliveryFeePayMeans: feeDemand > 0 ? '환불금차감' : undefined,
    claimDeliveryFeeProductOrderIds: line.productOrderId,
    claimDeliveryFeeDiscountAmount: 0,
    remoteAreaCostChargeAmount: line.fee.section,
    membershipsArrivalGuaranteeClaimSupportingAmount: 0,
  };
}

function redeliveryFields({ redelivery }: ExchangeClaim, line?: ProductOrder) {
  if (redelivery === undefined) return {};
  return {
    reDeliveryMethod: redelivery.parcel.method,
    reDeliveryStatus: redelivery.status,
    ...('company' in redelivery.parcel
      ? {
          reDeliveryCompany: redelivery.parcel.company,
          reDeliveryTrackingNumber: redelivery.parcel.trackingNumber,
        }
      : {}),
    reDeliveryAddress: line !== undefined && !isGiftWaiting(line) ? line.receiver : undefined,
    reDeliveryOperationDate: formatKst(redelivery.sentAt),
  };
}
