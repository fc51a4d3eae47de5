import { sql } from 'kysely';
import type { CommandKind, CommandPayload, CommandState, ItemState } from '../domain/command.ts';
import {
  type AccountId,
  accountId,
  type CommandId,
  commandId,
  type OrderId,
  type OrderLineId,
  orderId,
  orderLineId,
} from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export interface NewCommand {
  readonly account: AccountId;
  readonly order: OrderId;
  readonly lines: readonly OrderLineId[];
  readonly payload: CommandPayload;
  /** The same wish has the same key; it is stored once. */
  readonly key: string;
  readonly actor: string;
  readonly cause: string;
}

export interface Command {
  readonly id: CommandId;
  readonly account: AccountId;
  readonly order: OrderId;
  readonly payload: CommandPayload;
  readonly state: CommandState;
  readonly attempts: number;
  readonly notBefore: Date;
  readonly actor: string;
  readonly cause: string;
  readonly trouble: unknown;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly items: readonly CommandItem[];
}

export interface CommandItem {
  readonly line: OrderLineId;
  readonly state: ItemState;
  readonly reason: string | null;
  readonly nativeCode: string | null;
  readonly nativeText: string | null;
}

/** Stores commands, each once, and answers their ids in the order given: the new one's, or the equal one's before. */
export async function storeCommands(
  scope: OwnerScope,
  commands: readonly NewCommand[],
): Promise<readonly CommandId[]> {
  const wanted = commands.map((command, at) => ({
    at,
    account_id: command.account,
    order_id: command.order,
    kind: command.payload.kind,
    key: command.key,
    payload: command.payload,
    actor: command.actor,
    cause: command.cause,
    lines: command.lines,
  }));
  const record =
    sql.raw(`x(at integer, account_id bigint, order_id bigint, kind text, key text, payload jsonb,
    actor text, cause text, lines bigint[])`);
  const stored = await sql<{ id: number; account_id: number; key: string }>`
    with incoming as materialized (
      select * from json_to_recordset(${sqlJson(wanted)}::json) as ${record}),
    fresh as (
      insert into commands (owner_id, account_id, kind, order_id, key, payload, state, actor, cause)
      select ${scope.owner}, account_id, kind, order_id, key, payload, 'pending', actor, cause from incoming order by at
      on conflict (account_id, key) where state not in ('partial', 'refused', 'dead') do nothing
      returning id, account_id, key),
    items as (
      insert into command_items (command_id, order_line_id, owner_id, state)
      select f.id, line, ${scope.owner}, 'pending'
      from fresh f join incoming i using (account_id, key), unnest(i.lines) as line)
    select id, account_id, key from fresh`.execute(scope.trx);
  const known = await sql<{ id: number; account_id: number; key: string }>`
    select c.id, c.account_id, c.key
    from json_to_recordset(${sqlJson(wanted)}::json) as ${record}
    join commands c on c.account_id = x.account_id and c.key = x.key and c.state not in ('partial', 'refused', 'dead')
    where c.owner_id = ${scope.owner}`.execute(scope.trx);
  const ids = new Map([...known.rows, ...stored.rows].map((row) => [`${row.account_id}|${row.key}`, row.id]));
  return commands.map((command) => {
    const id = ids.get(`${command.account}|${command.key}`);
    if (id === undefined) throw new Error(`command ${command.key} was not stored`);
    return commandId(id);
  });
}

/** A command that may be worked on now, with what the marketplace needs to know of its lines. */
export interface OpenCommand {
  readonly id: CommandId;
  readonly order: OrderId;
  readonly nativeOrderId: string;
  readonly kind: CommandKind;
  readonly payload: CommandPayload;
  readonly state: 'pending' | 'unknown';
  readonly attempts: number;
  readonly createdAt: Date;
  readonly items: readonly OpenItem[];
}

export interface OpenItem {
  readonly line: OrderLineId;
  readonly state: 'pending' | 'unknown';
  /** Why the marketplace refused it, when that refusal is in doubt. */
  readonly suspicion: string | null;
  readonly nativeCode: string | null;
  readonly nativeText: string | null;
  readonly nativeLineId: string;
  readonly nativeItemId: string;
  readonly packageKey: string;
}

/** A command whose sending was begun by a process that died may have arrived: it becomes unknown. */
export async function recoverSending(scope: OwnerScope, account: AccountId): Promise<void> {
  await sql`
    with stuck as (
      update commands set state = 'unknown', not_before = now()
      where owner_id = ${scope.owner} and account_id = ${account} and state = 'sending' returning id)
    update command_items i set state = 'unknown' from stuck
    where i.command_id = stuck.id and i.state = 'pending'`.execute(scope.trx);
}

/**
 * The oldest commands of an account that are due. Of each order only its oldest open command is taken, so that
 * what was asked first happens first.
 */
export async function dueCommands(
  scope: OwnerScope,
  account: AccountId,
  limit: number,
): Promise<readonly OpenCommand[]> {
  const { rows } = await sql<{
    id: number;
    order_id: number;
    native_order_id: string;
    kind: CommandKind;
    payload: CommandPayload;
    state: 'pending' | 'unknown';
    attempts: number;
    created_at: Date;
    order_line_id: number;
    item_state: 'pending' | 'unknown';
    reason: string | null;
    native_code: string | null;
    native_text: string | null;
    native_line_id: string;
    native_item_id: string;
    package_key: string;
  }>`
    with due as (
      select c.* from commands c
      where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.state in ('pending', 'unknown')
        and c.not_before <= now()
        and not exists (select from commands earlier
          where earlier.account_id = c.account_id and earlier.state in ('pending', 'sending', 'unknown')
            and earlier.order_id = c.order_id and earlier.id < c.id)
      order by c.id limit ${limit})
    select c.id, c.order_id, o.native_order_id, c.kind, c.payload, c.state, c.attempts, c.created_at, i.order_line_id,
      i.state as item_state, i.reason, i.native_code, i.native_text, l.native_line_id, l.native_item_id, l.package_key
    from due c
    join orders o on o.id = c.order_id
    join command_items i on i.command_id = c.id and i.state in ('pending', 'unknown')
    join order_lines l on l.id = i.order_line_id
    order by c.id, l.id`.execute(scope.trx);
  const commands = new Map<number, OpenCommand & { readonly items: OpenItem[] }>();
  for (const row of rows) {
    const item: OpenItem = {
      line: orderLineId(row.order_line_id),
      state: row.item_state,
      suspicion: row.reason,
      nativeCode: row.native_code,
      nativeText: row.native_text,
      nativeLineId: row.native_line_id,
      nativeItemId: row.native_item_id,
      packageKey: row.package_key,
    };
    const known = commands.get(row.id);
    if (known !== undefined) {
      known.items.push(item);
      continue;
    }
    commands.set(row.id, {
      id: commandId(row.id),
      order: orderId(row.order_id),
      nativeOrderId: row.native_order_id,
      kind: row.kind,
      payload: row.payload,
      state: row.state,
      attempts: row.attempts,
      createdAt: row.created_at,
      items: [item],
    });
  }
  return [...commands.values()];
}

/** When the account's next open command becomes due, or null when none is open. */
export async function nextCommandAt(scope: OwnerScope, account: AccountId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(not_before) as at from commands
    where owner_id = ${scope.owner} and account_id = ${account} and state in ('pending', 'unknown')`.execute(
    scope.trx,
  );
  return rows[0]?.at ?? null;
}

/** Notes that commands are about to leave. Committed before the call, so that a crash leaves a trace. */
export async function noteSending(scope: OwnerScope, ids: readonly CommandId[]): Promise<void> {
  await sql`
    update commands set state = 'sending', attempts = attempts + 1
    where owner_id = ${scope.owner} and id = any(${[...ids]}::bigint[])`.execute(scope.trx);
}

export interface ItemResult {
  readonly command: CommandId;
  readonly line: OrderLineId;
  readonly state: ItemState;
  readonly reason: string | null;
  readonly nativeCode: string | null;
  readonly nativeText: string | null;
}

export interface CommandResult {
  readonly command: CommandId;
  readonly state: CommandState;
  /** For a command that stays open: when to go on. */
  readonly notBefore: Date | null;
  readonly trouble: unknown;
}

/** Writes what became of commands and their items. */
export async function writeResults(
  scope: OwnerScope,
  items: readonly ItemResult[],
  commands: readonly CommandResult[],
): Promise<void> {
  await sql`
    update command_items i set state = x.state, reason = x.reason, native_code = x.native_code, native_text = x.native_text
    from json_to_recordset(${sqlJson(
      items.map((item) => ({
        command_id: item.command,
        line: item.line,
        state: item.state,
        reason: item.reason,
        native_code: item.nativeCode,
        native_text: item.nativeText,
      })),
    )}::json) as x(command_id bigint, line bigint, state text, reason text, native_code text, native_text text)
    where i.owner_id = ${scope.owner} and i.command_id = x.command_id and i.order_line_id = x.line`.execute(
    scope.trx,
  );
  await sql`
    update commands c set state = x.state, not_before = coalesce(x.not_before, c.not_before), trouble = x.trouble,
      finished_at = case when x.state in ('pending', 'unknown') then null else now() end
    from json_to_recordset(${sqlJson(
      commands.map((command) => ({
        id: command.command,
        state: command.state,
        not_before: command.notBefore?.toISOString() ?? null,
        trouble: command.trouble,
      })),
    )}::json) as x(id bigint, state text, not_before timestamptz, trouble jsonb)
    where c.owner_id = ${scope.owner} and c.id = x.id`.execute(scope.trx);
}

/** Commands by id with their items, oldest first. Those of other owners are left out. */
export async function findCommands(
  scope: OwnerScope,
  ids: readonly CommandId[],
): Promise<readonly Command[]> {
  return readCommands(scope, sql`c.id = any(${[...ids]}::bigint[])`);
}

/** The commands of one order with their items, oldest first. */
export async function commandsOfOrder(scope: OwnerScope, order: OrderId): Promise<readonly Command[]> {
  return readCommands(scope, sql`c.order_id = ${order}`);
}

async function readCommands(scope: OwnerScope, which: ReturnType<typeof sql>): Promise<readonly Command[]> {
  const { rows } = await sql<{
    id: number;
    account_id: number;
    order_id: number;
    payload: CommandPayload;
    state: CommandState;
    attempts: number;
    not_before: Date;
    actor: string;
    cause: string;
    trouble: unknown;
    created_at: Date;
    finished_at: Date | null;
    items: {
      line: number;
      state: ItemState;
      reason: string | null;
      native_code: string | null;
      native_text: string | null;
    }[];
  }>`
    select c.id, c.account_id, c.order_id, c.payload, c.state, c.attempts, c.not_before, c.actor, c.cause, c.trouble,
      c.created_at, c.finished_at, items.items
    from commands c
    cross join lateral (
      select coalesce(json_agg(json_build_object('line', i.order_line_id, 'state', i.state, 'reason', i.reason,
        'native_code', i.native_code, 'native_text', i.native_text) order by i.order_line_id), '[]') as items
      from command_items i where i.command_id = c.id) items
    where c.owner_id = ${scope.owner} and ${which} order by c.id`.execute(scope.trx);
  return rows.map((row) => ({
    id: commandId(row.id),
    account: accountId(row.account_id),
    order: orderId(row.order_id),
    payload: row.payload,
    state: row.state,
    attempts: row.attempts,
    notBefore: row.not_before,
    actor: row.actor,
    cause: row.cause,
    trouble: row.trouble,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    items: row.items.map((item) => ({
      line: orderLineId(item.line),
      state: item.state,
      reason: item.reason,
      nativeCode: item.native_code,
      nativeText: item.native_text,
    })),
  }));
}
