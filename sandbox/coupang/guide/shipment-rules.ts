import { type Box, parcelsOf, shippableCount } from '../orders/box.ts';
import type { Shop } from '../shop/shop.ts';
import type { ShipmentEntry } from './shipment-entries.ts';

/** What becomes of the entries of one vendor item. */
export type ShipmentCode =
  | 'OK'
  | 'NOT_FOUND'
  | 'INVALID_STATE'
  | 'ALREADY_PROCESSED'
  | 'INVALID_PARAMETER'
  | 'DUPLICATE_TRACKING_NUMBER'
  | 'INTERNAL_ERROR';

/** Whether a vendor item may leave as its entries say: its parcels must hold what is left of it, and nothing of it may be held. */
export function judgeShipment(
  shop: Shop,
  box: Box | undefined,
  group: readonly ShipmentEntry[],
  now: number,
): ShipmentCode {
  const item = box?.items.find(({ option }) => option.vendorItemId === group[0]?.vendorItemId);
  if (box === undefined || item === undefined) return 'NOT_FOUND';
  const parcels = parcelsOf(box, item);
  if (parcels.length > 0) {
    const isSame = group.every(({ invoice }) =>
      parcels.some(
        (parcel) =>
          parcel.invoice.number === invoice?.number && parcel.invoice.courierCode === invoice.courierCode,
      ),
    );
    return isSame ? 'ALREADY_PROCESSED' : 'INVALID_STATE';
  }
  const left = shippableCount(item);
  const isWaiting = box.status === 'ACCEPT' || box.status === 'INSTRUCT';
  if (!isWaiting || left === 0 || box.items.some(({ holdCountForCancel }) => holdCountForCancel > 0))
    return 'INVALID_STATE';
  if (group.some(({ invoice }) => invoice === undefined) || !isWhole(group, left)) return 'INVALID_PARAMETER';
  const isTaken = group.some(
    ({ invoice }) => invoice !== undefined && shop.invoiceUses.isTaken(invoice, box.receiver, now),
  );
  return isTaken ? 'DUPLICATE_TRACKING_NUMBER' : 'OK';
}

function isWhole(group: readonly ShipmentEntry[], left: number): boolean {
  if (group.length === 1 && group[0]?.quantity === undefined) return true;
  return group.reduce((sum, { quantity }) => sum + (quantity ?? Number.NaN), 0) === left;
}
