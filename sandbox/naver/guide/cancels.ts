import type { JsonObject } from '../../frame/json.ts';
import type { CancelClaim } from '../orders/claim.ts';
import { finishClaim, hasOpenClaim, openClaim, rejectClaim } from '../orders/claiming.ts';
import { goodsClaims, type ProductOrder } from '../orders/product-order.ts';
import type { OperationCall } from '../wire/operation.ts';
import { newCancel } from '../world/claim-requests.ts';
import { GUIDE_CANCEL_REASONS, REASON_OF } from './codes.ts';
import { idsIn, settleLines } from './items.ts';
import { codeInBody, optionalTextIn, readBody, textIn } from './parameters.ts';
import type { GuideCode } from './refusal.ts';

/** `POST …/pay-orders/cancel/approve`: refunds at once (guide 1.5.2). */
export function approveCancels(call: OperationCall): JsonObject {
  const { shop, now } = call;
  const body = readBody(call.body);
  optionalTextIn(body, 'cancelReason');
  return settleLines(call, idsIn(body), (line) => {
    const claim = requestedCancel(line, 'CANCEL_DONE');
    return typeof claim === 'string' ? claim : () => finishClaim(shop.book, line, claim, now);
  });
}

/** `POST …/pay-orders/cancel/reject` (guide 1.5.3). */
export function rejectCancels(call: OperationCall): JsonObject {
  const { shop, now } = call;
  const body = readBody(call.body);
  textIn(body, 'rejectReason');
  return settleLines(call, idsIn(body), (line) => {
    const claim = requestedCancel(line, 'CANCEL_REJECT');
    if (typeof claim === 'string') return claim;
    // What is already being refunded cannot be refused any more.
    if (claim.claimStatus === 'CANCELING') return 'INVALID_STATE';
    return () => rejectClaim(shop.book, line, claim, 'seller', now);
  });
}

/** `POST …/pay-orders/cancel`: the seller cancels before dispatch (guide 1.5.4). */
export function cancelLines(call: OperationCall): JsonObject {
  const { shop, now } = call;
  const body = readBody(call.body);
  const detail = textIn(body, 'cancelReason');
  const reason = REASON_OF[codeInBody(body, 'cancelReasonCode', GUIDE_CANCEL_REASONS)];
  return settleLines(call, idsIn(body), (line) => {
    if (line.status === 'CANCELED') return 'ALREADY_PROCESSED';
    if (line.status !== 'PAYED' || hasOpenClaim(line)) return 'INVALID_STATE';
    return () => {
      const claim = newCancel(shop, line, now, { reason, detail, channel: '판매자' });
      openClaim(shop.book, line, claim, now);
      finishClaim(shop.book, line, claim, now);
    };
  });
}

function requestedCancel(line: ProductOrder, aim: CancelClaim['claimStatus']): CancelClaim | GuideCode {
  if (line.claim?.claimType === 'CANCEL') return line.claim;
  return goodsClaims(line).at(-1)?.claimStatus === aim ? 'ALREADY_PROCESSED' : 'INVALID_STATE';
}
