import type { ClaimKind, ClaimSnapshot } from '../../../domain/claim.ts';
import { asFields, type Fields, idAt, optionalIntegerAt, optionalTextAt, textAt } from '../../kit/decode.ts';
import { CLAIM_STATES, FAULTS, PAYERS } from './claim-codes.ts';
import { momentAt, neededMomentAt, optionalWonAt } from './values.ts';

/** Reads one claim of a kind; its number is unique over all kinds. Throws UnreadableError. */
export function decodeClaim(row: unknown, kind: ClaimKind): ClaimSnapshot {
  const claim = asFields(row, 'claim');
  const nativeStatus = textAt(claim, 'clmStCd');
  return {
    nativeClaimId: idAt(claim, 'clmNo'),
    nativeOrderId: idAt(claim, 'ordNo'),
    kind,
    state: CLAIM_STATES[nativeStatus] ?? null,
    nativeStatus,
    requestedAt: neededMomentAt(claim, 'clmReqDt'),
    // Claims begin with the buyer (guide §5.4); the seller has no call of his own.
    requestedBy: 'buyer',
    fault: FAULTS[optionalTextAt(claim, 'clmFaultCd') ?? ''] ?? null,
    // The guide lists no reason codes.
    reason: null,
    nativeReason: optionalTextAt(claim, 'clmRsnCd'),
    reasonText: optionalTextAt(claim, 'clmRsnDtl'),
    lines: [
      {
        nativeLineId: idAt(claim, 'ordPrdSeq'),
        nativeItemId: null,
        quantity: optionalIntegerAt(claim, 'clmQty'),
      },
    ],
    fee: feeOf(claim),
    collection: collectionOf(claim, nativeStatus),
    replacement: replacementOf(claim),
    hold: null,
    decidesAt: null,
    endedAt: momentAt(claim, 'clmEndDt'),
    contact: null,
    native: claim,
  };
}

function feeOf(claim: Fields): ClaimSnapshot['fee'] {
  const amount = optionalWonAt(claim, 'clmDlvCst');
  if (amount === null) return null;
  const paidBy = PAYERS[optionalTextAt(claim, 'clmDlvCstPayCd') ?? ''] ?? null;
  return { amount, currency: 'KRW', paidBy, method: null };
}

/** When the goods came back is the day of the last change as long as nothing else has changed since. */
function collectionOf(claim: Fields, status: string): ClaimSnapshot['collection'] {
  const invoice = optionalTextAt(claim, 'collectTrkNo');
  const isCollected = CLAIM_STATES[status] === 'collected';
  if (invoice === null && !isCollected) return null;
  return {
    by: null,
    nativeCarrier: optionalTextAt(claim, 'collectDlvCoCd'),
    invoice,
    collectedAt: isCollected ? momentAt(claim, 'clmChgDt') : null,
  };
}

function replacementOf(claim: Fields): ClaimSnapshot['replacement'] {
  const invoice = optionalTextAt(claim, 'exchTrkNo');
  if (invoice === null) return null;
  return {
    packageKey: null,
    nativeCarrier: optionalTextAt(claim, 'exchDlvCoCd'),
    invoice,
    shippedAt: null,
    deliveredAt: null,
  };
}
