import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandId, orderId, orderLineId, runId } from '../../src/domain/ids.ts';
import type { OrderSnapshot } from '../../src/domain/order.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { applyAccepted } from '../../src/store/orders/accepted.ts';
import { ingestOrders } from '../../src/store/orders/ingest.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { line, order } from '../harness/snapshots.ts';

describe.each(DATABASE_KINDS)('what is told of orders on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  beforeEach(async () => {
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:1',
      credentials: { a: 'b' },
    });
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, shop.owner, work);
  const take = (...orders: OrderSnapshot[]) =>
    inside((scope) =>
      ingestOrders(
        scope,
        hub.vault,
        { account: shop.account.id, platform: 'coupang', carrierIdOf: () => 'cj' },
        orders,
        { run: runId(1), command: null },
      ),
    );
  const told = async () => {
    const { rows } = await inside(({ trx }) =>
      sql<{ type: string; account_id: number; data: Record<string, unknown> }>`
        select type, account_id, data from events order by id`.execute(trx),
    );
    return rows;
  };
  const FRESH = new Date(Date.now() + 60_000).toISOString();
  const OLD = '2025-01-01T00:00:00.000Z';
  const placed = (orderedAt: string, status: OrderStatus, lines: readonly OrderStatus[] = []) =>
    order({
      orderedAt,
      lines: [status, ...lines].map((of, n) =>
        line({ nativeLineId: `box-1:${n}`, nativeItemId: String(n), status: of, nativeStatus: `N_${of}` }),
      ),
    });

  test('a new order, a change of its status, and nothing when nothing changed', async () => {
    await take(placed(FRESH, 'PAID'));
    await take(placed(FRESH, 'PAID'));
    await take(placed(FRESH, 'PREPARING'));
    const events = await told();
    expect(events.map(({ type }) => type)).toEqual(['order.created', 'order.status_changed']);
    expect(events[0]).toMatchObject({
      account_id: shop.account.id,
      data: { platform: 'coupang', native_order_id: '15100012345678', status: 'PAID' },
    });
    expect(events[1]?.data).toMatchObject({
      status: 'PREPARING',
      previous_status: 'PAID',
      lines: [{ status: 'PREPARING', previous_status: 'PAID' }],
    });
    const text = JSON.stringify(events);
    for (const personal of ['김하늘', '이바다', '9876', '송파구']) expect(text).not.toContain(personal);
  });

  test('the history of a shop is no news, but what changes on it is', async () => {
    await take(
      ...Array.from({ length: 50 }, (_, n) => ({
        ...placed(OLD, 'RETURN_REQUESTED'),
        nativeOrderId: `h-${n}`,
      })),
      placed(OLD, 'SHIPPED'),
    );
    expect(await told()).toEqual([]);
    await take(placed(OLD, 'DELIVERED'));
    expect((await told()).map(({ type }) => type)).toEqual(['order.status_changed']);
  });

  test('what the marketplace accepted from us is told, once', async () => {
    await take(placed(FRESH, 'PREPARING'));
    const { rows } = await inside(({ trx }) =>
      sql<{ id: number; order_id: number }>`select id, order_id from order_lines`.execute(trx),
    );
    const [first] = rows;
    if (first === undefined) throw new Error('no line');
    const change = {
      command: commandId(1),
      order: orderId(first.order_id),
      line: orderLineId(first.id),
      status: 'SHIPPED' as const,
      nativeStatus: 'DEPARTURE',
      packageKey: null,
      parcel: null,
      shipBy: null,
      parts: null,
      held: null,
      canceled: null,
    };
    const accept = () => inside((scope) => applyAccepted(scope, [change], 60_000));
    await accept();
    await accept();
    const events = (await told()).filter(({ type }) => type === 'order.status_changed');
    expect(events).toHaveLength(1);
    expect(events[0]?.data).toMatchObject({ status: 'SHIPPED', previous_status: 'PREPARING' });
  });
});
