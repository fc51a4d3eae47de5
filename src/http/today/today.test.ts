import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putClaims,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { claim, line, order } from '../../../test/harness/snapshots.ts';
import type { Hub } from '../../engine/hub.ts';

/** Ten in the morning of a Monday in Seoul. */
const NOW = new Date('2026-11-23T01:00:00Z');
const HOUR_MS = 3_600_000;

describe.each(DATABASE_KINDS)('today on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let other: TestBusiness;

  const dueIn = (nativeOrderId: string, hours: number, native = 'PAYED') =>
    order({
      nativeOrderId,
      lines: [
        line({
          nativeLineId: `${nativeOrderId}-1`,
          status: native === 'PAYED' ? 'PAID' : 'PREPARING',
          nativeStatus: native,
          shipBy: new Date(NOW.getTime() + hours * HOUR_MS).toISOString(),
        }),
      ],
    });

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { clock: () => NOW });
    api = await openTestServer(hub);
    mine = await openBusiness(hub, 'mine');
    other = await openBusiness(hub, 'other');
    const naver = await connect(hub, mine, 'naver');
    await putOrders(hub, mine, naver, [
      dueIn('late', -1),
      dueIn('late-too', -30, 'PLACED'),
      dueIn('soon', 2),
      dueIn('evening', 13),
      dueIn('tomorrow', 15, 'PLACED'),
    ]);
    await putClaims(hub, mine, naver, [
      claim({
        nativeOrderId: 'tomorrow',
        lines: [{ nativeLineId: 'tomorrow-1', nativeItemId: '70071284034', quantity: 3 }],
      }),
    ]);
    await putOrders(hub, other, await connect(hub, other, 'coupang'), [dueIn('theirs', -5)]);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const ask = async (path: string) =>
    (await api.ask(`GET /api/v1${path}`, { as: mine.tokens.viewer })).json();

  test('counts what each list shows', async () => {
    const today = await ask('/today');
    expect(today).toMatchObject({
      as_of: NOW.toISOString(),
      orders: {
        to_acknowledge: 3,
        due_soon: 1,
        due_today: 2,
        overdue: 2,
        next_due_at: new Date(NOW.getTime() + 2 * HOUR_MS).toISOString(),
      },
      commands: { open: 0, failed: 0 },
      shops: { connected: 1, troubled: 0 },
      stock: { low: 0, out: 0 },
    });
    const lists = [
      ['status=PAID', today.orders.to_acknowledge],
      ['due=soon', today.orders.due_soon],
      ['due=today', today.orders.due_today],
      ['due=overdue', today.orders.overdue],
    ] as const;
    for (const [query, shown] of lists)
      expect((await ask(`/orders?${query}`)).orders, query).toHaveLength(shown);
    for (const [query, shown] of [
      ['open=true', today.claims.open],
      ['due=today', today.claims.due_today],
      ['due=overdue', today.claims.overdue],
      ['to_resolve=true', today.claims.to_resolve],
    ])
      expect((await ask(`/claims?${query}`)).claims, query).toHaveLength(shown);
    expect(today.claims.open).toBe(1);
  });

  test('says what being late costs at each marketplace', async () => {
    const { late } = await ask('/today');
    expect(late).toHaveLength(1);
    expect(late[0]).toMatchObject({ platform: 'naver', orders: 2 });
    expect(late[0].penalties.length).toBeGreaterThan(0);
  });
});
