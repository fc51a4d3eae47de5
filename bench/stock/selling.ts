import { sql } from 'kysely';
import type { Hub } from '../../src/engine/hub.ts';
import { openShop } from '../../src/engine/open-shop.ts';
import { writeBatch } from '../../src/engine/pull/write-batch.ts';
import type { Account } from '../../src/store/accounts.ts';
import { asOwner } from '../../src/store/scope.ts';
import { beginRun, queueRuns } from '../../src/store/sync-runs.ts';
import { line, order, pack } from '../../test/harness/snapshots.ts';
import { type FourShops, itemNumber } from './four-shops.ts';

/** One writing of orders: everything in it was seen when it began. */
export interface SeenBatch {
  readonly account: number;
  readonly begunAt: number;
  readonly endedAt: number;
  readonly sales: number;
}

export interface SalesPlan {
  readonly skus: number;
  readonly perMinute: number;
  readonly seconds: number;
}

/**
 * Sells evenly over the time and all shops: what each has sold within a second comes as one batch, written by the code
 * that writes what a pull has read. A few SKUs sell most, as everywhere. Times are those of `Date.now()`.
 */
export async function sell(
  hub: Hub,
  { owner, accounts }: FourShops,
  { skus, perMinute, seconds }: SalesPlan,
): Promise<readonly SeenBatch[]> {
  const startedAt = Date.now();
  const random = seeded(20_261_122);
  const batches = await Promise.all(
    accounts.map(async (account, nth) => {
      const write = await pull(hub, owner, account);
      const seen: SeenBatch[] = [];
      let sold = 0;
      for (let second = 0; second < seconds; second++) {
        // Shops are not read all at the same moment.
        const at = startedAt + second * 1_000 + (nth * 1_000) / accounts.length;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
        const due = Math.round(((second + 1) * perMinute) / 60 / accounts.length);
        const items = Array.from({ length: due - sold }, () => itemNumber(Math.floor(skus * random() ** 4)));
        const begunAt = Date.now();
        await write(items.map((item, index) => ({ item, number: `${account.id}-${sold + index}` })));
        seen.push({ account: account.id, begunAt, endedAt: Date.now(), sales: items.length });
        sold = due;
      }
      return seen;
    }),
  );
  return batches.flat();
}

/** Opens a shop and a run of it, as a pull does, and answers what writes its sales. */
async function pull(hub: Hub, owner: FourShops['owner'], account: Account) {
  const opened = await openShop(hub, owner, account, 'fresh');
  const run = await asOwner(hub.db, owner, async (scope) => {
    const [queued] = await queueRuns(scope, [account.id], 'schedule', null);
    if (queued === undefined || !(await beginRun(scope, queued))) throw new Error('the run did not begin');
    return queued;
  });
  return async (sales: readonly { readonly item: string; readonly number: string }[]) => {
    const now = new Date().toISOString();
    const reads = sales.map(({ item, number }) => {
      const sold = line({ nativeItemId: item, nativeLineId: '1', quantity: 1, shippableQuantity: 1 });
      const snapshot = order({
        nativeOrderId: number,
        orderedAt: now,
        paidAt: now,
        packages: [pack()],
        lines: [sold],
      });
      return { kind: 'order' as const, order: snapshot };
    });
    await writeBatch(hub, owner, opened, run, { reads, cursor: now });
  };
}

/** The shops take so many of the commands that wait a second, the oldest first, until told to stop. */
export function shopsTake(hub: Hub, { accounts }: FourShops, perSecond: number): () => Promise<void> {
  const pauseMs = 1_000 / perSecond;
  let stopped = false;
  const taking = accounts.map(async ({ id }) => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await sql`
        with bench_taken as (
          update commands set state = 'done', finished_at = now() where id = (
            select id from commands where account_id = ${id} and state = 'pending'
            order by lane_rank, waiting_since, id limit 1 for update skip locked)
          returning id)
        update command_items set state = 'done' where command_id in (select id from bench_taken)`.execute(
        hub.db.root,
      );
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(taking);
  };
}

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
