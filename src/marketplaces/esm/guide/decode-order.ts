import type { Contact, OrderLineSnapshot, OrderSnapshot } from '../../../domain/order.ts';
import {
  asFields,
  type Fields,
  idAt,
  integerAt,
  listAt,
  optionalFieldsAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { instantInZone, KST_MINUTES } from '../../kit/zone.ts';
import { type Site, sitedId } from '../site.ts';
import { shares } from './shares.ts';
import { mayShip, statusOf } from './statuses.ts';

const PERSONAL = ['orderer', 'receiver'];
const EMPTY: Fields = {};

const withoutItems = (order: Fields) => ({ ...order, orderItems: undefined });

/** Reads one order (guide 4.3.3). Throws UnreadableError and nothing else. */
export function decodeOrder(row: unknown, site: Site): OrderSnapshot {
  const order = asFields(row, 'order');
  const number = idAt(order, 'ordNo');
  const { rest, personal } = cutPersonal(order, PERSONAL, withoutItems);
  return {
    nativeOrderId: sitedId(site, number),
    orderedAt: momentAt(order, 'orderDate'),
    paidAt: optionalMomentAt(order, 'paymentDate'),
    currency: 'KRW',
    packages: [
      {
        key: number,
        shippingFee: optionalIntegerAt(order, 'deliveryFee') ?? 0,
        remoteAreaFee: 0,
        remoteArea: null,
        contact: contactOf(order, personal),
        native: rest,
      },
    ],
    lines: linesOf(order, number),
    complete: true,
  };
}

export function momentAt(fields: Fields, name: string) {
  return instantInZone(textAt(fields, name), KST_MINUTES, name);
}

export function optionalMomentAt(fields: Fields, name: string) {
  return optionalTextAt(fields, name) === null ? null : momentAt(fields, name);
}

function linesOf(order: Fields, packageKey: string): readonly OrderLineSnapshot[] {
  const items = listAt(order, 'orderItems').map((item) => asFields(item, 'orderItems'));
  if (items.length === 0) throw new UnreadableError('orderItems', 'items', items);
  const amounts = items.map(amountOf);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  // The order tells its money as a whole (guide 4.3.3); each line bears its share.
  const over = (name: string) => {
    const amount = optionalIntegerAt(order, name);
    return amount === null ? null : shares(amount, amounts);
  };
  const discounts = shares(Math.min(optionalIntegerAt(order, 'totalDiscount') ?? 0, total), amounts);
  const sellers = over('sellerCouponDiscount');
  const commissions = over('commissionAmount');
  const settlements = over('settlementAmount');
  const shared = sharedFacts(order, packageKey);
  const lines = items.map((item, index): OrderLineSnapshot => {
    const amount = amounts[index] ?? 0;
    const discount = discounts[index] ?? 0;
    const sellerDiscount = sellers?.[index] ?? null;
    return {
      ...shared,
      ...itemFacts(item, String(order.orderStatus)),
      amount,
      discount,
      sellerDiscount: sellerDiscount === null ? null : Math.min(sellerDiscount, discount),
      paidAmount: amount - discount,
      commission: commissions?.[index] ?? null,
      expectedSettlement: settlements?.[index] ?? null,
      native: item,
    };
  });
  const ids = new Set(lines.map(({ nativeLineId }) => nativeLineId));
  if (ids.size < lines.length) throw new UnreadableError('orderItems', 'each item and option once', items);
  return lines;
}

function amountOf(item: Fields): number {
  const amount =
    (integerAt(item, 'price') + (optionalIntegerAt(item, 'optionPrice') ?? 0)) * integerAt(item, 'quantity');
  if (amount < 0) throw new UnreadableError('price', 'an amount not below zero', amount);
  return amount;
}

/** What all lines of an order have in common: status and parcel belong to the order. */
function sharedFacts(order: Fields, packageKey: string) {
  const nativeStatus = textAt(order, 'orderStatus');
  const invoice = optionalTextAt(order, 'trackingNumber');
  return {
    packageKey,
    status: statusOf(nativeStatus),
    nativeStatus,
    taxFree: null,
    shipBy: null,
    parcel:
      invoice === null
        ? null
        : {
            nativeCarrier:
              optionalTextAt(order, 'deliveryCompanyCode') ??
              optionalTextAt(order, 'deliveryCompanyName') ??
              '',
            invoice,
            shippedAt: optionalMomentAt(order, 'shippedDate'),
          },
    deliveredAt: optionalMomentAt(order, 'deliveredDate'),
    confirmedAt: null,
    lockedBecause: null,
  };
}

/** Claims name `itemNo` and no option, so that is the item's id, and the option tells lines of one item apart. */
function itemFacts(item: Fields, nativeStatus: string) {
  const itemNo = idAt(item, 'itemNo');
  const optionNo = optionalIdAt(item, 'optionNo');
  const quantity = integerAt(item, 'quantity');
  if (quantity < 1) throw new UnreadableError('quantity', 'a quantity', quantity);
  return {
    nativeLineId: optionNo === null ? itemNo : `${itemNo}:${optionNo}`,
    nativeItemId: itemNo,
    nativeProductId: itemNo,
    productName: textAt(item, 'itemName'),
    optionText: optionalTextAt(item, 'optionName'),
    sellerSku: optionalTextAt(item, 'sellerOptionCode') ?? optionalTextAt(item, 'sellerItemCode'),
    quantity,
    shippableQuantity: mayShip(nativeStatus) ? quantity : 0,
    unitPrice: integerAt(item, 'price'),
  };
}

function contactOf(order: Fields, personal: Readonly<Record<string, unknown>>): Contact {
  const orderer = optionalFieldsAt(order, 'orderer') ?? EMPTY;
  const receiver = optionalFieldsAt(order, 'receiver') ?? EMPTY;
  const notes = [optionalTextAt(receiver, 'memo'), optionalTextAt(receiver, 'doorPassword')];
  const told = notes.filter((note) => note !== null);
  return {
    orderer: {
      name: optionalTextAt(orderer, 'name'),
      phone: optionalTextAt(orderer, 'phone'),
      safePhone: null,
      email: optionalTextAt(orderer, 'email'),
    },
    receiver: {
      name: optionalTextAt(receiver, 'name'),
      phone: optionalTextAt(receiver, 'mobile') ?? optionalTextAt(receiver, 'phone'),
      safePhone: null,
      email: null,
    },
    postalCode: optionalTextAt(receiver, 'zipCode'),
    address: optionalTextAt(receiver, 'address'),
    addressDetail: optionalTextAt(receiver, 'addressDetail'),
    deliveryNote: told.length === 0 ? null : told.join('\n'),
    customsCode: null,
    native: personal,
  };
}
