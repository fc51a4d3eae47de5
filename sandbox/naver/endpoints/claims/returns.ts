import { isHeld, type ReturnClaim } from '../../orders/claim.ts';
import { finishClaim, hasOpenClaim, openClaim, rejectClaim } from '../../orders/claiming.ts';
import { codeIn, DELIVERY_METHODS, RETURN_METHODS, RETURN_REASONS } from '../../orders/codes.ts';
import { COURIER_CODES } from '../../orders/couriers.ts';
import { readCount, readObject, readText, requireCode, requireText } from '../../wire/body.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { newReturn } from '../../world/claim-requests.ts';
import { settleOne } from '../items.ts';
import { openReturn } from './open-claim.ts';

const TEXT_MAX = 1_000;

/** `POST …/{id}/claim/return/request`: the seller opens a return (sheet §3.4). */
export function requestReturn(call: OperationCall): Reply {
  const { shop, now } = call;
  const body = readObject(call.body);
  const reason = requireCode(body, 'returnReason', RETURN_REASONS);
  const deliveryMethod = requireCode(body, 'collectDeliveryMethod', DELIVERY_METHODS);
  const company = readText(body, 'collectDeliveryCompany');
  const trackingNumber = readText(body, 'collectTrackingNumber');
  const quantity = readCount(body, 'returnQuantity', { min: 1 });
  return settleOne(call, (line) => {
    const isSent = line.status === 'DELIVERING' || line.status === 'DELIVERED';
    if (!isSent || hasOpenClaim(line)) return '104442';
    const method = codeIn(RETURN_METHODS, deliveryMethod);
    if (method === undefined) return '104116';
    if (company !== undefined && !COURIER_CODES.has(company)) return '104119';
    if (quantity !== undefined && quantity > line.remainQuantity) return '104133';
    return () => {
      const collection = { method, company, trackingNumber };
      const asked = { reason, detail: '', quantity, collection, channel: '판매자' } as const;
      openClaim(shop.book, line, newReturn(shop, line, now, asked), now);
    };
  });
}

/** `POST …/{id}/claim/return/approve`: refunds at once and for good (sheet §3.4, §7 27). */
export function approveReturn(call: OperationCall): Reply {
  const { shop, now } = call;
  const isEarly = ({ claimStatus }: ReturnClaim) =>
    shop.rules.returnNeedsCollection && claimStatus !== 'COLLECT_DONE';
  return settleOne(call, (line) => {
    const claim = openReturn(line);
    if (typeof claim === 'string') return claim;
    if (isHeld(claim) || isEarly(claim)) return '104442';
    return () => finishClaim(shop.book, line, claim, now);
  });
}

/** `POST …/{id}/claim/return/reject` (sheet §3.4). */
export function rejectReturn(call: OperationCall): Reply {
  const { shop, now } = call;
  requireText(readObject(call.body), 'rejectReturnReason', TEXT_MAX);
  return settleOne(call, (line) => {
    const claim = openReturn(line, 'REJECT');
    if (typeof claim === 'string') return claim;
    return () => rejectClaim(shop.book, line, claim, 'seller', now);
  });
}
