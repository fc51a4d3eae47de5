import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A_WHILE_MS, type Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';

/** Where every row of an account's orders lies in the tables: a row that is written moves. */
async function places({ stage, account }: Scene): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ place: string }>`
    select 'order ' || ctid::text || ' ' || id as place from orders where account_id = ${account}
    union all select 'line ' || ctid::text || ' ' || id from order_lines where account_id = ${account}
    union all select 'contact ' || ctid::text || ' ' || package_key from contacts where account_id = ${account}
    union all select 'package ' || p.ctid::text || ' ' || p.key
      from packages p join orders o on o.id = p.order_id where o.account_id = ${account}
    union all select 'history ' || h.id
      from order_line_history h join order_lines l on l.id = h.order_line_id
      where l.account_id = ${account}`.execute(stage.hub.db.root);
  return new Set(rows.map(({ place }) => place));
}

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('pulling on: $name', (cast) => {
  async function pulledShop(orders: number): Promise<Scene> {
    const scene = await stage.open(cast, { orders });
    await stage.passTime(10_000);
    expect(await scene.pull()).toMatchObject({ status: 'success' });
    return scene;
  }

  /** Orders that claims made the first pull ask for by number have been seen in the lists since. */
  async function settle(scene: Scene): Promise<void> {
    await stage.passTime(A_WHILE_MS);
    await scene.pull();
  }

  test('reading again writes nothing', async () => {
    const scene = await pulledShop(100);
    await settle(scene);
    const before = await places(scene);
    expect(before.size).toBeGreaterThan(300);
    for (const passedMs of [0, A_WHILE_MS]) {
      await stage.passTime(passedMs);
      expect(await scene.pull()).toMatchObject({ status: 'success', created: 0, updated: 0, failed: 0 });
      expect(await places(scene)).toEqual(before);
    }
  });

  test('new orders arrive with the next pull, and nothing else is touched', async () => {
    const scene = await pulledShop(60);
    const before = await places(scene);
    const bought = await scene.buy(5);
    expect(await scene.pull()).toMatchObject({ status: 'success', created: 5, updated: 0 });
    const known = await scene.known();
    expect(known).toEqual(await scene.market.orders());
    expect(known.map(({ id }) => id)).toEqual(expect.arrayContaining([...bought]));
    expect([...(await places(scene))]).toEqual(expect.arrayContaining([...before]));
  });

  test('what changed over there changes here, and only that', async () => {
    const scene = await pulledShop(0);
    const bought = await scene.buy(6);
    await scene.pull();
    const [first = ''] = bought;
    for (const line of (await scene.knownOrder(first)).lines) await scene.market.deliver(line.id, first);
    await stage.passTime(A_WHILE_MS);
    expect(await scene.pull()).toMatchObject({ status: 'success', created: 0, updated: 1 });
    expect(await scene.known()).toEqual(await scene.market.orders());
    const statuses = (await scene.knownOrder(first)).lines.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['DELIVERED']));
  });

  test('rows that come twice and out of order change nothing', async () => {
    const scene = await stage.open(cast, { orders: 120 });
    await stage.passTime(10_000);
    for (const operation of new Set([cast.world.calls.feed, cast.world.calls.rows])) {
      await scene.fault({ kind: 'duplicate_rows', operation });
      await scene.fault({ kind: 'reorder_rows', operation });
    }
    const truth = await scene.market.orders();
    const first = await scene.pull();
    expect(first).toMatchObject({ status: 'success', created: truth.length, failed: 0 });
    expect(await scene.known()).toEqual(truth);
    await settle(scene);
    const before = await places(scene);
    await stage.passTime(A_WHILE_MS);
    expect(await scene.pull()).toMatchObject({ status: 'success', created: 0, updated: 0 });
    expect(await places(scene)).toEqual(before);
  });

  test('what a feed skips is brought by the next sweep', async () => {
    const scene = await pulledShop(0);
    await scene.buy(12);
    for (const operation of cast.world.calls.freshFeeds) await scene.fault({ kind: 'feed_skips', operation });
    const skipping = await scene.pull();
    const lacking = (await scene.market.orders()).length - skipping.created;
    expect(lacking).toBeGreaterThan(0);
    await scene.calm();
    await stage.passTime(A_WHILE_MS);
    expect(await scene.pull()).toMatchObject({ status: 'success', created: lacking });
    expect(await scene.known()).toEqual(await scene.market.orders());
  });
});
