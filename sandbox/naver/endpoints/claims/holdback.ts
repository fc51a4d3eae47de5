import { isHeld, type ReturningClaim } from '../../orders/claim.ts';
import { releaseHoldback } from '../../orders/claim-decisions.ts';
import { holdBack } from '../../orders/claiming.ts';
import { HOLDBACK_REASONS } from '../../orders/codes.ts';
import type { ProductOrder } from '../../orders/product-order.ts';
import { readCount, readObject, requireCode, requireText } from '../../wire/body.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { type ItemCode, settleOne } from '../items.ts';
import { openExchange, openReturn } from './open-claim.ts';

/** What differs between holding a return and holding an exchange. */
interface Holding {
  readonly find: (line: ProductOrder) => ReturningClaim | ItemCode;
  readonly detailField: string;
  readonly feeField: string;
  /** Reasons that speak of the other kind. */
  readonly foreignPrefix: string;
}

const RETURNS: Holding = {
  find: (line) => openReturn(line),
  detailField: 'holdbackReturnDetailReason',
  feeField: 'extraReturnFeeAmount',
  foreignPrefix: 'EXCHANGE_',
};

const EXCHANGES: Holding = {
  find: (line) => openExchange(line),
  detailField: 'holdbackExchangeDetailReason',
  feeField: 'extraExchangeFeeAmount',
  foreignPrefix: 'RETURN_',
};

const DETAIL_MAX = 1_000;

/** `POST …/{id}/claim/{return|exchange}/holdback`: the seller waits for a fee or the goods (sheet §3.4). */
function hold({ find, detailField, feeField, foreignPrefix }: Holding, call: OperationCall): Reply {
  const { shop, now } = call;
  const body = readObject(call.body);
  const reason = requireCode(body, 'holdbackClassType', HOLDBACK_REASONS);
  const detail = requireText(body, detailField, DETAIL_MAX);
  const extraFee = readCount(body, feeField, { min: 0 }) ?? 0;
  return settleOne(call, (line) => {
    const claim = find(line);
    if (typeof claim === 'string') return '104442';
    if (isHeld(claim)) return '105306';
    if (claim.claimStatus === 'EXCHANGE_REDELIVERING') return '104442';
    if (reason.startsWith(foreignPrefix)) return '104133';
    return () => holdBack(shop.book, line, claim, { reason, detail, extraFee, heldAt: now });
  });
}

/** `POST …/{id}/claim/{return|exchange}/holdback/release` (sheet §3.4). */
function release({ find }: Holding, call: OperationCall): Reply {
  const { shop, now } = call;
  return settleOne(call, (line) => {
    const claim = find(line);
    if (typeof claim === 'string') return '104442';
    if (!isHeld(claim)) return claim.holdback === undefined ? '104442' : '105306';
    return () => releaseHoldback(shop.book, line, claim, now);
  });
}

export const holdReturn = (call: OperationCall): Reply => hold(RETURNS, call);
export const releaseReturn = (call: OperationCall): Reply => release(RETURNS, call);
export const holdExchange = (call: OperationCall): Reply => hold(EXCHANGES, call);
export const releaseExchange = (call: OperationCall): Reply => release(EXCHANGES, call);
