import { DIRECT } from '../couriers.ts';
import type { Box, Invoice } from './box.ts';

const REFUSED_FOR_MS = 183 * 24 * 3_600_000;

/** Remembers which invoice number went to whom: Coupang refuses it for anybody else for six months (sheet §3.2). */
export interface InvoiceUses {
  /** Whether the number went to a different receiver within the last six months. */
  isTaken(invoice: Invoice, receiver: Box['receiver'], now: number): boolean;
  note(invoice: Invoice, receiver: Box['receiver'], now: number): void;
}

const keyOf = ({ courierName, number }: Invoice) => `${courierName} ${number}`;
const receiverKey = ({ name, addr1, addr2, postCode }: Box['receiver']) =>
  [name, addr1, addr2, postCode].join('\n');

/** No number used yet. */
export function createInvoiceUses(): InvoiceUses {
  const uses = new Map<string, { readonly receiver: string; readonly at: number }>();
  return {
    isTaken(invoice, receiver, now) {
      const use = uses.get(keyOf(invoice));
      if (use === undefined || invoice.courierCode === DIRECT) return false;
      return use.receiver !== receiverKey(receiver) && now - use.at < REFUSED_FOR_MS;
    },
    note(invoice, receiver, now) {
      uses.set(keyOf(invoice), { receiver: receiverKey(receiver), at: now });
    },
  };
}
