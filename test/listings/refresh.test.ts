import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { ingestListings } from '../../src/store/listings/ingest.ts';
import { asOwner } from '../../src/store/scope.ts';
import { newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { openBusiness, openTestServer, type TestBusiness, type TestServer } from '../harness/rest.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { importNow, item, listing } from './shops.ts';

let sandbox: Awaited<ReturnType<typeof newSandbox>>;
let hub: Hub;
let api: TestServer;
let business: TestBusiness;
let shop: SellerShop;

beforeAll(async () => {
  sandbox = await newSandbox();
  hub = await newHub(await newDatabase('PostgreSQL'), { budget: unlimitedBudget });
  api = await openTestServer(hub);
  business = await openBusiness(hub, 'seller');
  const opened = await sandbox.openShop('naver', { orders: 0, products: 5, quiet: true, limits: false });
  shop = await connectShop(hub, { ...opened, owner: business.owner });
  await importNow(hub, shop);
});
afterAll(async () => {
  await api.server.close();
  await hub.close();
  await hub.db.close();
  await sandbox.close();
});

const ask = (line: `${string} /${string}`) => api.ask(line, { as: business.tokens.staff });
const newest = async () => (await ask('GET /api/v1/listings?limit=1')).json().listings[0];

test('a listing is read again when somebody asks, with its items', async () => {
  const { id, name } = await newest();
  await sql`update listings set name = 'other', price = 1 where id = ${id}`.execute(hub.db.root);
  const answer = await ask(`POST /api/v1/listings/${id}/refresh`);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.json()).toMatchObject({ trouble: null, listing: { id, name, gone_at: null } });
  expect(answer.json().listing.items.length).toBe(answer.json().listing.item_count);
});

test('one that the marketplace does not have any more is gone', async () => {
  await asOwner(hub.db, shop.owner, (scope) =>
    ingestListings(scope, shop.account, [
      listing({ nativeListingId: '999999998', items: [item({ nativeItemId: '999999998' })] }),
    ]),
  );
  const { id } = await newest();
  const { listing: found } = (await ask(`POST /api/v1/listings/${id}/refresh`)).json();
  expect(found).toMatchObject({ native_listing_id: '999999998', gone_at: expect.any(String), item_count: 0 });
});

test('what is known stays when the marketplace cannot be asked, and the reason is told', async () => {
  const { id, name } = await newest();
  await sandbox.post('/naver/faults', { kind: 'server_error' });
  const answer = (await ask(`POST /api/v1/listings/${id}/refresh`)).json();
  await sandbox.delete('/naver/faults');
  expect(answer).toMatchObject({ listing: { id, name }, trouble: { code: 'down' } });
  expect(answer.trouble.todo.length).toBeGreaterThan(5);
});
