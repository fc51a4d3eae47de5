import { sql } from 'kysely';
import { type AccountId, accountId, type CommandId, commandId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { type CommandFilter, MAY_RETRY, matching } from './filter.ts';

/** A command that a person has opened again, or called off. */
export interface Touched {
  readonly id: CommandId;
  readonly account: AccountId;
  readonly kind: string;
  readonly order: number | null;
}

interface TouchedRow {
  readonly id: number;
  readonly account_id: number;
  readonly kind: string;
  readonly order_id: number | null;
}

/**
 * Opens commands that ended badly again, newest first, and answers them. Only what was not done is tried; what may
 * have arrived is looked up first. Left out: those that a later wish replaces, and those of disconnected shops.
 */
export async function retryCommands(
  scope: OwnerScope,
  filter: CommandFilter,
  limit: number,
): Promise<readonly Touched[]> {
  const { rows } = await sql<TouchedRow>`
    with chosen as materialized (
      select c.id from commands c
      where ${matching(scope, filter)} and ${MAY_RETRY}
      order by c.created_at desc, c.id desc limit ${limit} for update of c),
    items as (
      update command_items i set reason = null, native_code = null, native_text = null, says = null,
        state = case when i.state = 'unknown' then 'unknown' else 'pending' end
      from chosen where i.command_id = chosen.id and i.state <> 'done'
      returning i.command_id, i.state)
    update commands c set attempts = 0, retried = c.retried + 1, tried_since = now(), waiting_since = now(),
      not_before = now(), trouble = null, finished_at = null,
      state = case when open.unknown then 'unknown' else 'pending' end
    from (select command_id, bool_or(state = 'unknown') as unknown from items group by command_id) open
    where c.id = open.command_id
    returning c.id, c.account_id, c.kind, c.order_id`.execute(scope.trx);
  return rows.map(touchedFrom);
}

/** Calls off commands that have not left, newest first, and answers them. What was done already stays done. */
export async function cancelCommands(
  scope: OwnerScope,
  filter: CommandFilter,
  limit: number,
): Promise<readonly Touched[]> {
  const { rows } = await sql<TouchedRow>`
    with chosen as materialized (
      select c.id from commands c
      where ${matching(scope, filter)} and c.state = 'pending'
      order by c.created_at desc, c.id desc limit ${limit} for update of c),
    items as (
      update command_items i set state = 'canceled'
      where i.command_id = any(array(select id from chosen)) and i.state = 'pending'),
    ended as (
      select chosen.id, bool_or(i.state = 'done') as done, bool_or(i.state = 'refused') as refused
      from chosen join command_items i on i.command_id = chosen.id group by chosen.id)
    update commands c set finished_at = now(),
      state = case when ended.done then 'partial' when ended.refused then 'refused' else 'canceled' end
    from ended where c.id = ended.id
    returning c.id, c.account_id, c.kind, c.order_id`.execute(scope.trx);
  return rows.map(touchedFrom);
}

function touchedFrom(row: TouchedRow): Touched {
  return {
    id: commandId(row.id),
    account: accountId(row.account_id),
    kind: row.kind,
    order: row.order_id,
  };
}
