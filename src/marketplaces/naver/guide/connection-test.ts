import type { ConnectionReport } from '../../kit/shop.ts';
import type { Client } from './client.ts';
import { askOrders } from './lists.ts';

const MINUTE_MS = 60_000;

/** Proves the keys, and that orders may be read. The guide has no call that tells the shop's name. */
export async function testConnection(client: Client, clock: () => Date): Promise<ConnectionReport> {
  await client.proveKeys();
  const to = clock().getTime();
  await askOrders(client, 'PAY_COMPLETED', { from: to - MINUTE_MS, to }, 0);
  return { shopName: null, checks: ['token', 'changedOrders'] };
}
