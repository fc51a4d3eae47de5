import type { OrderLineSnapshot, ParcelSnapshot, PartSnapshot } from '../../../domain/order.ts';
import {
  asFields,
  asList,
  type Fields,
  idAt,
  integerAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../kit/decode.ts';
import { itemStatus } from './statuses.ts';
import { optionalMomentAt, wonAt } from './values.ts';

/** What an item takes from the order it stands in. */
export interface OrderFacts {
  readonly box: string;
  readonly status: string;
  readonly parcel: ParcelSnapshot | null;
  readonly deliveredAt: string | null;
  /** Sums of the order, which are the item's own where there is one item only. */
  readonly ofOnlyItem: {
    readonly commission: number | null;
    readonly expectedSettlement: number | null;
    readonly discountByCoupang: number | null;
  };
}

/** Reads one element of `orderItems` (guide §2.3.4). Throws UnreadableError. */
export function decodeItem(item: Fields, order: OrderFacts): OrderLineSnapshot {
  const itemId = idAt(item, 'vendorItemId');
  const quantity = integerAt(item, 'quantity');
  const cancelled = optionalIntegerAt(item, 'cancelCount') ?? 0;
  if (quantity < 1) throw new UnreadableError('quantity', 'a quantity', quantity);
  if (cancelled < 0) throw new UnreadableError('cancelCount', 'a quantity or 0', cancelled);
  const amount = wonAt(item, 'orderPrice');
  const discount = wonAt(item, 'discountPrice');
  if (discount > amount) throw new UnreadableError('discountPrice', 'no more than orderPrice', discount);
  const parts = partsOf(item);
  return {
    nativeLineId: `${order.box}:${itemId}`,
    packageKey: order.box,
    nativeItemId: itemId,
    nativeProductId: optionalIdAt(item, 'sellerProductId'),
    status: itemStatus(order.status, quantity, cancelled),
    nativeStatus: order.status,
    productName: optionalTextAt(item, 'sellerProductName') ?? textAt(item, 'vendorItemName'),
    optionText: optionalTextAt(item, 'sellerProductItemName'),
    sellerSku: optionalTextAt(item, 'externalVendorSkuCode'),
    quantity,
    shippableQuantity: Math.max(0, quantity - cancelled),
    taxFree: null,
    unitPrice: wonAt(item, 'salePrice'),
    amount,
    discount,
    sellerDiscount: sellerDiscount(order.ofOnlyItem.discountByCoupang, discount),
    paidAmount: amount - discount,
    commission: order.ofOnlyItem.commission,
    expectedSettlement: order.ofOnlyItem.expectedSettlement,
    // deliveryDate is when it should arrive, which is no day to ship by.
    shipBy: null,
    parcel: parts[0] === undefined ? order.parcel : parcelOf(parts[0]),
    ...(parts.length > 1 ? { parts } : {}),
    deliveredAt: order.deliveredAt,
    confirmedAt: null,
    lockedBecause: null,
    native: item,
  };
}

function sellerDiscount(byCoupang: number | null, discount: number): number | null {
  return byCoupang === null || byCoupang > discount ? null : discount - byCoupang;
}

/** An item that was sent in parts tells each of them. */
function partsOf(item: Fields): readonly PartSnapshot[] {
  return asList(item.shipments ?? [], 'shipments').map((row) => {
    const part = asFields(row, 'shipments');
    return {
      quantity: integerAt(part, 'quantity'),
      nativeCarrier: optionalTextAt(part, 'deliveryCompanyCode') ?? '',
      invoice: textAt(part, 'invoiceNumber'),
      shippedAt: optionalMomentAt(part, 'shippedAt'),
    };
  });
}

function parcelOf({ nativeCarrier, invoice, shippedAt }: PartSnapshot): ParcelSnapshot {
  return { nativeCarrier, invoice, shippedAt };
}
