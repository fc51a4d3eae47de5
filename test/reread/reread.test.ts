import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orderId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { editionOf } from '../../src/engine/open-shop.ts';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { rereadOrders } from '../../src/engine/reread/reread-orders.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { reconcileOf } from '../../src/marketplaces/kit/reconcile.ts';
import { hintOrders } from '../../src/store/orders/hints.ts';
import { askToReadAgain } from '../../src/store/orders/read.ts';
import { checkAfterSighting } from '../../src/store/orders/seen.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';

const BOXES = z.object({
  orders: z.array(z.object({ orderId: z.string(), shipmentBoxId: z.string(), status: z.string() })),
});
const BOUGHT = z.object({ orders: z.array(z.string()) });

describe.each(DATABASE_KINDS)('reading orders by id on %s', (kind) => {
  let hub: Hub;
  let sandbox: SandboxControl & { close(): Promise<void> };
  let market: SandboxShop;
  let shop: SellerShop;

  beforeAll(async () => {
    sandbox = await newSandbox();
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  });

  async function openShop(platform = 'coupang'): Promise<void> {
    await sandbox.delete(`/${platform}/faults`);
    market = await sandbox.openShop(platform, {
      orders: 0,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    shop = await connectShop(hub, market);
  }
  const buy = async (count: number) =>
    BOUGHT.parse(await sandbox.post(`/${market.platform}/shops/${market.shop}/buy`, { count })).orders;
  const boxesOf = async (order: string) =>
    BOXES.parse(await sandbox.get(`/coupang/shops/${market.shop}/orders`)).orders.filter(
      ({ orderId }) => orderId === order,
    );
  const cancel = async (order: string) => {
    for (const { shipmentBoxId } of await boxesOf(order))
      await sandbox.act(market, 'cancelBox', { shipmentBoxId });
  };
  const pull = () => pullOrders(hub, shop.owner, shop.account.id);
  const reread = () => rereadOrders(hub, { owner: shop.owner, account: shop.account.id });
  interface Row {
    native_order_id: string;
    status: string | null;
    vanished_because: string | null;
    vanished_text: string | null;
    fruitless_checks: number;
    check_in_s: number | null;
    place: string;
  }
  async function orders(): Promise<ReadonlyMap<string, Row>> {
    const { rows } = await sql<Row>`
      select native_order_id, status, vanished_because, vanished_text, fruitless_checks, ctid::text as place,
        extract(epoch from check_at - now())::float8 as check_in_s
      from orders where account_id = ${shop.account.id}`.execute(hub.db.root);
    return new Map(rows.map((row) => [row.native_order_id, row]));
  }
  /** Lets orders look as if no feed had shown them for a long time. */
  const age = (...ids: readonly string[]) =>
    sql`update orders set seen_at = now() - interval '9 hours', check_at = now() - interval '1 hour'
      where account_id = ${shop.account.id} and native_order_id = any(${[...ids]}::text[])`.execute(
      hub.db.root,
    );
  const vanishings = async () =>
    (
      await sql<{ data: { native_order_id: string; because: string } }>`
        select data from events where account_id = ${shop.account.id} and type = 'order.vanished' order by id`.execute(
        hub.db.root,
      )
    ).rows.map(({ data }) => [data.native_order_id, data.because]);
  const laneIsDue = async () =>
    (
      await sql<{ due: boolean }>`
        select due_at <= now() as due from lanes where account_id = ${shop.account.id} and kind = 'reread'`.execute(
        hub.db.root,
      )
    ).rows[0]?.due;
  const laneSleeps = () =>
    sql`update lanes set due_at = 'infinity' where account_id = ${shop.account.id} and kind = 'reread'`.execute(
      hub.db.root,
    );

  test('an order that was cancelled over there is flagged, told once, and keeps its status', async () => {
    await openShop();
    const [gone = '', stays = ''] = await buy(3);
    await pull();
    await cancel(gone);
    await age(gone);
    await laneSleeps();
    await pull();
    expect(await laneIsDue()).toBe(true);
    await reread();
    const after = await orders();
    expect(after.get(gone)).toMatchObject({ status: 'PAID', vanished_because: 'ended' });
    expect(after.get(gone)?.vanished_text).toMatch(/취소 또는 반품/);
    expect(after.get(stays)).toMatchObject({ vanished_because: null });
    await age(gone);
    await pull();
    await reread();
    expect(await vanishings()).toEqual([[gone, 'ended']]);
  });

  test('nobody is asked for while the feeds are not read to their end', async () => {
    await openShop();
    const [one = ''] = await buy(1);
    await pull();
    await age(one);
    await sql`update feed_cursors set complete_from = now() - interval '2 hours'
      where account_id = ${shop.account.id}`.execute(hub.db.root);
    await sandbox.post('/coupang/faults', { kind: 'server_error' });
    expect(await pull()).not.toBeNull();
    await sandbox.delete('/coupang/faults');
    expect(await reread()).toBeNull();
    expect((await orders()).get(one)?.check_in_s).toBeLessThan(0);
  });

  test('an order that the feeds show again is seen again, and sightings write nothing', async () => {
    await openShop();
    const [one = ''] = await buy(2);
    await pull();
    const before = await orders();
    await pull();
    expect(await orders()).toEqual(
      new Map([...before].map(([id, row]) => [id, { ...row, check_in_s: expect.any(Number) }])),
    );
    await sql`update orders set vanished_at = now(), vanished_because = 'not_shown'
      where account_id = ${shop.account.id} and native_order_id = ${one}`.execute(hub.db.root);
    await hint(one);
    await reread();
    const after = (await orders()).get(one);
    expect(after).toMatchObject({ vanished_because: null });
    expect(after?.check_in_s).toBeGreaterThan(1_200);
  });

  const hint = (...ids: readonly string[]) =>
    asOwner(hub.db, shop.owner, (scope) =>
      hintOrders(scope, shop.account.id, ids, { cause: 'push', inSeconds: 0 }),
    );

  test('orders without news are checked later and later', async () => {
    await openShop();
    const [one = ''] = await buy(1);
    await pull();
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      await age(one);
      await sql`update feed_cursors set complete_from = now() where account_id = ${shop.account.id}`.execute(
        hub.db.root,
      );
      await reread();
      waits.push((await orders()).get(one)?.check_in_s ?? 0);
    }
    for (const [at, wait] of waits.entries()) expect(wait).toBeGreaterThan((waits[at - 1] ?? 0) * 1.2);
    // The feeds show it after all, so that its absence would mean something soon again.
    await pull();
    expect((await orders()).get(one)).toMatchObject({ fruitless_checks: 0 });
    expect((await orders()).get(one)?.check_in_s).toBeLessThan(waits[0] ?? 0);
  });

  test('old orders that no feed lists any more are spread over a day, and ended ones are left alone', async () => {
    const plan = reconcileOf(editionOf({ platform: 'coupang', edition: 'official' }).edition);
    const checks = async (status: string, age: string) =>
      (
        await sql<{ s: number | null }>`
          select extract(epoch from (${checkAfterSighting(plan, 'o')}) - now())::float8 as s
          from (select ${status}::text as status, now() - ${age}::interval as ordered_at from generate_series(1, 200)) o`.execute(
          hub.db.root,
        )
      ).rows.map(({ s }) => s ?? -1);
    const old = await checks('DELIVERED', '40 days');
    expect(Math.max(...old) - Math.min(...old)).toBeGreaterThan(12 * 3_600);
    expect(Math.max(...(await checks('PAID', '1 day')))).toBeLessThan(3_600);
    expect(new Set(await checks('CONFIRMED', '1 day'))).toEqual(new Set([-1]));
    expect(new Set(await checks('PAID', '200 days'))).toEqual(new Set([-1]));
  });

  test('a person who waits goes first, and a first flood of old orders is spread', async () => {
    await openShop();
    const bought = await buy(90);
    await pull();
    const [asked = ''] = bought;
    const spread = [...(await orders()).values()].map(({ check_in_s }) => check_in_s ?? 0);
    expect(Math.max(...spread) - Math.min(...spread)).toBeGreaterThan(120);
    await age(...bought);
    await sql`update feed_cursors set complete_from = now() where account_id = ${shop.account.id}`.execute(
      hub.db.root,
    );
    const { rows } = await sql<{ id: number }>`
      select id from orders where account_id = ${shop.account.id} and native_order_id = ${asked}`.execute(
      hub.db.root,
    );
    await asOwner(hub.db, shop.owner, (scope) => askToReadAgain(scope, rows.map(idOf)));
    const next = await reread();
    // A turn is bounded, and what is left makes the lane due at once.
    expect(next?.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
    const left = [...(await orders()).values()].filter(({ check_in_s }) => (check_in_s ?? 0) < 0);
    expect(left.length).toBeGreaterThanOrEqual(20);
    expect(left.map(({ native_order_id }) => native_order_id)).not.toContain(asked);
    while ((await reread()) !== null);
    expect([...(await orders()).values()].every(({ check_in_s }) => (check_in_s ?? 0) > 0)).toBe(true);
  });

  test('an unknown order of a push is read; one that the marketplace does not know is dropped after some tries', async () => {
    await openShop();
    await pull();
    const [fresh = ''] = await buy(1);
    await hint(fresh, '99999999999999', 'no-number-at-all');
    await reread();
    expect([...(await orders()).keys()]).toEqual([fresh]);
    const waiting = async () =>
      (
        await sql<{ native_order_id: string }>`
          select native_order_id from order_hints where account_id = ${shop.account.id} order by 1`.execute(
          hub.db.root,
        )
      ).rows.map(({ native_order_id }) => native_order_id);
    expect(await waiting()).toEqual(['99999999999999', 'no-number-at-all']);
    for (let round = 0; round < 5; round++) {
      await sql`update order_hints set due_at = now() where account_id = ${shop.account.id}`.execute(
        hub.db.root,
      );
      await reread();
    }
    expect(await waiting()).toEqual([]);
    expect([...(await orders()).keys()]).toEqual([fresh]);
  });

  test('a row that was set aside is read by id later, and forgotten when it can be read', async () => {
    await openShop();
    const [bad = ''] = await buy(1);
    await sandbox.post('/coupang/faults', { kind: 'unreadable_row' });
    await pull();
    const setAside = async () =>
      (
        await sql<{ native_order_id: string }>`
          select distinct native_order_id from set_asides where account_id = ${shop.account.id}`.execute(
          hub.db.root,
        )
      ).rows.map(({ native_order_id }) => native_order_id);
    const hurry = () =>
      sql`update order_hints set due_at = now() where account_id = ${shop.account.id}`.execute(hub.db.root);
    expect(await setAside()).toEqual([bad]);
    await hurry();
    const next = await reread();
    expect(await setAside()).toEqual([bad]);
    expect(next?.getTime()).toBeGreaterThan(Date.now() + 1_800_000);
    await sandbox.delete('/coupang/faults');
    await hurry();
    await reread();
    expect(await setAside()).toEqual([]);
    expect([...(await orders()).keys()]).toEqual([bad]);
  });

  test('an order of which a box is gone is flagged in part, with its lines', async () => {
    await openShop();
    let split: string | undefined;
    while (split === undefined) {
      for (const id of await buy(20)) if ((await boxesOf(id)).length > 1) split = id;
    }
    await pull();
    const [first] = await boxesOf(split);
    await sandbox.act(market, 'cancelBox', { shipmentBoxId: first?.shipmentBoxId });
    await hint(split);
    await reread();
    expect((await orders()).get(split)).toMatchObject({ vanished_because: 'in_part' });
    const { rows } = await sql<{ package_key: string; gone: boolean }>`
      select package_key, l.vanished_at is not null as gone from order_lines l join orders o on o.id = l.order_id
      where o.account_id = ${shop.account.id} and o.native_order_id = ${split}`.execute(hub.db.root);
    for (const { package_key, gone } of rows) expect(gone).toBe(package_key === first?.shipmentBoxId);
    expect(await vanishings()).toEqual([[split, 'in_part']]);
    await pull();
    expect((await orders()).get(split)).toMatchObject({ vanished_because: 'in_part' });
  });

  test('trouble of the marketplace loses no wish, and the lane rests', async () => {
    await openShop('naver');
    const [one = ''] = await buy(1);
    await sandbox.post('/naver/faults', { kind: 'down' });
    await hint(one);
    const next = await reread();
    expect(next?.getTime()).toBeGreaterThan(Date.now() + 5_000);
    await sandbox.delete('/naver/faults');
    await reread();
    expect([...(await orders()).keys()]).toEqual([one]);
  });
});

function idOf({ id }: { readonly id: number }) {
  return orderId(id);
}
