import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { NativeCategory } from '../../marketplaces/kit/catalog.ts';
import { chunked } from '../../marketplaces/kit/windows.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { allOf } from '../time-keyset.ts';

/** When the categories of a shop's marketplace were read last; null for never. */
export async function categoriesReadAt(scope: OwnerScope, account: AccountId): Promise<Date | null> {
  const { rows } = await sql<{ read_at: Date }>`
    select read_at from native_category_readings
    where owner_id = ${scope.owner} and account_id = ${account}`.execute(scope.trx);
  return rows[0]?.read_at ?? null;
}

const AT_ONCE = 2_000;

/** Keeps the categories as they are now, in place of those that were read before. */
export async function writeCategories(
  { owner, trx }: OwnerScope,
  account: AccountId,
  categories: readonly NativeCategory[],
  now: Date,
): Promise<void> {
  // Who reads them at the same moment waits here, and then writes the same again.
  await sql`
    insert into native_category_readings (account_id, owner_id, read_at) values (${account}, ${owner}, ${now})
    on conflict (account_id) do update set read_at = excluded.read_at`.execute(trx);
  await sql`delete from native_categories where owner_id = ${owner} and account_id = ${account}`.execute(trx);
  const unique = [...new Map(categories.map((category) => [category.id, category])).values()];
  for (const chunk of chunked(unique, AT_ONCE)) {
    await sql`
      insert into native_categories (account_id, native_category_id, owner_id, parent_id, name, path, leaf)
      select ${account}, id, ${owner}, parent_id, name, path, leaf
      from json_to_recordset(${sqlJson(
        chunk.map(({ id, parentId, name, path, leaf }) => ({ id, parent_id: parentId, name, path, leaf })),
      )}::json) as x(id text, parent_id text, name text, path text, leaf boolean)`.execute(trx);
  }
}

export interface CategoryFilter {
  /** Words that all stand somewhere in the path; or the number itself. */
  readonly text: string | null;
  /** Only those right below this one; an empty text for the topmost. */
  readonly parentId: string | null;
  /** Only those that take listings. */
  readonly leavesOnly: boolean;
}

interface CategoryRow {
  readonly native_category_id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly path: string;
  readonly leaf: boolean;
}

/** Categories by their path. Those whose own name has the words come first. */
export async function findCategories(
  scope: OwnerScope,
  account: AccountId,
  { text, parentId, leavesOnly }: CategoryFilter,
  limit: number,
): Promise<readonly NativeCategory[]> {
  const words = text === null ? [] : text.split(/[\s>]+/).filter((word) => word !== '');
  const like = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const last = words.at(-1);
  const { rows } = await sql<CategoryRow>`
    select native_category_id, parent_id, name, path, leaf from native_categories
    where owner_id = ${scope.owner} and account_id = ${account} and ${allOf([
      sql`true`,
      leavesOnly && sql`leaf`,
      parentId !== null && sql`coalesce(parent_id, '') = ${parentId}`,
      text !== null &&
        words.length > 0 &&
        sql`(native_category_id = ${text.trim()} or ${allOf(words.map((word) => sql`path ilike ${like(word)}`))})`,
    ])}
    order by ${last === undefined ? sql`` : sql`name not ilike ${like(last)},`} length(name), path
    limit ${limit}`.execute(scope.trx);
  return rows.map(categoryOf);
}

/** The category of exactly this number, as it was read last. */
export async function findCategory(
  scope: OwnerScope,
  account: AccountId,
  id: string,
): Promise<NativeCategory | undefined> {
  const { rows } = await sql<CategoryRow>`
    select native_category_id, parent_id, name, path, leaf from native_categories
    where owner_id = ${scope.owner} and account_id = ${account} and native_category_id = ${id}`.execute(
    scope.trx,
  );
  return rows.map(categoryOf)[0];
}

function categoryOf(row: CategoryRow): NativeCategory {
  return {
    id: row.native_category_id,
    parentId: row.parent_id,
    name: row.name,
    path: row.path,
    leaf: row.leaf,
  };
}

export interface SuggestedCategory {
  readonly id: string;
  readonly path: string | null;
  /** Chosen for this very category of the seller's; else for its products, or for others. */
  readonly because: 'remembered' | 'same_category' | 'used_before';
}

/** Categories of a marketplace that were chosen before, the likeliest first. */
export async function suggestCategories(
  scope: OwnerScope,
  account: AccountId,
  platform: string,
  categoryKey: string | null,
  limit: number,
): Promise<readonly SuggestedCategory[]> {
  const { rows } = await sql<{ id: string; path: string | null; rank: number }>`
    with used as (
      select cc.native_category_id as id, 0 as rank, 1 as times from category_choices cc
      where cc.owner_id = ${scope.owner} and cc.platform = ${platform} and cc.category_key = ${categoryKey}
      union all
      select g.native_category_id, case when p.category_key = ${categoryKey} then 1 else 2 end, count(*)
      from listings g left join products p on p.id = g.product_id
      where g.owner_id = ${scope.owner} and g.platform = ${platform} and g.native_category_id is not null
        and g.gone_at is null
      group by 1, 2),
    best as (
      select id, min(rank) as rank, sum(times) as times from used group by id
      order by 2, 3 desc, 1 limit ${limit})
    select best.id, best.rank, coalesce(c.path, cc.path) as path from best
    left join native_categories c on c.account_id = ${account} and c.native_category_id = best.id
    left join lateral (
      select path from category_choices
      where owner_id = ${scope.owner} and platform = ${platform} and native_category_id = best.id limit 1) cc on true
    order by best.rank, best.times desc, best.id`.execute(scope.trx);
  return rows.map(({ id, path, rank }) => ({
    id,
    path,
    because: rank === 0 ? 'remembered' : rank === 1 ? 'same_category' : 'used_before',
  }));
}

/** Remembers what the seller's own category means at a marketplace. */
export async function rememberCategory(
  { owner, trx }: OwnerScope,
  platform: string,
  choice: {
    readonly categoryKey: string;
    readonly categoryId: string;
    readonly path: string | null;
    readonly actor: string;
  },
): Promise<void> {
  await sql`
    insert into category_choices (owner_id, platform, category_key, native_category_id, path, chosen_by)
    values (${owner}, ${platform}, ${choice.categoryKey}, ${choice.categoryId}, ${choice.path}, ${choice.actor})
    on conflict (owner_id, platform, category_key) do update set native_category_id = excluded.native_category_id,
      path = excluded.path, chosen_by = excluded.chosen_by, chosen_at = now()`.execute(trx);
}
