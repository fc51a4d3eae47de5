import type { ConnectionReport } from '../../kit/shop.ts';
import type { Ask } from './calls.ts';
import { decodeClaims, decodeOrders } from './decode-page.ts';
import { claimsQuery, ordersQuery } from './queries.ts';

/** Two harmless reads: the new orders and the cancels of today. The guide tells no name of a shop. */
export async function testConnection(ask: Ask, now: Date): Promise<ConnectionReport> {
  const today = { from: now, to: now };
  await ask({ operation: 'orders', query: ordersQuery(today, '102', 1), decode: decodeOrders });
  await ask({
    operation: 'claims',
    query: claimsQuery(today, 'cancel'),
    decode: (json) => decodeClaims(json, 'cancel'),
  });
  return { shopName: null, checks: ['orders', 'claims'] };
}
