import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Hub } from '../../src/engine/hub.ts';
import { importListings } from '../../src/engine/listings/import-listings.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { ingestListings } from '../../src/store/listings/ingest.ts';
import { asOwner } from '../../src/store/scope.ts';
import { cancelRun, findRun, queueRuns } from '../../src/store/sync-runs.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { importNow, item, listing, writings } from './shops.ts';

const PLAN = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]);

type Sandbox = Awaited<ReturnType<typeof newSandbox>>;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.close());

describe.each(DATABASE_KINDS)('listings on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
  });
  beforeEach(async () => {
    for (const platform of ['coupang', 'naver']) await sandbox.delete(`/${platform}/faults`);
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const connected = async (platform: 'coupang' | 'naver', products: number) =>
    connectShop(hub, await sandbox.openShop(platform, { orders: 0, products, quiet: true, limits: false }));

  const stored = async (of: SellerShop) => {
    const { rows } = await sql<{ listings: number; items: number; gone: number; bare: number }>`
      select (select count(*) from listings where account_id = ${of.account.id}) as listings,
        (select count(*) from listing_items where account_id = ${of.account.id}) as items,
        (select count(*) from listings where account_id = ${of.account.id} and gone_at is not null) as gone,
        (select count(*) from listings g where account_id = ${of.account.id}
          and not exists (select from listing_items t where t.listing_id = g.id)) as bare`.execute(
      hub.db.root,
    );
    return rows[0];
  };

  test('of a new shop are reckoned with before there are many', async () => {
    shop = await connected('naver', 60);
    await importNow(hub, shop);
    const { items = 0 } = (await stored(shop)) ?? {};
    const { rows } = await sql<{ 'QUERY PLAN': unknown }>`explain (format json)
      select from listing_items where account_id = ${sql.lit(shop.account.id)}`.execute(hub.db.root);
    const [{ Plan: plan }] = PLAN.parse(rows[0]?.['QUERY PLAN']);
    expect(plan['Plan Rows']).toBeGreaterThan(items / 2);
  });

  test.each(['coupang', 'naver'] as const)(
    'of %s are read once, and again only what changed',
    async (platform) => {
      shop = await connected(platform, 60);
      const run = await importNow(hub, shop);
      const before = await stored(shop);
      expect(run).toMatchObject({
        status: 'success',
        syncType: 'products',
        updated: 0,
        unchanged: 0,
        failed: 0,
      });
      expect(run.created).toBeGreaterThan(10);
      expect(before).toMatchObject({ listings: run.created, gone: 0, bare: 0 });

      const written = await writings(hub, shop);
      const again = await importNow(hub, shop);
      expect(again).toMatchObject({ status: 'success', created: 0, updated: 0, unchanged: run.created });
      expect(await writings(hub, shop)).toEqual(written);

      await sql`update listings set name = 'other' where id = (
      select min(id) from listings where account_id = ${shop.account.id})`.execute(hub.db.root);
      expect(await importNow(hub, shop)).toMatchObject({
        created: 0,
        updated: 1,
        unchanged: run.created - 1,
      });
      expect(await stored(shop)).toEqual(before);
    },
  );

  test('go on where the reading was cut off', async () => {
    shop = await connected('coupang', 150);
    const { owner, account } = shop;
    const [run = undefined] = await asOwner(hub.db, owner, (scope) =>
      queueRuns(scope, [account.id], 'request', null, 'products'),
    );
    if (run === undefined) throw new Error('the run was not queued');
    const cut = new AbortController();
    const stop = hub.notices.follow({
      onNotice: async () => {
        const now = await asOwner(hub.db, owner, (scope) => findRun(scope, run));
        if (now !== undefined && now.created > 0) cut.abort(new Error('cut off'));
      },
      onGap() {},
    });
    // Slow enough that it is in the middle when it is cut off.
    await sandbox.post('/coupang/faults', { kind: 'slow', delay_ms: 20 });
    await importListings(hub, { owner, account: account.id }, { signal: cut.signal });
    stop();
    await sandbox.delete('/coupang/faults');
    const half = await asOwner(hub.db, owner, (scope) => findRun(scope, run));
    const total = 150;
    expect(half).toMatchObject({ status: 'running' });
    expect(half?.created).toBeGreaterThan(0);
    expect(half?.created).toBeLessThan(total);

    await importListings(hub, { owner, account: account.id });
    const whole = await asOwner(hub.db, owner, (scope) => findRun(scope, run));
    expect(whole).toMatchObject({ status: 'success', created: total, unchanged: 0, updated: 0 });
    expect(await stored(shop)).toMatchObject({ listings: total, gone: 0 });
  });

  test('that the list does not show are read by number, and only those that are not there are gone', async () => {
    shop = await connected('naver', 20);
    await importNow(hub, shop);
    const before = await stored(shop);
    await asOwner(hub.db, shop.owner, (scope) =>
      ingestListings(scope, shop.account, [
        listing({ nativeListingId: '999999999', items: [item({ nativeItemId: '999999999' })] }),
      ]),
    );
    const run = await importNow(hub, shop);
    expect(run).toMatchObject({ status: 'success', updated: 1 });
    expect(await stored(shop)).toMatchObject({ listings: (before?.listings ?? 0) + 1, gone: 1 });
    const { rows } = await sql`
      select from listing_items where account_id = ${shop.account.id} and gone_at is not null and not on_sale`.execute(
      hub.db.root,
    );
    expect(rows).toHaveLength(1);
    expect(await importNow(hub, shop)).toMatchObject({ updated: 0, created: 0 });
  });

  test('stop when somebody asks, and begin anew the next time', async () => {
    shop = await connected('naver', 20);
    const { owner, account } = shop;
    const [run = undefined] = await asOwner(hub.db, owner, (scope) =>
      queueRuns(scope, [account.id], 'request', null, 'products'),
    );
    if (run === undefined) throw new Error('the run was not queued');
    await sandbox.post('/naver/faults', { kind: 'slow', delay_ms: 100 });
    const reading = importListings(hub, { owner, account: account.id });
    await asOwner(hub.db, owner, (scope) => cancelRun(scope, run));
    await reading;
    await sandbox.delete('/naver/faults');
    expect(await asOwner(hub.db, owner, (scope) => findRun(scope, run))).toMatchObject({
      status: 'canceled',
    });
    expect(await importNow(hub, shop)).toMatchObject({ status: 'success' });
  });

  test('that cannot be fetched fail the run with the reason, and the shop is shown as troubled', async () => {
    shop = await connected('naver', 5);
    await sandbox.post('/naver/faults', { kind: 'server_error' });
    const run = await importNow(hub, shop);
    expect(run).toMatchObject({ status: 'failed', trouble: { reason: 'down' } });
    await sandbox.delete('/naver/faults');
    expect(await importNow(hub, shop)).toMatchObject({ status: 'success' });
  });

  test('keep what is not told, and items keep their row when they get their number', async () => {
    shop = await connected('naver', 5);
    const write = (told: Parameters<typeof listing>[0]) =>
      asOwner(hub.db, shop.owner, (scope) => ingestListings(scope, shop.account, [listing(told)]));
    const items = async () =>
      (
        await sql<Record<string, unknown>>`
          select t.id, t.native_item_id, t.price, t.quantity, t.on_sale, t.gone_at is not null as gone, g.state, g.state_known
          from listing_items t join listings g on g.id = t.listing_id where t.account_id = ${shop.account.id}
          order by t.nth, t.id`.execute(hub.db.root)
      ).rows;
    const two = [
      item({ nativeItemId: null, optionValues: ['흰색'] }),
      item({ nativeItemId: null, optionValues: ['검정'] }),
    ];
    expect(await write({ items: two })).toMatchObject({ created: 1, updated: 0 });
    const first = await items();
    expect(await write({ items: two })).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    await write({
      state: null,
      nativeStatus: 'ODD',
      items: [
        item({ nativeItemId: 'b', optionValues: ['검정'], price: null, quantity: null, onSale: null }),
        item({ nativeItemId: 'a', optionValues: ['흰색'] }),
      ],
    });
    const numbered = await items();
    expect(numbered).toMatchObject([
      {
        id: first[1]?.id,
        native_item_id: 'b',
        price: 6_600,
        quantity: 10,
        on_sale: true,
        state: 'on_sale',
        state_known: false,
      },
      { id: first[0]?.id, native_item_id: 'a', state: 'on_sale' },
    ]);
    await write({ items: [item({ nativeItemId: 'a', optionValues: ['흰색'] })] });
    expect(
      (await items()).map(({ native_item_id, gone, on_sale }) => ({ native_item_id, gone, on_sale })),
    ).toEqual(
      expect.arrayContaining([
        { native_item_id: 'a', gone: false, on_sale: true },
        { native_item_id: 'b', gone: true, on_sale: false },
      ]),
    );
    await write({
      items: [item({ nativeItemId: 'a' }), item({ nativeItemId: 'b', optionValues: ['검정'] })],
    });
    expect((await items()).map(({ gone }) => gone)).toEqual([false, false]);
  });
});
