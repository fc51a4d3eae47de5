import { editionOf } from '../src/engine/open-shop.ts';
import { pullOrders } from '../src/engine/pull/pull-orders.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { connectShop, newHub } from '../test/harness/hub.ts';
import { allowance } from './engine/allowance.ts';
import { CALLS_COUNTED, sandboxProcess } from './sandbox.ts';

/** A shop large enough that reading it keeps the limit binding for a while, and the bucket that binds. */
const BACKLOGS = [
  { platform: 'coupang', orders: 4_000, bucket: 'vendor', binding: /^vendor:/ },
  { platform: 'naver', orders: 8_000, bucket: 'productOrderDetails', binding: /product-orders\.query$/ },
] as const;

/** The use of the allowance: by one hub that pulls a backlog, and by several processes on one account. */
export async function budget(): Promise<Record<string, unknown>> {
  return { results: await backlogs(), workers: await allowance() };
}

/**
 * Pulls a backlog with the sandbox's limits on and asks the sandbox how many calls arrived: the share of the
 * allowance (published limit times the edition's margin) that was used, and the calls it turned away.
 */
async function backlogs(): Promise<readonly Record<string, unknown>[]> {
  const sandbox = await sandboxProcess();
  const results: Record<string, unknown>[] = [];
  try {
    for (const backlog of BACKLOGS) {
      const shop = await sandbox.openShop(backlog.platform, {
        orders: backlog.orders,
        days: 10,
        quiet: true,
      });
      const db = await openDatabase({ kind: 'memory' });
      await migrate(db);
      const hub = await newHub(db);
      const { owner, account } = await connectShop(hub, shop);
      await pullOrders(hub, owner, account.id);
      await hub.close();
      await db.close();

      const { edition } = editionOf(account);
      const { buckets } = CALLS_COUNTED.parse(await sandbox.get(`/${backlog.platform}/calls`));
      const binding = buckets.find(({ bucket }) => backlog.binding.test(bucket));
      const rule = edition.buckets[backlog.bucket];
      const limit = rule?.limits[0];
      if (binding === undefined || rule === undefined || limit === undefined)
        throw new Error(`no calls counted for ${backlog.platform}`);
      const seconds = (binding.lastAt.getTime() - binding.firstAt.getTime()) / 1000;
      const planned = (limit.calls / (limit.perMs / 1000)) * rule.margin;
      const result = {
        platform: backlog.platform,
        bucket: backlog.bucket,
        calls: binding.calls,
        seconds: Number(seconds.toFixed(1)),
        published: limit.calls,
        allowance: planned,
        shareUsed: Number(((binding.calls - 1) / seconds / planned).toFixed(3)),
        turnedAway: buckets.reduce((sum, { overLimit }) => sum + overLimit, 0),
        worstWindow: binding.worstWindow,
      };
      results.push(result);
      console.log(JSON.stringify(result));
    }
  } finally {
    await sandbox.stop();
  }
  return results;
}
