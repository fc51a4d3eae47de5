import { type RawBuilder, sql } from 'kysely';
import { type ProductId, productId, type SkuId, skuId } from '../../domain/ids.ts';
import type { Standing } from '../../domain/stock.ts';
import type { OwnerScope } from '../scope.ts';

/** A SKU with what there is of it in all places together. */
export interface StockedSku {
  readonly sku: SkuId;
  readonly code: string;
  readonly optionValues: readonly string[];
  readonly barcode: string | null;
  readonly product: { readonly id: ProductId; readonly name: string };
  readonly onHand: number;
  readonly reserved: number;
  readonly safetyStock: number;
  readonly standing: Standing;
  readonly trackedSince: Date | null;
  readonly countedAt: Date | null;
}

export interface StockFilter {
  /** A part of the product's name, the beginning of a SKU's code, or a whole bar code. */
  readonly text: string | null;
  /** Null for every standing. */
  readonly standings: readonly Standing[] | null;
  readonly product: ProductId | null;
  readonly limit: number;
  /** Only SKUs with a lower id: the list begins with the newest. */
  readonly before: SkuId | null;
}

interface StockRow {
  readonly sku_id: number;
  readonly code: string;
  readonly option_values: readonly string[];
  readonly barcode: string | null;
  readonly product_id: number;
  readonly product_name: string;
  readonly on_hand: number;
  readonly reserved: number;
  readonly safety_stock: number;
  readonly standing: Standing;
  readonly tracked_since: Date | null;
  readonly counted_at: Date | null;
}

/** SKUs with their stock, newest first. */
export function listStock(scope: OwnerScope, filter: StockFilter): Promise<readonly StockedSku[]> {
  const { text, standings, product, limit, before } = filter;
  return select(
    scope,
    sql`k.deleted_at is null
      ${before === null ? sql`` : sql`and s.sku_id < ${before}`}
      ${standings === null ? sql`` : sql`and s.standing = any(${[...standings]}::text[])`}
      ${product === null ? sql`` : sql`and k.product_id = ${product}`}
      ${text === null ? sql`` : sql`and ${named(scope, text)}`}`,
    limit,
  );
}

/** Plain comparisons in small letters: `ilike` takes several times as long, and names are looked at once a product. */
function named({ owner }: OwnerScope, text: string): RawBuilder<unknown> {
  const small = text.toLowerCase();
  return sql`(k.barcode = ${text} or starts_with(lower(k.code), ${small})
    or k.product_id in (select n.id from products n where n.owner_id = ${owner} and strpos(lower(n.name), ${small}) > 0))`;
}

/** One SKU with its stock, also one that was given up. */
export async function findStock(scope: OwnerScope, sku: SkuId): Promise<StockedSku | undefined> {
  const [found] = await select(scope, sql`s.sku_id = ${sku}`, 1);
  return found;
}

async function select(
  scope: OwnerScope,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly StockedSku[]> {
  const { rows } = await sql<StockRow>`
    select s.sku_id, k.code, k.option_values, k.barcode, s.product_id, p.name as product_name, s.on_hand, s.reserved,
      s.safety_stock, s.standing, s.tracked_since, s.counted_at
    from sku_stock s join skus k on k.id = s.sku_id join products p on p.id = s.product_id
    where s.owner_id = ${scope.owner} and ${where}
    order by s.sku_id desc limit ${limit}`.execute(scope.trx);
  return rows.map((row) => ({
    sku: skuId(row.sku_id),
    code: row.code,
    optionValues: row.option_values,
    barcode: row.barcode,
    product: { id: productId(row.product_id), name: row.product_name },
    onHand: row.on_hand,
    reserved: row.reserved,
    safetyStock: row.safety_stock,
    standing: row.standing,
    trackedSince: row.tracked_since,
    countedAt: row.counted_at,
  }));
}
