import { sql } from 'kysely';
import type { SkuId } from '../../domain/ids.ts';
import type { MovementCause, MovementKind, ReservationState } from '../../domain/stock.ts';
import type { OwnerScope } from '../scope.ts';

export interface StockLevel {
  readonly location_id: number;
  readonly location: string;
  readonly on_hand: number;
  readonly reserved: number;
}

/** What there is of a SKU in each place. */
export async function readLevels(scope: OwnerScope, sku: SkuId): Promise<readonly StockLevel[]> {
  const { rows } = await sql<StockLevel>`
    select l.location_id, p.name as location, l.on_hand, l.reserved
    from stock_levels l join locations p on p.id = l.location_id
    where l.owner_id = ${scope.owner} and l.sku_id = ${sku} order by p.is_default desc, p.id`.execute(
    scope.trx,
  );
  return rows;
}

export interface OpenReservation {
  readonly id: number;
  readonly state: ReservationState;
  readonly cause_kind: 'order_line' | 'exchange' | 'hold';
  readonly quantity: number;
  readonly short: number;
  readonly location_id: number;
  readonly order_id: number | null;
  readonly order_line_id: number | null;
  readonly claim_id: number | null;
  readonly account_id: number | null;
  readonly platform: string | null;
  readonly native_order_id: string | null;
  readonly created_at: Date;
}

/** What is kept of a SKU and for whom, the oldest first. */
export async function readOpenReservations(
  scope: OwnerScope,
  sku: SkuId,
  limit: number,
): Promise<readonly OpenReservation[]> {
  const { rows } = await sql<OpenReservation>`
    select r.id, r.state, r.cause_kind, r.reserved as quantity, r.short, r.location_id, r.order_id, r.order_line_id,
      r.claim_id, o.account_id, o.platform, o.native_order_id, r.created_at
    from stock_reservations r left join orders o on o.id = r.order_id
    where r.owner_id = ${scope.owner} and r.sku_id = ${sku} and r.reserved > 0
    order by r.id limit ${limit}`.execute(scope.trx);
  return rows;
}

export interface StoredMovement {
  readonly id: number;
  readonly kind: MovementKind;
  readonly quantity: number;
  readonly balance_after: number;
  readonly location_id: number;
  readonly cause_kind: MovementCause;
  readonly cause_ref: string;
  readonly order_id: number | null;
  readonly native_order_id: string | null;
  readonly claim_id: number | null;
  readonly actor: string;
  readonly note: string | null;
  readonly at: Date;
}

/** The ledger of a SKU, the newest movement first. */
export async function listMovements(
  scope: OwnerScope,
  sku: SkuId,
  page: { readonly limit: number; readonly before: number | null },
): Promise<readonly StoredMovement[]> {
  const { rows } = await sql<StoredMovement>`
    select m.id, m.kind, m.quantity, m.balance_after, m.location_id, m.cause_kind, m.cause_ref, m.order_id,
      o.native_order_id, m.claim_id, m.actor, m.note, m.at
    from stock_movements m left join orders o on o.id = m.order_id
    where m.owner_id = ${scope.owner} and m.sku_id = ${sku}
      ${page.before === null ? sql`` : sql`and m.id < ${page.before}`}
    order by m.id desc limit ${page.limit}`.execute(scope.trx);
  return rows;
}
