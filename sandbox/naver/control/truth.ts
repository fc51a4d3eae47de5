import { type ProductOrder, shownClaim } from '../orders/product-order.ts';
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
  readonly quantity: number;
  readonly remainQuantity: number;
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
  const { delivery, lastChange } = line;
  return {
    orderId: line.order.orderId,
    productOrderId: line.productOrderId,
    packageNumber: line.packageNumber,
    productOrderStatus: line.status,
    placeOrderStatus: line.placeOrderStatus,
    ...(claim === undefined ? {} : { claimType: claim.claimType, claimStatus: claim.claimStatus }),
    quantity: line.quantity,
    remainQuantity: line.remainQuantity,
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
