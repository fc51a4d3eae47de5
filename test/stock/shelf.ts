import { sql } from 'kysely';
import type { ClaimSnapshot } from '../../src/domain/claim.ts';
import { type ListingItemId, listingItemId, type OwnerId, type SkuId, skuId } from '../../src/domain/ids.ts';
import type { OrderSnapshot } from '../../src/domain/order.ts';
import type { DeliveryTerms } from '../../src/domain/product.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { openShop } from '../../src/engine/open-shop.ts';
import { ingest } from '../../src/engine/pull/write-batch.ts';
import type { Account } from '../../src/store/accounts.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { sqlJson } from '../../src/store/sql-json.ts';
import { moveStock, type StockMove } from '../../src/store/stock/move.ts';

const FREE_DELIVERY: DeliveryTerms = {
  type: 'DELIVERY',
  fee: 0,
  freeFrom: null,
  returnFee: null,
  exchangeFee: null,
  remoteFee: null,
  leavesWithinDays: null,
  carrierId: null,
};

/** A product with one SKU for each code. */
export async function addSkus(
  scope: OwnerScope,
  codes: readonly string[],
  safetyStock = 0,
): Promise<readonly SkuId[]> {
  const { rows } = await sql<{ id: number }>`
    with product as (
      insert into products (owner_id, seller_code, name, description, price, currency, tax, minors_may_buy, images, delivery,
        certifications, option_names)
      values (${scope.owner}, ${`product of ${codes[0]}`}, '면 양말', '', 6600, 'KRW', 'taxed', true, '{}', ${sqlJson(FREE_DELIVERY)}::jsonb,
        '[]', '{}')
      returning id)
    insert into skus (owner_id, product_id, code, nth, option_values, safety_stock)
    select ${scope.owner}, product.id, code, nth, '{}', ${safetyStock}
    from product, unnest(${[...codes]}::text[]) with ordinality as x(code, nth) order by nth returning id`.execute(
    scope.trx,
  );
  return rows.map(({ id }) => skuId(id));
}

/** An item that a shop has on sale, under the number that order lines carry. */
export async function addItem(
  scope: OwnerScope,
  { id, platform }: Account,
  nativeItemId: string,
): Promise<ListingItemId> {
  const { rows } = await sql<{ id: number }>`
    with listing as (
      insert into listings (owner_id, account_id, platform, native_listing_id, name, state_known, native_status, currency)
      values (${scope.owner}, ${id}, ${platform}, ${`listing of ${nativeItemId}`}, '면 양말', true, 'SALE', 'KRW')
      returning id)
    insert into listing_items (owner_id, account_id, listing_id, native_item_id, nth, option_values)
    select ${scope.owner}, ${id}, listing.id, ${nativeItemId}, 0, '{}' from listing returning id`.execute(
    scope.trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the item was not stored');
  return listingItemId(row.id);
}

/** Says what an item is made of, and nothing else: whoever links also has the ledger catch up. */
export async function setLinks(
  scope: OwnerScope,
  item: ListingItemId,
  parts: readonly { readonly sku: SkuId; readonly quantity: number }[],
): Promise<void> {
  await sql`delete from listing_links where listing_item_id = ${item}`.execute(scope.trx);
  await sql`
    insert into listing_links (listing_item_id, sku_id, owner_id, quantity, linked_by, reason)
    select ${item}, sku, ${scope.owner}, quantity, 'test', 'by hand'
    from unnest(${parts.map(({ sku }) => sku)}::bigint[], ${parts.map(({ quantity }) => quantity)}::integer[])
      as x(sku, quantity)`.execute(scope.trx);
}

/** A movement with a cause of its own, unless it is told again. */
export function move(sku: SkuId, kind: StockMove['kind'], quantity: number, ref: string): StockMove {
  return {
    kind,
    sku,
    location: null,
    quantity,
    to: null,
    cause: { kind: 'person', ref },
    claim: null,
    actor: 'test',
    note: null,
  };
}

/** Puts goods on the shelf. */
export async function receive(scope: OwnerScope, sku: SkuId, quantity: number, ref: string): Promise<void> {
  const [outcome] = await moveStock(scope, [move(sku, 'receipt', quantity, ref)]);
  if (outcome?.kind !== 'done') throw new Error(`the receipt was ${outcome?.kind}`);
}

/** Writes orders and claims as a batch of a pull does. */
export async function readBatch(
  hub: Hub,
  owner: OwnerId,
  account: Account,
  told: { readonly orders?: readonly OrderSnapshot[]; readonly claims?: readonly ClaimSnapshot[] },
): Promise<void> {
  const opened = await openShop(hub, owner, account, 'fresh');
  const { orders = [], claims = [] } = told;
  await asOwner(hub.db, owner, (scope) =>
    ingest(scope, hub, opened, { orders, claims, news: [], moves: [] }, { run: null, command: null }),
  );
}
