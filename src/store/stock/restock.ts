import { sql } from 'kysely';
import type { ClaimKind, ClaimState } from '../../domain/claim.ts';
import { type ClaimId, claimId, type OrderId, orderId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { lockStock } from './lock.ts';
import { moveStock } from './move.ts';

/** Goods of a claim that left as one SKU, and what a person has said of those that came back. */
export interface ReturnedSku {
  readonly sku: SkuId;
  readonly code: string;
  /** How many of it the claim is about. */
  readonly units: number;
  readonly sellable: number;
  readonly damaged: number;
}

export interface ReturnedGoods {
  readonly claim: ClaimId;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly order: OrderId | null;
  readonly platform: string;
  readonly nativeClaimId: string;
  readonly collectedAt: Date | null;
  readonly endedAt: Date | null;
  readonly skus: readonly ReturnedSku[];
}

interface GoodsRow {
  readonly id: number;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly order_id: number | null;
  readonly platform: string;
  readonly native_claim_id: string;
  readonly collected_at: Date | null;
  readonly ended_at: Date | null;
  readonly skus:
    | readonly {
        readonly id: number;
        readonly code: string;
        readonly units: number;
        readonly sellable: number;
        readonly damaged: number;
      }[]
    | null;
}

/** What left for the lines of a claim, SKU by SKU, as far as the claim is about it. */
const GOODS = sql`
  select r.sku_id, sum(least(r.shipped, coalesce(cl.quantity, l.quantity) * r.per_unit))::integer as units
  from claim_lines cl join order_lines l on l.id = cl.order_line_id
  join stock_reservations r on r.order_line_id = l.id and r.cause_kind = 'order_line' and r.shipped > 0
  where cl.claim_id = c.id group by r.sku_id`;

const SKUS = sql`(
  select json_agg(json_build_object('id', k.id, 'code', k.code, 'units', g.units,
    'sellable', coalesce(b.sellable, 0), 'damaged', coalesce(b.damaged, 0)) order by k.id)
  from (${GOODS}) g join skus k on k.id = g.sku_id
  left join claim_restocks b on b.claim_id = c.id and b.sku_id = g.sku_id) as skus`;

/** The goods of one claim; undefined where there is no such claim. */
export async function findReturnedGoods(
  scope: OwnerScope,
  claim: ClaimId,
): Promise<ReturnedGoods | undefined> {
  const { rows } = await sql<GoodsRow>`
    select c.id, c.kind, c.state, c.order_id, c.platform, c.native_claim_id, c.collected_at, c.ended_at, ${SKUS}
    from claims c where c.owner_id = ${scope.owner} and c.id = ${claim}`.execute(scope.trx);
  return rows.map(goodsFrom)[0];
}

/**
 * Claims whose goods came back and of which nobody has said what they are good for: returns that are done and exchanges
 * whose new goods were sent. What nobody collected did not come back. The newest claim comes first.
 */
export async function listReturnedGoods(
  scope: OwnerScope,
  page: { readonly limit: number; readonly before: ClaimId | null },
): Promise<readonly ReturnedGoods[]> {
  const { rows } = await sql<GoodsRow>`
    select c.id, c.kind, c.state, c.order_id, c.platform, c.native_claim_id, c.collected_at, c.ended_at, ${SKUS}
    from claims c
    where c.owner_id = ${scope.owner}
      and (c.kind = 'return' and c.state = 'done' or c.kind = 'exchange' and c.state in ('reshipped', 'done'))
      and c.collected_by is distinct from 'nobody'
      ${page.before === null ? sql`` : sql`and c.id < ${page.before}`}
      and exists (
        select from (${GOODS}) g left join claim_restocks b on b.claim_id = c.id and b.sku_id = g.sku_id
        where g.units > coalesce(b.sellable + b.damaged, 0))
    order by c.id desc limit ${page.limit}`.execute(scope.trx);
  return rows.map(goodsFrom);
}

export interface RestockLine {
  readonly sku: SkuId;
  readonly sellable: number;
  readonly damaged: number;
}

/**
 * Notes what came back of a claim: sellable goods go back on the shelf, damaged ones are only noted. The caller has seen
 * that the claim is about as many; `before` is what was said of each SKU until now and makes the cause of the movement.
 */
export async function restock(
  scope: OwnerScope,
  goods: ReturnedGoods,
  lines: readonly RestockLine[],
  by: { readonly actor: string; readonly note: string | null },
): Promise<void> {
  const rows = lines.map(({ sku, sellable, damaged }) => ({ sku_id: sku, sellable, damaged }));
  await sql`
    insert into claim_restocks as b (claim_id, sku_id, owner_id, sellable, damaged, actor)
    select ${goods.claim}, sku_id, ${scope.owner}, sellable, damaged, ${by.actor}
    from json_to_recordset(${sqlJson(rows)}::json) as x(sku_id bigint, sellable integer, damaged integer)
    on conflict (claim_id, sku_id) do update set sellable = b.sellable + excluded.sellable,
      damaged = b.damaged + excluded.damaged, actor = excluded.actor, at = now()`.execute(scope.trx);
  const before = new Map(goods.skus.map((one) => [one.sku, one.sellable + one.damaged]));
  await moveStock(
    scope,
    lines
      .filter(({ sellable }) => sellable > 0)
      .map(({ sku, sellable }) => ({
        kind: goods.kind === 'cancel' ? ('cancel_back' as const) : ('return_back' as const),
        sku,
        location: null,
        quantity: sellable,
        to: null,
        cause: { kind: 'restock' as const, ref: `${goods.claim}.${before.get(sku) ?? 0}` },
        claim: goods.claim,
        actor: by.actor,
        note: by.note,
      })),
  );
}

/** Holds the stock of a claim's goods, so that two people do not put the same ones back. */
export async function lockReturnedGoods(scope: OwnerScope, claim: ClaimId): Promise<void> {
  const { rows } = await sql<{ sku_id: number }>`
    select g.sku_id from claims c join lateral (${GOODS}) g on true
    where c.owner_id = ${scope.owner} and c.id = ${claim}`.execute(scope.trx);
  await lockStock(
    scope,
    rows.map((row) => skuId(row.sku_id)),
  );
}

function goodsFrom(row: GoodsRow): ReturnedGoods {
  return {
    claim: claimId(row.id),
    kind: row.kind,
    state: row.state,
    order: row.order_id === null ? null : orderId(row.order_id),
    platform: row.platform,
    nativeClaimId: row.native_claim_id,
    collectedAt: row.collected_at,
    endedAt: row.ended_at,
    skus: (row.skus ?? []).map(({ id, ...rest }) => ({ sku: skuId(id), ...rest })),
  };
}
