import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import type { Hint } from './hints.ts';

/** What of an account is to be read by id now. */
export interface RereadWork {
  /** Hints first, then known orders that somebody asked for. */
  readonly hints: readonly Hint[];
  readonly asked: readonly string[];
  /** Open orders that the feeds have not shown for too long, those due longest first. */
  readonly unseen: readonly string[];
  /** The moment by which all of it was asked for, to the microsecond. */
  readonly askedBy: string;
}

/** The numbers of all of it, each once. */
export function ordersIn({ hints, asked, unseen }: RereadWork): readonly string[] {
  return [...new Set([...hints.map(({ nativeOrderId }) => nativeOrderId), ...asked, ...unseen])];
}

/**
 * Finds up to `limit` orders to read by id. Orders that nobody asked for are given only when nothing else is due, and
 * only when the feed was read to its end since: an order is not missed as long as nobody looked.
 */
export async function findRereads(
  scope: OwnerScope,
  account: AccountId,
  feed: string,
  limit: number,
): Promise<RereadWork> {
  const clock = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(scope.trx);
  const askedBy = clock.rows[0]?.at ?? '';
  const hints = await sql<{ native_order_id: string; cause: Hint['cause'] }>`
    select native_order_id, cause from order_hints
    where owner_id = ${scope.owner} and account_id = ${account} and due_at <= clock_timestamp()
    order by due_at limit ${limit}`.execute(scope.trx);
  const asked = await sql<{ native_order_id: string }>`
    select native_order_id from orders
    where owner_id = ${scope.owner} and account_id = ${account} and read_again_at <= clock_timestamp()
    order by read_again_at limit ${limit - hints.rows.length}`.execute(scope.trx);
  const unseen =
    hints.rows.length + asked.rows.length > 0
      ? []
      : (
          await sql<{ native_order_id: string }>`
            select native_order_id from orders
            where owner_id = ${scope.owner} and account_id = ${account} and check_at <= (
              select least(complete_from, now()) from feed_cursors where account_id = ${account} and feed = ${feed})
            order by check_at limit ${limit}`.execute(scope.trx)
        ).rows;
  return {
    hints: hints.rows.map((row) => ({ nativeOrderId: row.native_order_id, cause: row.cause })),
    asked: asked.rows.map((row) => row.native_order_id),
    unseen: unseen.map((row) => row.native_order_id),
    askedBy,
  };
}

/** When something of an account is due to be read by id; null when nothing is. */
export async function nextReread(scope: OwnerScope, account: AccountId, feed: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select least(
      (select min(due_at) from order_hints where account_id = ${account}),
      (select min(read_again_at) from orders where account_id = ${account} and read_again_at is not null),
      (select now() where (select min(check_at) from orders where account_id = ${account} and check_at is not null)
        <= (select least(complete_from, now()) from feed_cursors where account_id = ${account} and feed = ${feed}))) as at`.execute(
    scope.trx,
  );
  return rows[0]?.at ?? null;
}

/**
 * Notes that a run which began at its start has read a feed to its end, and wakes the reading by id when orders are
 * due that the run did not show. Call it before the run is closed.
 */
export async function noteFeedComplete(
  scope: OwnerScope,
  account: AccountId,
  feed: string,
  run: number,
): Promise<void> {
  await sql`
    update feed_cursors set complete_from = r.started_at from sync_runs r
    where feed_cursors.owner_id = ${scope.owner} and feed_cursors.account_id = ${account} and feed_cursors.feed = ${feed}
      and r.id = ${run}`.execute(scope.trx);
  await sql`
    update lanes set due_at = clock_timestamp()
    where owner_id = ${scope.owner} and account_id = ${account} and kind = 'reread' and due_at > clock_timestamp()
      and (exists (select from orders o where o.account_id = ${account} and o.check_at <= (
          select least(complete_from, now()) from feed_cursors f where f.account_id = ${account} and f.feed = ${feed}))
        or exists (select from orders o where o.account_id = ${account} and o.read_again_at <= now())
        or exists (select from order_hints h where h.account_id = ${account} and h.due_at <= now()))`.execute(
    scope.trx,
  );
}

/**
 * Ends wishes to read orders again that brought nothing. They are checked later like any order that is not seen, so
 * that none is asked for without end.
 */
export async function endAsking(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
  askedBy: string,
  againInMs: number,
): Promise<void> {
  if (nativeOrderIds.length === 0) return;
  await sql`
    update orders set
      read_again_at = case when read_again_at <= ${askedBy}::timestamptz then null else read_again_at end,
      check_at = case when check_at <= now() then now() + make_interval(secs => ${againInMs / 1000}::float8) else check_at end
    where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[])`.execute(scope.trx);
}
