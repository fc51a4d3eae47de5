import { rawNumber } from '../../frame/json.ts';
import { unitsInReturn } from '../claims/receipt-moves.ts';
import {
  BOX_STATUSES,
  type Box,
  type BoxItem,
  isCanceled,
  isItemCanceled,
  parcelsOf,
} from '../orders/box.ts';
import type { Shop } from '../shop/shop.ts';
import { formatInstant } from '../time.ts';

/** The statuses an order is listed by (guide §2.3.1). */
export const GUIDE_STATUSES = [...BOX_STATUSES, 'CANCEL', 'RETURN'] as const;

export type GuideStatus = (typeof GUIDE_STATUSES)[number];

const COMMISSION_RATE = 10.8;

const instantOrNull = (at: number | null | undefined) => (at == null ? null : formatInstant(at));

const couponsOf = (item: BoxItem) => item.instantCouponDiscount + item.downloadableCouponDiscount;
const sum = (items: readonly BoxItem[], of: (item: BoxItem) => number) =>
  items.reduce((total, item) => total + of(item), 0);

/** The status of a box: CANCEL when all of it is cancelled, RETURN when a return of all that was not is open or done. */
export function guideStatusOf(shop: Shop, box: Box): GuideStatus {
  if (isCanceled(box)) return 'CANCEL';
  const isReturning = box.items
    .filter((item) => !isItemCanceled(item))
    .every(
      ({ option, shippingCount, cancelCount, returnCount }) =>
        returnCount + unitsInReturn(shop, box.orderId, option.vendorItemId) >= shippingCount - cancelCount,
    );
  return isReturning ? 'RETURN' : box.status;
}

/** A box as one order of the guide (§2.3.4), ready for `JSON.stringify`. */
export function guideOrderView(shop: Shop, box: Box): Record<string, unknown> {
  const { items, orderer, receiver } = box;
  const orderPrice = sum(items, ({ option, shippingCount }) => option.price * shippingCount);
  const couponDiscount = sum(items, couponsOf);
  const coupangDiscount = sum(items, (item) => item.coupangDiscount);
  const commission = Math.floor(((orderPrice - couponDiscount) * COMMISSION_RATE) / 100);
  const instructedAt = box.history.find(({ status }) => status === 'INSTRUCT')?.at;
  return {
    orderId: rawNumber(box.orderId),
    orderAt: formatInstant(box.orderedAt),
    paidAt: formatInstant(box.paidAt),
    status: guideStatusOf(shop, box),
    orderedAt: instantOrNull(instructedAt),
    shipmentBoxId: rawNumber(box.shipmentBoxId),
    remoteAreaDeliveryType: box.remoteArea ? 'REMOTE' : 'NONE',
    orderPrice,
    salePrice: sum(items, ({ option }) => option.price),
    discountPrice: couponDiscount + coupangDiscount,
    couponDiscount,
    coupangDiscount,
    shippingPrice: box.shippingPrice,
    cancelPrice: sum(items, ({ option, cancelCount }) => option.price * cancelCount),
    sellerProductPrice: orderPrice,
    sellerCommissionPrice: commission,
    settlementPrice: orderPrice - couponDiscount - commission,
    commissionRate: COMMISSION_RATE,
    refundPrice: sum(items, ({ option, returnCount }) => option.price * returnCount),
    extraFee: box.remotePrice ?? 0,
    orderer: {
      name: orderer.name,
      email: '',
      ordererNumber: orderer.safeNumber,
      safeNumber: orderer.safeNumber,
    },
    receiver: {
      name: receiver.name,
      phone: receiver.safeNumber,
      safeNumber: receiver.safeNumber,
      postCode: receiver.postCode,
      addr1: receiver.addr1,
      addr2: receiver.addr2,
    },
    receiverMessage: box.parcelPrintMessage,
    parcelPrintMessage: box.parcelPrintMessage,
    orderItems: items.map((item) => itemView(box, item)),
    deliveryCompanyCode: box.invoice?.courierCode ?? box.invoice?.courierName ?? null,
    invoiceNumber: box.invoice?.number ?? null,
    shippedAt: instantOrNull(box.inTransitAt),
    deliveredAt: instantOrNull(box.deliveredAt),
    deliveryDate: items[0]?.estimatedShippingDate ?? null,
    estimatedDeliveryDate: null,
    splitShipping: items.some(({ parcels }) => parcels.length > 1),
  };
}

function itemView(box: Box, item: BoxItem): Record<string, unknown> {
  const { option } = item;
  return {
    vendorItemId: rawNumber(option.vendorItemId),
    vendorItemPackageId: 0,
    vendorItemPackageName: option.productName,
    vendorItemName: option.shownName,
    productId: rawNumber(option.productId),
    quantity: item.shippingCount,
    cancelCount: item.cancelCount,
    salePrice: option.price,
    orderPrice: option.price * item.shippingCount,
    discountPrice: couponsOf(item) + item.coupangDiscount,
    externalVendorSkuCode: option.sku,
    sellerProductId: rawNumber(option.sellerProductId),
    sellerProductName: option.sellerProductName,
    sellerProductItemName: option.itemName,
    shipments: parcelsOf(box, item).map(({ quantity, invoice }) => ({
      quantity,
      deliveryCompanyCode: invoice.courierCode ?? invoice.courierName,
      invoiceNumber: invoice.number,
    })),
  };
}
