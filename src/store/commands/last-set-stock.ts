import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What was last set as the stock of some things on sale, of those for which the marketplace has taken a number. */
export async function lastSetStock(
  scope: OwnerScope,
  account: AccountId,
  nativeItemIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ item: string; quantity: number }>`
    select x.item, last.quantity
    from unnest(${[...nativeItemIds]}::text[]) as x(item)
    cross join lateral (
      select (c.payload->>'quantity')::integer as quantity from commands c
      where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.queue = 'set_stock|' || x.item
        and c.state = 'done'
      order by c.id desc limit 1) last`.execute(scope.trx);
  return new Map(rows.map(({ item, quantity }) => [item, quantity]));
}
