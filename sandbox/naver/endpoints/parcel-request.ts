import { COURIER_METHODS, codeIn, type DELIVERY_METHODS, OWN_METHODS } from '../orders/codes.ts';
import { COURIER_CODES } from '../orders/couriers.ts';
import type { Parcel } from '../orders/product-order.ts';
import type { ItemCode } from './items.ts';

/** How a seller says goods travel: on their way to the buyer, or there a second time. */
export interface ParcelRequest {
  readonly method: (typeof DELIVERY_METHODS)[number];
  readonly courier?: string;
  readonly trackingNumber?: string;
}

const INVOICE = /^[0-9A-Za-z-]{5,30}$/;

/** The parcel that was meant, or what is wrong with it. */
export function parcelOf({ method, courier, trackingNumber }: ParcelRequest): Parcel | ItemCode {
  const ownMethod = codeIn(OWN_METHODS, method);
  if (ownMethod !== undefined) return { method: ownMethod };
  const courierMethod = codeIn(COURIER_METHODS, method);
  if (courierMethod === undefined) return '104116';
  if (courier === undefined) return '104118';
  if (!COURIER_CODES.has(courier)) return '104119';
  if (trackingNumber === undefined || trackingNumber === '') return '104120';
  if (!isInvoice(trackingNumber)) return '104122';
  return { method: courierMethod, company: courier, trackingNumber };
}

/** Whether a text can be an invoice number at all. */
export function isInvoice(text: string): boolean {
  return INVOICE.test(text);
}
