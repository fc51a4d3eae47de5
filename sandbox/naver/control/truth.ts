import type { Address } from '../orders/address.ts';
import {
  discountAmount,
  isKeptBack,
  type Orderer,
  type ProductOrder,
  paymentAmount,
  shownClaim,
  totalAmount,
} from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { formatKst } from '../wire/time.ts';

/** The marketplace's own truth about one line, for comparison with the hub. */
export interface LineTruth {
  readonly orderId: string;
  readonly productOrderId: string;
  readonly packageNumber: string;
  readonly productOrderStatus: string;
  readonly placeOrderStatus: string;
  readonly claimType?: string;
  readonly claimStatus?: string;
  readonly claimQuantity?: number;
  readonly quantity: number;
  readonly remainQuantity: number;
  readonly taxType: string;
  readonly unitPrice: number;
  readonly totalAmount: number;
  readonly discountAmount: number;
  readonly paymentAmount: number;
  readonly deliveryFee: number;
  readonly deliveryFeeDiscount: number;
  readonly deliveryFeePayment: string;
  readonly remoteAreaFee: number;
  /** The seller keeps the line back; known to edition `guide` only. */
  readonly isKeptBack: boolean;
  readonly isDirectLogistics: boolean;
  readonly isGift: boolean;
  readonly orderer: Orderer;
  /** Absent while a gift waits for its receiver's address. */
  readonly receiver?: Address;
  readonly shippingMemo?: string;
  readonly deliveryMethod?: string;
  readonly deliveryCompany?: string;
  readonly trackingNumber?: string;
  readonly deliveryStatus?: string;
  readonly invoicesRegistered: number;
  readonly confirmsApplied: number;
  readonly lastChangedType: string;
  readonly lastChangedDate: string;
}

/** Every line of the shop, or of the one order asked for. */
export function truthOf({ book }: Shop, orderId?: string): readonly LineTruth[] {
  const lines = orderId === undefined ? book.lines.values() : (book.orders.get(orderId)?.productOrders ?? []);
  return Array.from(lines, lineTruth);
}

function lineTruth(line: ProductOrder): LineTruth {
  const claim = shownClaim(line);
  const { delivery, fee, goods, lastChange, order } = line;
  return {
    orderId: order.orderId,
    productOrderId: line.productOrderId,
    packageNumber: line.packageNumber,
    productOrderStatus: line.status,
    placeOrderStatus: line.placeOrderStatus,
    ...(claim === undefined ? {} : { claimType: claim.claimType, claimStatus: claim.claimStatus }),
    ...(claim !== undefined && 'quantity' in claim ? { claimQuantity: claim.quantity } : {}),
    quantity: line.quantity,
    remainQuantity: line.remainQuantity,
    taxType: goods.taxType,
    unitPrice: goods.unitPrice,
    totalAmount: totalAmount(line),
    discountAmount: discountAmount(line),
    paymentAmount: paymentAmount(line),
    deliveryFee: fee.amount,
    deliveryFeeDiscount: fee.discount,
    deliveryFeePayment: fee.payment,
    remoteAreaFee: fee.section,
    isKeptBack: isKeptBack(line),
    isDirectLogistics: line.isDirectLogistics,
    isGift: order.isGift,
    orderer: order.orderer,
    ...(line.receiver === undefined ? {} : { receiver: line.receiver }),
    ...(line.shippingMemo === undefined ? {} : { shippingMemo: line.shippingMemo }),
    ...(delivery === undefined
      ? {}
      : { deliveryMethod: delivery.parcel.method, deliveryStatus: delivery.status }),
    ...(delivery !== undefined && 'company' in delivery.parcel
      ? { deliveryCompany: delivery.parcel.company, trackingNumber: delivery.parcel.trackingNumber }
      : {}),
    invoicesRegistered: line.invoicesRegistered,
    confirmsApplied: line.confirmsApplied,
    lastChangedType: lastChange.type,
    lastChangedDate: formatKst(lastChange.at),
  };
}
