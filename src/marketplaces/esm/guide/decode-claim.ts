import type { ClaimFault, ClaimKind, ClaimSnapshot, Collection, Replacement } from '../../../domain/claim.ts';
import { asFields, type Fields, idAt, optionalIntegerAt, optionalTextAt, textAt } from '../../kit/decode.ts';
import { type Site, sitedId } from '../site.ts';
import { momentAt, optionalMomentAt } from './decode-order.ts';
import { claimStateOf } from './statuses.ts';

/** `claimType` by the kind of claim (guide 4.3.2). */
export const CLAIM_TYPES: Readonly<Record<ClaimKind, string>> = {
  cancel: 'CANCEL',
  return: 'RETURN',
  exchange: 'EXCHANGE',
};

const FAULTS: Readonly<Record<string, ClaimFault>> = {
  BUYER: 'buyer',
  SELLER: 'seller',
  DELIVERY: 'carrier',
};
const PAYERS: Readonly<Record<string, 'buyer' | 'seller'>> = { BUYER: 'buyer', SELLER: 'seller' };

/** A cancel that nobody answers is carried out by the marketplace. */
const CANCEL_ANSWER_MS = 24 * 60 * 60_000;

/** Reads one claim. Throws UnreadableError and nothing else. */
export function decodeClaim(row: unknown, site: Site, kind: ClaimKind): ClaimSnapshot {
  const claim = asFields(row, 'claim');
  const nativeStatus = textAt(claim, 'claimStatus');
  const state = claimStateOf(kind, nativeStatus);
  const requestedAt = momentAt(claim, 'requestDate');
  const waits = kind === 'cancel' && state === 'requested';
  return {
    nativeClaimId: sitedId(site, idAt(claim, 'claimNo')),
    nativeOrderId: sitedId(site, idAt(claim, 'ordNo')),
    kind,
    state,
    nativeStatus,
    requestedAt,
    requestedBy: null,
    fault: FAULTS[optionalTextAt(claim, 'faultType') ?? ''] ?? null,
    // The guide lists no reason codes.
    reason: null,
    nativeReason: optionalTextAt(claim, 'reason'),
    reasonText: optionalTextAt(claim, 'reasonDetail'),
    lines: [
      {
        nativeLineId: null,
        nativeItemId: idAt(claim, 'itemNo'),
        quantity: optionalIntegerAt(claim, 'quantity'),
      },
    ],
    fee: feeOf(claim),
    collection: kind === 'cancel' ? null : collectionOf(claim),
    replacement: kind === 'exchange' ? replacementOf(claim) : null,
    hold: null,
    decidesAt: waits ? new Date(Date.parse(requestedAt) + CANCEL_ANSWER_MS).toISOString() : null,
    endedAt: optionalMomentAt(claim, 'completedDate'),
    contact: null,
    native: claim,
  };
}

function feeOf(claim: Fields): ClaimSnapshot['fee'] {
  const amount = optionalIntegerAt(claim, 'returnFee');
  if (amount === null || amount <= 0) return null;
  return {
    amount,
    currency: 'KRW',
    paidBy: PAYERS[optionalTextAt(claim, 'returnFeePaidBy') ?? ''] ?? null,
    method: null,
  };
}

function collectionOf(claim: Fields): Collection | null {
  const invoice = optionalTextAt(claim, 'collectTrackingNumber');
  if (invoice === null) return null;
  return {
    by: null,
    nativeCarrier: optionalTextAt(claim, 'collectDeliveryCompanyCode'),
    invoice,
    collectedAt: null,
  };
}

function replacementOf(claim: Fields): Replacement | null {
  const invoice = optionalTextAt(claim, 'exchangeTrackingNumber');
  if (invoice === null) return null;
  return {
    packageKey: null,
    nativeCarrier: optionalTextAt(claim, 'exchangeDeliveryCompanyCode'),
    invoice,
    shippedAt: null,
    deliveredAt: null,
  };
}
