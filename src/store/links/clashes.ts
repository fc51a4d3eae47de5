import { type RawBuilder, sql } from 'kysely';
import type { ListingItemId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What is linked so that it will hurt: stock or prices of the wrong thing, or of one thing twice. */
export const CLASH_KINDS = [
  /** The same code of the seller's on items that are linked to different products. */
  'code_of_several_products',
  /** The same code of the seller's on several items of one shop. */
  'code_twice_in_shop',
  /** Codes of SKUs that people and spreadsheets take for the same. */
  'sku_codes_alike',
  /** An item that is linked to one SKU, and none of their option values agree. */
  'options_disagree',
  /** One SKU behind several options of the same listing, each by itself and in the same quantity. */
  'sku_twice_in_listing',
] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

export interface Clash {
  readonly kind: ClashKind;
  /** What clashes: a code, or the number of an item or listing. Unique in its kind. */
  readonly key: string;
  readonly items: readonly number[];
  readonly skus: readonly number[];
  /** The code, or the SKU and option texts that disagree. */
  readonly told: readonly string[];
}

export interface ClashPage {
  readonly kinds: readonly ClashKind[];
  /** Only what one of these items takes part in. */
  readonly items?: readonly ListingItemId[] | null;
  readonly limit: number;
  readonly after: { readonly kind: ClashKind; readonly key: string } | null;
}

/** Clashes of the kinds asked for, in the order of `CLASH_KINDS` and then of their keys. */
export async function listClashes(
  scope: OwnerScope,
  { kinds, items, limit, after }: ClashPage,
): Promise<readonly Clash[]> {
  const wanted = CLASH_KINDS.filter((kind) => kinds.includes(kind));
  const from = after === null ? 0 : CLASH_KINDS.indexOf(after.kind);
  const selected = wanted
    .filter((kind) => CLASH_KINDS.indexOf(kind) >= from)
    .map((kind) => {
      const beyond = kind === after?.kind ? after.key : null;
      return sql`(
        select ${CLASH_KINDS.indexOf(kind)}::integer as place, c.key, c.items, c.skus, c.told
        from (${QUERIES[kind](scope, items ?? null)}) c
        where ${beyond === null ? sql`true` : sql`c.key collate "C" > ${beyond}`}
          and ${items ? sql`c.items && ${[...items]}::bigint[]` : sql`true`}
        order by c.key collate "C" limit ${limit})`;
    });
  if (selected.length === 0) return [];
  const { rows } = await sql<{
    place: number;
    key: string;
    items: readonly number[];
    skus: readonly number[];
    told: readonly string[];
  }>`
    select place, key, to_json(items) as items, to_json(skus) as skus, told
    from (${sql.join(selected, sql` union all `)}) found
    order by place, key collate "C" limit ${limit}`.execute(scope.trx);
  return rows.flatMap(({ place, key, items: of, skus, told }) => {
    const kind = CLASH_KINDS[place];
    return kind === undefined ? [] : [{ kind, key, items: of, skus, told }];
  });
}

/** Rows of one clash are cut here: whoever has more of them sees enough. */
const MOST = 50;

type Concerned = readonly ListingItemId[] | null;

const QUERIES: Readonly<Record<ClashKind, (scope: OwnerScope, items: Concerned) => RawBuilder<unknown>>> = {
  code_of_several_products: ({ owner }, items) => sql`
    select i.seller_sku as key, (array_agg(i.id order by i.id))[1:${sql.lit(MOST)}] as items,
      (array_agg(distinct i.sku_id))[1:${sql.lit(MOST)}] as skus, array[i.seller_sku] as told
    from (
      -- A bundle has several products by itself: its first one speaks for it.
      select t.id, t.seller_sku, min(k.sku_id) as sku_id, min(s.product_id) as product_id
      from listing_items t join listing_links k on k.listing_item_id = t.id join skus s on s.id = k.sku_id
      where t.owner_id = ${owner} and t.seller_sku is not null and t.linked and t.gone_at is null
        and ${ofTheSame('seller_sku', items)}
      group by t.id) i
    group by i.seller_sku having count(distinct i.product_id) > 1`,
  code_twice_in_shop: ({ owner }, items) => sql`
    select t.account_id || ' ' || t.seller_sku as key, (array_agg(t.id order by t.id))[1:${sql.lit(MOST)}] as items,
      '{}'::bigint[] as skus, array[t.seller_sku] as told
    from listing_items t where t.owner_id = ${owner} and t.seller_sku is not null and t.gone_at is null
      and ${ofTheSame('seller_sku', items)}
    group by t.seller_sku, t.account_id having count(distinct (t.listing_id, t.option_values)) > 1`,
  sku_codes_alike: ({ owner }) => sql`
    select ${plain(sql`s.code`)} as key, '{}'::bigint[] as items, (array_agg(s.id order by s.id))[1:${sql.lit(MOST)}] as skus,
      (array_agg(s.code order by s.id))[1:${sql.lit(MOST)}] as told
    from skus s where s.owner_id = ${owner} and s.deleted_at is null
    group by 1 having count(*) > 1 and ${plain(sql`min(s.code)`)} <> ''`,
  options_disagree: ({ owner }, items) => sql`
    select t.id::text as key, array[t.id] as items, array[s.id] as skus,
      array[array_to_string(t.option_values, ' / '), array_to_string(s.option_values, ' / ')] as told
    from listing_items t join listing_links k on k.listing_item_id = t.id join skus s on s.id = k.sku_id
    where t.owner_id = ${owner} and t.linked and t.gone_at is null and t.option_values <> '{}' and s.option_values <> '{}'
      and ${ofTheSame('id', items)}
      and not exists (select from listing_links o where o.listing_item_id = t.id and o.sku_id <> k.sku_id)
      and exists (
        select from unnest(s.option_values) v
        where position(${plain(sql`v`)} in ${plain(sql`array_to_string(t.option_values, ' ')`)}) = 0)
      and exists (
        select from unnest(t.option_values) v
        where position(${plain(sql`v`)} in ${plain(sql`array_to_string(s.option_values, ' ')`)}) = 0)`,
  sku_twice_in_listing: ({ owner }, items) => sql`
    select t.listing_id || ' ' || k.sku_id || ' ' || k.quantity as key, (array_agg(t.id order by t.id))[1:${sql.lit(MOST)}] as items,
      array[k.sku_id] as skus, array[s.code] as told
    from listing_items t join listing_links k on k.listing_item_id = t.id join skus s on s.id = k.sku_id
    where t.owner_id = ${owner} and t.linked and t.gone_at is null and ${ofTheSame('listing_id', items)}
      and not exists (select from listing_links o where o.listing_item_id = t.id and o.sku_id <> k.sku_id)
    group by t.listing_id, k.sku_id, s.code, k.quantity having count(distinct t.option_values) > 1`,
};

/** Only items that share something with those that matter, so that the rest need not be looked through. */
function ofTheSame(column: 'id' | 'listing_id' | 'seller_sku', items: Concerned): RawBuilder<unknown> {
  if (items === null) return sql`true`;
  return sql`t.${sql.ref(column)} = any(array(
    select o.${sql.ref(column)} from listing_items o where o.id = any(${[...items]}::bigint[])))`;
}

/** A code or option without case, spaces and punctuation, in SQL. */
function plain(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lower(regexp_replace(normalize(${text}, NFKC), '[[:space:][:punct:]]', '', 'g'))`;
}
