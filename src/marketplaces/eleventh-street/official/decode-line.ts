import type { OrderLineSnapshot, PackageSnapshot, ParcelSnapshot } from '../../../domain/order.ts';
import { asFields, type Fields, UnreadableError } from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { contactOf, PERSONAL } from './contact.ts';
import { lineStatus } from './statuses.ts';
import {
  countAt,
  dayOfNumber,
  momentAt,
  neededAt,
  numeralAt,
  settlementAt,
  wonAt,
  wordAt,
} from './values.ts';

/** One row of an order list: a line, with what it tells of its order and its delivery (sheet §3.4). */
export interface LineRow {
  readonly nativeOrderId: string;
  readonly orderedAt: string | null;
  /** The moment of the order, or where the row leaves it out, the day that its number begins with. */
  readonly orderedOn: string;
  readonly paidAt: string | null;
  readonly package: PackageSnapshot;
  readonly line: OrderLineSnapshot;
}

/**
 * Reads one row. A row seldom names its status: it is that of the list it stands in, or what was asked for about the
 * line by itself. Throws UnreadableError and nothing else.
 */
export function decodeLine(row: unknown, statusOf: (nativeLineId: string) => string): LineRow {
  const fields = asFields(row, 'order');
  const { rest, personal } = cutPersonal(fields, PERSONAL);
  const packageKey = neededAt(fields, 'dlvNo');
  const status = wordAt(fields, 'ordPrdStat') ?? statusOf(neededAt(fields, 'ordPrdSeq'));
  const nativeOrderId = neededAt(fields, 'ordNo');
  const orderedAt = momentAt(fields, 'ordDt');
  return {
    nativeOrderId,
    orderedAt,
    orderedOn: orderedAt ?? dayOfNumber(nativeOrderId),
    paidAt: momentAt(fields, 'ordStlEndDt'),
    package: {
      key: packageKey,
      // The look-up by number calls it `lstDlvCst` (sheet §3.4).
      shippingFee: wonAt(fields, 'dlvCst') ?? wonAt(fields, 'lstDlvCst') ?? 0,
      remoteAreaFee: wonAt(fields, 'bmDlvCst') ?? 0,
      remoteArea: null,
      contact: contactOf(fields, personal),
      native: {},
    },
    line: decodeOrderLine(fields, withoutViews(rest), packageKey, status),
  };
}

/** What only the lists or only the look-up by number tell of one and the same line (sheet §3.4). */
const VIEWS: ReadonlySet<string> = new Set(['dlvCst', 'lstDlvCst', 'ordCnQty']);

/** The row without what tells one way of reading it from another, so that it is the same whichever was last. */
function withoutViews(row: Fields): Fields {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !VIEWS.has(name) && !name.endsWith('PerSeq')),
  );
}

function decodeOrderLine(
  row: Fields,
  native: Fields,
  packageKey: string,
  nativeStatus: string,
): OrderLineSnapshot {
  const quantity = countAt(row, 'ordQty') ?? 0;
  if (quantity < 1) throw new UnreadableError('ordQty', 'a quantity', row.ordQty);
  const parcel = parcelAt(row);
  const deliveredAt = momentAt(row, 'dlvEndDt');
  const confirmedAt = momentAt(row, 'pocnfrmDt');
  const shippedAt = momentAt(row, 'sndEndDt');
  const productId = neededAt(row, 'prdNo');
  return {
    nativeLineId: neededAt(row, 'ordPrdSeq'),
    packageKey,
    nativeItemId: numeralAt(row, 'prdStckNo') ?? productId,
    nativeProductId: productId,
    status: lineStatus(nativeStatus, { shippedAt, deliveredAt, confirmedAt }),
    nativeStatus,
    productName: neededAt(row, 'prdNm'),
    optionText: wordAt(row, 'slctPrdOptNm'),
    sellerSku: wordAt(row, 'sellerStockCd') ?? wordAt(row, 'sellerPrdCd'),
    quantity,
    shippableQuantity: leftAt(row, quantity),
    taxFree: null,
    ...amountsAt(row, quantity),
    commission: wonAt(row, 'totSelFee'),
    expectedSettlement: settlementAt(row, 'stlPlnAmt'),
    shipBy: momentAt(row, 'delaySendDt') ?? momentAt(row, 'dlvSndDue'),
    parcel,
    deliveredAt,
    confirmedAt,
    lockedBecause: lockAt(row, nativeStatus),
    native,
  };
}

/**
 * What is neither cancelled nor returned. The look-up by number counts cancels, with requests that nobody has decided
 * on (sheet §7.9); lists do not, but `ordAmt` is the unit price times what is left, plus the options (sheet §3.4).
 */
function leftAt(row: Fields, quantity: number): number {
  const notCanceled = Math.max(0, quantity - (countAt(row, 'ordCnQty') ?? 0));
  const unit = wonAt(row, 'selPrc') ?? 0;
  const paidFor = ((wonAt(row, 'ordAmt') ?? Number.NaN) - (wonAt(row, 'ordOptWonStl') ?? 0)) / unit;
  return Number.isInteger(paidFor) && paidFor >= 0 ? Math.min(paidFor, notCanceled) : notCanceled;
}

type Amounts = Pick<OrderLineSnapshot, 'unitPrice' | 'amount' | 'discount' | 'sellerDiscount' | 'paidAmount'>;

/** `ordAmt` shrinks with what is cancelled or returned (sheet §7.9), and the discounts of the whole cannot exceed it. */
function amountsAt(row: Fields, quantity: number): Amounts {
  const unitPrice = wonAt(row, 'selPrc') ?? 0;
  const amount = wonAt(row, 'ordAmt') ?? unitPrice * quantity;
  const bySeller = wonAt(row, 'lstSellerDscPrc') ?? wonAt(row, 'sellerDscPrc') ?? 0;
  const by11st = wonAt(row, 'lstTmallDscPrc') ?? wonAt(row, 'tmallDscPrc') ?? 0;
  const discount = Math.min(amount, bySeller + by11st);
  return {
    unitPrice,
    amount,
    discount,
    sellerDiscount: Math.min(bySeller, discount),
    paidAmount: amount - discount,
  };
}

/** The carrier stands as its code. Goods that need no parcel are shipped without an invoice (sheet §4.5). */
export function parcelAt(row: Fields): ParcelSnapshot | null {
  const invoice = wordAt(row, 'invcNo');
  if (invoice === null) return null;
  return {
    nativeCarrier: wordAt(row, 'dlvEtprsCd') ?? '',
    invoice,
    shippedAt: momentAt(row, 'sndEndDt'),
  };
}

/** Orders that want another way than confirming and sending a parcel (sheet §7.19), in 11st's words. */
const LOCKS: readonly (readonly [isSo: (row: Fields, status: string) => boolean, because: string])[] = [
  [(_row, status) => status === '200', '선물 주문 배송지 입력 대기'],
  [(_row, status) => status === '201', '예약구매 결제완료'],
  [(row) => row.gblDlvYn === 'Y', '전세계배송'],
  [(row) => row.use11stRetailYn === 'Y', '11번가 물류센터 발송'],
  [(row) => row.visitDlvYn === 'Y', '방문수령'],
];

function lockAt(row: Fields, status: string): string | null {
  return LOCKS.find(([isSo]) => isSo(row, status))?.[1] ?? null;
}
