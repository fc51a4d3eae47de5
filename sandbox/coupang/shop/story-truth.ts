import { isRefunded } from '../claims/claims-truth.ts';
import { type Exchange, isDispatched } from '../claims/exchange.ts';
import type { Fault } from '../claims/reasons.ts';
import { cancelCountSum, kindOf, type Receipt } from '../claims/receipt.ts';
import { BOX_STATUSES, type Box, type BoxStatus, isGone, keptCount, parcelsOf } from '../orders/box.ts';
import type { Shop } from './shop.ts';

// Coupang blames no carrier: what is lost on the way is its own.
const FAULTS: Readonly<Record<Fault, 'buyer' | 'seller' | 'carrier' | null>> = {
  CUSTOMER: 'buyer',
  VENDOR: 'seller',
  COUPANG: 'carrier',
  WMS: 'carrier',
  GENERAL: null,
};

const STATUSES: Readonly<Record<BoxStatus, string>> = {
  ACCEPT: 'paid',
  INSTRUCT: 'preparing',
  DEPARTURE: 'shipped',
  DELIVERING: 'shipped',
  NONE_TRACKING: 'shipped',
  FINAL_DELIVERY: 'delivered',
};

/** Everything that has become of one order, in the words that every stand-in shares. */
export function tellStory(shop: Shop, orderId: string): Record<string, unknown> {
  const boxes = shop.boxes.ofOrder(orderId);
  const receipts = shop.claims.receipts.ofOrder(orderId);
  const exchanges = shop.claims.exchanges.ofOrder(orderId);
  const items = boxes.flatMap((box) => box.items);
  const left = items.reduce((sum, item) => sum + keptCount(item), 0);
  return {
    status: statusOf(boxes, exchanges, left),
    quantity: items.reduce((sum, { shippingCount }) => sum + shippingCount, 0),
    left,
    parcels: parcelsIn(boxes),
    claims: [...receipts.map(tellReceipt), ...exchanges.map(tellExchange)],
    sellerCancels: receipts.filter(({ createdBy }) => createdBy === 'seller').length,
    penaltyPoints: receipts.filter(isHeldAgainstSeller).length,
  };
}

/** Coupang has no points but a score; here every cancel that is the seller's fault costs one (sheet §3.3). */
function isHeldAgainstSeller(receipt: Receipt): boolean {
  return receipt.outcome === 'done' && kindOf(receipt) === 'cancel' && receipt.reason.fault === 'VENDOR';
}

function statusOf(boxes: readonly Box[], exchanges: readonly Exchange[], left: number): string {
  const items = boxes.flatMap((box) => box.items);
  if (left <= 0) return items.some(({ returnCount }) => returnCount > 0) ? 'returned' : 'canceled';
  const exchanged = exchanges
    .filter(({ status }) => status === 'SUCCESS')
    .reduce((sum, { quantity }) => sum + quantity, 0);
  if (exchanged >= left) return 'exchanged';
  const live = boxes.filter((box) => !isGone(box));
  const isConfirmed = live.every((box) => box.items.every(({ confirmedAt }) => confirmedAt !== null));
  if (isConfirmed) return 'confirmed';
  const slowest = BOX_STATUSES.find((status) => live.some((box) => box.status === status));
  return STATUSES[slowest ?? 'ACCEPT'];
}

function parcelsIn(boxes: readonly Box[]): readonly Record<string, unknown>[] {
  const parcels = boxes.flatMap((box) => box.items.flatMap((item) => parcelsOf(box, item)));
  const groups = Map.groupBy(parcels, ({ invoice }) => `${invoice.courierName} ${invoice.number}`);
  return [...groups.values()].map((group) => ({
    carrier: group[0]?.invoice.courierCode ?? group[0]?.invoice.courierName ?? null,
    invoice: group[0]?.invoice.number ?? null,
    quantity: group.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

function tellReceipt(receipt: Receipt): Record<string, unknown> {
  const { reason, outcome, returnShippingCharge, collectInvoice } = receipt;
  return {
    kind: kindOf(receipt),
    state: outcome ?? 'open',
    quantity: cancelCountSum(receipt),
    fault: FAULTS[reason.fault],
    refunded: isRefunded(receipt),
    fee: returnShippingCharge === 0 ? null : Math.abs(returnShippingCharge),
    feePaidBy: returnShippingCharge === 0 ? null : returnShippingCharge > 0 ? 'seller' : 'buyer',
    collectInvoice: collectInvoice?.number ?? null,
    replacementInvoice: null,
  };
}

const EXCHANGE_STATES = {
  RECEIPT: 'open',
  PROGRESS: 'open',
  SUCCESS: 'done',
  REJECT: 'rejected',
  CANCEL: 'withdrawn',
} as const;

function tellExchange(exchange: Exchange): Record<string, unknown> {
  const { reason, status, quantity, collectInvoice, replacement } = exchange;
  return {
    kind: 'exchange',
    state: EXCHANGE_STATES[status],
    quantity,
    fault: FAULTS[reason.fault],
    refunded: false,
    // The fee of an exchange is settled outside Coupang (sheet §3.5).
    fee: null,
    feePaidBy: null,
    collectInvoice: collectInvoice?.number ?? null,
    replacementInvoice: isDispatched(exchange) ? (replacement?.invoice?.number ?? null) : null,
  };
}
