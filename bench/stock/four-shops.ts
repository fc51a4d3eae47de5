import { sql } from 'kysely';
import type { OwnerId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import type { Account } from '../../src/store/accounts.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { connectShop } from '../../test/harness/hub.ts';

/** Nobody calls these shops, so any keys will do. */
const SHOPS = [
  {
    platform: 'coupang',
    credentials: { access_key: 'ak', secret_key: 'sk-of-a-shop', vendor_id: 'A00012345' },
  },
  { platform: 'naver', credentials: { client_id: 'an id', client_secret: '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe' } },
  { platform: 'eleventh_street', credentials: { api_key: 'key-of-a-shop' } },
  {
    platform: 'esm',
    credentials: { master_id: 'master', secret_key: 'sk-of-a-shop', gmarket_seller_id: 'seller' },
  },
] as const;
/** Of each SKU on the shelf, and so in every shop: more than is sold. */
const ON_HAND = 5_000;

/** Listings whose items are written in one transaction. */
const AT_ONCE = 500;

export interface FourShops {
  readonly owner: OwnerId;
  readonly accounts: readonly Account[];
}

/** Four connected shops that all sell the same SKUs, each in a listing of its own and told how many there are. */
export async function fourShops(hub: Hub, skus: number): Promise<FourShops> {
  const owner = await createOwner(hub.db, 'bench');
  const accounts: Account[] = [];
  for (const shop of SHOPS) {
    const { account } = await connectShop(hub, { owner, baseUrl: 'http://127.0.0.1:9', ...shop });
    accounts.push(account);
  }
  // One after the other, with statistics between: in one transaction the planner would take all of it for empty.
  for (const rows of [
    sql`
      with product as (
        insert into products (owner_id, seller_code, name, description, price, currency, tax, minors_may_buy, images, delivery,
          certifications, option_names)
        select ${owner}, 'p-' || n, '상품 ' || n, '', 1000, 'KRW', 'taxed', true, '{}', '{}', '[]', '{}'
        from generate_series(1, ${skus}::integer) n returning id)
      insert into skus (owner_id, product_id, code, nth, option_values, safety_stock)
      select ${owner}, id, 's-' || row_number() over (order by id), 0, '{}', 10 from product order by id`,
    sql`
      with place as (insert into locations (owner_id, name, is_default) values (${owner}, '창고', true) returning id),
      counted as (
        insert into stock_movements (owner_id, sku_id, location_id, kind, quantity, balance_after, cause_kind, cause_ref, actor)
        select ${owner}, s.id, place.id, 'count', ${ON_HAND}, ${ON_HAND}, 'person', 'first count', 'bench' from skus s, place)
      insert into stock_levels (owner_id, sku_id, location_id, on_hand, reserved)
      select ${owner}, s.id, place.id, ${ON_HAND}, 0 from skus s, place`,
    sql`
      update sku_stock set on_hand = ${ON_HAND}, tracked_since = now(), counted_at = now(), told = 'enough'`,
    sql`
      insert into listings (owner_id, account_id, platform, native_listing_id, name, state_known, native_status, currency)
      select ${owner}, a.id, a.platform, s.code, s.code, true, 'SALE', 'KRW' from accounts a, skus s order by a.id, s.id`,
  ]) {
    await asOwner(hub.db, owner, ({ trx }) => rows.execute(trx));
    await sql`analyze`.execute(hub.db.root);
  }
  const listings = skus * accounts.length;
  for (let from = 0; from < listings; from += AT_ONCE) {
    // As an import does it: triggers keep what is linked, for hundreds of listings at once and not for all of them.
    await asOwner(hub.db, owner, async ({ trx }) => {
      await sql`
        insert into listing_items (owner_id, account_id, listing_id, native_item_id, nth, option_values, wanted_quantity,
          wanted_at, quantity)
        select ${owner}, account_id, id, native_listing_id, 0, '{}', ${ON_HAND}, now(), ${ON_HAND} from listings
        where id > ${from} and id <= ${from + AT_ONCE}`.execute(trx);
      await sql`
        insert into listing_links (listing_item_id, sku_id, owner_id, quantity, linked_by, reason)
        select i.id, s.id, ${owner}, 1, 'bench', 'code' from listing_items i join skus s on s.owner_id = i.owner_id
          and s.code = i.native_item_id and s.deleted_at is null
        where i.listing_id > ${from} and i.listing_id <= ${from + AT_ONCE}`.execute(trx);
    });
    if (from === 0) await sql`analyze`.execute(hub.db.root);
  }
  await sql`vacuum analyze`.execute(hub.db.root);
  return { owner, accounts };
}

/** What an order line carries for the SKU in this place of the shelf. */
export function itemNumber(nth: number): string {
  return `s-${nth + 1}`;
}
