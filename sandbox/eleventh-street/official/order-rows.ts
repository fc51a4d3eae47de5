import type { Fields } from '../gateway/xml.ts';
import {
  amountOf,
  type DeliveryMethod,
  leftOf,
  type OrderLine,
  openClaimOf,
  paidAmountOf,
  STATUS_NAMES,
  shippingOf,
} from '../orders/line.ts';
import { formatSeconds } from '../time.ts';

/** `dlvMthdCd` in answers; requests number the same ways differently (sheet §4.5). */
export const METHOD_CODES: Readonly<Record<DeliveryMethod, string>> = {
  parcel: '01',
  post: '04',
  direct: '05',
  quick: '06',
  none: '99',
};

const SELLER_SHARE = 0.88;
const dated = (at: number | null) => (at === null ? undefined : formatSeconds(at));
// Some missing values come as this word (sheet §2).
const datedOrNull = (at: number | null) => (at === null ? 'null' : formatSeconds(at));
const flag = (is: boolean) => (is ? 'Y' : 'N');

/** Cancelled units, and those somebody asks to be cancelled (sheet §7). */
export function canceledCount(line: OrderLine): number {
  const open = openClaimOf(line);
  return line.canceled + (open?.kind === 'cancel' ? open.quantity : 0);
}

function goodsFields(line: OrderLine): Fields {
  const { option, quantity, delivery, order } = line;
  const nameAndCount = option.optionText === '' ? `${quantity}개` : `${option.optionText}-${quantity}개`;
  return {
    ordNo: order.ordNo,
    ordPrdSeq: line.seq,
    dlvNo: delivery.dlvNo,
    bndlDlvYN: flag(delivery.isBundle),
    bndlDlvSeq: delivery.bundleSeq,
    addPrdYn: flag(line.hasAddOn),
    addPrdNo: line.addOnOf ?? '0',
    prdNo: option.prdNo,
    prdNm: option.prdNm,
    slctPrdOptNm: nameAndCount,
    prdStckNo: option.prdStckNo,
    sellerPrdCd: option.sellerPrdCd,
    sellerStockCd: option.sellerStockCd,
    ordQty: quantity,
    ordPrdStat: line.status,
  };
}

function moneyFields(line: OrderLine): Fields {
  const { option, delivery } = line;
  const amount = amountOf(line);
  return {
    selPrc: option.price,
    ordOptWonStl: option.optionPrice * leftOf(line),
    ordAmt: amount,
    ordPayAmt: paidAmountOf(line),
    sellerDscPrc: line.sellerDiscount,
    lstSellerDscPrc: line.sellerDiscount,
    tmallDscPrc: line.couponDiscount,
    lstTmallDscPrc: line.couponDiscount,
    stlPlnAmt: Math.max(0, Math.floor((amount - line.sellerDiscount) * SELLER_SHARE)),
    dlvCst: shippingOf(line),
    dlvCstType: delivery.feeType,
    bmDlvCst: delivery.islandFee,
    bmDlvCstType: delivery.islandFeeType,
  };
}

/** Who bought, and where it goes; a gift whose receiver has not answered has no usable address. */
export function peopleFields({ order }: OrderLine): Fields {
  const { buyer, receiver } = order;
  return {
    ordNm: buyer.name,
    ordTlphnNo: buyer.phone,
    ordPrtblTel: buyer.mobile,
    memID: order.memberId,
    memNo: order.memberNo,
    rcvrNm: receiver?.name ?? 'null',
    rcvrPrtblNo: receiver?.mobile ?? '--',
    rcvrTlphn: receiver?.phone ?? '--',
    rcvrMailNo: receiver?.postCode ?? '',
    rcvrBaseAddr: receiver?.baseAddress ?? 'null',
    rcvrDtlsAddr: receiver?.detailAddress ?? 'null',
    typeAdd: '02',
  };
}

function timeFields(line: OrderLine): Fields {
  const { order } = line;
  return {
    ordDlvReqCont: order.memo ?? 'null',
    ordDt: formatSeconds(order.orderedAt),
    ordStlEndDt: dated(order.paidAt),
    plcodrCnfDt: datedOrNull(line.confirmedAt),
    dlvSndDue: formatSeconds(line.dueAt),
    delaySendDt: dated(line.delayedTo) ?? '',
    sendGiftYn: flag(order.isGift),
    visitDlvYn: flag(order.visitCode !== null),
    gblDlvYn: flag(order.isGlobal),
    sendClfCd: flag(order.isToday),
  };
}

/** The whole line, as `complete` and `packaging` show it. */
export function fullRow(line: OrderLine): Fields {
  return { ...goodsFields(line), ...moneyFields(line), ...peopleFields(line), ...timeFields(line) };
}

function parcelFields({ parcels, sentAt }: OrderLine): Fields {
  const [first] = parcels;
  return {
    dlvMthdCd: first === undefined ? undefined : METHOD_CODES[first.method],
    dlvEtprsCd: first?.courierCode ?? undefined,
    invcNo: first?.invoice ?? undefined,
    sndEndDt: dated(sentAt),
  };
}

/** The whole line with what became of it, as the look-up by number shows it; the shipping cost has another name there. */
export function orderRow(line: OrderLine): Fields {
  const { dlvCst, ...row } = fullRow(line);
  return {
    ...row,
    lstDlvCst: dlvCst,
    ordCnQty: canceledCount(line),
    ...parcelFields(line),
    dlvEndDt: dated(line.deliveredAt),
    pocnfrmDt: dated(line.decidedAt),
  };
}

/** A line on its way: nothing but its number and its parcel (sheet §3.4). */
export function shippingRow(line: OrderLine): Fields {
  const { dlvEtprsCd, invcNo, sndEndDt } = parcelFields(line);
  return { dlvEtprsCd, invcNo, ordNo: line.order.ordNo, ordPrdSeq: line.seq, sndEndDt };
}

/** A line that has arrived. */
export function deliveredRow(line: OrderLine): Fields {
  return { ...fullRow(line), ...parcelFields(line), dlvEndDt: dated(line.deliveredAt) };
}

/** A confirmed purchase: no buyer any more. */
export function decidedRow(line: OrderLine): Fields {
  return {
    ordNo: line.order.ordNo,
    ordPrdSeq: line.seq,
    pocnfrmDt: dated(line.decidedAt),
    atmtBuyCnfrmYN: flag(line.decidedByTime),
    ordQty: leftOf(line),
    ordAmt: amountOf(line),
    ordPayAmt: paidAmountOf(line),
    prdNo: line.option.prdNo,
    sellerPrdCd: line.option.sellerPrdCd,
  };
}

/** A line's status, as the look-up of many numbers shows it. */
export function statusRow(line: OrderLine, sellerId: string): Fields {
  return {
    dlvNo: line.delivery.dlvNo,
    ordCnQty: canceledCount(line),
    ordNo: line.order.ordNo,
    ordPrdSeq: line.seq,
    ordPrdStat: line.status,
    ordPrdStatNm: STATUS_NAMES[line.status],
    ordQty: line.quantity,
    prdNm: line.option.prdNm,
    prdNo: line.option.prdNo,
    sellerID: sellerId,
  };
}

/** The same with address and invoice. */
export function statusAddressRow(line: OrderLine, sellerId: string): Fields {
  const { ordNm, memID, memNo, ordTlphnNo, ordPrtblTel, ...receiver } = peopleFields(line);
  const { dlvEtprsCd, invcNo, sndEndDt } = parcelFields(line);
  return { ...statusRow(line, sellerId), ...receiver, dlvEtprsCd, invcNo, sndEndDt };
}
