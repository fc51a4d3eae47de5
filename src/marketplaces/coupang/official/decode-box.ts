import type {
  Contact,
  OrderLineSnapshot,
  PackageSnapshot,
  ParcelSnapshot,
  Person,
} from '../../../domain/order.ts';
import {
  asFields,
  booleanAt,
  type Fields,
  idAt,
  listAt,
  optionalFieldsAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { type BoxFacts, decodeLine } from './decode-line.ts';
import { momentAt, optionalMomentAt, optionalWonAt, wonAt } from './values.ts';

/** One bundle box of an order, read (sheet §3.2). */
export interface Box {
  readonly nativeOrderId: string;
  readonly orderedAt: string;
  readonly paidAt: string | null;
  readonly package: PackageSnapshot;
  readonly lines: readonly OrderLineSnapshot[];
  /** True when the order was sent in parts, which moves lines to boxes with new ids (sheet §7.9). */
  readonly split: boolean;
}

const EMPTY: Fields = {};
const PERSONAL_OF_BOX = ['orderer', 'receiver', 'parcelPrintMessage', 'overseaShippingInfoDto'];
/** What the buyer wrote for goods made to order: often names, dates, dedications. */
const PERSONAL_OF_ITEM = ['etcInfoValue', 'etcInfoValues'];

const withoutItems = (box: Fields) => ({ ...box, orderItems: undefined });

/** Reads one box. Throws UnreadableError and nothing else. */
export function decodeBox(row: unknown): Box {
  const box = asFields(row, 'box');
  const facts = boxFacts(box);
  const shared = cutPersonal(box, PERSONAL_OF_BOX, withoutItems);
  const items = listAt(box, 'orderItems').map((item) =>
    cutPersonal(asFields(item, 'orderItems'), PERSONAL_OF_ITEM),
  );
  if (items.length === 0) throw new UnreadableError('orderItems', 'items', items);
  return {
    nativeOrderId: idAt(box, 'orderId'),
    orderedAt: momentAt(box, 'orderedAt'),
    paidAt: optionalMomentAt(box, 'paidAt'),
    package: {
      key: facts.key,
      shippingFee: wonAt(box, 'shippingPrice'),
      remoteAreaFee: optionalWonAt(box, 'remotePrice') ?? 0,
      remoteArea: (box.remoteArea ?? null) === null ? null : booleanAt(box, 'remoteArea', false),
      contact: decodeContact(box, { ...shared.personal, ...personalOf(items) }),
      native: shared.rest,
    },
    lines: distinct(items.map(({ rest }) => decodeLine(rest, facts))),
    split: booleanAt(box, 'splitShipping', false),
  };
}

/** The vendorItemId is the line's key inside its box (sheet §3.2); a second line under it could not be told apart. */
function distinct(lines: readonly OrderLineSnapshot[]): readonly OrderLineSnapshot[] {
  if (lines.length === 1) return lines;
  const ids = new Set(lines.map(({ nativeLineId }) => nativeLineId));
  if (ids.size < lines.length) throw new UnreadableError('orderItems', 'each vendorItemId once', lines);
  return lines;
}

function boxFacts(box: Fields): BoxFacts {
  const shipmentType = optionalTextAt(box, 'shipmentType');
  return {
    key: idAt(box, 'shipmentBoxId'),
    status: textAt(box, 'status'),
    parcel: decodeParcel(box),
    deliveredAt: optionalMomentAt(box, 'deliveredDate'),
    // Boxes that Coupang's own warehouse ships are no work of the seller's (sheet §7.22).
    lockedBecause: shipmentType?.startsWith('CGF') ? shipmentType : null,
  };
}

/** Coupang tells the courier by its Korean name only (sheet §3.2). */
function decodeParcel(box: Fields): ParcelSnapshot | null {
  const invoice = optionalTextAt(box, 'invoiceNumber');
  if (invoice === null) return null;
  return {
    nativeCarrier: optionalTextAt(box, 'deliveryCompanyName') ?? '',
    invoice,
    shippedAt: optionalMomentAt(box, 'inTrasitDateTime'),
  };
}

/** What was cut out of the items, by its path in the box. */
function personalOf(items: readonly { readonly personal: Fields }[]): Readonly<Record<string, unknown>> {
  const cut: Record<string, unknown> = {};
  for (const [index, { personal }] of items.entries()) {
    for (const path in personal) {
      if (personal[path] !== null) cut[`orderItems.${index}.${path}`] = personal[path];
    }
  }
  return cut;
}

function decodeContact(box: Fields, personal: Readonly<Record<string, unknown>>): Contact {
  const receiver = optionalFieldsAt(box, 'receiver') ?? EMPTY;
  const overseas = optionalFieldsAt(box, 'overseaShippingInfoDto') ?? EMPTY;
  return {
    orderer: decodePerson(optionalFieldsAt(box, 'orderer') ?? EMPTY, 'ordererNumber'),
    receiver: decodePerson(receiver, 'receiverNumber'),
    postalCode: optionalTextAt(receiver, 'postCode'),
    address: optionalTextAt(receiver, 'addr1'),
    addressDetail: optionalTextAt(receiver, 'addr2'),
    deliveryNote: optionalTextAt(box, 'parcelPrintMessage'),
    customsCode: optionalTextAt(overseas, 'personalCustomsClearanceCode'),
    native: personal,
  };
}

function decodePerson(person: Fields, phoneField: string): Person {
  return {
    name: optionalTextAt(person, 'name'),
    phone: optionalTextAt(person, phoneField),
    safePhone: optionalTextAt(person, 'safeNumber'),
    email: optionalTextAt(person, 'email'),
  };
}
