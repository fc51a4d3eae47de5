import type { AccountId, RunId } from '../../domain/ids.ts';
import { wakeLanes } from '../../store/lanes.ts';
import { hintOrders } from '../../store/orders/hints.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { ordersSetAsideBy } from '../../store/sync-retries.ts';
import { queueRetries } from '../../store/sync-runs.ts';

export interface RunToRetry {
  readonly run: RunId;
  readonly account: AccountId;
  readonly syncType: string;
}

/**
 * Does runs again: reads the same range or feed, and by id each order whose row could not be read. Answers the new
 * runs in the same order. The caller nudges the lanes after the commit.
 */
export async function retryRuns(scope: OwnerScope, runs: readonly RunToRetry[]): Promise<readonly RunId[]> {
  if (runs.length === 0) return [];
  const ids = runs.map(({ run }) => run);
  const retries = await queueRetries(scope, ids);
  for (const [account, orders] of await ordersSetAsideBy(scope, ids)) {
    await hintOrders(scope, account, orders, { cause: 'person', inSeconds: 0 });
  }
  for (const [kind, own] of Map.groupBy(runs, ({ syncType }) =>
    syncType === 'orders' ? ('pull' as const) : ('catalog' as const),
  )) {
    await wakeLanes(scope, kind, [...new Set(own.map(({ account }) => account))]);
  }
  return retries;
}
