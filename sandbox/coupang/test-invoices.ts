import { at, PATHS, type TestShop, type TrueBox, VENDOR_ID } from './test-shop.ts';

/** One entry of an invoice call, as it goes over the wire. */
export type Entry = Readonly<Record<string, unknown>>;

/** A bought box in INSTRUCT with this many items. */
export function instructedBox(shop: TestShop, itemCount = 1): TrueBox {
  const box = shop
    .buy(100)
    .flatMap((orderId) => shop.truth(orderId))
    .find(({ items }) => items.length === itemCount);
  if (box === undefined) throw new Error(`nobody bought ${itemCount} items in a box`);
  shop.send('PUT', PATHS.acknowledgement, { vendorId: VENDOR_ID, shipmentBoxIds: [box.shipmentBoxId] });
  return boxOf(shop, box.shipmentBoxId);
}

/** The truth about one box. */
export function boxOf(shop: TestShop, id: string): TrueBox {
  const box = shop.truth().find(({ shipmentBoxId }) => shipmentBoxId === id);
  if (box === undefined) throw new Error(`no box ${id}`);
  return box;
}

/** An entry for every item of a box, each changed as the test wants it. */
export function entriesOf(box: TrueBox, change: (index: number) => Entry = () => ({})): readonly Entry[] {
  return box.items.map(({ vendorItemId }, index) => ({
    shipmentBoxId: box.shipmentBoxId,
    orderId: box.orderId,
    vendorItemId,
    deliveryCompanyCode: 'CJGLS',
    invoiceNumber: '640012345678',
    splitShipping: false,
    preSplitShipped: false,
    estimatedShippingDate: '',
    ...change(index),
  }));
}

const post = (shop: TestShop, path: string, entries: readonly Entry[]) =>
  shop.send('POST', path, { vendorId: VENDOR_ID, orderSheetInvoiceApplyDtos: entries });

/** Uploads first invoices. */
export const upload = (shop: TestShop, entries: readonly Entry[]) => post(shop, PATHS.invoices, entries);

/** Changes invoices. */
export const update = (shop: TestShop, entries: readonly Entry[]) =>
  post(shop, PATHS.updateInvoices, entries);

/** The result code of every row; the whole body if it has no rows. */
export const codesOf = ({ body }: { readonly body: unknown }) => {
  const rows = at(body, 'data', 'responseList');
  return Array.isArray(rows) ? rows.map((row) => at(row, 'resultCode')) : [body];
};
