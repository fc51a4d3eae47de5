import { sql } from 'kysely';
import type { AskedThing } from '../../marketplaces/kit/hooks.ts';
import type { Account } from '../accounts.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { OfferParts } from './offered-items.ts';

/** A thing on sale that a question may be about. */
export interface AskedItem extends OfferParts {
  /** Which of the things that were asked about. */
  readonly nth: number;
  /** How well it fits, from 0 on: by the marketplace's numbers in their order, then by the seller's codes. */
  readonly rank: number;
}

interface AskedRow {
  readonly nth: number;
  readonly rank: number;
  readonly buffer: number;
  readonly share_percent: number;
  readonly parts: readonly { readonly quantity: number; readonly available: number | null }[];
}

/** What a shop has on sale, and follows the ledger, of the things that a marketplace asks about. Reads only. */
export async function askedItems(
  scope: OwnerScope,
  { id: account }: Pick<Account, 'id'>,
  things: readonly AskedThing[],
): Promise<readonly AskedItem[]> {
  const names = things.flatMap(({ names: own }, nth) => own.map((name, rank) => ({ nth, rank, name })));
  const codes = things.map(({ names: own, sellerCode, option }, nth) => ({
    nth,
    rank: own.length,
    code: sellerCode,
    is_option: option !== null,
    option_code: option?.code ?? null,
    option_value: option?.value ?? null,
  }));
  const { rows } = await sql<AskedRow>`
    with asked as materialized (
      select x.nth, x.rank, t.id from json_to_recordset(${sqlJson(names)}::json) as x(nth integer, rank integer, name text)
      join listing_items t on t.account_id = ${account} and t.native_item_id = x.name
      union all
      select x.nth, x.rank, t.id
      from json_to_recordset(${sqlJson(codes)}::json) as x(nth integer, rank integer, code text, is_option boolean,
        option_code text, option_value text)
      join listings g on g.account_id = ${account} and g.seller_code = x.code and g.gone_at is null
      join listing_items t on t.listing_id = g.id and case when x.is_option
        then coalesce(t.seller_sku = x.option_code, array[x.option_value] = t.option_values)
        else cardinality(t.option_values) = 0 end)
    select asked.nth, asked.rank, t.buffer, t.share_percent, p.parts
    from asked join listing_items t on t.id = asked.id and t.owner_id = ${scope.owner} and t.follows_stock
      and t.gone_at is null
    cross join lateral (
      select json_agg(json_build_object('quantity', k.quantity, 'available',
        case when s.tracked_since is not null then s.on_hand - s.reserved end)) as parts
      from listing_links k join sku_stock s on s.sku_id = k.sku_id where k.listing_item_id = t.id) p
    where p.parts is not null
    order by asked.nth, asked.rank`.execute(scope.trx);
  return rows.map((row) => ({
    nth: row.nth,
    rank: row.rank,
    buffer: row.buffer,
    sharePercent: row.share_percent,
    parts: row.parts,
  }));
}
