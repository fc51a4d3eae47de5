import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import { wakeLane } from '../lanes.ts';
import type { OwnerScope } from '../scope.ts';

/**
 * Why an order should be read by id: a push named it, a row of it could not be read, a person asked, a claim or a list
 * that tells little else named it.
 */
export const HINT_CAUSES = ['push', 'set_aside', 'person', 'claim', 'list'] as const;
export type HintCause = (typeof HINT_CAUSES)[number];

/** An order to be read by id, whether the hub knows it or not. */
export interface Hint {
  readonly nativeOrderId: string;
  readonly cause: HintCause;
}

/** Other texts are no order number of any marketplace, and might not fit into a column or an index. */
const ORDER_NUMBER = /^[\x21-\x7e]{1,200}$/;

/**
 * Asks for orders to be read by id, now or after a while. Asked twice is asked once; the earlier time counts. What is
 * asked for later is found by the next pull.
 */
export async function hintOrders(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
  { cause, inSeconds }: { readonly cause: HintCause; readonly inSeconds: number },
): Promise<void> {
  const ids = [...new Set(nativeOrderIds)].filter((id) => ORDER_NUMBER.test(id)).sort();
  if (ids.length === 0) return;
  await sql`
    insert into order_hints as h (account_id, native_order_id, owner_id, cause, asked_at, due_at)
    select ${account}, id, ${scope.owner}, ${cause}, clock_timestamp(),
      clock_timestamp() + make_interval(secs => ${inSeconds}::float8)
    from unnest(${ids}::text[]) as id
    on conflict (account_id, native_order_id) do update set asked_at = excluded.asked_at,
      due_at = case when ${lasting('h')} and ${lasting('excluded')} then h.due_at
        else least(h.due_at, excluded.due_at) end,
      tries = case when ${lasting('h')} and ${lasting('excluded')} then h.tries else 0 end,
      cause = case when ${lasting('h')} then h.cause else excluded.cause end`.execute(scope.trx);
  if (inSeconds === 0) await wakeLane(scope, account, 'reread', null);
}

/** Ends hints whose orders were read, or were asked for in vain, unless somebody asked anew since. */
export async function endHints(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
  askedBy: string,
): Promise<void> {
  if (nativeOrderIds.length === 0) return;
  await sql`
    delete from order_hints where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[]) and asked_at <= ${askedBy}::timestamptz`.execute(
    scope.trx,
  );
}

/** Causes that come again with every reading, so that asking again is no news. */
function lasting(row: 'h' | 'excluded') {
  return sql`${sql.ref(`${row}.cause`)} in ('set_aside', 'claim', 'list')`;
}

/** A push may come before its order can be read by id, so an unknown number is asked for a few times. */
const PUSH_TRIES = 4;
const FIRST_RETRY_SECONDS = 30;
const RAREST_SECONDS = 86_400;

/**
 * Has hints that brought nothing tried again, later each time. A push that still leads nowhere is dropped; a row that
 * was set aside stays, since a newer hub may read it, and so does what claims and lists go on naming. Answers the
 * numbers that were asked for often enough.
 */
export async function postponeHints(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<readonly string[]> {
  if (nativeOrderIds.length === 0) return [];
  const dropped = await sql<{ native_order_id: string }>`
    delete from order_hints where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[]) and cause in ('push', 'person') and tries + 1 >= ${PUSH_TRIES}
    returning native_order_id`.execute(scope.trx);
  const kept = await sql<{ native_order_id: string }>`
    with later as (
    update order_hints set tries = least(tries + 1, 20),
      due_at = clock_timestamp() + make_interval(secs => least(${RAREST_SECONDS}::float8,
        case cause when 'set_aside' then 3600 else ${FIRST_RETRY_SECONDS} end::float8 * 4 ^ least(tries, 10)))
    where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[])
    returning native_order_id, cause, tries)
    select native_order_id from later where cause in ('claim', 'list') and tries >= ${PUSH_TRIES}`.execute(
    scope.trx,
  );
  return [...dropped.rows, ...kept.rows].map((row) => row.native_order_id);
}
