import { type RawBuilder, sql } from 'kysely';
import { type AccountId, type ProductId, productId, skuId } from '../../domain/ids.ts';
import type { Currency } from '../../domain/money.ts';
import type {
  AfterService,
  Certification,
  DeliveryTerms,
  Notice,
  Origin,
  Tax,
} from '../../domain/product.ts';
import type { OwnerScope } from '../scope.ts';
import type { StoredProduct } from './product.ts';

export interface ProductFilter {
  /** A part of the name, or the beginning of a product's, SKU's or bar code. */
  readonly text: string | null;
  readonly categoryKey: string | null;
  /** Only what this shop does not have. */
  readonly missingIn?: AccountId | null;
  /** Only what some shop shows another stock of than it was told. */
  readonly drifting?: boolean;
  readonly limit: number;
  /** Only products with a lower id: the list begins with the newest. */
  readonly before: ProductId | null;
}

/** Products, newest first. */
export function listProducts(
  scope: OwnerScope,
  { text, categoryKey, missingIn = null, drifting = false, limit, before }: ProductFilter,
): Promise<readonly StoredProduct[]> {
  const like = text === null ? null : likeText(text);
  return select(
    scope,
    sql`p.deleted_at is null
      and (${before}::bigint is null or p.id < ${before})
      and (${categoryKey}::text is null or p.category_key = ${categoryKey})
      and (${missingIn}::bigint is null or not exists (
        select from listings g where g.product_id = p.id and g.account_id = ${missingIn}
          and g.native_listing_id is not null and g.gone_at is null))
      and (not ${drifting}::boolean or p.id in (
        select g.product_id from listing_items t join listings g on g.id = t.listing_id
        where t.owner_id = ${scope.owner} and t.drift_at is not null and t.gone_at is null and g.gone_at is null))
      and (${like}::text is null or p.name ilike '%' || ${like} || '%' or p.seller_code ilike ${like} || '%'
        or exists (select from skus s where s.product_id = p.id and s.deleted_at is null
          and (s.code ilike ${like} || '%' or s.barcode = ${text})))`,
    limit,
  );
}

/** The products with these ids that are there, newest first. */
export function findProducts(
  scope: OwnerScope,
  ids: readonly ProductId[],
): Promise<readonly StoredProduct[]> {
  return select(scope, sql`p.deleted_at is null and p.id = any(${[...ids]}::bigint[])`, ids.length);
}

/** The products with these seller codes that are there. */
export function findProductsByCode(
  scope: OwnerScope,
  codes: readonly string[],
): Promise<readonly StoredProduct[]> {
  return select(
    scope,
    sql`p.deleted_at is null and p.seller_code = any(${[...codes]}::text[])`,
    codes.length,
  );
}

/** One product, or undefined. */
export async function findProduct(scope: OwnerScope, id: ProductId): Promise<StoredProduct | undefined> {
  const [found] = await findProducts(scope, [id]);
  return found;
}

/** The seller codes of the products that have these SKUs. */
export async function productCodesOfSkus(
  scope: OwnerScope,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; seller_code: string }>`
    select s.code, p.seller_code from skus s join products p on p.id = s.product_id and p.deleted_at is null
    where s.owner_id = ${scope.owner} and s.deleted_at is null and s.code = any(${[...skus]}::text[])`.execute(
    scope.trx,
  );
  return new Map(rows.map(({ code, seller_code }) => [code, seller_code]));
}

interface ProductRow {
  readonly id: number;
  readonly seller_code: string;
  readonly name: string;
  readonly description: string;
  readonly category_key: string | null;
  readonly brand: string | null;
  readonly manufacturer: string | null;
  readonly price: number;
  readonly currency: Currency;
  readonly tax: Tax;
  readonly weight_grams: number | null;
  readonly minors_may_buy: boolean;
  readonly images: readonly string[];
  readonly delivery: DeliveryTerms;
  readonly origin: Origin | null;
  readonly after_service: AfterService | null;
  readonly notice: Notice | null;
  readonly certifications: readonly Certification[];
  readonly option_names: readonly string[];
  readonly version: number;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly skus: readonly SkuRow[];
}

interface SkuRow {
  readonly id: number;
  readonly code: string;
  readonly option_values: readonly string[];
  readonly price: number | null;
  readonly barcode: string | null;
  readonly cost: number | null;
  readonly safety_stock: number;
}

async function select(
  scope: OwnerScope,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly StoredProduct[]> {
  const { rows } = await sql<ProductRow>`
    select p.*, (
      select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code, 'option_values', s.option_values,
        'price', s.price, 'barcode', s.barcode, 'cost', s.cost, 'safety_stock', s.safety_stock) order by s.nth), '[]')
      from skus s where s.product_id = p.id and s.deleted_at is null) as skus
    from products p where p.owner_id = ${scope.owner} and ${where}
    order by p.id desc limit ${limit}`.execute(scope.trx);
  return rows.map(productFrom);
}

function productFrom(row: ProductRow): StoredProduct {
  return {
    id: productId(row.id),
    sellerCode: row.seller_code,
    name: row.name,
    description: row.description,
    categoryKey: row.category_key,
    brand: row.brand,
    manufacturer: row.manufacturer,
    price: row.price,
    currency: row.currency,
    tax: row.tax,
    weightGrams: row.weight_grams,
    minorsMayBuy: row.minors_may_buy,
    images: row.images,
    delivery: row.delivery,
    origin: row.origin,
    afterService: row.after_service,
    notice: row.notice,
    certifications: row.certifications,
    optionNames: row.option_names,
    skus: row.skus.map((sku) => ({
      id: skuId(sku.id),
      code: sku.code,
      optionValues: sku.option_values,
      price: sku.price,
      barcode: sku.barcode,
      cost: sku.cost,
      safetyStock: sku.safety_stock,
    })),
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** What somebody typed, with the signs that `like` would read as patterns taken literally. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
