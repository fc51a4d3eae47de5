import type { Box, Invoice } from '../orders/box.ts';
import { inventInvoice } from '../shop/invented-invoice.ts';
import type { Shop } from '../shop/shop.ts';
import type { Exchange } from './exchange.ts';
import type { Reason } from './reasons.ts';

/** Asks to exchange units of one vendor item of a delivered box. */
export function fileExchange(
  shop: Shop,
  filing: {
    readonly box: Box;
    readonly vendorItemId: string;
    readonly count: number;
    readonly reason: Reason;
    readonly now: number;
  },
): Exchange | undefined {
  const { box, vendorItemId, count, reason, now } = filing;
  const item = box.items.find(({ option }) => option.vendorItemId === vendorItemId);
  if (item === undefined) return undefined;
  const exchange: Exchange = {
    exchangeId: shop.claimIds.exchange(),
    exchangeItemId: shop.claimIds.exchangeItem(),
    exchangeAddressId: shop.claimIds.exchangeAddress(),
    orderId: box.orderId,
    status: 'RECEIPT',
    reason,
    option: item.option,
    quantity: count,
    originalShipmentBoxId: box.shipmentBoxId,
    requester: box.receiver,
    createdAt: now,
    modifiedAt: now,
    modifiedBy: 'CUSTOMER',
    collectStatus: 'BeforeDirection',
    collectInvoice: null,
    collectedAt: null,
    approvedAt: null,
    replacement: null,
    cancelReason: null,
    rejectCode: null,
    endedAt: null,
  };
  shop.claims.exchanges.put(exchange);
  return exchange;
}

const put = (shop: Shop, exchange: Exchange, change: Partial<Exchange>) =>
  shop.claims.exchanges.put({ ...exchange, ...change });

/** A courier brings the goods back to the seller. */
export function collectExchange(shop: Shop, exchange: Exchange, now: number): void {
  put(shop, exchange, {
    collectStatus: 'CompleteCollect',
    collectInvoice: exchange.collectInvoice ?? inventInvoice(shop.claimRandom),
    collectedAt: now,
    modifiedAt: now,
    modifiedBy: 'TRACKING',
  });
}

/** The seller confirms that the goods are back: a new box for the replacement will show soon (sheet §3.5). */
export function receiveExchange(shop: Shop, exchange: Exchange, now: number): void {
  put(shop, exchange, {
    status: 'PROGRESS',
    collectStatus: 'CompleteCollect',
    collectedAt: exchange.collectedAt ?? now,
    modifiedAt: now,
    modifiedBy: 'VENDOR',
    replacement: {
      shipmentBoxId: shop.ids.shipmentBox(),
      showsAt: now + shop.claimRules.exchangeBoxLagMs,
      invoice: null,
      dispatchedAt: null,
    },
  });
}

/** The replacement leaves. */
export function dispatchExchange(shop: Shop, exchange: Exchange, invoice: Invoice, now: number): void {
  const { replacement } = exchange;
  if (replacement === null) return;
  shop.invoiceUses.note(invoice, exchange.requester, now);
  put(shop, exchange, {
    replacement: { ...replacement, invoice, dispatchedAt: now },
    modifiedAt: now,
    modifiedBy: 'VENDOR',
  });
}

/** The replacement has reached the buyer. */
export function finishExchange(shop: Shop, exchange: Exchange, now: number): void {
  put(shop, exchange, { status: 'SUCCESS', modifiedAt: now, modifiedBy: 'TRACKING', endedAt: now });
}

/** The seller refuses, or says for the buyer that he has withdrawn. */
export function rejectExchange(
  shop: Shop,
  exchange: Exchange,
  rejectCode: 'SOLDOUT' | 'WITHDRAW',
  now: number,
): void {
  put(shop, exchange, {
    status: 'REJECT',
    rejectCode,
    modifiedAt: now,
    modifiedBy: 'VENDOR',
    endedAt: now,
  });
}

/** The buyer withdraws. */
export function withdrawExchange(shop: Shop, exchange: Exchange, now: number): void {
  put(shop, exchange, {
    status: 'CANCEL',
    cancelReason: '고객 철회',
    collectStatus: 'Withdraw',
    modifiedAt: now,
    modifiedBy: 'CUSTOMER',
    endedAt: now,
  });
}
