import { type Claim, feePayerOf } from '../claims/claim.ts';
import { guideLineStatus } from '../orders/guide-status.ts';
import {
  amountOf,
  leftOf,
  type Order,
  type OrderLine,
  type Parcel,
  paidAmountOf,
  STATUS_NAMES,
  shippingOf,
} from '../orders/line.ts';
import { formatOffset } from '../time.ts';
import type { Shop } from './shop.ts';

const dated = (at: number | null) => (at === null ? null : formatOffset(at));

/** Everything the stand-in knows about the lines of a shop, or of one order; ids are texts. */
export function ordersTruth({ book }: Shop, ordNo: string | undefined): readonly Record<string, unknown>[] {
  const order = ordNo === undefined ? undefined : book.get(ordNo);
  const orders = ordNo === undefined ? [...book.all()] : order === undefined ? [] : [order];
  return orders.flatMap(({ lines }) => lines.map(lineTruth));
}

/** Everything the stand-in knows about the claims of a shop, or of one order. */
export function claimsTruth({ claims }: Shop, ordNo: string | undefined): readonly Record<string, unknown>[] {
  return [...claims.all()]
    .filter(({ line }) => ordNo === undefined || line.order.ordNo === ordNo)
    .map(claimTruth);
}

/** Everything the stand-in knows about one line. */
export function lineTruth(line: OrderLine): Record<string, unknown> {
  const { order, option, delivery } = line;
  return {
    ordNo: order.ordNo,
    ordPrdSeq: String(line.seq),
    dlvNo: delivery.dlvNo,
    ordPrdStat: line.status,
    ordPrdStatNm: STATUS_NAMES[line.status],
    stage: line.stage,
    guideStatus: guideLineStatus(line),
    guideOrderStatus: order.guideStatus,
    since: formatOffset(line.since),
    orderedAt: formatOffset(order.orderedAt),
    paidAt: dated(order.paidAt),
    prdNo: option.prdNo,
    prdNm: option.prdNm,
    optionText: option.optionText,
    prdStckNo: option.prdStckNo,
    sellerPrdCd: option.sellerPrdCd,
    sellerStockCd: option.sellerStockCd,
    addOnOf: line.addOnOf,
    quantity: line.quantity,
    canceled: line.canceled,
    returned: line.returned,
    left: leftOf(line),
    price: option.price,
    optionPrice: option.optionPrice,
    amount: amountOf(line),
    paidAmount: paidAmountOf(line),
    shipping: shippingOf(line),
    sellerDiscount: line.sellerDiscount,
    couponDiscount: line.couponDiscount,
    islandFee: delivery.islandFee,
    buyer: order.buyer,
    receiver: order.receiver,
    memo: order.memo,
    isGift: order.isGift,
    isGlobal: order.isGlobal,
    visitCode: order.visitCode,
    confirmedAt: dated(line.confirmedAt),
    sentAt: dated(line.sentAt),
    deliveredAt: dated(line.deliveredAt),
    decidedAt: dated(line.decidedAt),
    dueAt: formatOffset(line.dueAt),
    delayedTo: dated(line.delayedTo),
    parcels: line.parcels.map(parcelTruth),
    confirmsApplied: line.confirmsApplied,
    invoicesRegistered: line.invoicesRegistered,
    nonDelivery: line.nonDelivery,
    penaltyPoints: order.penaltyPoints,
    oddCases: order.oddCases,
  };
}

/** Everything the stand-in knows about one claim. */
export function claimTruth(claim: Claim): Record<string, unknown> {
  const { line, replacement, ...rest } = claim;
  return {
    ...rest,
    ordNo: line.order.ordNo,
    ordPrdSeq: String(line.seq),
    dlvNo: line.delivery.dlvNo,
    requestedAt: formatOffset(claim.requestedAt),
    changedAt: formatOffset(claim.changedAt),
    endedAt: dated(claim.endedAt),
    collectedAt: dated(claim.collectedAt),
    feePaidBy: feePayerOf(claim),
    replacement: replacement === null ? null : parcelTruth(replacement),
  };
}

function parcelTruth({ sentAt, ...parcel }: Parcel): Record<string, unknown> {
  return { ...parcel, sentAt: formatOffset(sentAt) };
}

/** The state of one order in the words that every stand-in's story uses. */
export function storyTruth(order: Order): Record<string, unknown> {
  const { lines } = order;
  const claims = lines.flatMap((line) => line.claims);
  const count = (of: (line: OrderLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    status: storyStatus(order),
    quantity: count(({ quantity }) => quantity),
    left: count(leftOf),
    parcels: lines.flatMap(({ parcels }) =>
      parcels.map(({ courierCode, invoice, quantity }) => ({ carrier: courierCode, invoice, quantity })),
    ),
    claims: claims.map((claim) => ({
      kind: claim.kind,
      state: claim.endedAt === null ? 'open' : claim.state,
      quantity: claim.quantity,
      fault: claim.fault,
      refunded: claim.refunded,
      fee: claim.fee,
      feePaidBy: feePayerOf(claim),
      collectInvoice: claim.collect?.invoice ?? null,
      replacementInvoice: claim.replacement?.invoice ?? null,
    })),
    sellerCancels: claims.filter(({ kind, by }) => kind === 'cancel' && by === 'seller').length,
    penaltyPoints: order.penaltyPoints,
  };
}

const STAGE_WORDS = {
  '102': 'paid',
  '200': 'paid',
  '201': 'paid',
  '202': 'paid',
  '301': 'preparing',
  '401': 'shipped',
  '501': 'delivered',
  '901': 'confirmed',
} as const;
const ADVANCE = ['102', '200', '201', '202', '301', '401', '501', '901'] as const;

function storyStatus({ lines }: Order): string {
  const left = lines.filter((line) => leftOf(line) > 0);
  if (left.length === 0) return lines.every(({ status }) => status === 'A01') ? 'returned' : 'canceled';
  const exchanged = left.every((line) =>
    line.claims.some(
      ({ kind, state, quantity }) => kind === 'exchange' && state === 'done' && quantity >= leftOf(line),
    ),
  );
  const stage = ADVANCE.find((one) => left.some((line) => line.stage === one)) ?? '202';
  return exchanged && stage === '501' ? 'exchanged' : STAGE_WORDS[stage];
}
