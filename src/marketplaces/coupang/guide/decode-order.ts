import type { Contact, OrderSnapshot, ParcelSnapshot, Person } from '../../../domain/order.ts';
import {
  asFields,
  type Fields,
  idAt,
  listAt,
  optionalFieldsAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { decodeItem, type OrderFacts } from './decode-item.ts';
import { momentAt, optionalMomentAt, optionalWonAt } from './values.ts';

const EMPTY: Fields = {};
const PERSONAL = ['orderer', 'receiver', 'receiverMessage', 'parcelPrintMessage'];

const withoutItems = (order: Fields) => ({ ...order, orderItems: undefined });

/** Reads one order of the guide: one box of what the buyer ordered (§2.3.4). Throws UnreadableError. */
export function decodeOrder(row: unknown): OrderSnapshot {
  const order = asFields(row, 'order');
  const { rest, personal } = cutPersonal(order, PERSONAL, withoutItems);
  const items = listAt(order, 'orderItems').map((item) => asFields(item, 'orderItems'));
  if (items.length === 0) throw new UnreadableError('orderItems', 'items', items);
  const facts = factsOf(order, items.length === 1);
  const lines = items.map((item) => decodeItem(item, facts));
  const ids = new Set(lines.map(({ nativeLineId }) => nativeLineId));
  if (ids.size < lines.length) throw new UnreadableError('orderItems', 'each vendorItemId once', lines);
  return {
    nativeOrderId: idAt(order, 'orderId'),
    // `orderedAt` is when the seller acknowledged it (guide §2.3.4).
    orderedAt: momentAt(order, 'orderAt'),
    paidAt: optionalMomentAt(order, 'paidAt'),
    currency: 'KRW',
    packages: [
      {
        key: facts.box,
        shippingFee: optionalWonAt(order, 'shippingPrice') ?? 0,
        remoteAreaFee: 0,
        // The values of remoteAreaDeliveryType are told nowhere.
        remoteArea: null,
        contact: contactOf(order, personal),
        native: rest,
      },
    ],
    lines,
    complete: false,
  };
}

function factsOf(order: Fields, onlyItem: boolean): OrderFacts {
  const sum = (name: string) => (onlyItem ? optionalWonAt(order, name) : null);
  return {
    box: idAt(order, 'shipmentBoxId'),
    status: textAt(order, 'status'),
    parcel: parcelOf(order),
    deliveredAt: optionalMomentAt(order, 'deliveredAt'),
    ofOnlyItem: {
      commission: sum('sellerCommissionPrice'),
      expectedSettlement: sum('settlementPrice'),
      discountByCoupang: sum('coupangDiscount'),
    },
  };
}

function parcelOf(order: Fields): ParcelSnapshot | null {
  const invoice = optionalTextAt(order, 'invoiceNumber');
  if (invoice === null) return null;
  return {
    nativeCarrier: optionalTextAt(order, 'deliveryCompanyCode') ?? '',
    invoice,
    shippedAt: optionalMomentAt(order, 'shippedAt'),
  };
}

function contactOf(order: Fields, personal: Readonly<Record<string, unknown>>): Contact {
  const receiver = optionalFieldsAt(order, 'receiver') ?? EMPTY;
  const notes = [optionalTextAt(order, 'receiverMessage'), optionalTextAt(order, 'parcelPrintMessage')];
  const written = new Set(notes.filter((note) => note !== null));
  return {
    orderer: personOf(optionalFieldsAt(order, 'orderer') ?? EMPTY, 'ordererNumber'),
    receiver: personOf(receiver, 'phone'),
    postalCode: optionalTextAt(receiver, 'postCode'),
    address: optionalTextAt(receiver, 'addr1'),
    addressDetail: optionalTextAt(receiver, 'addr2'),
    deliveryNote: written.size === 0 ? null : [...written].join(' / '),
    customsCode: null,
    native: personal,
  };
}

function personOf(person: Fields, phoneField: string): Person {
  return {
    name: optionalTextAt(person, 'name'),
    phone: optionalTextAt(person, phoneField),
    safePhone: optionalTextAt(person, 'safeNumber'),
    email: optionalTextAt(person, 'email'),
  };
}
