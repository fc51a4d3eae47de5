import { sql } from 'kysely';
import { SOON_MS } from '../../domain/deadline.ts';
import { type AccountId, accountId } from '../../domain/ids.ts';
import { type NewEvent, recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';

/** Told of in one transaction at the most. */
const AT_ONCE = 500;

interface DueRow {
  readonly account_id: number;
  readonly platform: string;
  readonly due_at: Date;
  readonly passed: boolean;
  readonly order_id: number | null;
  readonly native_order_id: string;
}

/**
 * Tells by events of orders and claims whose deadline is near, and once more when it has passed: each deadline once,
 * also when it was moved. Deadlines that passed while nothing ran are told as passed only. Answers how many were told.
 */
export async function tellDue(scope: OwnerScope, now: Date): Promise<number> {
  const orders = await sql<DueRow & { status: string | null }>`
    update orders o set due_told = case when o.due_at <= ${now} then 2 else 1 end
    where o.id in (
      select id from orders where owner_id = ${scope.owner} and ${isDue(now)}
      order by due_at limit ${AT_ONCE} for no key update skip locked)
    returning o.account_id, o.platform, o.due_at, o.due_told = 2 as passed, o.id as order_id, o.native_order_id,
      o.status`.execute(scope.trx);
  const claims = await sql<DueRow & { id: number; kind: string; state: string | null; due_for: string }>`
    update claims c set due_told = case when c.due_at <= ${now} then 2 else 1 end
    where c.id in (
      select id from claims where owner_id = ${scope.owner} and ${isDue(now)}
      order by due_at limit ${AT_ONCE} for no key update skip locked)
    returning c.account_id, c.platform, c.due_at, c.due_told = 2 as passed, c.order_id, c.native_order_id, c.id, c.kind,
      c.state, c.due_for`.execute(scope.trx);
  await recordEvents(scope, [
    ...orders.rows.map(
      (row): NewEvent => ({
        type: row.passed ? 'order.overdue' : 'order.due_soon',
        account: accountOf(row),
        data: { ...factsOf(row), status: row.status },
      }),
    ),
    ...claims.rows.map(
      (row): NewEvent => ({
        type: row.passed ? 'claim.overdue' : 'claim.due_soon',
        account: accountOf(row),
        data: { ...factsOf(row), claim_id: row.id, kind: row.kind, state: row.state, due_for: row.due_for },
      }),
    ),
  ]);
  return orders.rows.length + claims.rows.length;
}

/** Near and never told of, or passed and not told of as passed. */
function isDue(now: Date) {
  const soon = new Date(now.getTime() + SOON_MS);
  return sql`due_at is not null and due_at <= ${soon}
    and (due_told is null or (due_told = 1 and due_at <= ${now}))`;
}

function accountOf({ account_id }: DueRow): AccountId {
  return accountId(account_id);
}

function factsOf(row: DueRow) {
  return {
    order_id: row.order_id,
    platform: row.platform,
    native_order_id: row.native_order_id,
    due_at: row.due_at.toISOString(),
  };
}
