import type { ClaimFee, ClaimLine, ClaimSnapshot, Collection } from '../../../../domain/claim.ts';
import type { Contact } from '../../../../domain/order.ts';
import {
  asFields,
  asList,
  booleanAt,
  type Fields,
  idAt,
  integerAt,
  listAt,
  optionalIdAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../../kit/decode.ts';
import { cutPersonal } from '../../../kit/personal.ts';
import { momentAt, optionalMomentAt, optionalSignedWonAt } from '../values.ts';
import { faultOf, reasonOf, textsTogether } from './codes.ts';
import { claimIdOfReceipt } from './ids.ts';
import { placeOf, type ReceiptPlace } from './receipt-state.ts';

const PERSONAL = [
  'requesterName',
  'requesterPhoneNumber',
  'requesterRealPhoneNumber',
  'requesterAddress',
  'requesterAddressDetail',
  'requesterZipCode',
];

/** Reads one receipt: a cancel, a request to stop a shipment, or a return (sheet §3.4). Throws UnreadableError. */
export function decodeReceipt(row: unknown): ClaimSnapshot {
  const receipt = asFields(row, 'receipt');
  const { rest, personal } = cutPersonal(receipt, PERSONAL);
  const receiptType = typeOf(receipt);
  const status = textAt(receipt, 'receiptStatus');
  const items = listAt(receipt, 'returnItems').map((item) => asFields(item, 'returnItems'));
  const pickup = pickupOf(receipt);
  const place = placeOf({
    receiptType,
    receiptStatus: status,
    releaseStopStatus: optionalTextAt(receipt, 'releaseStopStatus'),
    releases: items.flatMap((item) => optionalTextAt(item, 'releaseStatus') ?? []),
    preRefund: booleanAt(receipt, 'preRefund', false),
    hasPickupInvoice: pickup !== null,
  });
  const nativeReason = optionalTextAt(receipt, 'reasonCode');
  return {
    nativeClaimId: claimIdOfReceipt(idAt(receipt, 'receiptId')),
    nativeOrderId: idAt(receipt, 'orderId'),
    ...place,
    nativeStatus: receiptType === 'CANCEL' ? 'CANCEL' : status,
    requestedAt: momentAt(receipt, 'createdAt'),
    // Receipts of the seller's own cancels stand in the same lists and do not say whose they are.
    requestedBy: null,
    fault: faultOf(optionalTextAt(receipt, 'faultByType')),
    reason: reasonOf(nativeReason),
    nativeReason,
    reasonText: reasonText(receipt),
    lines: items.map(lineOf),
    fee: place.kind === 'return' ? feeOf(receipt) : null,
    collection: place.kind === 'return' ? collectionOf(receipt, pickup) : null,
    replacement: null,
    hold: place.state === 'on_hold' ? { nativeReason: status, text: null, since: null } : null,
    decidesAt: null,
    endedAt: endOf(receipt, place),
    contact: contactOf(receipt, personal),
    native: rest,
  };
}

function typeOf(receipt: Fields): 'RETURN' | 'CANCEL' {
  const type = textAt(receipt, 'receiptType');
  if (type === 'RETURN' || type === 'CANCEL') return type;
  throw new UnreadableError('receiptType', 'RETURN or CANCEL', type);
}

function reasonText(receipt: Fields): string | null {
  const words =
    optionalTextAt(receipt, 'reasonCodeText') ??
    optionalTextAt(receipt, 'cancelReasonCategory2') ??
    optionalTextAt(receipt, 'cancelReasonCategory1');
  return textsTogether([words, optionalTextAt(receipt, 'cancelReason')]);
}

function lineOf(item: Fields): ClaimLine {
  const nativeItemId = idAt(item, 'vendorItemId');
  const box = optionalIdAt(item, 'shipmentBoxId');
  const quantity = integerAt(item, 'cancelCount');
  if (quantity < 1) throw new UnreadableError('cancelCount', 'a quantity', quantity);
  return { nativeLineId: box === null ? null : `${box}:${nativeItemId}`, nativeItemId, quantity };
}

/**
 * Positive is paid by the seller, negative by the buyer (sheet §3.4). Requests to stop a shipment tell it as well, but
 * nothing is sent back unless they become returns.
 */
function feeOf(receipt: Fields): ClaimFee | null {
  const charge = optionalSignedWonAt(receipt, 'returnShippingCharge');
  if (charge === null || charge === 0) return null;
  return {
    amount: Math.abs(charge),
    currency: 'KRW',
    paidBy: charge > 0 ? 'seller' : 'buyer',
    method: null,
  };
}

interface Pickup {
  readonly nativeCarrier: string | null;
  readonly invoice: string;
}

/** There may be several entries, and their numbers are blank until the goods are picked up. */
function pickupOf(receipt: Fields): Pickup | null {
  for (const row of asList(receipt.returnDeliveryDtos ?? [], 'returnDeliveryDtos')) {
    const delivery = asFields(row, 'returnDeliveryDtos');
    const invoice = optionalTextAt(delivery, 'deliveryInvoiceNo');
    if (invoice !== null) return { nativeCarrier: optionalTextAt(delivery, 'deliveryCompanyCode'), invoice };
  }
  return null;
}

/** `returnDeliveryType`: Coupang sends its own or a linked courier, or leaves it to the seller. */
const COLLECTED_BY: Readonly<Record<string, Collection['by']>> = {
  전담택배: 'marketplace',
  연동택배: 'marketplace',
  수기관리: 'seller',
};

function collectionOf(receipt: Fields, pickup: Pickup | null): Collection {
  return {
    by: COLLECTED_BY[optionalTextAt(receipt, 'returnDeliveryType') ?? ''] ?? null,
    nativeCarrier: pickup?.nativeCarrier ?? null,
    invoice: pickup?.invoice ?? null,
    collectedAt: confirmedAt(receipt),
  };
}

/** When somebody confirmed that the goods came back; a confirmed loss is none. */
function confirmedAt(receipt: Fields): string | null {
  const type = optionalTextAt(receipt, 'completeConfirmType');
  return type === 'VENDOR_CONFIRM' || type === 'CS_CONFIRM'
    ? optionalMomentAt(receipt, 'completeConfirmDate')
    : null;
}

/** No field tells when a claim ended; at the end it was changed last. */
function endOf(receipt: Fields, { state }: ReceiptPlace): string | null {
  return state === 'done' ? optionalMomentAt(receipt, 'modifiedAt') : null;
}

function contactOf(receipt: Fields, personal: Readonly<Record<string, unknown>>): Contact | null {
  if (Object.values(personal).every((value) => value === null || value === '')) return null;
  const requester = {
    name: optionalTextAt(receipt, 'requesterName'),
    phone: optionalTextAt(receipt, 'requesterRealPhoneNumber'),
    safePhone: optionalTextAt(receipt, 'requesterPhoneNumber'),
    email: null,
  };
  return {
    orderer: requester,
    receiver: requester,
    postalCode: optionalTextAt(receipt, 'requesterZipCode'),
    address: optionalTextAt(receipt, 'requesterAddress'),
    addressDetail: optionalTextAt(receipt, 'requesterAddressDetail'),
    deliveryNote: null,
    customsCode: null,
    native: personal,
  };
}
