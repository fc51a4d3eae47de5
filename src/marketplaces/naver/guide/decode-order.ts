import type {
  Contact,
  OrderLineSnapshot,
  OrderSnapshot,
  ParcelSnapshot,
  Person,
} from '../../../domain/order.ts';
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
import type { OrderRead } from '../../kit/shop.ts';
import { instantAt, optionalInstantAt } from '../official/wire-time.ts';
import { HELD, shippableQuantity, statusOf } from './statuses.ts';

/** Where an order speaks about people (guide §1.3.4). */
const PERSONAL_PATHS = ['orderer', 'shippingAddress', 'shippingMemo', 'deliveryMemo'] as const;

const withoutLines = (order: Fields) => ({ ...order, productOrders: undefined });

/** Reads one order with its product orders; throws UnreadableError (guide §1.3.4). */
export function decodeOrder(json: unknown, complete: boolean): OrderSnapshot {
  const order = asFields(json, 'order');
  const nativeOrderId = idAt(order, 'orderId');
  const { rest, personal } = cutPersonal(order, PERSONAL_PATHS, withoutLines);
  const lines = listAt(order, 'productOrders').map((line) =>
    decodeProductOrder(asFields(line, 'productOrders'), nativeOrderId),
  );
  if (lines.length === 0) throw new UnreadableError('productOrders', 'at least one product order', lines);
  return {
    nativeOrderId,
    orderedAt: instantAt(order, 'orderDate'),
    paidAt: optionalInstantAt(order, 'paymentDate'),
    currency: 'KRW',
    // Address and delivery fee belong to the whole order, so it is one package.
    packages: [
      {
        key: nativeOrderId,
        shippingFee: optionalIntegerAt(order, 'deliveryFee') ?? 0,
        remoteAreaFee: 0,
        remoteArea: null,
        contact: { ...decodeContact(order), native: personal },
        native: { order: rest },
      },
    ],
    lines,
    complete,
  };
}

/** Reads one product order, the line of an order. */
export function decodeProductOrder(fields: Fields, packageKey: string): OrderLineSnapshot {
  const orderStatus = textAt(fields, 'orderStatus');
  const quantity = integerAt(fields, 'quantity');
  const productId = idAt(fields, 'productId');
  return {
    nativeLineId: idAt(fields, 'productOrderId'),
    packageKey,
    nativeItemId: optionalIdAt(fields, 'optionCode') ?? productId,
    nativeProductId: productId,
    ...statusOf(orderStatus, optionalTextAt(fields, 'claimStatus')),
    productName: textAt(fields, 'productName'),
    optionText: optionalTextAt(fields, 'productOption'),
    sellerSku: optionalTextAt(fields, 'optionManagementCode') ?? optionalTextAt(fields, 'sellerProductCode'),
    quantity,
    shippableQuantity: shippableQuantity(orderStatus, quantity),
    taxFree: null,
    ...decodeMoney(fields),
    shipBy: null,
    parcel: decodeParcel(fields),
    held: orderStatus === HELD,
    deliveredAt: optionalInstantAt(fields, 'deliveredDate'),
    confirmedAt: optionalInstantAt(fields, 'purchaseConfirmDate'),
    lockedBecause: null,
    native: fields,
  };
}

/** Discounts are told by who gives them: the shop on the product, its coupons, and Naver's coupons (guide §1.3.4). */
function decodeMoney(fields: Fields) {
  const amount = integerAt(fields, 'totalProductAmount');
  const own =
    (optionalIntegerAt(fields, 'productDiscountAmount') ?? 0) +
    (optionalIntegerAt(fields, 'sellerDiscountAmount') ?? 0);
  const discount = own + (optionalIntegerAt(fields, 'platformDiscountAmount') ?? 0);
  return {
    unitPrice: integerAt(fields, 'unitPrice'),
    amount,
    discount,
    sellerDiscount: own,
    paidAmount: amount - discount,
    commission: optionalIntegerAt(fields, 'commissionAmount'),
    expectedSettlement: optionalIntegerAt(fields, 'expectedSettlementAmount'),
  };
}

function decodeParcel(fields: Fields): ParcelSnapshot | null {
  const company =
    optionalTextAt(fields, 'deliveryCompanyCode') ?? optionalTextAt(fields, 'deliveryCompanyName');
  const invoice = optionalIdAt(fields, 'trackingNumber');
  if (company === null || invoice === null) return null;
  return { nativeCarrier: company, invoice, shippedAt: optionalInstantAt(fields, 'shippingDate') };
}

function decodeContact(order: Fields): Omit<Contact, 'native'> {
  const orderer = optionalFieldsAt(order, 'orderer') ?? {};
  const address = optionalFieldsAt(order, 'shippingAddress') ?? {};
  const phone = optionalTextAt(address, 'tel1') ?? optionalTextAt(address, 'tel2');
  const notes = [optionalTextAt(order, 'shippingMemo'), optionalTextAt(order, 'deliveryMemo')];
  const note = [...new Set(notes.filter((part) => part !== null))].join('\n');
  return {
    orderer: {
      name: optionalTextAt(orderer, 'name'),
      phone: optionalTextAt(orderer, 'tel'),
      safePhone: null,
      email: optionalTextAt(orderer, 'email'),
    },
    receiver: { name: optionalTextAt(address, 'name'), phone, safePhone: null, email: null } satisfies Person,
    postalCode: optionalTextAt(address, 'zipCode'),
    address: optionalTextAt(address, 'baseAddress'),
    addressDetail: optionalTextAt(address, 'detailAddress'),
    deliveryNote: note === '' ? null : note,
    customsCode: null,
  };
}

/** Orders of one page; one that cannot be read is set aside by itself. */
export function readsOfOrders(rows: readonly unknown[]): OrderRead[] {
  return rows.map((row) => {
    try {
      // A list names an order for one of its lines; whether it tells the others is not said.
      return { kind: 'order', order: decodeOrder(row, false) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return unreadable(row, error.message);
    }
  });
}

export function unreadable(row: unknown, reason: string): OrderRead {
  return {
    kind: 'unreadable',
    nativeOrderId: orderIdOf(row),
    reason,
    payload: JSON.stringify(row) ?? 'nothing',
  };
}

/** The order number of a row, or null where it cannot be read. */
export function orderIdOf(row: unknown): string | null {
  try {
    return idAt(asFields(row, 'row'), 'orderId');
  } catch {
    return null;
  }
}
