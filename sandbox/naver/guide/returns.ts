import type { JsonObject } from '../../frame/json.ts';
import { isHeld, type ReturnClaim } from '../orders/claim.ts';
import { changeFault, releaseHoldback } from '../orders/claim-decisions.ts';
import { finishClaim, finishCollecting, holdBack, rejectClaim, startCollecting } from '../orders/claiming.ts';
import { goodsClaims, type ProductOrder } from '../orders/product-order.ts';
import type { OperationCall } from '../wire/operation.ts';
import { FAULT_TYPES, faultOfType, officialCourier } from './codes.ts';
import { idsIn, settleLines } from './items.ts';
import { amountIn, codeInBody, optionalTextIn, readBody, textIn } from './parameters.ts';
import type { GuideCode } from './refusal.ts';

/** `POST …/return/approve`: the goods may come back; lifts a withholding (guide 1.6.2). */
export function approveReturns(call: OperationCall): JsonObject {
  const { book } = call.shop;
  const body = readBody(call.body);
  optionalTextIn(body, 'returnReason');
  return onReturns(call, body, (line, claim) => {
    const isRequested = claim.claimStatus === 'RETURN_REQUEST';
    if (!isRequested && !isHeld(claim)) return 'ALREADY_PROCESSED';
    return () => {
      if (isHeld(claim)) releaseHoldback(book, line, claim, call.now);
      if (isRequested) startCollecting(book, line, claim, call.now);
    };
  });
}

/** `POST …/return/reject` (guide 1.6.3). */
export function rejectReturns(call: OperationCall): JsonObject {
  const body = readBody(call.body);
  textIn(body, 'rejectReason');
  return onReturns(
    call,
    body,
    (line, claim) => () => rejectClaim(call.shop.book, line, claim, 'seller', call.now),
    'RETURN_REJECT',
  );
}

/** `POST …/return/collect`: the seller has the goods (guide 1.6.4). */
export function collectReturns(call: OperationCall): JsonObject {
  return onReturns(call, readBody(call.body), (line, claim) => {
    if (claim.claimStatus === 'COLLECT_DONE') return 'ALREADY_PROCESSED';
    if (claim.claimStatus !== 'COLLECTING' || isHeld(claim)) return 'INVALID_STATE';
    return () => finishCollecting(call.shop.book, line, claim, call.now);
  });
}

/** `POST …/return/complete`: refunds; lifts a withholding (guide 1.6.5). */
export function completeReturns(call: OperationCall): JsonObject {
  const { book } = call.shop;
  return onReturns(call, readBody(call.body), (line, claim) => {
    if (claim.claimStatus !== 'COLLECT_DONE') return 'INVALID_STATE';
    return () => {
      if (isHeld(claim)) releaseHoldback(book, line, claim, call.now);
      finishClaim(book, line, claim, call.now);
    };
  });
}

/** `POST …/return/withhold`: charges the way back and says whose fault it is (guide 1.6.6). */
export function withholdReturns(call: OperationCall): JsonObject {
  const body = readBody(call.body);
  const charge = amountIn(body, 'returnShippingCharge');
  const fault = faultOfType(codeInBody(body, 'claimType', FAULT_TYPES));
  return onReturns(call, body, (line, claim) => {
    if (isHeld(claim)) return 'ALREADY_PROCESSED';
    return () => {
      claim.fault = fault;
      claim.feeDemand = charge;
      const detail = '반품 배송비 청구';
      const holdback = { reason: 'RETURN_DELIVERYFEE', detail, extraFee: 0, heldAt: call.now } as const;
      holdBack(call.shop.book, line, claim, holdback);
    };
  });
}

/** `POST …/return/change-claim-reason` (guide 1.6.7). */
export function changeReturnFault(call: OperationCall): JsonObject {
  const body = readBody(call.body);
  const fault = faultOfType(codeInBody(body, 'claimReasonType', FAULT_TYPES));
  const detail = optionalTextIn(body, 'claimReasonDetail');
  const courier = optionalTextIn(body, 'collectDeliveryCompanyCode');
  const company = courier === undefined ? undefined : officialCourier(courier, 'collectDeliveryCompanyCode');
  const trackingNumber = optionalTextIn(body, 'collectTrackingNumber');
  return onReturns(
    call,
    body,
    (line, claim) => () =>
      changeFault(call.shop.book, line, claim, { fault, detail, company, trackingNumber }, call.now),
  );
}

function onReturns(
  call: OperationCall,
  body: JsonObject,
  attempt: (line: ProductOrder, claim: ReturnClaim) => GuideCode | (() => void),
  aim: ReturnClaim['claimStatus'] = 'RETURN_DONE',
): JsonObject {
  return settleLines(call, idsIn(body), (line) => {
    if (line.claim?.claimType === 'RETURN') return attempt(line, line.claim);
    return goodsClaims(line).at(-1)?.claimStatus === aim ? 'ALREADY_PROCESSED' : 'INVALID_STATE';
  });
}
