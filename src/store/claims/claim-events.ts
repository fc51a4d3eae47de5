import { sql } from 'kysely';
import type { AccountId, ClaimId } from '../../domain/ids.ts';
import { type NewEvent, recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';
import type { WrittenClaim } from './write.ts';

/**
 * Tells what happened to claims of one account. Claims that the first pull of a shop finds are its history and no news;
 * what moves later always is.
 */
export async function tellOfClaims(
  scope: OwnerScope,
  account: AccountId,
  happened: { readonly written: readonly WrittenClaim[]; readonly conflicts: readonly ClaimId[] },
): Promise<void> {
  const moved = happened.written.filter(
    ({ created, state, stateBefore }) => created || state !== stateBefore,
  );
  if (moved.length === 0 && happened.conflicts.length === 0) return;
  const tellsFinds = moved.some(({ created }) => created) && (await hasReadBefore(scope, account));
  const news = moved.filter(({ created }) => !created || tellsFinds);
  const ids = [...news.map(({ id }) => id), ...happened.conflicts];
  if (ids.length === 0) return;
  const facts = await factsOf(scope, ids);
  await recordEvents(scope, [
    ...news.flatMap(({ id, created, stateBefore }): readonly NewEvent[] => {
      const data = facts.get(id);
      if (data === undefined) return [];
      if (created) return [{ type: 'claim.opened', account, data }];
      return [{ type: 'claim.changed', account, data: { ...data, previous_state: stateBefore } }];
    }),
    ...happened.conflicts.flatMap((id): readonly NewEvent[] => {
      const data = facts.get(id);
      return data === undefined ? [] : [{ type: 'claim.conflict', account, data }];
    }),
  ]);
}

/** What events tell of claims: ids and states, never who or why in somebody's words. */
async function factsOf(
  scope: OwnerScope,
  ids: readonly ClaimId[],
): Promise<ReadonlyMap<ClaimId, Readonly<Record<string, unknown>>>> {
  const { rows } = await sql<{ id: ClaimId } & Readonly<Record<string, unknown>>>`
    select c.id, c.order_id, c.platform, c.native_order_id, c.native_claim_id, c.kind, c.state, c.fault, c.reason,
      c.due_at, c.due_for, c.conflict,
      array(select cl.order_line_id from claim_lines cl where cl.claim_id = c.id and cl.order_line_id is not null
        order by cl.nth) as line_ids
    from claims c where c.owner_id = ${scope.owner} and c.id = any(${[...ids]}::bigint[])`.execute(scope.trx);
  return new Map(rows.map(({ id, ...facts }) => [id, { claim_id: id, ...facts }]));
}

/** Whether the account was read to its end once: what is found afterwards is new. */
async function hasReadBefore(scope: OwnerScope, account: AccountId): Promise<boolean> {
  const { rows } = await sql`
    select from sync_runs where owner_id = ${scope.owner} and account_id = ${account}
      and status in ('success', 'partial') limit 1`.execute(scope.trx);
  return rows.length === 1;
}
