import type { Claim } from '../claims/claim.ts';

/** How far a line has come by itself, claims aside (`ordPrdStat`, sheet §4.1). */
export const STAGES = ['102', '200', '201', '202', '301', '401', '501', '901'] as const;
export type Stage = (typeof STAGES)[number];

/** Everything `ordPrdStat` can be here. */
export type LineStatus = Stage | '601' | '701' | 'B01' | 'A01' | 'C01';

export const STATUS_NAMES: Readonly<Record<LineStatus, string>> = {
  '102': '입금대기중',
  '200': '선물배송지입력대기',
  '201': '예약결제완료',
  '202': '결제완료',
  '301': '배송준비중',
  '401': '배송중',
  '501': '배송완료',
  '901': '구매확정',
  '601': '클레임진행중',
  '701': '취소진행중',
  B01: '취소완료',
  A01: '반품완료',
  C01: '구매확정후취소',
};

/** How goods travel; the request and the answers number the ways differently (sheet §4.5). */
export type DeliveryMethod = 'parcel' | 'post' | 'direct' | 'quick' | 'none';

/** An option of a product as it was sold. */
export interface SoldOption {
  readonly prdNo: string;
  readonly prdNm: string;
  readonly prdStckNo: string;
  /** Such as `색상:흰색`; empty for a product without options. */
  readonly optionText: string;
  readonly sellerPrdCd: string;
  readonly sellerStockCd: string;
  readonly price: number;
  readonly optionPrice: number;
}

export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly mobile: string;
}

export interface Receiver extends Person {
  readonly postCode: string;
  readonly baseAddress: string;
  readonly detailAddress: string;
}

/** What travels together under one `dlvNo`. */
export interface Delivery {
  readonly dlvNo: string;
  readonly isBundle: boolean;
  readonly bundleSeq: string;
  readonly fee: number;
  /** 01 prepaid, 02 collect, 03 free. */
  readonly feeType: '01' | '02' | '03';
  readonly islandFee: number;
  /** 01 prepaid, 02 collect, 04 to be charged (gift). */
  readonly islandFeeType: '01' | '02' | '04';
}

/** A parcel on its way, or what stands for one when nobody carries it. */
export interface Parcel {
  readonly method: DeliveryMethod;
  readonly courierCode: string | null;
  readonly invoice: string | null;
  readonly quantity: number;
  readonly sentAt: number;
}

export interface Order {
  readonly ordNo: string;
  readonly orderedAt: number;
  paidAt: number | null;
  readonly buyer: Person;
  /** Null while a gift waits for its receiver's address. */
  receiver: Receiver | null;
  readonly memo: string | null;
  readonly memberId: string;
  readonly memberNo: string;
  readonly media: 'PC' | 'MOBILE';
  readonly isGift: boolean;
  readonly isGlobal: boolean;
  readonly isToday: boolean;
  /** What the buyer shows when he fetches the goods himself; null where they are sent. */
  readonly visitCode: string | null;
  readonly lines: OrderLine[];
  /** What cancelling and lateness cost the seller here. */
  penaltyPoints: number;
  /** The order's own status in the guide's words, and since when. */
  guideStatus: string;
  guideSince: number;
  /** Why this order is worth a test's attention. */
  readonly oddCases: readonly string[];
}

export interface OrderLine {
  readonly order: Order;
  readonly seq: number;
  readonly delivery: Delivery;
  readonly option: SoldOption;
  readonly quantity: number;
  readonly sellerDiscount: number;
  readonly couponDiscount: number;
  /** The product this line is an add-on of. */
  readonly addOnOf: string | null;
  readonly hasAddOn: boolean;
  stage: Stage;
  /** What `ordPrdStat` says, and since when; the order book keeps both. */
  status: LineStatus;
  since: number;
  canceled: number;
  returned: number;
  confirmedAt: number | null;
  sentAt: number | null;
  deliveredAt: number | null;
  decidedAt: number | null;
  /** Whether the purchase was confirmed by time, not by the buyer. */
  decidedByTime: boolean;
  dueAt: number;
  delayedTo: number | null;
  parcels: Parcel[];
  readonly claims: Claim[];
  nonDelivery: NonDelivery | null;
  /** How often the seller's program confirmed it, and registered an invoice for it. */
  confirmsApplied: number;
  invoicesRegistered: number;
  revision: number;
}

/** A buyer's report that goods on their way did not arrive (sheet §3.5). */
export interface NonDelivery {
  readonly seq: string;
  readonly reportedAt: number;
  answer: { readonly code: string; readonly text: string } | null;
}

/** How many are neither cancelled nor returned. */
export function leftOf({ quantity, canceled, returned }: OrderLine): number {
  return quantity - canceled - returned;
}

/** The claim that is going on, if one is. */
export function openClaimOf(line: OrderLine): Claim | undefined {
  return line.claims.find(({ endedAt }) => endedAt === null);
}

/** What `ordPrdStat` says about a line. */
export function statusOf(line: OrderLine): LineStatus {
  const open = openClaimOf(line);
  if (open !== undefined) return open.kind === 'cancel' ? '701' : '601';
  if (leftOf(line) > 0) return line.stage;
  const last = line.claims.findLast(({ state, kind }) => state === 'done' && kind !== 'exchange');
  if (last?.kind === 'return') return 'A01';
  return last?.isAfterDecision ? 'C01' : 'B01';
}

/** The moment after which the buyer may cancel alone because nothing was dispatched. */
export function deadlineOf({ dueAt, delayedTo }: OrderLine): number {
  return delayedTo ?? dueAt;
}

/** What the option costs together with its surcharge. */
export function unitPriceOf({ option }: OrderLine): number {
  return option.price + option.optionPrice;
}

/** `ordAmt`: what is left of the line, priced (sheet §3.4). */
export function amountOf(line: OrderLine): number {
  return unitPriceOf(line) * leftOf(line);
}

/** `ordPayAmt`: with shipping, less what seller and 11st gave. */
export function paidAmountOf(line: OrderLine): number {
  return Math.max(0, amountOf(line) + shippingOf(line) - line.sellerDiscount - line.couponDiscount);
}

/** The shipping cost, which a bundle pays once: on its first line. */
export function shippingOf({ order, delivery, seq }: OrderLine): number {
  const first = order.lines.find((line) => line.delivery.dlvNo === delivery.dlvNo);
  return first?.seq === seq ? delivery.fee : 0;
}
