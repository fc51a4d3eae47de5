import { everyOf } from '../../api/every.ts';
import type { Schema } from '../../api/types.ts';
import { minorUnits } from '../../language/amounts.ts';

type Body = Schema<'ClaimActInput'>;
type Fault = NonNullable<Body['fault']>;

export const FAULTS = everyOf<Fault>()(['buyer', 'seller', 'carrier', 'marketplace']);

/** What a person has entered for an act; nothing yet is an empty text. */
export interface ActEntry {
  readonly text: string;
  readonly reason: string;
  readonly carrier: string;
  readonly invoice: string;
  /** An amount in the currency itself, not in its minor units. */
  readonly fee: string;
  readonly fault: Fault | '';
}

export const NOTHING: ActEntry = { text: '', reason: '', carrier: '', invoice: '', fee: '', fault: '' };

/** The same in the API's words: what was not entered is not sent. */
export function bodyOf(entry: ActEntry, currency: string): Body {
  const fee = minorUnits(entry.fee, currency);
  return {
    ...(entry.text.trim() === '' ? {} : { text: entry.text.trim() }),
    ...(entry.reason === '' ? {} : { reason: entry.reason }),
    ...(entry.carrier === '' ? {} : { deliveryCompanyCode: entry.carrier }),
    ...(entry.invoice.trim() === '' ? {} : { trackingNumber: entry.invoice }),
    ...(fee === undefined ? {} : { fee }),
    ...(entry.fault === '' ? {} : { fault: entry.fault }),
  };
}
