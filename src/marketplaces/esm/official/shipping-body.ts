import type { Instant } from '../../../domain/order.ts';
import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import { KST_MINUTES, wallClock } from '../../kit/zone.ts';
import { noCarrierOfEsm, turnedDown } from '../turned-down.ts';

/** A parcel as the calls want it. */
export interface WireParcel {
  readonly carrierCode: string;
  readonly invoice: string;
  readonly shippedAt: Instant;
}

const CARRIER_CODE = /^\d{5}$/;

/** Carriers are numbers of five digits (sheet §4.3). Throws `refused` for what is none. */
export function carrierNumber(operation: string, code: string): number {
  if (CARRIER_CODE.test(code)) return Number(code);
  throw turnedDown(operation, 'refused', noCarrierOfEsm(code));
}

/** The body of `ShippingInfo`. A parcel that leaves later today counts as sent now: the day may not lie ahead. */
export function shippingBody(orderNo: string, parcel: WireParcel, now: Date): string {
  const shippedAt = new Date(Math.min(Date.parse(parcel.shippedAt), now.getTime()));
  return writeLossless({
    OrderNo: new BigNumeral(orderNo),
    ShippingDate: wallClock(shippedAt, KST_MINUTES).slice(0, 19),
    DeliveryCompanyCode: carrierNumber('shippingInfo', parcel.carrierCode),
    InvoiceNo: parcel.invoice,
  });
}
