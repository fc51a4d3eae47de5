import type { ClaimFault, ClaimFee, ClaimSnapshot } from '../../../domain/claim.ts';
import {
  asFields,
  type Fields,
  idAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { instantAt, optionalInstantAt } from '../official/wire-time.ts';
import { FAULTS, reasonMeant } from './claim-reasons.ts';
import { claimStateOf, KIND_OF_TYPE } from './claim-states.ts';
import { unreadable } from './decode-order.ts';

/** Reads one claim of a list or of its own call; throws UnreadableError (guide §1.8.1 and the agreed envelope). */
export function decodeClaim(json: unknown): ClaimSnapshot {
  const fields = asFields(json, 'claim');
  const type = textAt(fields, 'claimType');
  const kind = KIND_OF_TYPE.get(type);
  if (kind === undefined) throw new UnreadableError('claimType', 'a known type of claim', type);
  const nativeStatus = textAt(fields, 'claimStatus');
  const state = claimStateOf(kind, nativeStatus);
  const fault = faultAt(fields);
  const nativeReason = optionalTextAt(fields, 'claimReason');
  const changedAt = optionalInstantAt(fields, 'statusChangedDate');
  const isClosed = state === 'rejected' || state === 'withdrawn';
  return {
    nativeClaimId: idAt(fields, 'claimId'),
    nativeOrderId: idAt(fields, 'orderId'),
    kind,
    state,
    nativeStatus,
    requestedAt: instantAt(fields, 'requestDate'),
    requestedBy: null,
    fault,
    reason: reasonMeant(nativeReason),
    nativeReason,
    reasonText: optionalTextAt(fields, 'claimReasonDetail'),
    lines: [
      {
        nativeLineId: idAt(fields, 'productOrderId'),
        nativeItemId: null,
        quantity: optionalIntegerAt(fields, 'quantity'),
      },
    ],
    fee: decodeFee(fields, fault),
    collection: kind === 'cancel' ? null : decodeCollection(fields),
    replacement: kind === 'exchange' ? decodeReplacement(fields, changedAt, nativeStatus) : null,
    hold:
      state === 'on_hold'
        ? { nativeReason: optionalTextAt(fields, 'withholdReason'), text: null, since: changedAt }
        : null,
    decidesAt: null,
    endedAt: optionalInstantAt(fields, 'completedDate') ?? (isClosed ? changedAt : null),
    contact: null,
    native: fields,
  };
}

function faultAt(fields: Fields): ClaimFault | null {
  const code = optionalTextAt(fields, 'claimReasonType');
  return code !== null && Object.hasOwn(FAULTS, code) ? (FAULTS[code] ?? null) : null;
}

/** The fault decides who pays; for damage on the way it is the carrier or the seller (guide §1.6.7). */
function decodeFee(fields: Fields, fault: ClaimFault | null): ClaimFee | null {
  const amount = optionalIntegerAt(fields, 'returnShippingCharge');
  if (amount === null) return null;
  const paidBy = fault === 'buyer' || fault === 'seller' ? fault : null;
  return { amount, currency: 'KRW', paidBy, method: optionalTextAt(fields, 'returnShippingPayMet') };
}

function decodeCollection(fields: Fields): ClaimSnapshot['collection'] {
  const nativeCarrier = optionalTextAt(fields, 'collectDeliveryCompanyCode');
  const invoice = optionalIdAt(fields, 'collectTrackingNumber');
  const collectedAt = optionalInstantAt(fields, 'collectedDate');
  if (nativeCarrier === null && invoice === null && collectedAt === null) return null;
  return { by: null, nativeCarrier, invoice, collectedAt };
}

/** The moment of sending is only told while it is the last thing that happened. */
function decodeReplacement(
  fields: Fields,
  changedAt: string | null,
  nativeStatus: string,
): ClaimSnapshot['replacement'] {
  const nativeCarrier = optionalTextAt(fields, 'reDeliveryCompanyCode');
  const invoice = optionalIdAt(fields, 'reDeliveryTrackingNumber');
  if (nativeCarrier === null && invoice === null) return null;
  return {
    packageKey: null,
    nativeCarrier,
    invoice,
    shippedAt: nativeStatus === 'EXCHANGE_SHIPPED' ? changedAt : null,
    deliveredAt: nativeStatus === 'EXCHANGE_COMPLETED' ? optionalInstantAt(fields, 'completedDate') : null,
  };
}

/** Claims of a list; one that cannot be read is set aside by itself. */
export function readsOfClaims(rows: readonly unknown[]): OrderRead[] {
  return rows.map((row) => {
    try {
      return { kind: 'claim', claim: decodeClaim(row) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return unreadable(row, `claim: ${error.message}`);
    }
  });
}
