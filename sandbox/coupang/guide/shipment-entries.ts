import { isObject, type JsonObject } from '../../frame/json.ts';
import { CallRefused } from '../gateway/answers.ts';
import type { Invoice } from '../orders/box.ts';
import { refuseGuide } from './answers.ts';
import { guideInvoice } from './couriers.ts';
import { bodyCount, bodyId, bodyText } from './input.ts';

/** One entry of `orderShipments`: one parcel of one vendor item. */
export interface ShipmentEntry {
  readonly vendorItemId: string;
  /** Undefined where courier or number cannot be. */
  readonly invoice: Invoice | undefined;
  /** How many units the parcel holds; undefined for all that are left. */
  readonly quantity: number | undefined;
}

/** The entries of a shipment call. */
export function readShipmentEntries(
  { orderShipments }: JsonObject,
  orderId: string,
): readonly ShipmentEntry[] {
  if (!Array.isArray(orderShipments) || orderShipments.length === 0)
    refuseGuide('INVALID_PARAMETER', 'orderShipments is required');
  return orderShipments.map((entry) => {
    if (!isObject(entry)) refuseGuide('INVALID_PARAMETER', 'orderShipments must hold objects');
    if (bodyId(entry, 'orderId') !== orderId)
      refuseGuide('INVALID_PARAMETER', 'orderId in path and body must be the same');
    return {
      vendorItemId: bodyId(entry, 'vendorItemId'),
      invoice: invoiceIn(entry),
      quantity: entry.splitShipping === true ? bodyCount(entry, 'splitQuantity') : undefined,
    };
  });
}

// A wrong courier or number is the fault of its entry alone.
function invoiceIn(entry: JsonObject): Invoice | undefined {
  try {
    return guideInvoice(bodyText(entry, 'deliveryCompanyCode'), bodyText(entry, 'invoiceNumber'));
  } catch (error) {
    if (error instanceof CallRefused) return undefined;
    throw error;
  }
}
