import { sql } from 'kysely';
import type { CommandPayload, CommandState, ItemState } from '../../domain/command.ts';
import {
  accountId,
  type ClaimId,
  type CommandId,
  claimId,
  commandId,
  listingId,
  type OrderId,
  orderId,
  orderLineId,
} from '../../domain/ids.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { FieldChange } from '../../marketplaces/kit/catalog.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { OwnerScope } from '../scope.ts';
import type { TimePosition } from '../time-keyset.ts';
import type { Command } from './command.ts';
import { type CommandFilter, MAY_RETRY, matching } from './filter.ts';

/** Commands by id with their items, oldest first. Those of other owners are left out. */
export async function findCommands(
  scope: OwnerScope,
  ids: readonly CommandId[],
): Promise<readonly Command[]> {
  const rows = await read(
    scope,
    sql`
    select c.* from commands c where ${matching(scope, { ids })}`,
  );
  return rows.map(({ command }) => command).toSorted((a, b) => a.id - b.id);
}

/** The commands of one order with their items, oldest first. */
export async function commandsOfOrder(scope: OwnerScope, order: OrderId): Promise<readonly Command[]> {
  const rows = await read(
    scope,
    sql`
    select c.* from commands c where ${matching(scope, { order })}`,
  );
  return rows.map(({ command }) => command).toSorted((a, b) => a.id - b.id);
}

/** The commands for one claim with their items, oldest first. */
export async function commandsOfClaim(scope: OwnerScope, claim: ClaimId): Promise<readonly Command[]> {
  const rows = await read(
    scope,
    sql`
    select c.* from commands c where ${matching(scope, { claim })}`,
  );
  return rows.map(({ command }) => command).toSorted((a, b) => a.id - b.id);
}

export interface ListedCommand {
  readonly command: Command;
  readonly position: TimePosition;
}

/** One page of commands with their items, newest first. */
export function listCommands(
  scope: OwnerScope,
  filter: CommandFilter,
  page: { readonly limit: number; readonly after: TimePosition | null },
): Promise<readonly ListedCommand[]> {
  const { limit, after } = page;
  const beyond =
    after === null ? sql`true` : sql`(c.created_at, c.id) < (${after.at}::timestamptz, ${after.id}::bigint)`;
  return read(
    scope,
    sql`
    select c.* from commands c where ${matching(scope, filter)} and ${beyond}
    order by c.created_at desc, c.id desc limit ${limit}`,
  );
}

interface Row {
  readonly id: number;
  readonly account_id: number;
  readonly platform: string;
  readonly edition: string;
  readonly order_id: number | null;
  readonly claim_id: number | null;
  readonly listing_id: number | null;
  readonly differences: readonly FieldChange[] | null;
  readonly payload: CommandPayload;
  readonly lane: Lane;
  readonly state: CommandState;
  readonly attempts: number;
  readonly retried: number;
  readonly not_before: Date;
  readonly actor: string;
  readonly cause: string;
  readonly plan_id: number | null;
  readonly superseded_by: number | null;
  readonly may_retry: boolean;
  readonly trouble: unknown;
  readonly created_at: Date;
  readonly at_text: string;
  readonly finished_at: Date | null;
  readonly items: readonly {
    readonly line: number | null;
    readonly state: ItemState;
    readonly reason: string | null;
    readonly native_code: string | null;
    readonly native_text: string | null;
    readonly says: Localized | null;
  }[];
}

async function read(scope: OwnerScope, which: ReturnType<typeof sql>): Promise<readonly ListedCommand[]> {
  const { rows } = await sql<Row>`
    with page as materialized (${which})
    select c.id, c.account_id, a.platform, a.edition, c.order_id, c.claim_id, c.listing_id, c.differences, c.payload, c.lane, c.state, c.attempts, c.retried, c.actor, c.cause,
      c.plan_id, c.superseded_by, c.created_at, to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text, c.finished_at, items.items,
      ${MAY_RETRY} as may_retry, coalesce(p.trouble, c.trouble) as trouble, greatest(c.not_before, p.until) as not_before
    from page c
    join accounts a on a.id = c.account_id
    left join lateral (
      select p.trouble, p.until from command_pauses p
      where c.state = 'pending' and p.account_id = c.account_id and p.kind in ('any', c.kind) and p.until > now()
      order by p.until desc limit 1) p on true
    cross join lateral (
      select coalesce(json_agg(json_build_object('line', i.order_line_id, 'state', i.state, 'reason', i.reason,
        'native_code', i.native_code, 'native_text', i.native_text, 'says', i.says) order by i.order_line_id), '[]') as items
      from command_items i where i.command_id = c.id) items
    order by c.created_at desc, c.id desc`.execute(scope.trx);
  return rows.map((row) => ({
    position: { at: row.at_text, id: row.id },
    command: commandFrom(row),
  }));
}

function commandFrom(row: Row): Command {
  return {
    id: commandId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    edition: row.edition,
    order: row.order_id === null ? null : orderId(row.order_id),
    claim: row.claim_id === null ? null : claimId(row.claim_id),
    listing: row.listing_id === null ? null : listingId(row.listing_id),
    differences: row.differences,
    payload: row.payload,
    lane: row.lane,
    state: row.state,
    attempts: row.attempts,
    retried: row.retried,
    notBefore: row.not_before,
    actor: row.actor,
    cause: row.cause,
    plan: row.plan_id,
    supersededBy: row.superseded_by === null ? null : commandId(row.superseded_by),
    mayRetry: row.may_retry,
    trouble: row.trouble,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    items: row.items.map((item) => ({
      line: item.line === null ? null : orderLineId(item.line),
      state: item.state,
      reason: item.reason,
      nativeCode: item.native_code,
      nativeText: item.native_text,
      says: item.says,
    })),
  };
}
