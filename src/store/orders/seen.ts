import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import { FINAL_STATUSES } from '../../domain/status.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** When an order that is not seen any more is asked for by id. */
export interface CheckTimes {
  readonly seenWithinMs: number;
  /** Other times for some statuses. */
  readonly seenWithinMsByStatus: Readonly<Record<string, number>>;
  readonly reachMs: number;
  readonly followedForMs: number;
}

/** An order that a feed showed, with how much of it. */
export interface Sighting {
  readonly nativeOrderId: string;
  readonly lines: number;
  readonly complete: boolean;
}

/** Orders that are checked again and again without news are checked at least this often. */
export const RAREST_CHECK_MS = 7 * 86_400_000;
/** Orders that no feed lists any more, as after a first pull of old ones, are spread over this time. */
const SPREAD_SECONDS = 86_400;

/** Used where nobody says how the feeds come round. */
export const USUAL_CHECKS: CheckTimes = {
  seenWithinMs: 3 * 3_600_000,
  seenWithinMsByStatus: {},
  reachMs: 30 * 86_400_000,
  followedForMs: 120 * 86_400_000,
};

/** Seconds from a sighting of the order to its check. `row` is the alias under which its columns stand. */
export function withinSeconds({ seenWithinMs, seenWithinMsByStatus }: CheckTimes, row: 'o' | 'x' = 'o') {
  return sql`(coalesce((${sqlJson(seenWithinMsByStatus)}::jsonb ->> ${sql.ref(`${row}.status`)})::float8,
    ${seenWithinMs}::float8) / 1000)`;
}

/** When an order that was just seen is checked; null for one that is over. */
export function checkAfterSighting(times: CheckTimes, row: 'o' | 'x') {
  const within = withinSeconds(times, row);
  return sql`case when ${isOver(times, row)} then null
    else now() + make_interval(secs => ${within} + random() * case
      when ${sql.ref(`${row}.ordered_at`)} < now() - make_interval(secs => ${times.reachMs / 1000}::float8)
      then ${SPREAD_SECONDS}::float8 else ${within} / 4 end) end`;
}

/** Whether nothing more is expected of an order. */
export function isOver({ followedForMs }: CheckTimes, row: 'o' | 'x' = 'o') {
  return sql`(coalesce(${sql.ref(`${row}.status`)} = any(${[...FINAL_STATUSES]}::text[]), false)
    or ${sql.ref(`${row}.ordered_at`)} < now() - make_interval(secs => ${followedForMs / 1000}::float8))`;
}

/**
 * Notes that the feeds still show orders, so that nobody needs to ask for them. Most sightings write nothing: only
 * one that is much newer than the last, or that ends an absence. An order of which only a part was shown counts as
 * not seen, since its other lines may be gone.
 */
export async function noteSeen(
  scope: OwnerScope,
  account: AccountId,
  sightings: readonly Sighting[],
  times: CheckTimes,
): Promise<void> {
  if (sightings.length === 0) return;
  const rows = sightings.map(({ nativeOrderId, lines, complete }) => ({
    native_order_id: nativeOrderId,
    lines,
    complete,
  }));
  await sql`
    with seen as (
      select o.id, o.vanished_at is not null as was_gone
      from json_to_recordset(${sqlJson(rows)}::json) as x(native_order_id text, lines integer, complete boolean)
      join orders o on o.account_id = ${account} and o.native_order_id = x.native_order_id
      where o.owner_id = ${scope.owner}
        and (o.vanished_at is not null or o.fruitless_checks > 0 or (o.check_at is null) <> ${isOver(times)}
          or o.check_at < now() + make_interval(secs => ${withinSeconds(times)} / 2))
        and (x.complete or x.lines >= (select count(*) from order_lines l where l.order_id = o.id))),
    back as (
      update order_lines l set vanished_at = null
      from seen where seen.was_gone and l.order_id = seen.id and l.vanished_at is not null)
    update orders o set seen_at = now(), fruitless_checks = 0, vanished_at = null, vanished_because = null,
      vanished_text = null, changed_at = case when seen.was_gone then now() else o.changed_at end,
      check_at = ${checkAfterSighting(times, 'o')}
    from seen where o.id = seen.id`.execute(scope.trx);
}

/**
 * Notes that orders were read by id. Without news the next check of an order comes twice as late as the last.
 * `askedBy` ends the wishes to read them again that are not newer.
 */
export async function noteChecked(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
  askedBy: string,
  times: CheckTimes,
): Promise<void> {
  if (nativeOrderIds.length === 0) return;
  const within = withinSeconds(times);
  await sql`
    update orders o set seen_at = now(),
      read_again_at = case when o.read_again_at <= ${askedBy}::timestamptz then null else o.read_again_at end,
      vanished_at = case when o.vanished_because = 'in_part' then o.vanished_at end,
      vanished_because = case when o.vanished_because = 'in_part' then o.vanished_because end,
      vanished_text = null,
      changed_at = case when o.vanished_because <> 'in_part' then now() else o.changed_at end,
      fruitless_checks = case when o.changed_at = now() then 0 else least(o.fruitless_checks + 1, 12) end,
      check_at = case
        when ${isOver(times)} then null
        else now() + make_interval(secs => (1 + random() / 4) * case when o.changed_at = now() then ${within}
          else least(${within} * 2 ^ least(o.fruitless_checks + 1, 12), ${RAREST_CHECK_MS / 1000}::float8) end) end
    where o.owner_id = ${scope.owner} and o.account_id = ${account}
      and o.native_order_id = any(${[...nativeOrderIds]}::text[])`.execute(scope.trx);
}
