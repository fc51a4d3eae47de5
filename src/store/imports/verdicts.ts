import { sql } from 'kysely';
import type { ImportId, ProductId } from '../../domain/ids.ts';
import type { JudgedRow } from '../../domain/product-sheet/judge.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { ImportCounts } from './import.ts';

/** What the rows of a product come to, and the product they were compared with. */
export interface ProductVerdict {
  readonly productCode: string;
  readonly product: { readonly id: ProductId; readonly version: number } | null;
  readonly rows: readonly JudgedRow[];
}

/** Begins a check: what an earlier one found goes, and rows without a seller code find their product by the SKU. */
export async function beginCheck(scope: OwnerScope, id: ImportId): Promise<void> {
  await sql`
    delete from product_import_verdicts where owner_id = ${scope.owner} and import_id = ${id}`.execute(
    scope.trx,
  );
  await sql`
    update product_import_rows r set product_code = (
      select p.seller_code from skus s join products p on p.id = s.product_id and p.deleted_at is null
      where s.owner_id = ${scope.owner} and s.code = r.cells ->> 'sku' and s.deleted_at is null)
    where r.owner_id = ${scope.owner} and r.import_id = ${id} and not r.cells ? 'seller_code'
      and r.cells ? 'sku'`.execute(scope.trx);
}

/** Writes down what rows come to. */
export async function addVerdicts(
  scope: OwnerScope,
  id: ImportId,
  verdicts: readonly ProductVerdict[],
): Promise<void> {
  const records = verdicts.flatMap(({ productCode, product, rows }) =>
    rows.map((row) => ({
      ...row,
      product_code: productCode,
      product_id: product?.id ?? null,
      product_version: product?.version ?? null,
    })),
  );
  await sql`
    insert into product_import_verdicts (import_id, nth, owner_id, state, product_code, product_id, product_version, sku,
      faults, changes)
    select ${id}, nth, ${scope.owner}, state, product_code, product_id, product_version, sku, faults, changes
    from json_to_recordset(${sqlJson(records)}::json) as x(nth integer, state text, product_code text, product_id bigint,
      product_version integer, sku text, faults jsonb, changes jsonb)`.execute(scope.trx);
}

/**
 * Ends a check with what only all rows together tell: rows that name no product, and SKUs that stand in rows of two
 * products. A product with a bad row is left out whole. Answers how many rows have come to what.
 */
export async function endCheck(scope: OwnerScope, id: ImportId): Promise<ImportCounts> {
  await sql`
    insert into product_import_verdicts (import_id, nth, owner_id, state, sku, faults, changes)
    select import_id, nth, owner_id, 'bad', cells ->> 'sku', case
        when faults <> '[]' then faults
        when cells ? 'sku' then jsonb_build_array(jsonb_build_object('column', 'sku', 'code', 'unknown_sku', 'value',
          cells ->> 'sku'))
        else jsonb_build_array(jsonb_build_object('column', 'seller_code', 'code', 'no_code', 'value', null)) end, '[]'
    from product_import_rows
    where owner_id = ${scope.owner} and import_id = ${id} and product_code is null`.execute(scope.trx);
  await sql`
    with twice as materialized (
      select sku from product_import_verdicts
      where owner_id = ${scope.owner} and import_id = ${id} and sku is not null
      group by sku having count(distinct product_code) > 1),
    others as materialized (
      select v.nth, min(o.nth) as other
      from twice join product_import_verdicts v on v.import_id = ${id} and v.sku = twice.sku
      join product_import_verdicts o on o.import_id = ${id} and o.sku = twice.sku
        and o.product_code <> v.product_code
      group by v.nth)
    update product_import_verdicts v set state = 'bad', changes = '[]', faults = (
        select coalesce(jsonb_agg(f), '[]') from jsonb_array_elements(v.faults) f
        where f ->> 'code' not in ('row_of_product_bad', 'sku_of_other'))
      || jsonb_build_array(jsonb_build_object('column', 'sku', 'code', 'sku_twice', 'value', v.sku, 'row', others.other))
    from others where v.import_id = ${id} and v.nth = others.nth`.execute(scope.trx);
  await sql`
    with bad as materialized (
      select product_code, min(nth) as nth from product_import_verdicts
      where owner_id = ${scope.owner} and import_id = ${id} and state = 'bad' and product_code is not null
      group by product_code)
    update product_import_verdicts v set state = 'bad', changes = '[]', faults = jsonb_build_array(jsonb_build_object(
      'column', null, 'code', 'row_of_product_bad', 'value', null, 'row', bad.nth))
    from bad
    where v.import_id = ${id} and v.product_code = bad.product_code and v.state <> 'bad'`.execute(scope.trx);
  return countVerdicts(scope, id);
}

async function countVerdicts(scope: OwnerScope, id: ImportId): Promise<ImportCounts> {
  const { rows } = await sql<{
    new: number;
    changed: number;
    unchanged: number;
    bad: number;
    new_products: number;
    changed_products: number;
  }>`
    select count(*) filter (where state = 'new') as new, count(*) filter (where state = 'changed') as changed,
      count(*) filter (where state = 'unchanged') as unchanged, count(*) filter (where state = 'bad') as bad,
      count(distinct product_code) filter (where state = 'new' and product_id is null) as new_products,
      count(distinct product_code) filter (where state in ('new', 'changed') and product_id is not null)
        as changed_products
    from product_import_verdicts where owner_id = ${scope.owner} and import_id = ${id}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('a count has no row');
  const { new_products, changed_products, ...states } = row;
  return { rows: states, products: { new: new_products, changed: changed_products } };
}

/** Shows an import, all of whose rows have been checked. */
export async function makeImportReady(scope: OwnerScope, id: ImportId, counts: ImportCounts): Promise<void> {
  await sql`
    update product_imports set state = 'ready', failures = 0, ready_at = now(), confirmed_by = null, confirmed_at = null,
      counts = ${sqlJson(counts)}::jsonb
    where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
}
