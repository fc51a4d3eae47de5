import { sql } from 'kysely';
import type { CommandId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import type { OpenCommand } from './command.ts';

/**
 * Holds the things on sale whose prices these commands set. Whoever else writes things on sale and commands takes them in
 * this order, so this comes before the commands are held.
 */
export async function holdPricedItems(scope: OwnerScope, commands: readonly OpenCommand[]): Promise<void> {
  const priced = commands.flatMap(({ id, payload }) => (payload.kind === 'set_price' ? [id] : []));
  if (priced.length === 0) return;
  await sql`
    select from listing_items t where t.owner_id = ${scope.owner} and t.id in (
      select o.id from commands c
      join listing_items o on o.account_id = c.account_id and o.native_item_id = c.native_item_id
      where c.owner_id = ${scope.owner} and c.id = any(${priced}::bigint[]))
    order by t.id for update`.execute(scope.trx);
}

/** Notes prices that marketplaces have taken, so that nothing is worked out from older ones before they are read again. */
export async function noteTakenPrices(scope: OwnerScope, done: readonly CommandId[]): Promise<void> {
  if (done.length === 0) return;
  await sql`
    update listing_items t set price = (c.payload->>'price')::bigint from commands c
    where c.owner_id = ${scope.owner} and c.id = any(${[...done]}::bigint[]) and c.kind = 'set_price'
      and t.owner_id = c.owner_id and t.account_id = c.account_id and t.native_item_id = c.native_item_id`.execute(
    scope.trx,
  );
}
