import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { CategoryRequirements, ShopPlace } from '../../marketplaces/kit/catalog.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** Something a shop told, and when. */
export interface Read<Fact> {
  readonly fact: Fact;
  readonly readAt: Date;
}

/** What a category demands, as it was read last; null where it never was. */
export async function findRequirements(
  { owner, trx }: OwnerScope,
  account: AccountId,
  nativeCategoryId: string,
): Promise<Read<CategoryRequirements> | null> {
  const { rows } = await sql<{ requirements: CategoryRequirements; read_at: Date }>`
    select requirements, read_at from category_requirements
    where owner_id = ${owner} and account_id = ${account} and native_category_id = ${nativeCategoryId}`.execute(
    trx,
  );
  const [row] = rows;
  return row === undefined ? null : { fact: row.requirements, readAt: row.read_at };
}

export async function writeRequirements(
  { owner, trx }: OwnerScope,
  account: AccountId,
  nativeCategoryId: string,
  requirements: CategoryRequirements,
  now: Date,
): Promise<void> {
  await sql`
    insert into category_requirements (account_id, native_category_id, owner_id, requirements, read_at)
    values (${account}, ${nativeCategoryId}, ${owner}, ${sqlJson(requirements)}::jsonb, ${now})
    on conflict (account_id, native_category_id) do update set requirements = excluded.requirements,
      read_at = excluded.read_at`.execute(trx);
}

/** The places of a shop as they were read last; null where they never were. */
export async function findPlaces(
  { owner, trx }: OwnerScope,
  account: AccountId,
): Promise<Read<readonly ShopPlace[]> | null> {
  const { rows } = await sql<{ places: readonly ShopPlace[]; read_at: Date }>`
    select places, read_at from shop_places where owner_id = ${owner} and account_id = ${account}`.execute(
    trx,
  );
  const [row] = rows;
  return row === undefined ? null : { fact: row.places, readAt: row.read_at };
}

export async function writePlaces(
  { owner, trx }: OwnerScope,
  account: AccountId,
  places: readonly ShopPlace[],
  now: Date,
): Promise<void> {
  await sql`
    insert into shop_places (account_id, owner_id, places, read_at)
    values (${account}, ${owner}, ${sqlJson(places)}::jsonb, ${now})
    on conflict (account_id) do update set places = excluded.places, read_at = excluded.read_at`.execute(trx);
}
