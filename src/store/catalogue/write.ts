import { sql } from 'kysely';
import { type ProductId, productId } from '../../domain/ids.ts';
import type { Product } from '../../domain/product.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { CodeTaken } from './product.ts';

const PRODUCT_COLUMNS =
  sql.raw(`seller_code, name, description, category_key, brand, manufacturer, price, currency, tax,
  weight_grams, minors_may_buy, images, delivery, origin, after_service, notice, certifications, option_names`);
const PRODUCT_RECORD = sql.raw(`seller_code text, name text, description text, category_key text, brand text,
  manufacturer text, price bigint, currency text, tax text, weight_grams integer, minors_may_buy boolean, images text[],
  delivery jsonb, origin jsonb, after_service jsonb, notice jsonb, certifications jsonb, option_names text[]`);

/**
 * Adds products with their SKUs, however many, in two statements; answers their ids in the order given. Throws
 * `CodeTaken` when a code is somebody else's already: nothing is added then, once the transaction rolls back.
 */
export async function addProducts(
  scope: OwnerScope,
  products: readonly Product[],
): Promise<readonly ProductId[]> {
  const { rows } = await sql<{ id: number; seller_code: string }>`
    insert into products (owner_id, ${PRODUCT_COLUMNS})
    select ${scope.owner}, ${PRODUCT_COLUMNS}
    from json_to_recordset(${sqlJson(products.map(rowOf))}::json) as x(${PRODUCT_RECORD})
    on conflict (owner_id, seller_code) where deleted_at is null do nothing
    returning id, seller_code`.execute(scope.trx);
  const ids = new Map(rows.map(({ id, seller_code }) => [seller_code, productId(id)]));
  const taken = products.filter(({ sellerCode }) => !ids.has(sellerCode));
  if (taken.length > 0)
    throw new CodeTaken(
      'product',
      taken.map(({ sellerCode }) => sellerCode),
    );
  const added = products.flatMap((product) => {
    const id = ids.get(product.sellerCode);
    return id === undefined ? [] : [{ id, product }];
  });
  await writeSkus(scope, added);
  return added.map(({ id }) => id);
}

/** Brings a product to what is given. Throws `CodeTaken`; false when it is not there, or no longer at `version`. */
export async function replaceProduct(
  scope: OwnerScope,
  id: ProductId,
  product: Product,
  version: number,
): Promise<boolean> {
  const replaced = await replaceProducts(scope, [{ id, product, version }]);
  return replaced.length === 1;
}

/**
 * The same for products, however many. Answers which were brought there; those that are gone, or no longer at their
 * version, are as they were.
 */
export async function replaceProducts(
  scope: OwnerScope,
  products: readonly { readonly id: ProductId; readonly product: Product; readonly version: number }[],
): Promise<readonly ProductId[]> {
  const incoming = sql`json_to_recordset(${sqlJson(
    products.map(({ id, product, version }) => ({ id, version, ...rowOf(product) })),
  )}::json) as x(id bigint, version integer, ${PRODUCT_RECORD})`;
  const taken = await sql<{ seller_code: string }>`
    select x.seller_code from ${incoming} join products p
      on p.owner_id = ${scope.owner} and p.seller_code = x.seller_code and p.deleted_at is null and p.id <> x.id`.execute(
    scope.trx,
  );
  if (taken.rows.length > 0)
    throw new CodeTaken(
      'product',
      taken.rows.map(({ seller_code }) => seller_code),
    );
  const { rows } = await sql<{ id: number }>`
    update products p set (${PRODUCT_COLUMNS})
      = (x.seller_code, x.name, x.description, x.category_key, x.brand, x.manufacturer, x.price, x.currency, x.tax,
        x.weight_grams, x.minors_may_buy, x.images, x.delivery, x.origin, x.after_service, x.notice, x.certifications,
        x.option_names),
      version = p.version + 1, changed_at = now()
    from ${incoming}
    where p.owner_id = ${scope.owner} and p.id = x.id and p.version = x.version and p.deleted_at is null
    returning p.id`.execute(scope.trx);
  const replaced = new Set(rows.map(({ id }) => id));
  const kept = products.filter(({ id }) => replaced.has(id));
  if (kept.length > 0) await writeSkus(scope, kept);
  return kept.map(({ id }) => id);
}

/** Takes a product out of the catalogue; its stock and what was sold of it stay. False when it is not there. */
export async function deleteProduct(scope: OwnerScope, id: ProductId): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      update products set deleted_at = now(), changed_at = now()
      where owner_id = ${scope.owner} and id = ${id} and deleted_at is null returning id),
    skus_gone as (
      update skus s set deleted_at = now() from gone where s.product_id = gone.id and s.deleted_at is null)
    select from gone`.execute(scope.trx);
  return rows.length > 0;
}

/** SKUs keep their identity by their code; those that are not named any more are given up, and come back by it. */
async function writeSkus(
  scope: OwnerScope,
  products: readonly { readonly id: ProductId; readonly product: Product }[],
): Promise<void> {
  const rows = products.flatMap(({ id, product }) =>
    product.skus.map(({ code, optionValues, price, barcode, cost, safetyStock }, nth) => ({
      product_id: id,
      code,
      nth,
      option_values: optionValues,
      price,
      barcode,
      cost,
      safety_stock: safetyStock,
    })),
  );
  const incoming = sql`json_to_recordset(${sqlJson(rows)}::json) as x(product_id bigint, code text, nth smallint,
    option_values text[], price bigint, barcode text, cost bigint, safety_stock integer)`;
  const foreign = await sql<{ code: string }>`
    select x.code from ${incoming}
    join skus s on s.owner_id = ${scope.owner} and s.code = x.code and s.deleted_at is null
    where s.product_id <> x.product_id`.execute(scope.trx);
  if (foreign.rows.length > 0)
    throw new CodeTaken(
      'sku',
      foreign.rows.map(({ code }) => code),
    );
  await sql`
    update skus s set deleted_at = now()
    where s.owner_id = ${scope.owner} and s.product_id = any(${products.map(({ id }) => id)}::bigint[])
      and s.deleted_at is null
      and not exists (select from ${incoming} where x.product_id = s.product_id and x.code = s.code)`.execute(
    scope.trx,
  );
  await sql`
    with known as (
      select distinct on (x.product_id, x.code) x.*, s.id from ${incoming}
      left join skus s on s.owner_id = ${scope.owner} and s.product_id = x.product_id and s.code = x.code
      order by x.product_id, x.code, s.deleted_at nulls first, s.id desc),
    kept as (
      update skus s set nth = k.nth, option_values = k.option_values, price = k.price, barcode = k.barcode, cost = k.cost,
        safety_stock = k.safety_stock, deleted_at = null
      from known k where s.id = k.id)
    insert into skus (owner_id, product_id, code, nth, option_values, price, barcode, cost, safety_stock)
    select ${scope.owner}, product_id, code, nth, option_values, price, barcode, cost, safety_stock from known
    where id is null`.execute(scope.trx);
}

function rowOf(product: Product) {
  return {
    seller_code: product.sellerCode,
    name: product.name,
    description: product.description,
    category_key: product.categoryKey,
    brand: product.brand,
    manufacturer: product.manufacturer,
    price: product.price,
    currency: product.currency,
    tax: product.tax,
    weight_grams: product.weightGrams,
    minors_may_buy: product.minorsMayBuy,
    images: product.images,
    delivery: product.delivery,
    origin: product.origin,
    after_service: product.afterService,
    notice: product.notice,
    certifications: product.certifications,
    option_names: product.optionNames,
  };
}
