import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDatabase } from '../../test/harness/databases.ts';
import { connectShop, newHub } from '../../test/harness/hub.ts';
import { MarketplaceError } from '../marketplaces/kit/trouble.ts';
import type { Database } from '../store/database.ts';
import { openShop } from './open-shop.ts';

let db: Database;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(String(request.url));
  response.end('{}');
});

beforeAll(async () => {
  db = await newDatabase('PostgreSQL');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await db.close();
});

test('a base_url whose name leads into a private network is not called, and nothing counts as sent', async () => {
  const hub = await newHub(db, {
    allowPrivateHosts: false,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const { port } = server.address() as AddressInfo;
  const { owner, account } = await connectShop(hub, {
    platform: 'coupang',
    baseUrl: `http://gateway.seller.co.kr:${port}`,
    credentials: { access_key: 'ak-77', secret_key: 'sk-7788', vendor_id: 'A00012345' },
  });
  const { shop } = await openShop(hub, owner, account, 'click');
  const called = await shop.orders.read(['1']).catch((error: unknown) => error);
  expect(called).toBeInstanceOf(MarketplaceError);
  expect(called).toMatchObject({ trouble: { reason: 'down', nativeCode: 'MOA_PRIVATE_ADDRESS' } });
  expect(asked).toEqual([]);
  await hub.close();
});
