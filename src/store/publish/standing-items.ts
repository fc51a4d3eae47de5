import { sql } from 'kysely';
import type { CommandId } from '../../domain/ids.ts';
import type { ListedItem } from '../../domain/listing.ts';

export interface PriceWish {
  readonly command: CommandId;
  readonly price: number;
  /** The marketplace has not taken it yet. */
  readonly isOpen: boolean;
  /** It was taken since the last publication, and what was read since may be older: a reading is written some time after it. */
  readonly isUnread: boolean;
}

/** An item of a listing as it stands, with what a publication must not set back. */
export interface StandingItem extends ListedItem {
  /** As the marketplace showed or took it last. */
  readonly price: number | null;
  /** As the marketplace showed it last, or as it was set there since. */
  readonly quantity: number | null;
  /** What it cost by the catalogue at the last publication. */
  readonly publishedPrice: number | null;
  /** The newest price that was wished for this item alone and neither refused nor called off. */
  readonly priceWish: PriceWish | null;
  /** Its number is the shop's own: it does not follow the ledger, or nobody counts what it is made of. */
  readonly isCountedThere: boolean;
}

const FIELDS = `'nativeItemId', t.native_item_id, 'optionValues', t.option_values,
  'sellerSku', t.seller_sku, 'isLinked', t.linked, 'wanted', t.wanted_quantity, 'price', t.price,
  'publishedPrice', t.published_price, 'linkedCode', (
    select min(s.code) from listing_links k join skus s on s.id = k.sku_id where k.listing_item_id = t.id
    having count(*) = 1 and max(k.quantity) = 1),
  'quantity', coalesce((
    select (c.payload->>'quantity')::integer from commands c
    where c.owner_id = t.owner_id and c.account_id = t.account_id and c.queue = 'set_stock|' || t.native_item_id
      and c.state in ('pending', 'sending', 'unknown', 'done')
      and (c.finished_at is null or t.read_at is null or c.finished_at > t.read_at)
    order by c.id desc limit 1), t.quantity),
  'priceWish', (
    select json_build_object('command', c.id, 'price', (c.payload->>'price')::bigint, 'isOpen', c.state <> 'done',
      'isUnread', c.state = 'done' and (t.read_at is null or c.finished_at > t.read_at - interval '2 minutes')
        and c.id > coalesce((select p.published_by from listings p where p.id = t.listing_id), 0))
    from commands c
    where c.owner_id = t.owner_id and c.account_id = t.account_id and c.queue = 'set_price|' || t.native_item_id
      and c.state in ('pending', 'sending', 'unknown', 'done')
    order by c.id desc limit 1),
  'isCountedThere', not t.follows_stock or t.linked and not coalesce((
    select bool_and(s.tracked_since is not null)
    from listing_links k join sku_stock s on s.sku_id = k.sku_id where k.listing_item_id = t.id), false)`;

/** What `json_build_object` makes a `StandingItem` of, for an item `t` of a listing. */
export const STANDING_FIELDS = sql.raw(FIELDS);

/** The items of a listing `g` that can be bought, as JSON in the shape of `StandingItem`, in their order. */
export const STANDING_ITEMS = sql.raw(`(
  select coalesce(json_agg(json_build_object(${FIELDS}) order by t.nth, t.id), '[]')
  from listing_items t where t.listing_id = g.id and t.gone_at is null)`);
