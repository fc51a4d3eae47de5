import type { Address } from './address.ts';
import { type Claim, type ExchangeClaim, type GoodsClaim, isDone } from './claim.ts';
import type {
  CourierMethod,
  DelayedDispatchReason,
  DeliveryStatus,
  LastChangedType,
  OwnMethod,
  PlaceOrderStatus,
  ProductOrderStatus,
} from './codes.ts';

export interface Orderer {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly tel: string;
}

/** One checkout of a buyer. */
export interface Order {
  readonly orderId: string;
  readonly orderer: Orderer;
  readonly orderedAt: number;
  readonly paymentDueAt: number;
  readonly paymentMeans: string;
  readonly payLocationType: 'PC' | 'MOBILE';
  readonly isMember: boolean;
  readonly isGift: boolean;
  readonly mileageAmount: number;
  /** Goods of other sellers in the same checkout: the order's payment amounts include them (sheet §3.3). */
  readonly otherSellersAmount: number;
  readonly productOrders: ProductOrder[];
  paidAt?: number;
}

/** What a line sells. */
export interface Goods {
  readonly productId: string;
  readonly originalProductId: string;
  readonly productClass: '단일상품' | '조합형옵션상품' | '추가구성상품';
  readonly productName: string;
  readonly productOption?: string;
  readonly optionCode?: string;
  readonly optionManageCode?: string;
  readonly sellerProductCode: string;
  readonly taxType: 'TAXATION' | 'TAX_EXEMPTION' | 'TAX_FREE';
  readonly storageType: 'DRY' | 'WET' | 'FROZEN';
  readonly unitPrice: number;
  readonly optionPrice: number;
}

/** Discounts of the whole line, in won. */
export interface Discounts {
  readonly immediate: number;
  readonly coupon: number;
  readonly multiplePurchase: number;
}

/** The fee of a package; every line of the package repeats it (sheet §7, 9). */
export interface DeliveryFee {
  readonly policy: '무료' | '유료' | '조건별무료';
  readonly payment: '무료' | '선결제' | '착불';
  readonly amount: number;
  readonly discount: number;
  /** The remote-area surcharge. */
  readonly section: number;
}

export interface HopeDelivery {
  readonly region: string;
  readonly additionalFee: number;
  readonly ymd: string;
  readonly hm: string;
  readonly changedAt: number;
}

/** The way a line travels: with a courier and an invoice, or without. */
export type Parcel =
  | { readonly method: CourierMethod; readonly company: string; readonly trackingNumber: string }
  | { readonly method: OwnMethod };

export interface Delivery {
  readonly parcel: Parcel;
  readonly sentAt: number;
  status: DeliveryStatus;
  pickedUpAt?: number;
  deliveredAt?: number;
  wrongInvoiceAt?: number;
}

/** What is settled about a line when it is ordered. */
export interface LineTerms {
  readonly goods: Goods;
  readonly quantity: number;
  readonly discounts: Discounts;
  readonly fee: DeliveryFee;
  readonly packageNumber: string;
  readonly merchantChannelId: string;
  /** Fulfilled by Naver's logistics partner: only that company may confirm and dispatch (sheet §7, 26). */
  readonly isDirectLogistics: boolean;
  readonly customsCode?: string;
  readonly hopeDelivery?: HopeDelivery;
  readonly shippingMemo?: string;
}

/** One line of an order: the unit of every operation. */
export interface ProductOrder extends LineTerms {
  readonly order: Order;
  readonly productOrderId: string;
  status: ProductOrderStatus;
  placeOrderStatus: PlaceOrderStatus;
  placedAt?: number;
  remainQuantity: number;
  /** Absent while a gift waits for its receiver's address. */
  receiver?: Address;
  receiverAddressChanged: boolean;
  giftReceivedAt?: number;
  shippingDueAt?: number;
  delay?: { readonly reason: DelayedDispatchReason; readonly detail?: string };
  /** The seller keeps the line back, or kept it back; known to edition `guide` only. */
  hold?: { readonly reason: string; readonly releasedAt?: number };
  delivery?: Delivery;
  decidedAt?: number;
  claim?: Claim;
  /** The exchange under a second claim that was opened while it was being re-delivered (sheet §3.3). */
  beforeClaim?: ExchangeClaim;
  readonly endedClaims: GoodsClaim[];
  /** The change the feed shows; a confirmation and the step to DELIVERED leave it alone (sheet §3.2). */
  lastChange: { readonly type: LastChangedType; readonly at: number };
  /** When anything last happened to the line, feed or not, and how many things have. */
  movedAt: number;
  revision: number;
  invoicesRegistered: number;
  confirmsApplied: number;
}

const CLAIMED_AWAY: ReadonlySet<ProductOrderStatus> = new Set(['CANCELED', 'RETURNED', 'EXCHANGED']);

/** Whether a gift still waits for its receiver to give an address. */
export function isGiftWaiting({ order, giftReceivedAt }: ProductOrder): boolean {
  return order.isGift && giftReceivedAt === undefined;
}

/** Whether the seller keeps the line back. */
export function isKeptBack({ hold }: ProductOrder): boolean {
  return hold !== undefined && hold.releasedAt === undefined;
}

/** Price of the line before discounts. */
export function totalAmount({ goods, quantity }: LineTerms): number {
  return (goods.unitPrice + goods.optionPrice) * quantity;
}

/** All discounts of the line together. */
export function discountAmount({ discounts }: LineTerms): number {
  return discounts.immediate + discounts.coupon + discounts.multiplePurchase;
}

/** Price of the line after discounts. */
export function paymentAmount(line: LineTerms): number {
  return totalAmount(line) - discountAmount(line);
}

/** Every claim on goods the line has had, the oldest first. */
export function goodsClaims({ claim, beforeClaim, endedClaims }: ProductOrder): readonly GoodsClaim[] {
  const open = claim === undefined || claim.claimType === 'PURCHASE_DECISION_HOLDBACK' ? [] : [claim];
  return [...endedClaims, ...(beforeClaim === undefined ? [] : [beforeClaim]), ...open];
}

/** The claim the line's own fields show: the open one, else the last one unless it only took part of the goods. */
export function shownClaim(line: ProductOrder): Claim | undefined {
  if (line.claim !== undefined) return line.claim;
  const last = line.endedClaims.at(-1);
  return last !== undefined && isDone(last) && !CLAIMED_AWAY.has(line.status) ? undefined : last;
}
