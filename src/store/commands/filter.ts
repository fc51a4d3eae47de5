import { sql } from 'kysely';
import type { CommandKind, CommandState } from '../../domain/command.ts';
import type { AccountId, ClaimId, CommandId, ListingId, OrderId } from '../../domain/ids.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { OwnerScope } from '../scope.ts';

/** Which commands are meant. What is absent does not narrow. */
export interface CommandFilter {
  readonly ids?: readonly CommandId[] | undefined;
  readonly states?: readonly CommandState[] | undefined;
  readonly kinds?: readonly CommandKind[] | undefined;
  readonly lanes?: readonly Lane[] | undefined;
  readonly platform?: string | undefined;
  readonly account?: AccountId | undefined;
  readonly order?: OrderId | undefined;
  readonly claim?: ClaimId | undefined;
  readonly listing?: ListingId | undefined;
  readonly plan?: number | undefined;
  readonly actor?: string | undefined;
  /** Only those that ended badly and that a person may open again. */
  readonly mayRetry?: boolean | undefined;
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly to?: Date | undefined;
}

type Condition = ReturnType<typeof sql>;

/** The filter as a condition on `commands c`. States are written out, so that the indexes over some of them are used. */
export function matching(scope: OwnerScope, filter: CommandFilter): Condition {
  const { ids, states, kinds, lanes, platform, account, order, claim, listing, plan, actor, from, to } =
    filter;
  const conditions: Condition[] = [sql`c.owner_id = ${scope.owner}`];
  if (filter.mayRetry === true) conditions.push(MAY_RETRY);
  if (ids !== undefined) conditions.push(sql`c.id = any(${[...ids]}::bigint[])`);
  if (states !== undefined)
    conditions.push(sql`c.state in (${sql.join(states.map((state) => sql.lit(state)))})`);
  if (kinds !== undefined) conditions.push(sql`c.kind = any(${[...kinds]}::text[])`);
  if (lanes !== undefined) conditions.push(sql`c.lane = any(${[...lanes]}::text[])`);
  if (platform !== undefined) {
    conditions.push(sql`c.account_id = any(array(
      select id from accounts where owner_id = ${scope.owner} and platform = ${platform}))`);
  }
  if (account !== undefined) conditions.push(sql`c.account_id = ${account}`);
  if (order !== undefined) conditions.push(sql`c.order_id = ${order}`);
  if (claim !== undefined) conditions.push(sql`c.claim_id = ${claim}`);
  if (listing !== undefined) conditions.push(sql`c.listing_id = ${listing}`);
  if (plan !== undefined) conditions.push(sql`c.plan_id = ${plan}`);
  if (actor !== undefined) conditions.push(sql`c.actor = ${actor}`);
  if (from !== undefined) conditions.push(sql`c.created_at >= ${from}`);
  if (to !== undefined) conditions.push(sql`c.created_at < ${to}`);
  return sql`${sql.join(conditions, sql` and `)}`;
}

/**
 * The last of its kind for what it is about: a wish that came later, whatever became of it, replaces it, so that an
 * older value never goes out after a newer one.
 */
const LAST_OF_ITS_KIND = sql.raw(`not exists (
  select from (
    select id, kind, state from commands
    where account_id = c.account_id and queue = c.queue and id > c.id order by id desc offset 0) n
  where n.kind = c.kind and n.state <> 'canceled'
    and (c.native_item_id is not null or c.listing_id is not null or c.claim_id is not null or exists (
      select from command_items mine join command_items theirs on theirs.order_line_id = mine.order_line_id
      where mine.command_id = c.id and mine.state <> 'done' and theirs.command_id = n.id)))`);

/** It ended badly, nothing replaces it, and its shop is there: a person may open it again. */
export const MAY_RETRY = sql`c.state in ('partial', 'refused', 'dead') and ${LAST_OF_ITS_KIND}
  and exists (select from accounts a where a.id = c.account_id and a.disconnected_at is null)`;
