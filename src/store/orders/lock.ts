import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** Locks those of the orders that the hub has, in the order in which every writer does, and answers their numbers. */
export async function lockOrders(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ native_order_id: string }>`
    select native_order_id from orders
    where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[])
    order by native_order_id collate "C" for update`.execute(scope.trx);
  return new Set(rows.map((row) => row.native_order_id));
}
