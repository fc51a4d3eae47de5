import type { WireAnswer } from '../../frame/marketplace.ts';
import { writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { belongsElsewhere } from '../market.ts';
import { type InvoiceRoute, withInvoice } from './box.ts';
import { type InvoiceEntry, readInvoiceEntries } from './invoice-entries.ts';
import { type InvoiceCase, invoiceOf, judgeUpdate, judgeUpload } from './invoice-rules.ts';
import { splitBox } from './split.ts';
import { readVendorBody } from './write-body.ts';
import { type ResultCode, type RowResult, summarise } from './write-results.ts';

/** Uploads first invoices: each box goes from INSTRUCT on its way, whole or split (sheet §3.2). */
export function uploadInvoices(call: GrantedCall): WireAnswer {
  return forEachBox(call, (asked, shipped) => {
    const code = judgeUpload(asked);
    if (code === 'OK') ship(call, asked, shipped, 'invoices');
    return code;
  });
}

/** Changes the invoices of shipped boxes, which puts them back to the start of their way (sheet §3.2). */
export function updateInvoices(call: GrantedCall): WireAnswer {
  return forEachBox(call, (asked, shipped) => {
    const code = judgeUpdate(asked);
    if (code === 'OK') ship(call, asked, shipped, 'updateInvoices');
    return code;
  });
}

type Attempt = (asked: InvoiceCase, shipped: readonly InvoiceEntry[]) => ResultCode;

function forEachBox(call: GrantedCall, attempt: Attempt): WireAnswer {
  const { shop, frame, operation } = call;
  const groups = [...readInvoiceEntries(readVendorBody(call))];
  const failing = frame.strike(operation, 'item_failure') !== undefined;
  const rows = groups.map(([shipmentBoxId, entries], index): RowResult => {
    const code =
      failing && index === 0 ? 'UNDEFINED_ERROR_OCCUR' : attemptBox(call, shipmentBoxId, entries, attempt);
    return { shipmentBoxId, code };
  });
  return writeData(summarise('invoice', rows, shop.random));
}

function attemptBox(
  { market, shop, frame }: GrantedCall,
  shipmentBoxId: string,
  entries: readonly InvoiceEntry[],
  attempt: Attempt,
): ResultCode {
  const box = shop.boxes.get(shipmentBoxId);
  if (box === undefined) {
    return belongsElsewhere(market, shop, shipmentBoxId) ? 'PERMISSION_DENIED' : 'NOT_FOUND_SHIPMENT_BOX';
  }
  const shipped = entries.filter(({ number }) => number !== '');
  return attempt({ box, entries, uses: shop.invoiceUses, now: frame.now() }, shipped);
}

function ship(
  { shop }: GrantedCall,
  { box, entries, now }: InvoiceCase,
  shipped: readonly InvoiceEntry[],
  through: InvoiceRoute,
): void {
  const [first] = shipped;
  if (first === undefined) return;
  const invoice = invoiceOf(first);
  shop.invoiceUses.note(invoice, box.receiver, now);
  const later = entries.filter((entry) => !shipped.includes(entry));
  if (later.length === 0) {
    shop.boxes.put(withInvoice(box, invoice, through, now));
    return;
  }
  const days = new Map(
    later.map(({ vendorItemId, estimatedShippingDate }) => [vendorItemId, estimatedShippingDate]),
  );
  const { leaving, staying } = splitBox(box, days, shop.ids.shipmentBox());
  shop.boxes.put(withInvoice(leaving, invoice, through, now));
  shop.boxes.put(staying);
}
