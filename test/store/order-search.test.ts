import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { LINE_NAMERS, orderIdsOf } from '../../src/http/orders/order-ids.ts';
import type { Account } from '../../src/store/accounts.ts';
import { listOrders } from '../../src/store/orders/list.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import {
  connect,
  EVERYTHING,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../harness/rest.ts';

const ORDERS = 20_000;

describe.each(DATABASE_KINDS)('searching orders by their number on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let esm: Account;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    esm = await connect(hub, business, 'esm');
    const coupang = await connect(hub, business, 'coupang');
    // Both sites count by themselves, so the first two have one number.
    await put(esm, `case n when 2 then 'A:4300000001' else 'G:' || 4300000000 + n end`);
    await put(coupang, `(15100000000000 + n)::text`);
    await sql`analyze orders`.execute(hub.db.root);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  async function put(account: Account, number: string): Promise<void> {
    await sql`
      insert into orders (owner_id, account_id, platform, native_order_id, ordered_at, currency, status)
      select ${business.owner}, ${account.id}, ${account.platform}, ${sql.raw(number)},
        now() - n * interval '1 minute', 'KRW', 'PAID'
      from generate_series(1, ${ORDERS}) n`.execute(hub.db.root);
  }

  async function found(q: string): Promise<readonly string[]> {
    const answer = await api.ask(`GET /api/v1/orders?q=${q}`, { as: business.tokens.staff });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json().orders.map((one: { native_order_id: string }) => one.native_order_id);
  }

  test('an order of two sites is found by the bare number that the seller sees, or by its whole id', async () => {
    expect(await found('4300000777')).toEqual(['G:4300000777']);
    expect(await found('G:4300000777')).toEqual(['G:4300000777']);
    expect(await found('4300000001')).toEqual(['G:4300000001', 'A:4300000001']);
    expect(await found('A:4300000001')).toEqual(['A:4300000001']);
    expect(await found('15100000000777')).toEqual(['15100000000777']);
    expect(await found('G:15100000000777')).toEqual([]);
  });

  test('its rows are found by an index, however many there are', async () => {
    await asOwner(hub.db, business.owner, async (scope) => {
      const readInTurn = async () => {
        const { rows } = await sql<{ rows: number }>`
          select seq_tup_read::int as rows from pg_stat_xact_user_tables where relname = 'orders'`.execute(
          scope.trx,
        );
        return rows[0]?.rows;
      };
      const before = await readInTurn();
      await sql`select max(length(native_order_id)) from orders`.execute(scope.trx);
      // Rows that are read in turn do show here.
      expect(await readInTurn()).toBe((before ?? 0) + 2 * ORDERS);
      const orders = await listOrders(scope, {
        ...EVERYTHING,
        account: null,
        text: '4300000777',
        orderIds: orderIdsOf('4300000777'),
        lineNamers: LINE_NAMERS,
      });
      expect(orders).toHaveLength(1);
      expect(await readInTurn()).toBe((before ?? 0) + 2 * ORDERS);
    });
  });
});
