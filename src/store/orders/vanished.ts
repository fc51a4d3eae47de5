import { sql } from 'kysely';
import type { AccountId, OrderId } from '../../domain/ids.ts';
import { FINAL_STATUSES } from '../../domain/status.ts';
import { recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { type CheckTimes, isOver, RAREST_CHECK_MS, withinSeconds } from './seen.ts';

/**
 * Why an order counts as vanished: the marketplace says it is over, it does not show it, or a whole read of it lacks
 * lines it had. A fact beside the status, which stays what was last seen: absence closes nothing (law 4).
 */
export const VANISHED_BECAUSE = ['ended', 'not_shown', 'in_part'] as const;
export type VanishedBecause = (typeof VANISHED_BECAUSE)[number];

/** An order that was asked for by id and not shown. */
export interface NotShown {
  readonly nativeOrderId: string;
  readonly nativeText: string;
  readonly ended: boolean;
}

interface VanishedRow {
  id: OrderId;
  platform: string;
  native_order_id: string;
  vanished_because: VanishedBecause;
}

/** An answer may be a blink of the marketplace. It counts at once only for an order the feeds do not show either. */
const BLINKS = 1;

/**
 * Flags orders that their marketplace would not show, and has them asked for again later and later. One that is
 * flagged for the first time makes an event. Orders the hub does not have are passed over.
 */
export async function noteNotShown(
  scope: OwnerScope,
  account: AccountId,
  missing: readonly NotShown[],
  times: CheckTimes,
): Promise<void> {
  if (missing.length === 0) return;
  const { rows } = await sql<VanishedRow & { fresh: boolean }>`
    with incoming as (
      select o.id, o.vanished_at as was, x.native_text, x.ended,
        coalesce(x.ended or o.check_at <= now() or o.fruitless_checks >= ${BLINKS}, false) as gone
      from json_to_recordset(${sqlJson(
        missing.map(({ nativeOrderId, nativeText, ended }) => ({
          native_order_id: nativeOrderId,
          native_text: nativeText.slice(0, 500),
          ended,
        })),
      )}::json) as x(native_order_id text, native_text text, ended boolean)
      join orders o on o.account_id = ${account} and o.native_order_id = x.native_order_id
      where o.owner_id = ${scope.owner})
    update orders o set
      vanished_at = case when i.gone then coalesce(o.vanished_at, now()) else o.vanished_at end,
      vanished_because = case when i.ended then 'ended' when i.gone then 'not_shown' else o.vanished_because end,
      vanished_text = case when i.gone then i.native_text else o.vanished_text end,
      changed_at = case when i.gone and i.was is null then now() else o.changed_at end,
      read_again_at = null,
      fruitless_checks = least(o.fruitless_checks + 1, 12),
      check_at = case
        when ${isOver(times)} then null
        else now() + make_interval(secs => (1 + random() / 4)
          * least(${withinSeconds(times)} * 2 ^ o.fruitless_checks, ${RAREST_CHECK_MS / 1000}::float8)) end
    from incoming i where o.id = i.id
    returning o.id, o.platform, o.native_order_id, o.vanished_because, i.gone and i.was is null as fresh`.execute(
    scope.trx,
  );
  await tell(
    scope,
    account,
    rows.filter(({ fresh }) => fresh),
  );
}

/**
 * Compares orders that were read whole with their known lines, after these were written: lines that are not in them
 * any more are flagged, and lines that came back are not.
 */
export async function noteLinesGone(
  scope: OwnerScope,
  account: AccountId,
  orders: readonly { readonly nativeOrderId: string; readonly nativeLineIds: readonly string[] }[],
): Promise<void> {
  if (orders.length === 0) return;
  const { rows } = await sql<VanishedRow & { any_gone: boolean; was: Date | null }>`
    with incoming as (
      select o.id, o.vanished_at as was, x.lines
      from json_to_recordset(${sqlJson(
        orders.map(({ nativeOrderId, nativeLineIds }) => ({
          native_order_id: nativeOrderId,
          lines: nativeLineIds,
        })),
      )}::json) as x(native_order_id text, lines text[])
      join orders o on o.account_id = ${account} and o.native_order_id = x.native_order_id
      where o.owner_id = ${scope.owner}),
    judged as (
      select l.id, l.order_id, l.vanished_at, not l.native_line_id = any(i.lines)
        and coalesce(l.status <> all(${[...FINAL_STATUSES]}::text[]), true) as gone
      from order_lines l join incoming i on i.id = l.order_id),
    flagged as (
      update order_lines l set vanished_at = case when j.gone then now() end
      from judged j where l.id = j.id and j.gone <> (l.vanished_at is not null)),
    summed as (select order_id, bool_or(gone) as any_gone from judged group by order_id)
    update orders o set vanished_at = case when s.any_gone then coalesce(o.vanished_at, now()) end,
      vanished_because = case when s.any_gone then 'in_part' end, vanished_text = null, changed_at = now()
    from incoming i join summed s on s.order_id = i.id
    where o.id = i.id and (s.any_gone <> (o.vanished_at is not null) or o.vanished_because <> 'in_part')
    returning o.id, o.platform, o.native_order_id, o.vanished_because, s.any_gone, i.was`.execute(scope.trx);
  await tell(
    scope,
    account,
    rows.filter(({ any_gone, was }) => any_gone && was === null),
  );
}

function tell(scope: OwnerScope, account: AccountId, rows: readonly VanishedRow[]): Promise<void> {
  return recordEvents(
    scope,
    rows.map((row) => ({
      type: 'order.vanished',
      account,
      data: {
        order_id: row.id,
        platform: row.platform,
        native_order_id: row.native_order_id,
        because: row.vanished_because,
      },
    })),
  );
}
