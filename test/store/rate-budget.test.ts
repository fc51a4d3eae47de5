import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { type Bucket, DAY_MS, MINUTE_MS, SECOND_MS } from '../../src/marketplaces/kit/bucket.ts';
import {
  type Ask,
  type Budget,
  LANES,
  type Lane,
  LaneLost,
  NoGrant,
} from '../../src/marketplaces/kit/budget.ts';
import { rateBudget } from '../../src/store/budget/rate-budget.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { takeDueLanes } from '../../src/store/lanes.ts';
import { DATABASE_KINDS, newPlace } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';

const ANSWERED = { status: 200, headers: {} };

/** One bucket called `calls` and how it is asked for. */
function asking(bucket: Bucket, lane: Lane = 'fresh', more: Partial<Ask> = {}): Ask {
  return {
    bucket: 'calls',
    buckets: { calls: bucket },
    lane,
    cost: 1,
    longestMs: 5_000,
    patienceMs: 60_000,
    ...more,
  };
}

/** The most moments that any window of this length holds. */
function worstWindow(moments: readonly number[], windowMs: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((worst, moment, index) => {
    while ((sorted[first] ?? 0) <= moment - windowMs) first += 1;
    return Math.max(worst, index - first + 1);
  }, 0);
}

describe.each(DATABASE_KINDS)('the rate budget on %s', (kind) => {
  let db: Database;
  let others: readonly Database[];
  let hub: Hub;
  beforeAll(async () => {
    const place = await newPlace(kind);
    db = await openDatabase(place);
    hub = await newHub(db);
    // Processes are pools of their own; an embedded database has one process only.
    others = place.kind === 'server' ? [await openDatabase(place), await openDatabase(place)] : [db, db];
  });
  afterAll(async () => {
    await hub.close();
    for (const other of new Set([db, ...others])) await other.close();
  });

  const newAccount = async (): Promise<AccountId> => {
    const { account } = await connectShop(hub, {
      platform: 'naver',
      baseUrl: 'http://127.0.0.1:1',
      credentials: { a: 'b' },
    });
    return account.id;
  };
  /** The bucket's row, as the database keeps it. */
  const row = async (account: AccountId) => {
    const { rows } = await sql<{ wants: Record<string, unknown>; told: unknown }>`
      select wants, told from rate_budgets where account_id = ${account}`.execute(db.root);
    return rows[0];
  };
  const processes = (account: AccountId): readonly Budget[] =>
    [db, ...others].map((each) => rateBudget(each, account));

  test('no window holds more than the limit, however processes stall and hurry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 40 }),
        fc.array(fc.record({ process: fc.nat(2), stallMs: fc.constantFrom(0, 0, 0, 0, 15, 40, 70) }), {
          minLength: 20,
          maxLength: 40,
        }),
        async (calls, plan) => {
          const limit = { calls, perMs: 500 };
          const ask = asking({ limits: [limit], margin: 0.7, penaltyMs: 100 });
          const budgets = processes(await newAccount());
          const sentAt: number[] = [];
          await Promise.all(
            budgets.map(async (budget, index) => {
              for (const { stallMs } of plan.filter((step) => step.process === index)) {
                const grant = await budget.grant(ask);
                if (stallMs > 0) await pause(stallMs);
                if (!grant.isLate()) sentAt.push(performance.now());
              }
            }),
          );
          expect(worstWindow(sentAt, limit.perMs)).toBeLessThanOrEqual(calls);
        },
      ),
      { numRuns: 5, seed: 20261122 },
    );
  });

  test('grants come at the pace of the limit, spread over all processes', async () => {
    const ask = asking({ limits: [{ calls: 50, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 100 });
    const budgets = processes(await newAccount());
    const sentAt: number[] = [];
    await Promise.all(
      budgets.map(async (budget) => {
        for (let n = 0; n < 20; n++) {
          await budget.grant(ask);
          sentAt.push(performance.now());
        }
      }),
    );
    const span = Math.max(...sentAt) - Math.min(...sentAt);
    // 60 calls at 40 a second are 59 gaps of 25 ms; a catch-up may shorten one of them.
    expect(span).toBeGreaterThan(59 * 25 - 30);
    expect(span).toBeLessThan(59 * 25 * 3);
  });

  test('a token bucket lets its tokens go at once and then keeps its pace', async () => {
    const [budget] = processes(await newAccount());
    const ask = asking({ limits: [{ calls: 20, perMs: SECOND_MS, burst: 10 }], margin: 1, penaltyMs: 100 });
    const startedAt = performance.now();
    // Who has no patience is refused any wait, however slow the machine is.
    for (let n = 0; n < 10; n++) await budget?.grant({ ...ask, patienceMs: 0 });
    for (let n = 0; n < 4; n++) await budget?.grant(ask);
    expect(performance.now() - startedAt).toBeGreaterThan(3.9 * 50);
  });

  test('a costly call waits for its tokens and is paid for by the next', async () => {
    const [budget] = processes(await newAccount());
    const bucket: Bucket = {
      limits: [{ calls: 100, perMs: SECOND_MS, burst: 10 }],
      margin: 1,
      penaltyMs: 100,
    };
    const startedAt = performance.now();
    await budget?.grant(asking(bucket, 'fresh', { cost: 10 }));
    await budget?.grant(asking(bucket, 'fresh', { cost: 10 }));
    expect(performance.now() - startedAt).toBeGreaterThan(90);
  });

  test('a call that was answered with an error counts for what the marketplace charges', async () => {
    const [budget, second] = processes(await newAccount());
    const ask = asking({
      limits: [{ calls: 100, perMs: SECOND_MS }],
      margin: 1,
      penaltyMs: 100,
      clientErrorCost: 20,
      // Its slot is free only when the cost is settled, too.
      parallel: 1,
    });
    const startedAt = performance.now();
    const grant = await budget?.grant(ask);
    grant?.settle({ status: 404, headers: {} });
    await second?.grant(ask);
    expect(performance.now() - startedAt).toBeGreaterThan(195);
  });

  test('a day is counted call by call: all at once, then none', async () => {
    const [budget, second] = processes(await newAccount());
    const ask = asking({
      limits: [{ calls: 12, perMs: DAY_MS, burst: 'any' }],
      margin: 0.5,
      penaltyMs: 100,
    });
    for (let n = 0; n < 3; n++) await Promise.all([budget?.grant(ask), second?.grant(ask)]);
    const refused = await budget?.grant(ask).catch((error: unknown) => error);
    if (!(refused instanceof NoGrant)) throw new Error('a seventh call of the day was granted');
    // The slots of a day are hours; the calls of this hour leave the count 24 hours after its end.
    expect(refused.waitMs).toBeGreaterThan(DAY_MS);
    expect(refused.waitMs).toBeLessThanOrEqual(DAY_MS + 3_600_000);
  });

  test('calls of a day come free hour by hour', async () => {
    const account = await newAccount();
    const [budget] = processes(account);
    const ask = asking({ limits: [{ calls: 4, perMs: DAY_MS, burst: 'any' }], margin: 1, penaltyMs: 100 });
    for (let n = 0; n < 4; n++) await budget?.grant(ask);
    await expect(budget?.grant(ask)).rejects.toThrow(NoGrant);
    // As if they had been made 25 hours ago.
    await sql`update rate_budgets set metered_ms = metered_ms - ${25 * 3_600_000}::float8
      where account_id = ${account}`.execute(db.root);
    await budget?.grant(ask);
  });

  test('every limit of a bucket holds, and so does the wider bucket around it', async () => {
    const [budget] = processes(await newAccount());
    const buckets: Readonly<Record<string, Bucket>> = {
      all: { limits: [{ calls: 20, perMs: SECOND_MS }], margin: 1, penaltyMs: 100 },
      stocks: {
        limits: [{ calls: 3, perMs: MINUTE_MS, burst: 'any' }],
        margin: 1,
        penaltyMs: 100,
        within: 'all',
      },
    };
    const ask = (bucket: string): Ask => ({
      ...asking({ limits: [], margin: 1, penaltyMs: 1 }),
      bucket,
      buckets,
    });
    const startedAt = performance.now();
    for (let n = 0; n < 3; n++) await budget?.grant(ask('stocks'));
    expect(performance.now() - startedAt).toBeGreaterThan(80);
    await expect(budget?.grant({ ...ask('stocks'), patienceMs: 100 })).rejects.toThrow(NoGrant);
    const before = performance.now();
    await budget?.grant(ask('all'));
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('a higher lane goes first, whichever process it waits in', async () => {
    const account = await newAccount();
    const [mine, other, third] = processes(account);
    const bucket: Bucket = { limits: [{ calls: 10, perMs: SECOND_MS }], margin: 1, penaltyMs: 100 };
    const order: string[] = [];
    const ask = (budget: Budget | undefined, lane: Lane, times: number) =>
      Array.from({ length: times }, async () => {
        await budget?.grant(asking(bucket, lane));
        order.push(lane);
      });
    await mine?.shut('calls', 1_500, 'over_limit');
    const waiting = [...ask(mine, 'bulk', 4), ...ask(other, 'bulk', 4)];
    waiting.push(...ask(mine, 'click', 2), ...ask(third, 'fresh', 2), ...ask(other, 'stock', 2));
    await expect.poll(async () => Object.keys((await row(account))?.wants ?? {})).toHaveLength(5);
    await Promise.all(waiting);
    expect(order.slice(0, 6)).toEqual(['click', 'click', 'fresh', 'fresh', 'stock', 'stock']);
    expect(order).toHaveLength(14);
  });

  test('every lane gets its grants while higher ones never end', async () => {
    const budgets = processes(await newAccount());
    const bucket: Bucket = { limits: [{ calls: 100, perMs: SECOND_MS }], margin: 1, penaltyMs: 100 };
    const count = { click: 0, fresh: 0, stock: 0, bulk: 0 };
    const stop = new AbortController();
    const flood = LANES.flatMap((lane) =>
      budgets.map(async (budget) => {
        while (!stop.signal.aborted) {
          await budget.grant(asking(bucket, lane), stop.signal).then(
            () => {
              count[lane] += 1;
            },
            () => {},
          );
        }
      }),
    );
    await expect.poll(() => Math.min(...Object.values(count)), { timeout: 15_000 }).toBeGreaterThan(8);
    expect(count.click).toBeGreaterThan(count.bulk);
    stop.abort();
    await Promise.all(flood);
  });

  test('of lanes that wait exactly one goes next; none is passed over more than nine times', async () => {
    // Which lanes wait in each round; the first rounds have all of them wait.
    const rounds = fc.sample(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { numRuns: 200, seed: 20261122 });
    const plan = [...Array.from({ length: 100 }, () => [0, 1, 2, 3]), ...rounds];
    let passedOver: readonly number[] = [0, 0, 0, 0];
    const went: number[] = [];
    for (const lanes of plan) {
      const budget = JSON.stringify({
        passed_over: passedOver,
        metered_ms: 0,
        wants: Object.fromEntries(lanes.map((lane) => [`asker ${lane}`, [lane, 1]])),
        ...{ next_ms: [], seconds: [0], minutes: [0], hours: [0] },
      });
      const { rows } = await sql<{ lane: number; passed_over: readonly number[] }>`
        select lane, (granted_budget(b, '{"cost": 1, "paces": []}', 'asker ' || lane::text, lane)).passed_over
        from jsonb_populate_record(null::rate_budgets, ${budget}::text::jsonb) b, unnest(${lanes}::integer[]) lane
        where not is_outranked(b, 'asker ' || lane::text, lane)`.execute(db.root);
      expect(rows).toHaveLength(1);
      passedOver = rows[0]?.passed_over ?? [];
      expect(Math.max(...passedOver)).toBeLessThanOrEqual(9);
      went.push(...rows.map(({ lane }) => lane));
    }
    // Clicks without end leave the three lanes below them their turns, and no more.
    const clicks = went.slice(0, 100).filter((lane) => lane === 0).length;
    expect(clicks).toBeGreaterThan(50);
    expect(clicks).toBeLessThan(80);
  });

  test('who stops waiting holds nobody back', async () => {
    const account = await newAccount();
    const [mine, other] = processes(account);
    const bucket: Bucket = { limits: [{ calls: 1, perMs: SECOND_MS }], margin: 1, penaltyMs: 100 };
    const startedAt = performance.now();
    await mine?.grant(asking(bucket, 'bulk'));
    const leaving = new AbortController();
    const left = mine?.grant(asking(bucket, 'click'), leaving.signal).catch((error: unknown) => error);
    await expect.poll(async () => Object.keys((await row(account))?.wants ?? {})).toHaveLength(1);
    leaving.abort(new Error('gone'));
    expect(await left).toMatchObject({ message: 'gone' });
    await other?.grant(asking(bucket, 'bulk'));
    // Its wish alone would have lived for half a second after its turn.
    expect(performance.now() - startedAt).toBeLessThan(1_450);
  });

  test('calls under way are capped across processes; a dead one gives its slot up in time', async () => {
    const [mine, other] = processes(await newAccount());
    const bucket: Bucket = {
      limits: [{ calls: 1000, perMs: SECOND_MS }],
      margin: 1,
      penaltyMs: 100,
      parallel: 2,
    };
    const first = await mine?.grant(asking(bucket));
    // The one that dies: its grant is never settled.
    await other?.grant(asking(bucket, 'fresh', { longestMs: 2_000 }));
    const startedAt = performance.now();
    const waiting = other?.grant(asking(bucket));
    await pause(150);
    first?.settle(ANSWERED);
    const third = await waiting;
    expect(performance.now() - startedAt).toBeGreaterThan(145);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    // Both slots are taken again; the dead one's comes free by time alone.
    await mine?.grant(asking(bucket));
    expect(performance.now() - startedAt).toBeGreaterThan(1_900);
    third?.settle(ANSWERED);
  });

  test('a worker whose lane was taken over gets no more grants', async () => {
    const account = await newAccount();
    const [mine] = processes(account);
    const bucket: Bucket = { limits: [{ calls: 1000, perMs: SECOND_MS }], margin: 1, penaltyMs: 100 };
    const take = async () => {
      const lanes = await takeDueLanes(db, 'pull', 100);
      const lane = lanes.find((each) => each.account === account);
      if (lane === undefined) throw new Error('the lane was not due');
      return lane;
    };
    const stalled = await take();
    await mine?.grant(asking(bucket, 'fresh', { fence: stalled }));
    await sql`update lanes set held_until = now() - interval '1 second'
      where account_id = ${account} and kind = 'pull'`.execute(db.root);
    // Nobody has taken it over yet: whoever still works keeps it.
    await mine?.grant(asking(bucket, 'fresh', { fence: stalled }));
    expect((await takeDueLanes(db, 'pull', 100)).map((lane) => lane.account)).not.toContain(account);
    await sql`update lanes set held_until = now() - interval '1 second'
      where account_id = ${account} and kind = 'pull'`.execute(db.root);
    const taker = await take();
    await expect(mine?.grant(asking(bucket, 'fresh', { fence: stalled }))).rejects.toThrow(LaneLost);
    await mine?.grant(asking(bucket, 'fresh', { fence: taker }));
  });

  test('a shut bucket is shut for everybody, until its time is over', async () => {
    const [mine, other] = processes(await newAccount());
    const ask = asking({ limits: [{ calls: 1000, perMs: SECOND_MS }], margin: 1, penaltyMs: 200 }, 'bulk');
    const before = performance.now();
    await mine?.shut('calls', 200, 'penalty');
    await expect(other?.grant({ ...ask, patienceMs: 50 })).rejects.toMatchObject({
      name: 'NoGrant',
      because: 'penalty',
    });
    await other?.grant(ask);
    expect(performance.now() - before).toBeGreaterThan(195);
  });

  test('what the marketplace tells corrects the pace, for every process', async () => {
    const account = await newAccount();
    const [mine, other] = processes(account);
    const ask = asking({
      limits: [{ calls: 1000, perMs: SECOND_MS }],
      margin: 1,
      penaltyMs: 200,
      learn: (headers) => ({ limit: Number(headers['x-limit']), remaining: Number(headers['x-left']) }),
    });
    const grant = await mine?.grant(ask);
    grant?.settle({ status: 200, headers: { 'x-limit': '10', 'x-left': '0' } });
    await expect.poll(async () => (await row(account))?.told).toMatchObject({ limit: 10, remaining: 0 });
    const startedAt = performance.now();
    await other?.grant(ask);
    await other?.grant(ask);
    await mine?.grant(ask);
    // From now on it is ten a second; only the first grant may be due already.
    expect(performance.now() - startedAt).toBeGreaterThan(195);
  });

  test('a grant that came too late is given back, unless others were granted since', async () => {
    const [mine, other] = processes(await newAccount());
    const ask = asking({ limits: [{ calls: 1, perMs: 2 * SECOND_MS }], margin: 1, penaltyMs: 200 });
    // Nothing else is known yet of the way from a grant to its call, so the time since it was asked for counts.
    const late = await mine?.grant(ask);
    await pause(150);
    expect(late?.isLate()).toBe(true);
    const before = performance.now();
    await mine?.grant(ask);
    expect(performance.now() - before).toBeLessThan(1_500);
    await pause(150);
    const again = await other?.grant(ask);
    await pause(150);
    expect(again?.isLate()).toBe(true);
    await mine?.grant(ask);
    const secondWait = performance.now();
    await other?.grant(ask);
    // The late one was not the last any more: its place stays lost.
    expect(performance.now() - secondWait).toBeGreaterThan(1_500);
  });

  test('a clock that was set back stops no bucket', async () => {
    const account = await newAccount();
    const [mine] = processes(account);
    const ask = asking({ limits: [{ calls: 10, perMs: SECOND_MS }], margin: 1, penaltyMs: 200 });
    await mine?.grant(ask);
    await sql`update rate_budgets set metered_ms = metered_ms + 3600000,
      next_ms = array(select n + 3600000 from unnest(next_ms) n) where account_id = ${account}`.execute(
      db.root,
    );
    const before = performance.now();
    await mine?.grant(ask);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
