import type {
  ClaimFee,
  ClaimHold,
  ClaimKind,
  ClaimSnapshot,
  ClaimState,
  Collection,
  Replacement,
} from '../../../domain/claim.ts';
import type { Contact, Instant } from '../../../domain/order.ts';
import { asFields, asList, type Fields, idAt, optionalFieldsAt, optionalTextAt } from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { type Site, sitedId } from '../site.ts';
import { claimFee } from './claim-fee.ts';
import { claimStateOf, FAULTS, REASONS, REQUESTERS } from './claim-states.ts';
import { dataOf, readRow } from './decode-page.ts';
import { momentAt, optionalCodeAt, optionalMomentAt, optionalTrimmedAt, personOf } from './values.ts';

/** The field that tells the status, by the kind of claim. */
export const STATUS_FIELDS: Readonly<Record<ClaimKind, string>> = {
  cancel: 'CancelStatus',
  return: 'ReturnStatus',
  exchange: 'ExchangeStatus',
};

const PERSONAL = ['PickupInfo.SenderInfo', 'PickupInfo.ReceiverInfo', 'ResendInfo.ReceiverInfo'];
const EMPTY: Fields = {};

/** A cancel that nobody answers is carried out by ESM itself (sheet §7.9). */
const CANCEL_ANSWER_MS = 24 * 60 * 60_000;

/** The rows of a claim list; it has no pages and no total (sheet §2). */
export function decodeClaimList(site: Site, kind: ClaimKind): (json: unknown) => readonly OrderRead[] {
  return (json) =>
    asList(dataOf(json) ?? [], 'Data').map((row) =>
      readRow(row, site, () => ({ kind: 'claim', claim: decodeClaim(row, site, kind) })),
    );
}

/**
 * There is no claim number (sheet §4.2). The moment of the request tells the claims of an order apart, and stays when
 * a return becomes an exchange or the other way round, so the kind is no part of the key.
 */
export function claimIdOf(site: Site, orderNo: string, requestedAt: Instant): string {
  return `${sitedId(site, orderNo)}:${requestedAt}`;
}

/** Reads a row of a claim list with canonical keys. It names no product (sheet §7.1). Throws UnreadableError. */
export function decodeClaim(row: unknown, site: Site, kind: ClaimKind): ClaimSnapshot {
  const claim = asFields(row, 'claim');
  const number = idAt(claim, 'OrderNo');
  const requestedAt = momentAt(claim, 'RequestDate');
  const nativeStatus = idAt(claim, STATUS_FIELDS[kind]);
  const pickup = optionalFieldsAt(claim, 'PickupInfo') ?? EMPTY;
  const replacement = replacementOf(optionalFieldsAt(claim, 'ResendInfo') ?? EMPTY);
  const state = claimStateOf(kind, {
    status: nativeStatus,
    pickedUp: optionalTextAt(pickup, 'InvoiceNo') !== null,
    resent: replacement?.deliveredAt != null,
  });
  const { rest, personal } = cutPersonal(claim, PERSONAL);
  const reason = optionalCodeAt(claim, 'ReasonCode');
  return {
    nativeClaimId: claimIdOf(site, number, requestedAt),
    nativeOrderId: sitedId(site, number),
    kind,
    state,
    nativeStatus,
    requestedAt,
    requestedBy: REQUESTERS[optionalCodeAt(claim, 'RequestUser') ?? ''] ?? null,
    fault: FAULTS[optionalCodeAt(claim, 'Reason') ?? ''] ?? null,
    reason: reason === null ? null : (REASONS[kind][reason] ?? null),
    nativeReason: reason,
    reasonText: optionalTextAt(claim, 'ReasonDetail') ?? optionalTextAt(claim, 'ResonDetail'),
    lines: [{ nativeLineId: number, nativeItemId: null, quantity: null }],
    fee: claimFee(claim, kind) satisfies ClaimFee | null,
    collection: kind === 'cancel' ? null : collectionOf(pickup),
    replacement: kind === 'exchange' ? replacement : null,
    hold: holdOf(claim),
    decidesAt: kind === 'cancel' && state === 'requested' ? after(requestedAt, CANCEL_ANSWER_MS) : null,
    endedAt: endOf(claim, state, replacement),
    contact: contactOf(claim, personal),
    native: rest,
  };
}

function after(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

function endOf(claim: Fields, state: ClaimState | null, replacement: Replacement | null): Instant | null {
  if (state === 'withdrawn') return optionalMomentAt(claim, 'WithdrawDate');
  if (state !== 'done') return null;
  return optionalMomentAt(claim, 'CompleteDate') ?? replacement?.deliveredAt ?? null;
}

function collectionOf(pickup: Fields): Collection | null {
  const ordered = optionalCodeAt(pickup, 'Status');
  const invoice = optionalTrimmedAt(pickup, 'InvoiceNo');
  const collectedAt = optionalMomentAt(pickup, 'CompleteDate');
  if (invoice === null && collectedAt === null && ordered !== '1') return null;
  return {
    // 2 is "not by the site": the seller or the buyer (sheet §3.7).
    by: ordered === '1' ? 'marketplace' : null,
    nativeCarrier: optionalTextAt(pickup, 'DeliveryCompName'),
    invoice,
    collectedAt,
  };
}

function replacementOf(resend: Fields): Replacement | null {
  const invoice = optionalTrimmedAt(resend, 'InvoiceNo');
  const shippedAt = optionalMomentAt(resend, 'ResendDate');
  if (invoice === null && shippedAt === null) return null;
  return {
    packageKey: null,
    nativeCarrier: optionalTextAt(resend, 'DeliveryCompName'),
    invoice,
    shippedAt,
    deliveredAt: optionalMomentAt(resend, 'CompleteDate'),
  };
}

function holdOf(claim: Fields): ClaimHold | null {
  const hold = optionalFieldsAt(claim, 'HoldInfo') ?? EMPTY;
  if (hold.IsHold !== true) return null;
  return {
    nativeReason: optionalCodeAt(hold, 'Reason'),
    text: null,
    since: optionalMomentAt(hold, 'HoldDate'),
  };
}

/** Who sends the goods back, and who gets the replacement, which is told for exchanges only. */
function contactOf(claim: Fields, personal: Readonly<Record<string, unknown>>): Contact | null {
  const sender = optionalFieldsAt(optionalFieldsAt(claim, 'PickupInfo') ?? EMPTY, 'SenderInfo') ?? EMPTY;
  const receiver = optionalFieldsAt(optionalFieldsAt(claim, 'ResendInfo') ?? EMPTY, 'ReceiverInfo') ?? EMPTY;
  if (Object.keys(personal).length === 0) return null;
  const place = optionalTrimmedAt(receiver, 'AddressFront') === null ? sender : receiver;
  return {
    orderer: personIn(sender),
    receiver: personIn(place),
    postalCode: optionalTrimmedAt(place, 'ZipCode'),
    address: optionalTrimmedAt(place, 'AddressFront') ?? optionalTrimmedAt(place, 'Address'),
    addressDetail: optionalTrimmedAt(place, 'AddressBack'),
    deliveryNote: null,
    customsCode: null,
    native: personal,
  };
}

function personIn(info: Fields) {
  return personOf(optionalTextAt(info, 'Name'), [
    optionalTrimmedAt(info, 'HpNo'),
    optionalTrimmedAt(info, 'TelNo'),
  ]);
}
