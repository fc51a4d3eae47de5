import { digitsOf, isObject, type JsonObject } from '../../frame/json.ts';
import { type Courier, courierOf } from '../couriers.ts';
import { CallRefused, internalError, refuse } from '../gateway/answers.ts';

/** One entry of an invoice call: one vendor item of one box. */
export interface InvoiceEntry {
  readonly shipmentBoxId: string;
  readonly orderId: string;
  readonly vendorItemId: string;
  readonly courier: Courier;
  /** The empty text for an item that a split shipment leaves for later. */
  readonly number: string;
  readonly splitShipping: boolean;
  readonly preSplitShipped: boolean;
  readonly estimatedShippingDate: string;
}

/** The entries of an invoice call by box, in the order in which they came. Refuses the whole call if one cannot be read. */
export function readInvoiceEntries(body: JsonObject): ReadonlyMap<string, readonly InvoiceEntry[]> {
  const { orderSheetInvoiceApplyDtos } = body;
  if (!Array.isArray(orderSheetInvoiceApplyDtos)) refuse('orderSheetInvoiceApplyDtos is required');
  return Map.groupBy(orderSheetInvoiceApplyDtos.map(readEntry), ({ shipmentBoxId }) => shipmentBoxId);
}

function readEntry(dto: unknown): InvoiceEntry {
  if (!isObject(dto)) refuse('orderSheetInvoiceApplyDtos must hold objects');
  const code = text(dto, 'deliveryCompanyCode');
  return {
    shipmentBoxId: id(dto, 'shipmentBoxId'),
    orderId: id(dto, 'orderId'),
    vendorItemId: id(dto, 'vendorItemId'),
    // An unknown courier code breaks the service instead of being refused (sheet §3.2).
    courier: courierOf(code) ?? fail(`No enum constant DeliveryCompanyCode.${code}`),
    number: text(dto, 'invoiceNumber'),
    splitShipping: flag(dto, 'splitShipping'),
    preSplitShipped: flag(dto, 'preSplitShipped'),
    estimatedShippingDate: text(dto, 'estimatedShippingDate', ''),
  };
}

function fail(message: string): never {
  throw new CallRefused(internalError(message));
}

function id(dto: JsonObject, field: string): string {
  return digitsOf(dto[field]) ?? refuse(`${field} is required`);
}

function text(dto: JsonObject, field: string, fallback?: string): string {
  const value = dto[field] ?? fallback;
  return typeof value === 'string' ? value : refuse(`${field} is required`);
}

function flag(dto: JsonObject, field: string): boolean {
  const value = dto[field] ?? false;
  return typeof value === 'boolean' ? value : refuse(`${field} must be true or false`);
}
