import { sql } from 'kysely';
import { type LocationId, type SkuId, skuId } from '../../domain/ids.ts';
import type { MovementCause, MovementKind } from '../../domain/stock.ts';
import { recordEvents } from '../events.ts';
import { changedHere, noteStockChanges } from '../inventory/changes.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { reserveForOpenOrders } from './follow-orders.ts';
import { defaultLocation } from './locations.ts';
import { lockStock } from './lock.ts';
import { crossingsToTell } from './standings.ts';

/** A change of a shelf that a person, an import or a marketplace's return brings about. */
export interface StockMove {
  readonly kind: Exclude<MovementKind, 'sale' | 'transfer_in'>;
  readonly sku: SkuId;
  /** Null for the default location. */
  readonly location: LocationId | null;
  /** What comes (or, below zero, goes); for a count, what was counted; for a transfer, what goes to `to`. */
  readonly quantity: number;
  /** Where a transfer goes; null for everything else. */
  readonly to: LocationId | null;
  /** The same cause moves the same SKU once, however often it is told. */
  readonly cause: { readonly kind: MovementCause; readonly ref: string };
  readonly claim: number | null;
  readonly actor: string;
  readonly note: string | null;
}

export type MoveOutcome =
  /** `known`: this cause has moved this SKU before, and nothing was changed. */
  | { readonly kind: 'done' | 'known'; readonly movement: number; readonly balance: number }
  | { readonly kind: 'refused'; readonly because: 'sku_unknown' | 'location_unknown' | 'same_location' }
  | { readonly kind: 'refused'; readonly because: 'not_enough'; readonly onHand: number };

interface MoveRow {
  readonly nth: number;
  readonly sku_id: number;
  readonly location_id: number;
  readonly to_location_id: number | null;
  readonly kind: string;
  readonly quantity: number;
  readonly cause_kind: string;
  readonly cause_ref: string;
  readonly claim_id: number | null;
  readonly actor: string;
  readonly note: string | null;
}

const MOVE_RECORD =
  sql.raw(`x(nth integer, sku_id bigint, location_id bigint, to_location_id bigint, kind text,
  quantity bigint, cause_kind text, cause_ref text, claim_id bigint, actor text, note text)`);

/**
 * Moves stock; each move is done, known already or refused by itself, and the outcomes come in the order given. No move
 * takes more than lies there. The first movement of a SKU begins its ledger: open orders reserve from then on.
 */
export async function moveStock(
  scope: OwnerScope,
  moves: readonly StockMove[],
): Promise<readonly MoveOutcome[]> {
  if (moves.length === 0) return [];
  const shelf = await defaultLocation(scope);
  const rows = moves.map((move, nth) => rowOf(move, nth, shelf));
  await lockStock(scope, [...new Set(moves.map(({ sku }) => sku))]);
  const outcomes = new Map<number, MoveOutcome>();
  const moved = new Set<SkuId>();
  const begun = new Set<SkuId>();
  // One statement for many, unless a SKU is named again: what it may do depends on what was done before.
  for (const round of roundsOf(rows.filter(goesSomewhere))) {
    for (const done of await moveRound(scope, round)) {
      outcomes.set(done.nth, { kind: 'done', movement: done.movement, balance: done.balance });
      moved.add(skuId(done.sku_id));
      if (done.begins) begun.add(skuId(done.sku_id));
    }
  }
  const others = await explain(
    scope,
    rows.filter(({ nth }) => !outcomes.has(nth)),
  );
  const events = await reserveForOpenOrders(scope, [...begun]);
  await noteStockChanges(scope, [...moved].map(changedHere));
  await recordEvents(scope, [...events, ...(await crossingsToTell(scope, [...moved]))]);
  return rows.map(({ nth }) => {
    const outcome = outcomes.get(nth) ?? others.get(nth);
    if (outcome === undefined) throw new Error(`move ${nth} has no outcome`);
    return outcome;
  });
}

/** Notes what was counted of a SKU, as a product's `stock_quantity` or a stocktaking tells it. */
export async function countStock(
  scope: OwnerScope,
  count: {
    readonly sku: SkuId;
    /** Null for the default location. */
    readonly location: LocationId | null;
    readonly quantity: number;
    readonly cause: StockMove['cause'];
    readonly actor: string;
    readonly note?: string;
  },
): Promise<MoveOutcome> {
  const { note = null, ...rest } = count;
  const [outcome] = await moveStock(scope, [{ ...rest, kind: 'count', to: null, claim: null, note }]);
  if (outcome === undefined) throw new Error('a count has no outcome');
  return outcome;
}

function rowOf(move: StockMove, nth: number, shelf: LocationId): MoveRow {
  return {
    nth,
    sku_id: move.sku,
    location_id: move.location ?? shelf,
    to_location_id: move.to,
    kind: move.kind,
    quantity: move.kind === 'transfer_out' ? -move.quantity : move.quantity,
    cause_kind: move.cause.kind,
    cause_ref: move.cause.ref,
    claim_id: move.claim,
    actor: move.actor,
    note: move.note,
  };
}

function goesSomewhere({ location_id: from, to_location_id: to }: MoveRow): boolean {
  return from !== to;
}

/** The planner cannot know how many rows a document holds and joins them as if they were few. */
const MOVES_AT_ONCE = 500;

/** Parts moves so that none holds a SKU twice, or too many; each SKU's keep their order. */
function roundsOf(rows: readonly MoveRow[]): readonly (readonly MoveRow[])[] {
  const rounds: MoveRow[][] = [];
  const met = new Map<number, number>();
  for (const row of rows) {
    const round = met.get(row.sku_id) ?? 0;
    met.set(row.sku_id, round + 1);
    const others = rounds[round];
    if (others === undefined) rounds[round] = [row];
    else others.push(row);
  }
  return rounds.flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / MOVES_AT_ONCE) }, (_, nth) =>
      round.slice(nth * MOVES_AT_ONCE, (nth + 1) * MOVES_AT_ONCE),
    ),
  );
}

/**
 * Changes levels where enough remains and no movement with the cause exists, and writes the movements from what was
 * changed: one statement, in which a refusal is a row that is not there.
 */
async function moveRound(scope: OwnerScope, round: readonly MoveRow[]) {
  const { rows } = await sql<{
    nth: number;
    sku_id: number;
    movement: number;
    balance: number;
    begins: boolean;
  }>`
    with wanted as (
      select x.*, coalesce(l.on_hand, 0) as had, s.tracked_since is null as begins,
        case when x.kind = 'count' then x.quantity - coalesce(l.on_hand, 0) else x.quantity end as delta
      from json_to_recordset(${sqlJson(round)}::json) as ${MOVE_RECORD}
      join sku_stock s on s.owner_id = ${scope.owner} and s.sku_id = x.sku_id
      join locations here on here.owner_id = ${scope.owner} and here.id = x.location_id
      left join locations there on there.owner_id = ${scope.owner} and there.id = x.to_location_id
      left join stock_levels l on l.sku_id = x.sku_id and l.location_id = x.location_id
      where x.to_location_id is null or there.id is not null),
    fitting as (
      select * from wanted w
      where (delta >= 0 or had + delta >= 0) and not exists (
        select from stock_movements m where m.owner_id = ${scope.owner} and m.cause_kind = w.cause_kind
          and m.cause_ref = w.cause_ref and m.sku_id = w.sku_id and m.location_id = w.location_id)),
    effects as materialized (
      select nth, sku_id, location_id, kind, delta, cause_kind, cause_ref, claim_id, actor, note from fitting
      union all
      select nth, sku_id, to_location_id, 'transfer_in', -delta, cause_kind, cause_ref, claim_id, actor, note from fitting
      where to_location_id is not null),
    levels as (
      insert into stock_levels as l (owner_id, sku_id, location_id, on_hand, reserved)
      select ${scope.owner}, sku_id, location_id, delta, 0 from effects
      on conflict (sku_id, location_id) do update set on_hand = l.on_hand + excluded.on_hand
      returning l.sku_id, l.location_id, l.on_hand),
    sums as (
      update sku_stock s set on_hand = s.on_hand + d.delta, changed_at = now(),
        tracked_since = coalesce(s.tracked_since, now()),
        counted_at = case when d.counted then now() else s.counted_at end
      from (select sku_id, sum(delta) as delta, bool_or(kind = 'count') as counted from effects group by sku_id) d
      where s.sku_id = d.sku_id),
    moved as (
      insert into stock_movements (owner_id, sku_id, location_id, kind, quantity, balance_after, cause_kind, cause_ref,
        claim_id, actor, note)
      select ${scope.owner}, sku_id, location_id, kind, delta, on_hand, cause_kind, cause_ref, claim_id, actor, note
      from effects join levels using (sku_id, location_id) order by nth, kind desc
      returning id, sku_id, location_id, balance_after)
    select f.nth, f.sku_id, m.id as movement, m.balance_after as balance, f.begins
    from fitting f join moved m on m.sku_id = f.sku_id and m.location_id = f.location_id`.execute(scope.trx);
  return rows;
}

/** Why moves were not made: they had been made before, what they name is not there, or too little is. */
async function explain(
  scope: OwnerScope,
  moves: readonly MoveRow[],
): Promise<ReadonlyMap<number, MoveOutcome>> {
  if (moves.length === 0) return new Map();
  const { rows } = await sql<{
    nth: number;
    movement: number | null;
    balance: number | null;
    has_sku: boolean;
    has_places: boolean;
    stays: boolean | null;
    on_hand: number;
  }>`
    select x.nth, x.location_id = x.to_location_id as stays, m.id as movement, m.balance_after as balance, s.sku_id is not null as has_sku,
      here.id is not null and (x.to_location_id is null or there.id is not null) as has_places,
      coalesce(l.on_hand, 0) as on_hand
    from json_to_recordset(${sqlJson(moves)}::json) as ${MOVE_RECORD}
    left join sku_stock s on s.owner_id = ${scope.owner} and s.sku_id = x.sku_id
    left join locations here on here.owner_id = ${scope.owner} and here.id = x.location_id
    left join locations there on there.owner_id = ${scope.owner} and there.id = x.to_location_id
    left join stock_levels l on l.owner_id = ${scope.owner} and l.sku_id = x.sku_id and l.location_id = x.location_id
    left join stock_movements m on m.owner_id = ${scope.owner} and m.cause_kind = x.cause_kind
      and m.cause_ref = x.cause_ref and m.sku_id = x.sku_id and m.location_id = x.location_id
    order by x.nth`.execute(scope.trx);
  return new Map(
    rows.map((row): readonly [number, MoveOutcome] => {
      if (row.movement !== null)
        return [row.nth, { kind: 'known', movement: row.movement, balance: row.balance ?? 0 }];
      if (!row.has_sku) return [row.nth, { kind: 'refused', because: 'sku_unknown' }];
      if (row.stays === true) return [row.nth, { kind: 'refused', because: 'same_location' }];
      if (!row.has_places) return [row.nth, { kind: 'refused', because: 'location_unknown' }];
      return [row.nth, { kind: 'refused', because: 'not_enough', onHand: row.on_hand }];
    }),
  );
}
