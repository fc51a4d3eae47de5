import type { OrderLine, Parcel } from './line.ts';

/** Which invoice numbers have been used, and for which order. */
export interface InvoiceUses {
  note(line: OrderLine, parcel: Parcel): void;
  /** Whether another order went out under this invoice. */
  isTaken(courierCode: string, invoice: string, ordNo: string): boolean;
}

/** No invoice used yet. */
export function createInvoiceUses(): InvoiceUses {
  const uses = new Map<string, string>();
  return {
    note({ order }, { courierCode, invoice }) {
      if (courierCode !== null && invoice !== null) uses.set(`${courierCode} ${invoice}`, order.ordNo);
    },
    isTaken: (courierCode, invoice, ordNo) => (uses.get(`${courierCode} ${invoice}`) ?? ordNo) !== ordNo,
  };
}
