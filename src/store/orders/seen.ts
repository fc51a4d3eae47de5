import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import { FINAL_STATUSES } from '../../domain/status.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** When an order that is not seen any more is asked for by id. */
export interface CheckTimes {
  readonly seenWithinMs: number;
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

/**
 * Notes that the feeds still show orders, so that nobody needs to ask for them. Most sightings write nothing: only
 * one that is much newer than the last, or that ends an absence. An order of which only a part was shown counts as
 * not seen, since its other lines may be gone.
 */
export async function noteSeen(
  scope: OwnerScope,
  account: AccountId,
  sightings: readonly Sighting[],
  { seenWithinMs, reachMs, followedForMs }: CheckTimes,
): Promise<void> {
  if (sightings.length === 0) return;
  const rows = sightings.map(({ nativeOrderId, lines, complete }) => ({
    native_order_id: nativeOrderId,
    lines,
    complete,
  }));
  const within = seenWithinMs / 1000;
  await sql`
    with seen as (
      select o.id, o.vanished_at is not null as was_gone,
        coalesce(o.status = any(${[...FINAL_STATUSES]}::text[]), false)
          or o.ordered_at < now() - make_interval(secs => ${followedForMs / 1000}::float8) as over
      from json_to_recordset(${sqlJson(rows)}::json) as x(native_order_id text, lines integer, complete boolean)
      join orders o on o.account_id = ${account} and o.native_order_id = x.native_order_id
      where o.owner_id = ${scope.owner}
        and (o.vanished_at is not null or o.seen_at < now() - make_interval(secs => ${within / 4}::float8)
          or (o.check_at is null) <> (coalesce(o.status = any(${[...FINAL_STATUSES]}::text[]), false)
            or o.ordered_at < now() - make_interval(secs => ${followedForMs / 1000}::float8)))
        and (x.complete or x.lines >= (select count(*) from order_lines l where l.order_id = o.id))),
    back as (
      update order_lines l set vanished_at = null
      from seen where seen.was_gone and l.order_id = seen.id and l.vanished_at is not null)
    update orders o set seen_at = now(), fruitless_checks = 0, vanished_at = null, vanished_because = null,
      vanished_text = null, changed_at = case when seen.was_gone then now() else o.changed_at end,
      check_at = case when seen.over then null
        else now() + make_interval(secs => ${within}::float8 + random() *
          case when o.ordered_at < now() - make_interval(secs => ${reachMs / 1000}::float8) then ${SPREAD_SECONDS}::float8
            else ${within / 4}::float8 end) end
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
  { seenWithinMs, followedForMs }: CheckTimes,
): Promise<void> {
  if (nativeOrderIds.length === 0) return;
  await sql`
    update orders o set seen_at = now(),
      read_again_at = case when o.read_again_at <= ${askedBy}::timestamptz then null else o.read_again_at end,
      vanished_at = case when o.vanished_because = 'in_part' then o.vanished_at end,
      vanished_because = case when o.vanished_because = 'in_part' then o.vanished_because end,
      vanished_text = null,
      changed_at = case when o.vanished_because <> 'in_part' then now() else o.changed_at end,
      fruitless_checks = case when o.changed_at = now() then 0 else least(o.fruitless_checks + 1, 12) end,
      check_at = case
        when coalesce(o.status = any(${[...FINAL_STATUSES]}::text[]), false)
          or o.ordered_at < now() - make_interval(secs => ${followedForMs / 1000}::float8) then null
        else now() + make_interval(secs => (1 + random() / 4) * case when o.changed_at = now() then ${seenWithinMs / 1000}::float8
          else least(${seenWithinMs / 1000}::float8 * 2 ^ least(o.fruitless_checks + 1, 12), ${RAREST_CHECK_MS / 1000}::float8) end) end
    where o.owner_id = ${scope.owner} and o.account_id = ${account}
      and o.native_order_id = any(${[...nativeOrderIds]}::text[])`.execute(scope.trx);
}
