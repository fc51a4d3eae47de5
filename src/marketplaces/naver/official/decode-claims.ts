import type {
  ClaimFee,
  ClaimKind,
  ClaimRequester,
  ClaimSnapshot,
  Collection,
  Replacement,
} from '../../../domain/claim.ts';
import type { Contact, Instant } from '../../../domain/order.ts';
import {
  asFields,
  type Fields,
  idAt,
  listAt,
  optionalFieldsAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { meaningOf } from './claim-reasons.ts';
import { claimStateOf } from './claim-states.ts';
import { CLAIM_ADDRESSES } from './personal.ts';
import { instantAt, optionalInstantAt } from './wire-time.ts';

/** The line that the claims of one element are about. */
export interface ClaimedProductOrder {
  readonly orderId: string;
  readonly productOrderId: string;
  readonly itemId: string;
  readonly claimType: string | null;
  readonly claimId: string | null;
  readonly dispatchedAt: Instant | null;
}

/** Where a claim keeps what every claim has, which depends on where it stands (sheet §3.3). */
interface Names {
  readonly reason: string;
  readonly text: string;
  readonly endedAt: string;
}

const RUNNING: Readonly<Record<ClaimKind, Names>> = {
  cancel: { reason: 'cancelReason', text: 'cancelDetailedReason', endedAt: 'cancelCompletedDate' },
  return: { reason: 'returnReason', text: 'returnDetailedReason', endedAt: 'returnCompletedDate' },
  exchange: {
    reason: 'exchangeReason',
    text: 'exchangeDetailedReason',
    endedAt: 'claimCompleteOperationDate',
  },
};
const COMPLETED: Names = {
  reason: 'claimRequestReason',
  text: 'claimRequestDetailContent',
  endedAt: 'claimCompleteOperationDate',
};

const KINDS: readonly ClaimKind[] = ['cancel', 'return', 'exchange'];

const ADMIN_CANCEL = 'ADMIN_CANCEL';
/** Put off confirmations are told as claims but undo nothing (sheet §4.1). */
const NO_CLAIM = 'PURCHASE_DECISION_HOLDBACK';
const KIND_OF_TYPE = new Map<string, ClaimKind>([
  ['CANCEL', 'cancel'],
  [ADMIN_CANCEL, 'cancel'],
  ['RETURN', 'return'],
  ['EXCHANGE', 'exchange'],
]);

/**
 * The claims of one element of `query`: the one under way, the exchange before it, and those that are over
 * (sheet §3.3). One that cannot be read is set aside by itself; its line and the other claims go on.
 */
export function decodeClaims(element: Fields, line: ClaimedProductOrder): OrderRead[] {
  const reads: OrderRead[] = [];
  const seen = new Set<string>();
  const add = (document: unknown, decode: () => ClaimSnapshot | null) => {
    const read = setAside(line.orderId, document, decode);
    if (read === null || (read.kind === 'claim' && seen.has(read.claim.nativeClaimId))) return;
    if (read.kind === 'claim') seen.add(read.claim.nativeClaimId);
    reads.push(read);
  };
  for (const holder of ['currentClaim', 'beforeClaim']) {
    const claims = element[holder];
    if (claims === undefined || claims === null) continue;
    for (const kind of KINDS) {
      const document = fieldOf(claims, kind);
      if (document === undefined || document === null) continue;
      const isCurrent = holder === 'currentClaim';
      add(document, () => decodeRunning(asFields(document, `${holder}.${kind}`), kind, line, isCurrent));
    }
  }
  if (element.completedClaims === undefined || element.completedClaims === null) return reads;
  for (const document of listAt(element, 'completedClaims')) {
    add(document, () => decodeCompleted(asFields(document, 'completedClaims'), line));
  }
  return reads;
}

function fieldOf(value: unknown, name: string): unknown {
  return asFields(value, 'claims')[name];
}

function setAside(orderId: string, document: unknown, decode: () => ClaimSnapshot | null): OrderRead | null {
  try {
    const claim = decode();
    return claim === null ? null : { kind: 'claim', claim };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const payload = JSON.stringify(document) ?? 'nothing';
    return { kind: 'unreadable', nativeOrderId: orderId, reason: `claim: ${error.message}`, payload };
  }
}

function decodeRunning(
  fields: Fields,
  kind: ClaimKind,
  line: ClaimedProductOrder,
  isCurrent: boolean,
): ClaimSnapshot {
  const claimId = optionalIdAt(fields, 'claimId') ?? (isCurrent ? line.claimId : null);
  if (claimId === null) throw new UnreadableError('claimId', 'an id', null);
  const isAdmin = isCurrent && line.claimType === ADMIN_CANCEL;
  return decodeClaim(fields, { claimId, kind, isAdmin, names: RUNNING[kind], line });
}

function decodeCompleted(fields: Fields, line: ClaimedProductOrder): ClaimSnapshot | null {
  const type = textAt(fields, 'claimType');
  if (type === NO_CLAIM) return null;
  const kind = KIND_OF_TYPE.get(type);
  if (kind === undefined) throw new UnreadableError('claimType', 'a known type of claim', type);
  const claimId = idAt(fields, 'claimId');
  return decodeClaim(fields, { claimId, kind, isAdmin: type === ADMIN_CANCEL, names: COMPLETED, line });
}

interface Known {
  readonly claimId: string;
  readonly kind: ClaimKind;
  readonly isAdmin: boolean;
  readonly names: Names;
  readonly line: ClaimedProductOrder;
}

function decodeClaim(fields: Fields, { claimId, kind, isAdmin, names, line }: Known): ClaimSnapshot {
  const { rest, personal } = cutPersonal(fields, CLAIM_ADDRESSES);
  const nativeReason = optionalTextAt(fields, names.reason);
  const meaning = meaningOf(nativeReason);
  const endedAt = optionalInstantAt(fields, names.endedAt);
  const { state, nativeStatus } = claimStateOf({
    kind,
    claimStatus: textAt(fields, 'claimStatus'),
    holdbackStatus: optionalTextAt(fields, 'holdbackStatus'),
    endedAt,
    dispatchedAt: line.dispatchedAt,
  });
  return {
    nativeClaimId: claimId,
    nativeOrderId: line.orderId,
    kind,
    state,
    nativeStatus,
    requestedAt: instantAt(fields, 'claimRequestDate'),
    requestedBy: isAdmin ? 'marketplace' : requesterOf(optionalTextAt(fields, 'requestChannel')),
    fault: meaning?.fault ?? null,
    reason: meaning?.reason ?? null,
    nativeReason,
    reasonText: optionalTextAt(fields, names.text),
    lines: [
      {
        nativeLineId: line.productOrderId,
        nativeItemId: line.itemId,
        quantity: optionalIntegerAt(fields, 'requestQuantity'),
      },
    ],
    fee: decodeFee(fields),
    collection: kind === 'cancel' ? null : decodeCollection(fields),
    replacement: kind === 'exchange' ? decodeReplacement(fields) : null,
    hold: state === 'on_hold' ? decodeHold(fields) : null,
    decidesAt: null,
    endedAt,
    contact: decodeContact(fields, personal),
    native: rest,
  };
}

/** The words of the sheet's sample, and plain words for the two others [unconfirmed]. */
const REQUESTERS: Readonly<Record<string, ClaimRequester>> = {
  구매회원: 'buyer',
  구매자: 'buyer',
  판매자: 'seller',
  관리자: 'marketplace',
};

function requesterOf(channel: string | null): ClaimRequester | null {
  return channel !== null && Object.hasOwn(REQUESTERS, channel) ? (REQUESTERS[channel] ?? null) : null;
}

/** What the buyer is charged. A part that Naver or a membership bears is told apart (sheet §3.3). */
function decodeFee(fields: Fields): ClaimFee | null {
  const delivery = optionalIntegerAt(fields, 'claimDeliveryFeeDemandAmount');
  const other = optionalIntegerAt(fields, 'etcFeeDemandAmount');
  if (delivery === null && other === null) return null;
  const amount = (delivery ?? 0) + (other ?? 0);
  const support =
    (optionalIntegerAt(fields, 'claimDeliveryFeeSupportAmount') ?? 0) +
    (optionalIntegerAt(fields, 'membershipsArrivalGuaranteeClaimSupportingAmount') ?? 0);
  return {
    amount,
    currency: 'KRW',
    paidBy: payerOf(amount, support),
    method:
      optionalTextAt(fields, 'claimDeliveryFeePayMethod') ??
      optionalTextAt(fields, 'claimDeliveryFeePayMeans'),
  };
}

function payerOf(amount: number, support: number): ClaimFee['paidBy'] {
  if (amount <= 0) return null;
  if (support <= 0) return 'buyer';
  return support >= amount ? 'marketplace' : 'shared';
}

/** Who has the goods collected (sheet §4.5). `RETURN_DELIVERY` does not say who booked the courier. */
const COLLECTORS: Readonly<Record<string, Collection['by']>> = {
  RETURN_DESIGNATED: 'marketplace',
  RETURN_MERCHANT: 'seller',
  RETURN_INDIVIDUAL: 'buyer',
  NOTHING: 'nobody',
};

function decodeCollection(fields: Fields): Collection | null {
  const method = optionalTextAt(fields, 'collectDeliveryMethod');
  const collection: Collection = {
    by: method !== null && Object.hasOwn(COLLECTORS, method) ? (COLLECTORS[method] ?? null) : null,
    nativeCarrier: optionalTextAt(fields, 'collectDeliveryCompany'),
    invoice: optionalIdAt(fields, 'collectTrackingNumber'),
    collectedAt: optionalInstantAt(fields, 'collectCompletedDate'),
  };
  const isKnown = method !== null || Object.values(collection).some((part) => part !== null);
  return isKnown ? collection : null;
}

function decodeReplacement(fields: Fields): Replacement | null {
  const nativeCarrier =
    optionalTextAt(fields, 'reDeliveryCompany') ?? optionalTextAt(fields, 'reDeliveryMethod');
  const invoice = optionalIdAt(fields, 'reDeliveryTrackingNumber');
  const shippedAt = optionalInstantAt(fields, 'reDeliveryOperationDate');
  if (nativeCarrier === null && invoice === null && shippedAt === null) return null;
  return { packageKey: null, nativeCarrier, invoice, shippedAt, deliveredAt: null };
}

function decodeHold(fields: Fields): ClaimSnapshot['hold'] {
  return {
    nativeReason: optionalTextAt(fields, 'holdbackReason'),
    text: optionalTextAt(fields, 'holdbackDetailedReason'),
    since: optionalInstantAt(fields, 'holdbackConfigDate'),
  };
}

/** Who hands the goods over, and who gets the replacement; where nothing is said the same person. */
function decodeContact(fields: Fields, personal: Readonly<Record<string, unknown>>): Contact | null {
  const collect = optionalFieldsAt(fields, 'collectAddress');
  const target = optionalFieldsAt(fields, 'reDeliveryAddress') ?? collect;
  if (target === undefined) return null;
  return {
    orderer: personAt(collect ?? {}),
    receiver: personAt(target),
    postalCode: optionalTextAt(target, 'zipCode'),
    address: optionalTextAt(target, 'baseAddress'),
    addressDetail: optionalTextAt(target, 'detailedAddress'),
    deliveryNote: null,
    customsCode: null,
    native: personal,
  };
}

function personAt(address: Fields): Contact['receiver'] {
  const phone = optionalTextAt(address, 'tel1') ?? optionalTextAt(address, 'tel2');
  return { name: optionalTextAt(address, 'name'), phone, safePhone: null, email: null };
}
