import { sql } from 'kysely';

/** The items of a listing `g` that can be bought, as JSON in the shape of `ListedItem`, in their order. */
export const LISTED_ITEMS = sql.raw(`(
  select coalesce(json_agg(json_build_object('nativeItemId', t.native_item_id, 'optionValues', t.option_values,
    'sellerSku', t.seller_sku, 'isLinked', t.linked, 'wanted', t.wanted_quantity, 'linkedCode', (
      select min(s.code) from listing_links k join skus s on s.id = k.sku_id where k.listing_item_id = t.id
      having count(*) = 1 and max(k.quantity) = 1)) order by t.nth, t.id), '[]')
  from listing_items t where t.listing_id = g.id and t.gone_at is null)`);
