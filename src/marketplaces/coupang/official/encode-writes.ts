import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import type { LineTarget, ShipTarget } from '../../kit/shop.ts';

/** Ids go out as bare digits: as a double, an 18-digit box id would name another box (sheet §7.12). */
const id = (digits: string) => new BigNumeral(digits);

/** The body of an acknowledgement: every box once, whatever number of its lines is asked for. */
export function acknowledgeBody(vendorId: string, targets: readonly LineTarget[]): string {
  const boxes = new Set(targets.map(({ packageKey }) => packageKey));
  return writeLossless({ vendorId, shipmentBoxIds: [...boxes].map(id) });
}

/** The body of invoices and updateInvoices: one entry for each item of each box (sheet §3.2). */
export function invoicesBody(vendorId: string, targets: readonly ShipTarget[]): string {
  return writeLossless({
    vendorId,
    orderSheetInvoiceApplyDtos: targets.map((target) => ({
      shipmentBoxId: id(target.packageKey),
      orderId: id(target.nativeOrderId),
      vendorItemId: id(target.nativeItemId),
      deliveryCompanyCode: target.carrierCode,
      invoiceNumber: target.invoice,
      splitShipping: false,
      preSplitShipped: false,
      estimatedShippingDate: '',
    })),
  });
}
