import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listingItemId, type SkuId } from '../../src/domain/ids.ts';
import { EVERY_DAY } from '../../src/domain/schedule.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { catalogTurn } from '../../src/jobs/catalog-turn.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { writeStockSettings } from '../../src/store/inventory/settings.ts';
import { type Release, releaseLane, takeDueLanes, wakeLane } from '../../src/store/lanes.ts';
import { createSchedule, pauseSchedule, type ScheduleFields } from '../../src/store/schedules.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { type SharedClock, shareClock } from '../harness/shared-clock.ts';
import { addSkus, receive, setLinks } from '../stock/shelf.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const KOREA_AHEAD = 9 * 60 * MINUTE;
/** Shops begin up to so much later in a slot. */
const SPREAD = 5 * MINUTE;

let sandbox: Awaited<ReturnType<typeof newSandbox>>;
let clock: SharedClock;

beforeAll(async () => {
  sandbox = await newSandbox();
  clock = shareClock(sandbox);
});
afterAll(() => sandbox.close());

describe.each(DATABASE_KINDS)('listings and stock by the clock on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget, clock: clock.now });
  });
  beforeEach(async () => {
    await sandbox.delete('/naver/faults');
    const opened = await sandbox.openShop('naver', { orders: 0, products: 5, quiet: true, limits: false });
    shop = await connectShop(hub, opened);
    // Every shop's slot of the hour has begun.
    await clock.pass(untilKoreanTime(10) + SPREAD);
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  /** Until it is that hour in Korea the next time. */
  const untilKoreanTime = (hour: number) => {
    const wall = (clock.now().getTime() + KOREA_AHEAD) % DAY;
    return (hour * 60 * MINUTE - wall + 2 * DAY) % DAY;
  };
  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, shop.owner, work);
  const schedule = (fields: Partial<ScheduleFields>) =>
    inside(async (scope) => {
      const made = await createSchedule(scope, {
        name: 'test',
        account: null,
        platform: null,
        intervalMinutes: 60,
        syncTypes: ['products'],
        activeHours: null,
        activeDays: EVERY_DAY,
        ...fields,
      });
      if (made === undefined) throw new Error('the schedule was not stored');
      return made;
    });
  /** One turn of the shop's lane, as a worker gives it. */
  const turn = async (soon = new AbortController().signal): Promise<Release> => {
    await inside((scope) => wakeLane(scope, shop.account.id, 'catalog', null));
    const lanes = await takeDueLanes(hub.db, 'catalog', 100);
    const lane = lanes.find(({ account }) => account === shop.account.id);
    if (lane === undefined) throw new Error('the lane is not due');
    const release = await catalogTurn(hub, lane, { soon, now: new AbortController().signal });
    for (const one of lanes) await releaseLane(hub.db, one, { dueAt: null });
    return release;
  };
  const isDue = async () =>
    (
      await sql<{ due: boolean }>`
        select due_at <= now() as due from lanes
        where account_id = ${shop.account.id} and kind = 'catalog'`.execute(hub.db.root)
    ).rows[0]?.due;
  const minutesTo = ({ dueAt }: Release) =>
    dueAt === null ? null : (dueAt.getTime() - clock.now().getTime()) / MINUTE;
  const runs = async () =>
    (
      await sql<{ line: string }>`
        select concat_ws(' ', sync_type, cause, status, repeats) as line from sync_runs
        where account_id = ${shop.account.id} order by id`.execute(hub.db.root)
    ).rows.map(({ line }) => line);

  test('nothing is read while no schedule speaks of it', async () => {
    await schedule({ syncTypes: ['orders'] });
    expect(await turn()).toEqual({ dueAt: null });
    expect(await isDue()).toBe(false);
    const { id } = await schedule({ syncTypes: ['products', 'inventory'] });
    expect(await isDue()).toBe(true);
    await inside((scope) => pauseSchedule(scope, id, true));
    expect(await turn()).toEqual({ dueAt: null });
    expect(await runs()).toEqual([]);
  });

  test('each type is read once in its slots, and within the hours only', async () => {
    await schedule({ syncTypes: ['products'], activeHours: { start: 9 * 60, end: 18 * 60 } });
    await schedule({
      syncTypes: ['inventory'],
      intervalMinutes: 15,
      activeHours: { start: 540, end: 1_080 },
    });
    const first = await turn();
    expect(await runs()).toEqual(['products schedule success 1', 'inventory schedule success 1']);
    expect(minutesTo(first)).toBeGreaterThan(0);
    expect(minutesTo(first)).toBeLessThanOrEqual(20);
    await turn();
    expect(await runs()).toHaveLength(2);

    await clock.pass(15 * MINUTE);
    await turn();
    // Nothing new was found: one log stands for both.
    expect(await runs()).toEqual(['products schedule success 1', 'inventory schedule success 2']);
    await clock.pass(60 * MINUTE);
    await turn();
    expect(await runs()).toEqual([
      'products schedule success 1',
      'products schedule success 1',
      'inventory schedule success 3',
    ]);

    await clock.pass(untilKoreanTime(19));
    const closed = await turn();
    expect(await runs()).toHaveLength(3);
    const opening = (minutesTo(closed) ?? 0) - 14 * 60;
    expect(opening).toBeGreaterThan(-1);
    expect(opening).toBeLessThanOrEqual(SPREAD / MINUTE);
  });

  test('stock is compared again and read back, also for who tells shops only when asked', async () => {
    await schedule({ syncTypes: ['products'] });
    await turn();
    const sku = await inside(async (scope) => {
      await writeStockSettings(scope, { continuous: false, lastUnits: null });
      const [one] = await addSkus(scope, ['SOCK']);
      const { rows } = await sql<{ id: number }>`
        select min(id) as id from listing_items where account_id = ${shop.account.id}
          and native_item_id is not null`.execute(scope.trx);
      if (one === undefined || rows[0] === undefined) throw new Error('nothing to link');
      await setLinks(scope, listingItemId(rows[0].id), [{ sku: one, quantity: 1 }]);
      await receive(scope, one, 7, 'a');
      return one;
    });
    const noted = async () =>
      (
        await sql<{ sku_id: SkuId }>`
          select sku_id from stock_changes where owner_id = ${shop.owner}`.execute(hub.db.root)
      ).rows.map(({ sku_id }) => sku_id);
    expect(await noted()).toEqual([]);
    await schedule({ syncTypes: ['inventory'] });
    await turn();
    expect(await noted()).toEqual([sku]);
    const { rows } = await sql<{ read: number }>`
      select created + updated + unchanged as read from sync_runs
      where account_id = ${shop.account.id} and sync_type = 'inventory'`.execute(hub.db.root);
    expect(rows).toEqual([{ read: 1 }]);
  });

  test('a turn that the marketplace missed is not used up', async () => {
    await schedule({ intervalMinutes: 1_440 });
    await sandbox.post('/naver/faults', { kind: 'server_error' });
    expect(minutesTo(await turn())).toBeCloseTo(2, 0);
    await sandbox.delete('/naver/faults');
    await clock.pass(2 * MINUTE);
    expect(minutesTo(await turn())).toBeGreaterThan(5);
    expect(await runs()).toEqual(['products schedule failed 1', 'products schedule success 1']);
  });

  test('a turn that was cut off is gone on with by whoever takes the lane', async () => {
    await schedule({});
    await turn(AbortSignal.abort(new Error('the worker is stopping')));
    expect(await runs()).toEqual(['products schedule queued 1']);
    await sql`update sync_runs set status = 'running', started_at = now() where account_id = ${shop.account.id}`.execute(
      hub.db.root,
    );
    expect(minutesTo(await turn())).toBeGreaterThan(0);
    expect(await runs()).toEqual(['products schedule success 1']);
  });
});
