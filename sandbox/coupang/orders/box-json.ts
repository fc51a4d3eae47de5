import { type RawJson, rawNumber } from '../../frame/json.ts';
import { formatInstant } from '../time.ts';
import { type Box, type BoxItem, isItemCanceled, STATUS_NAMES } from './box.ts';

const krw = (units: number) => ({ currencyCode: 'KRW', units, nanos: 0 });
const instantOrBlank = (at: number | null) => (at === null ? '' : formatInstant(at));
const numberOrNull = (digits: string | undefined): RawJson | null =>
  digits === undefined ? null : rawNumber(digits);

function itemView(item: BoxItem, shippingPrice: number): Record<string, unknown> {
  const { option, madeToOrder } = item;
  return {
    vendorItemPackageId: 0,
    vendorItemPackageName: option.productName,
    productId: rawNumber(option.productId),
    vendorItemId: rawNumber(option.vendorItemId),
    vendorItemName: option.shownName,
    shippingCount: item.shippingCount,
    salesPrice: krw(option.price),
    orderPrice: krw(option.price * item.shippingCount),
    discountPrice: krw(item.instantCouponDiscount + item.downloadableCouponDiscount + item.coupangDiscount),
    instantCouponDiscount: krw(item.instantCouponDiscount),
    downloadableCouponDiscount: krw(item.downloadableCouponDiscount),
    coupangDiscount: krw(item.coupangDiscount),
    externalVendorSkuCode: option.sku,
    etcInfoHeader: madeToOrder?.header ?? null,
    etcInfoValue: null,
    etcInfoValues: madeToOrder?.values ?? null,
    sellerProductId: rawNumber(option.sellerProductId),
    sellerProductName: option.sellerProductName,
    sellerProductItemName: option.itemName,
    firstSellerProductItemName: option.itemName,
    cancelCount: item.cancelCount,
    holdCountForCancel: item.holdCountForCancel,
    estimatedShippingDate: item.estimatedShippingDate,
    plannedShippingDate: item.plannedShippingDate,
    invoiceNumberUploadDate: instantOrBlank(item.invoiceUploadedAt),
    extraProperties: {},
    pricingBadge: false,
    usedProduct: false,
    confirmDate: item.confirmedAt === null ? null : formatInstant(item.confirmedAt),
    deliveryChargeTypeName: shippingPrice > 0 ? '유료' : '무료',
    upBundleVendorItemId: numberOrNull(option.bundleOf?.vendorItemId),
    upBundleVendorItemName: option.bundleOf?.name ?? null,
    upBundleSize: option.bundleOf?.size ?? null,
    upBundleItem: option.bundleOf !== null,
    canceled: isItemCanceled(item),
  };
}

/** A box in the shape of v5 (sheet §6), ready for `JSON.stringify`. */
export function boxView(box: Box): Record<string, unknown> {
  return {
    shipmentBoxId: rawNumber(box.shipmentBoxId),
    orderId: rawNumber(box.orderId),
    orderedAt: formatInstant(box.orderedAt),
    paidAt: formatInstant(box.paidAt),
    status: box.status,
    // Blank since 2024-08-06 (sheet §3.2): sellers learn no e-mail address and no real number.
    orderer: { name: box.orderer.name, email: '', safeNumber: box.orderer.safeNumber, ordererNumber: null },
    shippingPrice: krw(box.shippingPrice),
    remotePrice: box.remotePrice === null ? null : krw(box.remotePrice),
    remoteArea: box.remoteArea,
    parcelPrintMessage: box.parcelPrintMessage,
    splitShipping: box.splitShipping,
    ableSplitShipping: !box.splitShipping,
    receiver: {
      name: box.receiver.name,
      safeNumber: box.receiver.safeNumber,
      receiverNumber: null,
      addr1: box.receiver.addr1,
      addr2: box.receiver.addr2,
      postCode: box.receiver.postCode,
    },
    orderItems: box.items.map((item) => itemView(item, box.shippingPrice)),
    overseaShippingInfoDto: {
      personalCustomsClearanceCode: box.customsCode,
      ordererSsn: '',
      ordererPhoneNumber: '',
    },
    deliveryCompanyName: box.invoice?.courierName ?? '',
    invoiceNumber: box.invoice?.number ?? '',
    inTrasitDateTime: instantOrBlank(box.inTransitAt),
    deliveredDate: instantOrBlank(box.deliveredAt),
    refer: box.refer,
    shipmentType: 'THIRD_PARTY',
    isCod: box.isCod,
    extraProperties: {},
  };
}

// A box is never changed, only replaced, so its text stays true for as long as the box is alive.
const texts = new WeakMap<Box, string>();

/** A box as JSON text. */
export function boxJson(box: Box): string {
  let text = texts.get(box);
  if (text === undefined) {
    text = JSON.stringify(boxView(box));
    texts.set(box, text);
  }
  return text;
}

/** The `data` of a history read, newest first. */
export function historyView({ shipmentBoxId, history }: Box): Record<string, unknown> {
  return {
    shipmentBoxId: rawNumber(shipmentBoxId),
    details: history.toReversed().map(({ status, at }) => ({
      deliveryStatus: status,
      deliveryStatusDesc: STATUS_NAMES[status],
      updatedAt: formatInstant(at),
    })),
  };
}
