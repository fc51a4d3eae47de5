import { admitCancel, finishClaim, hasOpenClaim, openClaim } from '../../orders/claiming.ts';
import { CANCEL_REASONS } from '../../orders/codes.ts';
import { readCount, readObject, readText, requireCode } from '../../wire/body.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { badParameter } from '../../wire/refusal.ts';
import { newCancel } from '../../world/claim-requests.ts';
import { settleOne } from '../items.ts';
import { openCancel } from './open-claim.ts';

const DETAIL_MAX = 500;

/** `POST …/{id}/claim/cancel/request`: the seller cancels, wholly or in part (sheet §3.4). */
export function requestCancel(call: OperationCall): Reply {
  const { shop, now } = call;
  const body = readObject(call.body);
  const reason = requireCode(body, 'cancelReason', CANCEL_REASONS);
  const detail = readText(body, 'cancelDetailedReason') ?? '';
  if (detail.length > DETAIL_MAX) throw badParameter('cancelDetailedReason', 'Size');
  const quantity = readCount(body, 'cancelQuantity', { min: 1 });
  return settleOne(call, (line) => {
    if (line.status === 'CANCELED') return '105306';
    if (line.status !== 'PAYED' || hasOpenClaim(line)) return '104442';
    if (quantity !== undefined && quantity > line.remainQuantity) return '104133';
    return () => {
      const claim = newCancel(shop, line, now, { reason, detail, quantity, channel: '판매자' });
      openClaim(shop.book, line, claim, now);
      admitCancel(shop.book, line, claim, now);
    };
  });
}

/** `POST …/{id}/claim/cancel/approve` (sheet §3.4): from `CANCEL_REQUEST`, and from `CANCELING` to hurry the refund. */
export function approveCancel(call: OperationCall): Reply {
  const { shop, now } = call;
  return settleOne(call, (line) => {
    const claim = openCancel(line);
    if (typeof claim === 'string') return claim;
    return () => {
      if (claim.claimStatus === 'CANCELING') finishClaim(shop.book, line, claim, now);
      else admitCancel(shop.book, line, claim, now);
    };
  });
}
