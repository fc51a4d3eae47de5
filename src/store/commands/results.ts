import { sql } from 'kysely';
import type { CommandKind, CommandState, ItemState } from '../../domain/command.ts';
import {
  type AccountId,
  accountId,
  type CommandId,
  type CommandItemId,
  commandId,
} from '../../domain/ids.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import { recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { OpenCommand } from './command.ts';
import { holdPricedItems, noteTakenPrices } from './taken-prices.ts';

export interface ItemResult {
  readonly item: CommandItemId;
  readonly state: ItemState;
  readonly reason: string | null;
  readonly nativeCode: string | null;
  readonly nativeText: string | null;
  /** What was found before anything was sent, in words of our own. */
  readonly says?: Localized | null;
}

export interface CommandResult {
  readonly command: CommandId;
  readonly state: CommandState;
  /** For a command that stays open: when to go on. */
  readonly notBefore: Date | null;
  readonly trouble: unknown;
  /** From now on it is sent by itself. */
  readonly alone?: boolean;
  /** Nothing was tried: the marketplace turned the whole account, or this kind of call, away. */
  readonly untried?: boolean;
  readonly items: readonly ItemResult[];
}

/**
 * Locks commands and answers which are still as this process left them. After a long stall another one may have
 * taken them over; what we know then is old, and only a reading may speak.
 */
export async function lockUnchanged(
  scope: OwnerScope,
  commands: readonly OpenCommand[],
): Promise<readonly OpenCommand[]> {
  await holdPricedItems(scope, commands);
  const { rows } = await sql<{ id: number }>`
    select c.id from commands c
    join json_to_recordset(${sqlJson(
      commands.map(({ id, state, attempts }) =>
        state === 'pending' ? { id, state: 'sending', attempts: attempts + 1 } : { id, state, attempts },
      ),
    )}::json) as x(id bigint, state text, attempts integer)
      on x.id = c.id and x.state = c.state and x.attempts = c.attempts
    where c.owner_id = ${scope.owner} order by c.id for update of c`.execute(scope.trx);
  const unchanged = new Set(rows.map(({ id }) => commandId(id)));
  return commands.filter(({ id }) => unchanged.has(id));
}

/**
 * Writes what became of commands and their items, and tells of those that came to an end. A value for a thing on sale, or a
 * wish for a listing, that would wait again while a newer one is there is superseded instead.
 */
export async function writeResults(scope: OwnerScope, results: readonly CommandResult[]): Promise<void> {
  if (results.length === 0) return;
  await sql`
    update command_items i set state = x.state, reason = x.reason, native_code = x.native_code, native_text = x.native_text,
      says = x.says
    from json_to_recordset(${sqlJson(
      results.flatMap(({ items }) =>
        items.map((item) => ({
          id: item.item,
          state: item.state,
          reason: item.reason,
          native_code: item.nativeCode,
          native_text: item.nativeText,
          says: item.says ?? null,
        })),
      ),
    )}::json) as x(id bigint, state text, reason text, native_code text, native_text text, says jsonb)
    where i.owner_id = ${scope.owner} and i.id = x.id`.execute(scope.trx);
  const { rows } = await sql<EndedRow>`
    update commands c set
      state = case when x.newer is null then x.state else 'superseded' end, superseded_by = x.newer,
      not_before = coalesce(x.not_before, c.not_before), trouble = x.trouble, alone = c.alone or x.alone,
      attempts = case when x.untried then c.attempts - 1 else c.attempts end,
      finished_at = case when x.newer is null and x.state in ('pending', 'unknown') then null else now() end
    from (
      select r.*, newer.id as newer
      from json_to_recordset(${sqlJson(
        results.map((result) => ({
          id: result.command,
          state: result.state,
          not_before: result.notBefore?.toISOString() ?? null,
          trouble: result.trouble,
          alone: result.alone ?? false,
          untried: result.untried ?? false,
        })),
      )}::json) as r(id bigint, state text, not_before timestamptz, trouble jsonb, alone boolean, untried boolean)
      join commands old on old.id = r.id
      left join lateral (
        select n.id from (
          select id from commands
          where account_id = old.account_id and queue = old.queue and kind = old.kind and state <> 'canceled'
          order by id desc limit 1) n
        where n.id > old.id and (old.native_item_id is not null and r.state in ('pending', 'unknown')
          or old.listing_id is not null and r.state = 'pending')) newer on true) x
    where c.owner_id = ${scope.owner} and c.id = x.id
    returning ${ENDED_COLUMNS}`.execute(scope.trx);
  await noteTakenPrices(
    scope,
    rows.flatMap(({ id, kind, state }) => (kind === 'set_price' && state === 'done' ? [commandId(id)] : [])),
  );
  await followSettling(scope, rows, results);
  await tellEnded(scope, rows);
}

export interface EndedRow {
  readonly id: number;
  readonly state: CommandState;
  readonly kind: CommandKind;
  readonly account_id: number;
  readonly order_id: number | null;
  readonly claim_id: number | null;
  readonly native_item_id: string | null;
  readonly listing_id: number | null;
  readonly plan_id: number | null;
  readonly superseded_by: number | null;
  readonly trouble: { readonly reason?: string } | null;
}

export const ENDED_COLUMNS = sql.raw(
  `c.id, c.state, c.kind, c.account_id, c.order_id, c.claim_id, c.native_item_id, c.listing_id, c.plan_id, c.superseded_by,
  c.trouble`,
);

/** A call that timed out may still be at work over there: the newer value goes out after it has settled. */
async function followSettling(
  scope: OwnerScope,
  rows: readonly EndedRow[],
  results: readonly CommandResult[],
): Promise<void> {
  const waits = new Map(
    results
      .filter(({ state, notBefore }) => state === 'unknown' && notBefore !== null)
      .map(({ command, notBefore }) => [Number(command), notBefore?.toISOString()]),
  );
  const newer = rows.flatMap(({ id, superseded_by }) =>
    superseded_by !== null && waits.has(id) ? [{ id: superseded_by, at: waits.get(id) }] : [],
  );
  const gone = rows.filter(({ state }) => state === 'superseded').map(({ id }) => id);
  if (gone.length > 0) {
    await sql`
      update command_items set state = 'canceled'
      where owner_id = ${scope.owner} and command_id = any(${gone}::bigint[]) and state in ('pending', 'unknown')`.execute(
      scope.trx,
    );
  }
  if (newer.length === 0) return;
  await sql`
    update commands c set not_before = greatest(c.not_before, x.at)
    from json_to_recordset(${sqlJson(newer)}::json) as x(id bigint, at timestamptz)
    where c.owner_id = ${scope.owner} and c.id = x.id and c.state = 'pending'`.execute(scope.trx);
}

const FAILED: readonly CommandState[] = ['partial', 'refused', 'dead'];

/** Tells followers of commands that came to an end by themselves. */
export async function tellEnded(scope: OwnerScope, rows: readonly EndedRow[]): Promise<void> {
  const ended = rows.filter(({ state }) => state === 'done' || FAILED.includes(state));
  await recordEvents(
    scope,
    ended.map((row) => ({
      type: row.state === 'done' ? 'command.finished' : 'command.failed',
      account: accountId(row.account_id),
      data: {
        command_id: row.id,
        kind: row.kind,
        state: row.state,
        account_id: row.account_id,
        order_id: row.order_id,
        claim_id: row.claim_id,
        native_item_id: row.native_item_id,
        listing_id: row.listing_id,
        plan_id: row.plan_id,
        reason: row.trouble?.reason ?? null,
      },
    })),
  );
}

/** Given up in one transaction at the most, so that it stays short. */
const GIVEN_UP_AT_ONCE = 1_000;

/**
 * Gives up commands that the same trouble holds up for too long: those of one kind, or of every kind, that were asked
 * for longer ago than `triedForMs`.
 */
export async function giveUp(
  scope: OwnerScope,
  account: AccountId,
  which: { readonly kind: CommandKind | null; readonly triedForMs: number; readonly trouble: unknown },
): Promise<void> {
  const { rows } = await sql<EndedRow>`
    update commands c set state = 'dead', trouble = ${sqlJson(which.trouble)}::jsonb, finished_at = now()
    where c.id in (
      select id from commands
      where owner_id = ${scope.owner} and account_id = ${account} and state in ('pending', 'unknown')
        and (${which.kind}::text is null or kind = ${which.kind}::text)
        and tried_since < now() - ${which.triedForMs}::float8 * interval '1 millisecond'
      order by lane_rank, waiting_since, id limit ${GIVEN_UP_AT_ONCE})
    returning ${ENDED_COLUMNS}`.execute(scope.trx);
  await tellEnded(scope, rows);
}
