import type { Shop } from '../shop/shop.ts';
import { isDispatched } from './exchange.ts';
import { collectExchange, finishExchange } from './exchange-moves.ts';
import { kindOf } from './receipt.ts';
import { collect, complete } from './receipt-moves.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

// Coupang approves a return "after some time" (sheet §3.4); how long is not said.
const APPROVED_BY_COUPANG_AFTER_MS = 3 * DAY_MS;

// Real couriers take days; minutes let a demonstration show a whole life.
const COLLECTED_AFTER = [5, 40] as const;
const REDELIVERED_AFTER = [10, 60] as const;

/** What happens to claims by themselves by now. In a quiet shop only what Coupang decides by its clock. */
export function passClaims(shop: Shop, now: number): void {
  for (const receipt of shop.claims.receipts.all()) {
    if (receipt.outcome !== null) continue;
    const { status, receivedAt, collectedAt } = receipt;
    if (status === 'VENDOR_WAREHOUSE_CONFIRM' && now - (receivedAt ?? now) >= APPROVED_BY_COUPANG_AFTER_MS) {
      complete(shop, receipt, 'CS_CONFIRM', now);
    } else if (!shop.quiet && kindOf(receipt) === 'return' && collectedAt === null) {
      if (isDue(shop, receipt.receiptId, receipt.modifiedAt, COLLECTED_AFTER, now))
        collect(shop, receipt, now);
    }
  }
  if (shop.quiet) return;
  for (const exchange of shop.claims.exchanges.all()) {
    const { exchangeId, status, collectedAt, modifiedAt, replacement } = exchange;
    if (status === 'RECEIPT' && collectedAt === null) {
      if (isDue(shop, exchangeId, modifiedAt, COLLECTED_AFTER, now)) collectExchange(shop, exchange, now);
    } else if (status === 'PROGRESS' && isDispatched(exchange)) {
      const since = replacement?.dispatchedAt ?? modifiedAt;
      if (isDue(shop, exchangeId, since, REDELIVERED_AFTER, now)) finishExchange(shop, exchange, now);
    }
  }
}

// The last digits of the number decide where between the two minutes.
function isDue(
  { openedAt }: Shop,
  id: string,
  since: number,
  [min, max]: readonly [number, number],
  now: number,
): boolean {
  const after = min + ((max - min) * (Number(id.slice(-3)) % 100)) / 100;
  return now - Math.max(since, openedAt) >= after * MINUTE_MS;
}
