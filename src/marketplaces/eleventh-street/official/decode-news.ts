import type { LineNews } from '../../../domain/order.ts';
import { asFields } from '../../kit/decode.ts';
import { parcelAt } from './decode-line.ts';
import { momentAt, neededAt } from './values.ts';

/** A row of the list of parcels on their way: numbers, carrier and invoice and nothing else (sheet §3.4). */
export function decodeShipped(row: unknown): LineNews {
  const fields = asFields(row, 'order');
  return {
    nativeOrderId: neededAt(fields, 'ordNo'),
    nativeLineId: neededAt(fields, 'ordPrdSeq'),
    status: 'DELIVERING',
    nativeStatus: '401',
    parcel: parcelAt(fields),
    deliveredAt: null,
    confirmedAt: null,
  };
}

/** A row of the list of confirmed purchases, which tells no buyer (sheet §3.4). */
export function decodeConfirmed(row: unknown): LineNews {
  const fields = asFields(row, 'order');
  return {
    nativeOrderId: neededAt(fields, 'ordNo'),
    nativeLineId: neededAt(fields, 'ordPrdSeq'),
    status: 'CONFIRMED',
    nativeStatus: '901',
    parcel: null,
    deliveredAt: null,
    confirmedAt: momentAt(fields, 'pocnfrmDt'),
  };
}
