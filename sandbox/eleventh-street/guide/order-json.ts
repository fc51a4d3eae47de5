import { courierOf } from '../orders/couriers.ts';
import { GUIDE_STATUS_NAMES, guideLineStatus } from '../orders/guide-status.ts';
import {
  amountOf,
  type DeliveryMethod,
  type Order,
  type OrderLine,
  shippingOf,
  unitPriceOf,
} from '../orders/line.ts';
import { formatSeconds } from '../time.ts';

/** `dlvMthdCd` as the guide numbers them; it knows no post and no "none". */
const METHODS: Readonly<Record<DeliveryMethod, string>> = {
  parcel: '01',
  post: '01',
  direct: '02',
  quick: '03',
  none: '04',
};

const FEE_RATE = 12;
const dated = (at: number | null) => (at === null ? null : formatSeconds(at));
const sum = (lines: readonly OrderLine[], of: (line: OrderLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0);

// The dashes of the official edition stand for no number at all.
const numberOf = (phone: string | undefined) => (phone !== undefined && /\d{3}/.test(phone) ? phone : null);

/** One line in the words of the guide (3.3.4). */
function lineView(line: OrderLine): Record<string, unknown> {
  const { option, parcels } = line;
  const [parcel] = parcels;
  const courier = parcel?.courierCode == null ? undefined : courierOf(parcel.courierCode);
  return {
    ordPrdSeq: line.seq,
    ordPrdStCd: guideLineStatus(line),
    prdNo: option.prdNo,
    prdNm: option.prdNm,
    optNo: option.prdStckNo,
    optNm: option.optionText,
    ordQty: line.quantity,
    cnclQty: line.canceled,
    sellerPrdCd: option.sellerPrdCd,
    sellerOptCd: option.sellerStockCd,
    prdPrc: option.price,
    optPrc: option.optionPrice,
    dlvMthdCd: parcel === undefined ? null : METHODS[parcel.method],
    dlvCoCd: courier?.guideCode ?? parcel?.courierCode ?? null,
    dlvCoNm: courier?.name ?? null,
    trkNo: parcel?.invoice ?? null,
    sndDt: dated(line.sentAt),
    dlvCmplDt: dated(line.deliveredAt),
    dlvCstPayMthdCd: line.delivery.feeType,
  };
}

/** An order in the words of the guide (3.3.4). */
export function orderView(order: Order): Record<string, unknown> {
  const { lines, buyer, receiver } = order;
  const amount = sum(lines, amountOf);
  const seller = sum(lines, ({ sellerDiscount }) => sellerDiscount);
  const coupon = sum(lines, ({ couponDiscount }) => couponDiscount);
  const fee = Math.floor((amount * FEE_RATE) / 100);
  const shipping = sum(lines, shippingOf);
  return {
    ordNo: order.ordNo,
    ordDt: formatSeconds(order.orderedAt),
    payDt: dated(order.paidAt),
    ordStCd: order.guideStatus,
    ordStNm: GUIDE_STATUS_NAMES[order.guideStatus] ?? order.guideStatus,
    ordMediaCd: order.media,
    memNo: order.memberNo,
    totOrdAmt: sum(lines, (line) => unitPriceOf(line) * line.quantity),
    prdPrc: amount,
    dlvCst: shipping,
    totDscntAmt: seller + coupon,
    cpnDscntAmt: coupon,
    pntUseAmt: 0,
    slrCpnDscntAmt: seller,
    cardDscntAmt: 0,
    selFee: fee,
    selFeeRate: FEE_RATE,
    stlAmt: Math.max(0, amount + shipping - seller - fee),
    rfndAmt: sum(lines, (line) => unitPriceOf(line) * (line.canceled + line.returned)),
    addDlvCst: lines[0]?.delivery.islandFee ?? 0,
    ordNm: buyer.name,
    ordTelNo: numberOf(buyer.phone),
    ordHpNo: numberOf(buyer.mobile),
    ordEmail: `${order.memberNo}@example.com`,
    rcvrNm: receiver?.name ?? null,
    rcvrTelNo: numberOf(receiver?.phone),
    rcvrHpNo: numberOf(receiver?.mobile),
    rcvrZpcd: receiver?.postCode ?? null,
    rcvrZpcdOld: null,
    rcvrAddr: receiver?.baseAddress ?? null,
    rcvrAddrDtl: receiver?.detailAddress ?? null,
    dlvMsg: order.memo,
    entrncPwd: /#\d+/.exec(order.memo ?? '')?.[0] ?? null,
    prdOrds: lines.map(lineView),
  };
}
