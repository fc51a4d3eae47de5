import type { ConnectionReport } from '../../kit/shop.ts';
import type { Ask } from './calls.ts';
import { decodeOrders } from './decode-page.ts';
import { ordersQuery } from './queries.ts';

/** One harmless read: the new orders of today. */
export async function testConnection(ask: Ask, now: Date): Promise<ConnectionReport> {
  await ask({
    operation: 'orders',
    query: ordersQuery({ from: now, to: now }, '102', 1),
    decode: decodeOrders,
  });
  return { shopName: null, checks: ['orders'] };
}
