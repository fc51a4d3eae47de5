import type {
  ClaimFault,
  ClaimFee,
  ClaimKind,
  ClaimSnapshot,
  ClaimState,
  Collection,
  Replacement,
} from '../../../domain/claim.ts';
import {
  asFields,
  type Fields,
  idAt,
  integerAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { reasonOf } from '../official/claims/codes.ts';
import { momentAt, optionalMomentAt } from './values.ts';

const KINDS: Readonly<Record<string, ClaimKind>> = {
  CANCEL: 'cancel',
  RETURN: 'return',
  EXCHANGE: 'exchange',
};

/** Where a receipt stands: its status, with the step or result that tells more. */
export const RECEIPT_STATES: Readonly<Record<string, ClaimState>> = {
  RECEIPT: 'requested',
  'PROGRESS/APPROVED': 'approved',
  'PROGRESS/COLLECTED': 'collected',
  'PROGRESS/DISPATCHED': 'reshipped',
  'COMPLETE/DONE': 'done',
  'COMPLETE/REJECTED': 'rejected',
  'COMPLETE/WITHDRAWN': 'withdrawn',
};

const FAULTS: Readonly<Record<string, ClaimFault>> = {
  CUSTOMER: 'buyer',
  VENDOR: 'seller',
  DELIVERY: 'carrier',
};

/** Reads one receipt of a cancel, return or exchange (guide §2.3.3). Throws UnreadableError. */
export function decodeReceipt(row: unknown): ClaimSnapshot {
  const receipt = asFields(row, 'receipt');
  const kind = KINDS[textAt(receipt, 'receiptType')];
  if (kind === undefined) throw new UnreadableError('receiptType', 'a known type', receipt.receiptType);
  const nativeStatus = nativeStatusOf(receipt);
  const nativeReason = optionalTextAt(receipt, 'reasonCode');
  const itemId = idAt(receipt, 'vendorItemId');
  const box = optionalIdAt(receipt, 'shipmentBoxId');
  return {
    nativeClaimId: `R${idAt(receipt, 'receiptId')}`,
    nativeOrderId: idAt(receipt, 'orderId'),
    kind,
    state: stateOf(nativeStatus),
    nativeStatus,
    requestedAt: momentAt(receipt, 'createdAt'),
    requestedBy: null,
    fault: FAULTS[optionalTextAt(receipt, 'faultBy') ?? ''] ?? null,
    // The guide lists no reason codes of its own.
    reason: reasonOf(nativeReason),
    nativeReason,
    reasonText: optionalTextAt(receipt, 'reason'),
    lines: [
      {
        nativeLineId: box === null ? null : `${box}:${itemId}`,
        nativeItemId: itemId,
        quantity: integerAt(receipt, 'quantity'),
      },
    ],
    fee: kind === 'cancel' ? null : feeOf(receipt),
    collection: kind === 'cancel' ? null : collectionOf(receipt),
    replacement: kind === 'exchange' ? replacementOf(receipt) : null,
    hold: null,
    decidesAt: null,
    endedAt: optionalMomentAt(receipt, 'completedAt'),
    contact: null,
    native: receipt,
  };
}

/** How a completed receipt ended, and which step one in progress has come to. */
const DETAIL_OF: Readonly<Record<string, string>> = { COMPLETE: 'result', PROGRESS: 'step' };

function nativeStatusOf(receipt: Fields): string {
  const status = textAt(receipt, 'status');
  const field = Object.hasOwn(DETAIL_OF, status) ? DETAIL_OF[status] : undefined;
  const detail = field === undefined ? null : optionalTextAt(receipt, field);
  return detail === null ? status : `${status}/${detail}`;
}

function stateOf(nativeStatus: string): ClaimState | null {
  return Object.hasOwn(RECEIPT_STATES, nativeStatus) ? (RECEIPT_STATES[nativeStatus] ?? null) : null;
}

/** Positive is paid by the seller, negative by the buyer; of a cancel nothing is sent back. */
function feeOf(receipt: Fields): ClaimFee | null {
  const charge = optionalIntegerAt(receipt, 'returnShippingCharge');
  if (charge === null || charge === 0) return null;
  return {
    amount: Math.abs(charge),
    currency: 'KRW',
    paidBy: charge > 0 ? 'seller' : 'buyer',
    method: null,
  };
}

function collectionOf(receipt: Fields): Collection {
  return {
    by: null,
    nativeCarrier: optionalTextAt(receipt, 'collectDeliveryCompanyCode'),
    invoice: optionalTextAt(receipt, 'collectInvoiceNumber'),
    collectedAt: null,
  };
}

function replacementOf(receipt: Fields): Replacement | null {
  const invoice = optionalTextAt(receipt, 'invoiceNumber');
  if (invoice === null) return null;
  return {
    packageKey: null,
    nativeCarrier: optionalTextAt(receipt, 'deliveryCompanyCode'),
    invoice,
    shippedAt: null,
    deliveredAt: null,
  };
}
