import { sql } from 'kysely';
import { type SkuId, skuId } from '../../domain/ids.ts';
import type { NamedGroup } from '../../domain/linking/name-match.ts';
import type { OwnerScope } from '../scope.ts';

/** All SKUs of the owner under the names of their products. */
export async function readSkuNames({ owner, trx }: OwnerScope): Promise<readonly NamedGroup<SkuId>[]> {
  const { rows } = await sql<{
    name: string;
    members: readonly { readonly id: number; readonly values: readonly string[] }[];
  }>`
    select p.name, json_agg(json_build_object('id', s.id, 'values', s.option_values) order by s.id) as members
    from products p join skus s on s.product_id = p.id and s.deleted_at is null
    where p.owner_id = ${owner} and p.deleted_at is null
    group by p.id order by p.id`.execute(trx);
  return rows.map(({ name, members }) => ({
    name,
    members: members.map(({ id, values }) => ({ id: skuId(id), optionValues: values })),
  }));
}

/** Something that is another one after every change of the owner's products and their SKUs. */
export async function catalogueMark({ owner, trx }: OwnerScope): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', count(*), sum(version), max(changed_at)) as mark from products where owner_id = ${owner}`.execute(
    trx,
  );
  return rows[0]?.mark ?? '';
}

/** A SKU as a person is shown it. */
export interface ShownSku {
  readonly id: SkuId;
  readonly code: string;
  readonly productId: number;
  readonly productName: string;
  readonly optionValues: readonly string[];
}

/** These SKUs, by id. */
export async function showSkus(
  { owner, trx }: OwnerScope,
  skus: readonly SkuId[],
): Promise<ReadonlyMap<SkuId, ShownSku>> {
  if (skus.length === 0) return new Map();
  const { rows } = await sql<{
    id: number;
    code: string;
    product_id: number;
    name: string;
    option_values: readonly string[];
  }>`
    select s.id, s.code, s.product_id, p.name, s.option_values from skus s join products p on p.id = s.product_id
    where s.owner_id = ${owner} and s.id = any(${[...skus]}::bigint[])`.execute(trx);
  return new Map(
    rows.map((row) => [
      skuId(row.id),
      {
        id: skuId(row.id),
        code: row.code,
        productId: row.product_id,
        productName: row.name,
        optionValues: row.option_values,
      },
    ]),
  );
}
