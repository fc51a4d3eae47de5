import { rawNumber } from '../../frame/json.ts';
import { type Exchange, isDispatched } from '../claims/exchange.ts';
import type { Fault } from '../claims/reasons.ts';
import { kindOf, type Receipt } from '../claims/receipt.ts';
import { formatInstant } from '../time.ts';

export const GUIDE_CLAIM_STATUSES = ['RECEIPT', 'PROGRESS', 'COMPLETE'] as const;

/** Where a claim stands in the guide's words; `result` only when it is complete, `step` only while it is in progress. */
export interface Standing {
  readonly status: (typeof GUIDE_CLAIM_STATUSES)[number];
  readonly result: 'DONE' | 'REJECTED' | 'WITHDRAWN' | null;
  readonly step: 'APPROVED' | 'COLLECTED' | 'DISPATCHED' | null;
}

const REQUESTED: Standing = { status: 'RECEIPT', result: null, step: null };
const complete = (result: Standing['result']): Standing => ({ status: 'COMPLETE', result, step: null });
const progress = (step: Standing['step']): Standing => ({ status: 'PROGRESS', result: null, step });

const RESULTS = { done: 'DONE', rejected: 'REJECTED', withdrawn: 'WITHDRAWN' } as const;

/** Where a cancel or a return stands. */
export function standingOfReceipt(receipt: Receipt): Standing {
  if (receipt.outcome !== null) return complete(RESULTS[receipt.outcome]);
  if (receipt.receivedAt !== null) return progress('COLLECTED');
  return receipt.approvedAt === null ? REQUESTED : progress('APPROVED');
}

/** Where an exchange stands. Goods that are back before anybody agreed leave it requested. */
export function standingOfExchange(exchange: Exchange): Standing {
  switch (exchange.status) {
    case 'SUCCESS':
      return complete('DONE');
    case 'REJECT':
      return complete('REJECTED');
    case 'CANCEL':
      return complete('WITHDRAWN');
    case 'PROGRESS':
      return progress(isDispatched(exchange) ? 'DISPATCHED' : 'COLLECTED');
    case 'RECEIPT':
      if (exchange.approvedAt === null) return REQUESTED;
      return progress(exchange.collectedAt === null ? 'APPROVED' : 'COLLECTED');
  }
}

const FAULTS: Readonly<Record<Fault, string>> = {
  CUSTOMER: 'CUSTOMER',
  VENDOR: 'VENDOR',
  COUPANG: 'DELIVERY',
  WMS: 'DELIVERY',
  GENERAL: 'DELIVERY',
};

const instantOrNull = (at: number | null) => (at === null ? null : formatInstant(at));

/** A cancel or a return as the guide lists it: a row for each of its vendor items. */
export function receiptRows(receipt: Receipt): readonly Record<string, unknown>[] {
  const { reason, collectInvoice } = receipt;
  return receipt.items.map(({ option, shipmentBoxId, cancelCount }) => ({
    receiptId: rawNumber(receipt.receiptId),
    orderId: rawNumber(receipt.orderId),
    shipmentBoxId: rawNumber(shipmentBoxId),
    receiptType: kindOf(receipt).toUpperCase(),
    ...standingOfReceipt(receipt),
    vendorItemId: rawNumber(option.vendorItemId),
    quantity: cancelCount,
    reasonCode: reason.code,
    reason: reason.text,
    faultBy: FAULTS[reason.fault],
    returnShippingCharge: receipt.returnShippingCharge,
    createdAt: formatInstant(receipt.createdAt),
    modifiedAt: formatInstant(receipt.modifiedAt),
    completedAt: instantOrNull(receipt.endedAt),
    collectDeliveryCompanyCode: collectInvoice?.courierCode ?? null,
    collectInvoiceNumber: collectInvoice?.number ?? null,
    deliveryCompanyCode: null,
    invoiceNumber: null,
  }));
}

/** An exchange as the guide lists it. */
export function exchangeRow(exchange: Exchange): Record<string, unknown> {
  const { reason, collectInvoice, replacement } = exchange;
  return {
    receiptId: rawNumber(exchange.exchangeId),
    orderId: rawNumber(exchange.orderId),
    shipmentBoxId: rawNumber(exchange.originalShipmentBoxId),
    receiptType: 'EXCHANGE',
    ...standingOfExchange(exchange),
    vendorItemId: rawNumber(exchange.option.vendorItemId),
    quantity: exchange.quantity,
    reasonCode: reason.code,
    reason: reason.text,
    faultBy: FAULTS[reason.fault],
    returnShippingCharge: 0,
    createdAt: formatInstant(exchange.createdAt),
    modifiedAt: formatInstant(exchange.modifiedAt),
    completedAt: instantOrNull(exchange.endedAt),
    collectDeliveryCompanyCode: collectInvoice?.courierCode ?? null,
    collectInvoiceNumber: collectInvoice?.number ?? null,
    deliveryCompanyCode: replacement?.invoice?.courierCode ?? null,
    invoiceNumber: replacement?.invoice?.number ?? null,
  };
}
