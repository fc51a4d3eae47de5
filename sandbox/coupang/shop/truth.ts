import { isAcknowledged } from '../orders/acknowledgement.ts';
import { type Box, isCanceled } from '../orders/box.ts';
import { formatInstant } from '../time.ts';
import type { Shop } from './shop.ts';

const instantOrNull = (at: number | null) => (at === null ? null : formatInstant(at));

/** Everything the stand-in knows about the boxes of a shop, or of one order; ids are texts. */
export function truthOf(shop: Shop, orderId: string | undefined): readonly Record<string, unknown>[] {
  const boxes = orderId === undefined ? [...shop.boxes.all()] : shop.boxes.ofOrder(orderId);
  return boxes.map((box) => boxTruth(shop, box));
}

/** What every option of a shop costs and how many are left; ids are texts. */
export function offersTruth({ offers }: Shop): readonly Record<string, unknown>[] {
  return [...offers.all()].map((offer) => ({ ...offer }));
}

/** Everything the stand-in knows about one box. */
export function boxTruth(shop: Shop, box: Box): Record<string, unknown> {
  return {
    orderId: box.orderId,
    shipmentBoxId: box.shipmentBoxId,
    status: box.status,
    canceled: isCanceled(box),
    orderedAt: formatInstant(box.orderedAt),
    paidAt: formatInstant(box.paidAt),
    orderer: box.orderer,
    receiver: box.receiver,
    parcelPrintMessage: box.parcelPrintMessage,
    shippingPrice: box.shippingPrice,
    remotePrice: box.remotePrice,
    remoteArea: box.remoteArea,
    splitShipping: box.splitShipping,
    isCod: box.isCod,
    customsCode: box.customsCode,
    items: box.items.map(({ option, ...item }) => ({
      vendorItemId: option.vendorItemId,
      name: option.shownName,
      sku: option.sku,
      taxType: option.taxType,
      bundleOf: option.bundleOf,
      salesPrice: option.price,
      ...item,
      invoiceUploadedAt: instantOrNull(item.invoiceUploadedAt),
      confirmedAt: instantOrNull(item.confirmedAt),
    })),
    deliveryCompanyCode: box.invoice?.courierCode ?? null,
    deliveryCompanyName: box.invoice?.courierName ?? null,
    invoiceNumber: box.invoice?.number ?? null,
    inTransitAt: instantOrNull(box.inTransitAt),
    deliveredAt: instantOrNull(box.deliveredAt),
    invoicesRegistered: box.registrations.filter(({ through }) => through === 'invoices').length,
    invoiceRegistrations: box.registrations.map(({ at, through, invoice }) => ({
      at: formatInstant(at),
      through,
      deliveryCompanyCode: invoice.courierCode,
      invoiceNumber: invoice.number,
    })),
    acknowledged: isAcknowledged(shop, box),
    acknowledgements: box.acknowledgement,
    history: box.history.map(({ status, at }) => ({ status, at: formatInstant(at) })),
    oddCases: box.oddCases,
  };
}
