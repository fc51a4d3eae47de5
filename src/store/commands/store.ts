import { sql } from 'kysely';
import { isOfferPayload } from '../../domain/command.ts';
import { type CommandId, commandId } from '../../domain/ids.ts';
import { LANES, type Lane } from '../../marketplaces/kit/budget.ts';
import { chunked } from '../../marketplaces/kit/windows.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { NewCommand } from './command.ts';

// Where statistics are missing, which on an embedded database is for ever, the planner takes all indexes and all orders
// of joins for about equally good, and ten thousand commands are compared with ten thousand. So what belongs to a
// queue is looked up row by row and by its queue alone (`offset 0` keeps other conditions out), and found again by id.

/**
 * Stores commands and answers their ids in the order given. A wish that stands already is answered with the command
 * it has: for an order while the command is open or done and no other wish of its kind came after it, for a thing on
 * sale or a listing while it is open and the last. A new value for a thing on sale, or a newer wish of the same kind for
 * a listing, supersedes those that wait, and takes over their place. Whoever waits before a command in its queue is
 * lifted into its lane.
 */
export async function storeCommands(
  scope: OwnerScope,
  commands: readonly NewCommand[],
): Promise<readonly CommandId[]> {
  const rows = wantedRows(commands);
  const ids = new Map<string, CommandId>();
  for (const chunk of chunked(rows, AT_ONCE)) {
    for (const stored of await storeChunk(scope, chunk)) ids.set(nameOf(stored), commandId(stored.id));
  }
  const last = new Map(rows.map((row) => [placeOf(row), nameOf(row)]));
  return commands.map((command) => {
    const id = ids.get(last.get(placeOf(wantedRow(command))) ?? '');
    if (id === undefined) throw new Error(`command ${command.key} was not stored`);
    return id;
  });
}

/** Stored with one statement. */
const AT_ONCE = 500;

async function storeChunk(scope: OwnerScope, rows: readonly Wanted[]): Promise<readonly Stored[]> {
  const known = await standing(scope, rows);
  const names = new Set(known.map(nameOf));
  const fresh = rows.filter((row) => !names.has(nameOf(row)));
  const stored = fresh.length === 0 ? [] : await insert(scope, fresh);
  // Somebody else asked for the same at the same moment and was first.
  const theirs = stored.length < fresh.length ? await standing(scope, fresh) : [];
  await supersede(scope, fresh, stored);
  await lift(scope, rows);
  return [...known, ...theirs, ...stored];
}

function nameOf({ account_id, key }: { readonly account_id: number; readonly key: string }): string {
  return `${account_id}|${key}`;
}

interface Wanted {
  readonly account_id: number;
  readonly order_id: number | null;
  readonly claim_id: number | null;
  readonly native_item_id: string | null;
  readonly listing_id: number | null;
  readonly draft: unknown;
  readonly queue: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly lane: Lane;
  readonly actor: string;
  readonly cause: string;
  readonly plan_id: number | null;
  readonly lines: readonly number[];
}

interface Stored {
  readonly id: number;
  readonly account_id: number;
  readonly key: string;
}

/** The commands as rows: of several equal ones, or several values for one thing on sale or wishes for a listing, the last. */
function wantedRows(commands: readonly NewCommand[]): readonly Wanted[] {
  return [...new Map(commands.map(wantedRow).map((row) => [placeOf(row), row])).values()];
}

function placeOf(row: Wanted): string {
  return isNewestOnly(row) ? `${row.account_id}|${row.queue}|${row.kind}` : nameOf(row);
}

/** Whether a newer wish of its kind takes its place. */
function isNewestOnly({ native_item_id, listing_id }: Wanted): boolean {
  return native_item_id !== null || listing_id !== null;
}

function wantedRow(command: NewCommand): Wanted {
  const { payload } = command;
  const common = {
    account_id: command.account,
    kind: payload.kind,
    key: command.key,
    payload,
    lane: command.lane,
    actor: command.actor,
    cause: command.cause,
    plan_id: command.plan ?? null,
    order_id: null,
    claim_id: null,
    native_item_id: null,
    listing_id: null,
    draft: null,
    lines: [],
  };
  if ('claim' in command) {
    const { order, claim } = command;
    const queue = order === null ? `claim|${claim}` : `order|${order}`;
    return { ...common, order_id: order, claim_id: claim, queue };
  }
  if ('order' in command) {
    const queue = `order|${command.order}`;
    return { ...common, order_id: command.order, queue, lines: command.lines };
  }
  if ('listing' in command) {
    const queue = `listing|${command.listing}`;
    return { ...common, listing_id: command.listing, draft: command.draft, queue };
  }
  const native = isOfferPayload(payload) ? payload.nativeItemId : '';
  const queue = `${payload.kind}|${native}`;
  return { ...common, native_item_id: native, queue };
}

const RECORD =
  sql.raw(`x(account_id bigint, order_id bigint, claim_id bigint, native_item_id text, listing_id bigint, queue text,
  kind text, key text, payload jsonb, draft jsonb, lane text, actor text, cause text, plan_id bigint, lines bigint[])`);

/**
 * The commands that make a wish idle. An order is acknowledged or shipped once, whatever came between; an invoice or a
 * delay may be set back to an earlier value, and a thing on sale or a listing may have changed by itself since it was
 * done, as may a claim, which the buyer can open anew.
 */
async function standing(scope: OwnerScope, wanted: readonly Wanted[]): Promise<readonly Stored[]> {
  const { rows } = await sql<Stored>`
    select c.id, c.account_id, c.key
    from json_to_recordset(${sqlJson(wanted)}::json) as ${RECORD}
    cross join lateral (
      select c.id, c.account_id, c.key, c.state from commands c
      where c.owner_id = ${scope.owner} and c.account_id = x.account_id and c.queue = x.queue and c.kind = x.kind
        and (x.kind not in ('acknowledge', 'ship', 'split', 'cancel') or c.key = x.key)
        and c.state not in ('canceled', 'superseded', 'partial', 'refused', 'dead')
      order by c.id desc limit 1) c
    where c.key = x.key and (x.native_item_id is null or c.state <> 'done')
      and (x.listing_id is null or c.state <> 'done') and (x.claim_id is null or c.state <> 'done')`.execute(
    scope.trx,
  );
  return rows;
}

async function insert(scope: OwnerScope, wanted: readonly Wanted[]): Promise<readonly Stored[]> {
  const { rows } = await sql<Stored>`
    with incoming as materialized (
      select row_number() over () as at, x.* from json_to_recordset(${sqlJson(wanted)}::json) as ${RECORD}),
    stored as (
      insert into commands (owner_id, account_id, kind, order_id, claim_id, native_item_id, listing_id, key, payload, draft, state,
        lane, actor, cause, plan_id, waiting_since, not_before)
      select ${scope.owner}, i.account_id, i.kind, i.order_id, i.claim_id, i.native_item_id, i.listing_id, i.key, i.payload,
        i.draft, 'pending',
        (${[...LANES]}::text[])[1 + least(array_position(${[...LANES]}::text[], i.lane) - 1, before.lane_rank)],
        i.actor, i.cause, i.plan_id, coalesce(before.waiting_since, now()), coalesce(before.settled_at, now())
      from incoming i
      left join lateral (
        select min(c.lane_rank) as lane_rank, min(c.waiting_since) as waiting_since,
          -- A call that timed out may still be at work over there; the newer value goes out after it has settled.
          max(c.not_before) filter (where c.state = 'unknown' and c.not_before > now()) as settled_at
        from (
          select lane_rank, waiting_since, not_before, state from commands
          where (i.native_item_id is not null or i.listing_id is not null) and owner_id = ${scope.owner}
            and account_id = i.account_id and queue = i.queue and kind = i.kind and state in ('pending', 'unknown')
          order by id offset 0) c) before on true
      order by i.at
      on conflict (account_id, key)
        where native_item_id is null and listing_id is null and state in ('pending', 'sending', 'unknown') do nothing
      returning id, account_id, key)
    select id, account_id, key from stored`.execute(scope.trx);
  const lines = new Map(wanted.map((row) => [nameOf(row), row.lines]));
  await insertItems(
    scope,
    rows.map((row) => ({ id: row.id, lines: lines.get(nameOf(row)) ?? [] })),
  );
  return rows;
}

async function insertItems(
  scope: OwnerScope,
  commands: readonly { readonly id: number; readonly lines: readonly number[] }[],
): Promise<void> {
  const items = commands.flatMap(({ id, lines }) =>
    (lines.length === 0 ? [null] : lines).map((line) => ({ command: id, line })),
  );
  await sql`
    insert into command_items (command_id, order_line_id, owner_id, state)
    select command, line, ${scope.owner}, 'pending'
    from json_to_recordset(${sqlJson(items)}::json) as x(command bigint, line bigint)`.execute(scope.trx);
}

/**
 * Whatever still waits for the same thing on sale, or of the same kind for the same listing, is overtaken by the new
 * wishes. What may have been carried out for a listing is not: a second one would be made beside it.
 */
async function supersede(
  scope: OwnerScope,
  wanted: readonly Wanted[],
  stored: readonly Stored[],
): Promise<void> {
  const ids = new Map(stored.map((row) => [nameOf(row), row.id]));
  const newer = wanted.filter(isNewestOnly).map((row) => ({
    account_id: row.account_id,
    queue: row.queue,
    kind: row.kind,
    id: ids.get(nameOf(row)),
  }));
  if (newer.length === 0) return;
  await sql`
    with overtaken as (
      update commands c set state = 'superseded', finished_at = now(), superseded_by = (
        select n.id from commands n
        where n.account_id = c.account_id and n.queue = c.queue and n.kind = c.kind order by n.id desc limit 1)
      where c.owner_id = ${scope.owner} and c.state in ('pending', 'unknown') and c.id = any(array(
        select old.id
        from json_to_recordset(${sqlJson(newer)}::json) as x(account_id bigint, queue text, kind text, id bigint)
        cross join lateral (
          select c.id from commands c
          where c.owner_id = ${scope.owner} and c.account_id = x.account_id and c.queue = x.queue and c.kind = x.kind
            and (c.state = 'pending' or c.state = 'unknown' and c.native_item_id is not null)
          order by c.id offset 0) old
        where old.id < x.id))
      returning c.id)
    update command_items i set state = 'canceled'
    where i.command_id = any(array(select id from overtaken)) and i.state in ('pending', 'unknown')`.execute(
    scope.trx,
  );
}

/** A click does not wait for bulk work because bulk work stands before it in its own queue. */
async function lift(scope: OwnerScope, wanted: readonly Wanted[]): Promise<void> {
  for (const [lane, rows] of Map.groupBy(wanted, (row) => row.lane)) {
    const rank = LANES.indexOf(lane);
    if (rank === LANES.length - 1) continue;
    const queues = rows.map(({ account_id, queue }) => ({ account_id, queue }));
    await sql`
      update commands c set lane = ${lane}
      where c.owner_id = ${scope.owner} and c.state in ('pending', 'unknown') and c.id = any(array(
        select before.id
        from json_to_recordset(${sqlJson(queues)}::json) as x(account_id bigint, queue text)
        cross join lateral (
          select c.id from commands c
          where c.owner_id = ${scope.owner} and c.account_id = x.account_id and c.queue = x.queue
            and c.state in ('pending', 'unknown') and c.lane_rank > ${rank}
          order by c.id offset 0) before))`.execute(scope.trx);
  }
}
