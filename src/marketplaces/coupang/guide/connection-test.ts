import { DAY_MS } from '../../kit/bucket.ts';
import type { ConnectionReport } from '../../kit/shop.ts';
import type { Ask } from './calls.ts';
import { decodeOrders, decodeReceipts } from './decode-pages.ts';
import { ordersPage, receiptsPage } from './queries.ts';

/** Two harmless reads: they prove the keys, the vendorId and the right to orders and claims. */
export async function testConnection(ask: Ask, vendorId: string, now: Date): Promise<ConnectionReport> {
  const lately = { from: new Date(now.getTime() - DAY_MS), to: now };
  await ask({
    operation: 'orders',
    query: ordersPage(vendorId, 'ACCEPT', lately, ''),
    decode: decodeOrders,
  });
  await ask({
    operation: 'claims',
    query: receiptsPage(vendorId, 'RECEIPT', lately, ''),
    decode: decodeReceipts,
  });
  return { shopName: vendorId, checks: ['orders', 'return-exchange-requests'] };
}
