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
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { shared } from './share.ts';
import { orderStatus } from './statuses.ts';
import { momentAt, neededMomentAt, optionalWonAt, wonAt } from './values.ts';

const PERSONAL = [
  'memNo',
  'ordNm',
  'ordTelNo',
  'ordHpNo',
  'ordEmail',
  'rcvrNm',
  'rcvrTelNo',
  'rcvrHpNo',
  'rcvrZpcd',
  'rcvrZpcdOld',
  'rcvrAddr',
  'rcvrAddrDtl',
  'dlvMsg',
  'entrncPwd',
];

const withoutLines = (order: Fields) => ({ ...order, prdOrds: undefined });

/** Reads one order with its lines (guide §3.3.4). Throws UnreadableError and nothing else. */
export function decodeOrder(row: unknown): OrderSnapshot {
  const order = asFields(row, 'order');
  const { rest, personal } = cutPersonal(order, PERSONAL, withoutLines);
  const nativeOrderId = idAt(order, 'ordNo');
  const items = listAt(order, 'prdOrds').map((item) => asFields(item, 'prdOrds'));
  if (items.length === 0) throw new UnreadableError('prdOrds', 'lines', items);
  return {
    nativeOrderId,
    orderedAt: neededMomentAt(order, 'ordDt'),
    paidAt: momentAt(order, 'payDt'),
    currency: 'KRW',
    packages: [
      {
        // One invoice ships the whole order (guide §3.4.1).
        key: nativeOrderId,
        shippingFee: wonAt(order, 'dlvCst'),
        remoteAreaFee: wonAt(order, 'addDlvCst'),
        remoteArea: null,
        contact: decodeContact(order, personal),
        native: rest,
      },
    ],
    lines: decodeLines(order, items, nativeOrderId),
    complete: true,
  };
}

/** Discounts, fee and settlement are told for the order only: each line bears its share by what it costs. */
function decodeLines(
  order: Fields,
  items: readonly Fields[],
  packageKey: string,
): readonly OrderLineSnapshot[] {
  const amounts = items.map(amountOf);
  const discount = Math.min(
    wonAt(order, 'totDscntAmt'),
    amounts.reduce((sum, amount) => sum + amount, 0),
  );
  const discounts = shared(discount, amounts);
  const bySeller = sharedOrNull(optionalWonAt(order, 'slrCpnDscntAmt'), amounts);
  const fees = sharedOrNull(optionalWonAt(order, 'selFee'), amounts);
  // Below zero where the seller gave away more than is left.
  const settlements = sharedOrNull(optionalIntegerAt(order, 'stlAmt'), amounts);
  return items.map((item, index) => {
    const amount = amounts[index] ?? 0;
    const off = Math.min(amount, discounts[index] ?? 0);
    const sellerPart = bySeller?.[index] ?? null;
    return decodeLine(item, order, packageKey, {
      amount,
      discount: off,
      sellerDiscount: sellerPart === null ? null : Math.min(sellerPart, off),
      commission: fees?.[index] ?? null,
      expectedSettlement: settlements?.[index] ?? null,
    });
  });
}

function amountOf(item: Fields): number {
  return unitPrice(item) * integerAt(item, 'ordQty');
}

function unitPrice(item: Fields): number {
  return wonAt(item, 'prdPrc') + wonAt(item, 'optPrc');
}

function sharedOrNull(amount: number | null, weights: readonly number[]): readonly number[] | null {
  return amount === null ? null : shared(amount, weights);
}

type Money = Pick<
  OrderLineSnapshot,
  'amount' | 'discount' | 'sellerDiscount' | 'commission' | 'expectedSettlement'
>;

function decodeLine(item: Fields, order: Fields, packageKey: string, money: Money): OrderLineSnapshot {
  const quantity = integerAt(item, 'ordQty');
  if (quantity < 1) throw new UnreadableError('ordQty', 'a quantity', quantity);
  const nativeStatus = optionalTextAt(item, 'ordPrdStCd') ?? textAt(order, 'ordStCd');
  const productId = idAt(item, 'prdNo');
  return {
    nativeLineId: idAt(item, 'ordPrdSeq'),
    packageKey,
    nativeItemId: optionalIdAt(item, 'optNo') ?? productId,
    nativeProductId: productId,
    status: orderStatus(nativeStatus),
    nativeStatus,
    productName: textAt(item, 'prdNm'),
    optionText: optionalTextAt(item, 'optNm'),
    sellerSku: optionalTextAt(item, 'sellerOptCd') ?? optionalTextAt(item, 'sellerPrdCd'),
    quantity,
    shippableQuantity: Math.max(0, quantity - (optionalIntegerAt(item, 'cnclQty') ?? 0)),
    taxFree: null,
    unitPrice: unitPrice(item),
    amount: money.amount,
    discount: money.discount,
    sellerDiscount: money.sellerDiscount,
    paidAmount: money.amount - money.discount,
    commission: money.commission,
    expectedSettlement: money.expectedSettlement,
    shipBy: null,
    parcel: parcelOf(item),
    deliveredAt: momentAt(item, 'dlvCmplDt'),
    confirmedAt: null,
    lockedBecause: null,
    native: item,
  };
}

function parcelOf(item: Fields): ParcelSnapshot | null {
  const invoice = optionalTextAt(item, 'trkNo');
  if (invoice === null) return null;
  return {
    nativeCarrier: optionalTextAt(item, 'dlvCoCd') ?? optionalTextAt(item, 'dlvCoNm') ?? '',
    invoice,
    shippedAt: momentAt(item, 'sndDt'),
  };
}

function decodeContact(order: Fields, personal: Readonly<Record<string, unknown>>): Contact {
  const notes = [optionalTextAt(order, 'dlvMsg'), optionalTextAt(order, 'entrncPwd')];
  const note = notes.filter((text) => text !== null).join(' / ');
  return {
    orderer: personAt(order, { name: 'ordNm', phones: ['ordHpNo', 'ordTelNo'], email: 'ordEmail' }),
    receiver: personAt(order, { name: 'rcvrNm', phones: ['rcvrHpNo', 'rcvrTelNo'] }),
    postalCode: optionalTextAt(order, 'rcvrZpcd') ?? optionalTextAt(order, 'rcvrZpcdOld'),
    address: optionalTextAt(order, 'rcvrAddr'),
    addressDetail: optionalTextAt(order, 'rcvrAddrDtl'),
    deliveryNote: note === '' ? null : note,
    customsCode: null,
    native: personal,
  };
}

/** A number that begins with 050 is a temporary one that forwards to the person. */
function personAt(
  order: Fields,
  at: { readonly name: string; readonly phones: readonly string[]; readonly email?: string },
): Person {
  let phone: string | null = null;
  let safePhone: string | null = null;
  for (const field of at.phones) {
    const number = optionalTextAt(order, field);
    if (number?.startsWith('050')) safePhone ??= number;
    else phone ??= number;
  }
  return {
    name: optionalTextAt(order, at.name),
    phone,
    safePhone,
    email: at.email === undefined ? null : optionalTextAt(order, at.email),
  };
}
