import { sql } from 'kysely';
import type { SkuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** A thing on sale that a SKU is a part of, and what its shop knows of the stock. */
export interface OfferOfSku {
  readonly listing_item_id: number;
  readonly listing_id: number;
  readonly listing: string;
  readonly account_id: number;
  readonly platform: string;
  readonly native_item_id: string | null;
  readonly option_values: readonly string[];
  /** Units of the SKU in one of it. */
  readonly quantity: number;
  readonly follows_stock: boolean;
  readonly buffer: number;
  readonly share_percent: number;
  /** What was decided last that may be sold; null where nothing was yet. */
  readonly wanted: number | null;
  /** As the marketplace showed it last. */
  readonly shown: number | null;
  /** How far the last number has come; null where none was told by itself. */
  readonly command_state: string | null;
}

/** Everything on sale that holds a SKU, by shop. */
export async function listOffersOfSku(scope: OwnerScope, sku: SkuId): Promise<readonly OfferOfSku[]> {
  const { rows } = await sql<OfferOfSku>`
    select t.id as listing_item_id, t.listing_id, g.name as listing, t.account_id, g.platform, t.native_item_id,
      t.option_values, k.quantity, t.follows_stock, t.buffer, t.share_percent, t.wanted_quantity as wanted,
      t.quantity as shown, c.state as command_state
    from listing_links k
    join listing_items t on t.id = k.listing_item_id and t.gone_at is null
    join listings g on g.id = t.listing_id and g.gone_at is null
    left join lateral (
      select c.state from commands c
      where c.owner_id = ${scope.owner} and c.account_id = t.account_id and c.queue = 'set_stock|' || t.native_item_id
        and c.state not in ('canceled', 'superseded')
      order by c.id desc limit 1) c on true
    where k.owner_id = ${scope.owner} and k.sku_id = ${sku}
    order by t.account_id, t.id`.execute(scope.trx);
  return rows;
}
