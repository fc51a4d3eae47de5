import type { ClaimKind, ClaimState } from './claim.ts';
import type { OrderStatus } from './status.ts';

/** Why the number on a shelf changed. */
export const MOVEMENT_KINDS = [
  'receipt',
  'sale',
  'cancel_back',
  'return_back',
  'correction',
  'count',
  'transfer_out',
  'transfer_in',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** What brought a movement about; with its reference it makes sure that nothing is counted twice. */
export const MOVEMENT_CAUSES = ['order_line', 'exchange', 'restock', 'person', 'product', 'import'] as const;
export type MovementCause = (typeof MOVEMENT_CAUSES)[number];

export const RESERVATION_STATES = ['reserved', 'shipped', 'released'] as const;
export type ReservationState = (typeof RESERVATION_STATES)[number];

/** How much there is of a SKU; nobody knows of an untracked one. */
export const STANDINGS = ['untracked', 'oversold', 'out', 'low', 'enough'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What is kept for one order line, or one promise, and what has left for it, in units of a SKU. */
export interface Held {
  readonly reserved: number;
  readonly shipped: number;
}

export const NOTHING_HELD: Held = { reserved: 0, shipped: 0 };

/** What the ledger has to know of an order line. Quantities are units of the line. */
export interface LineFacts {
  /** What the order lists and the claims say together; null where nobody has mapped it (law 11). */
  readonly status: OrderStatus | null;
  /** What the order lists say by themselves. */
  readonly told: OrderStatus | null;
  readonly quantity: number;
  readonly shippable: number;
  /** What finished cancels took of it, and what open ones ask for. */
  readonly canceled: number;
  readonly inCancel: number;
  /** What left in parcels of its own while the rest waits; null where parts are not told. */
  readonly inParcels: number | null;
  /** When it left, as near as is known. */
  readonly leftAt: Date;
}

/** What the ledger has to know of a claim that may promise other goods. */
export interface PromiseFacts {
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly quantity: number;
  readonly leftAt: Date;
}

/** How the ledger sees one SKU of a line. */
export interface SkuOfLine {
  /** How many of the SKU one unit of the line is. */
  readonly perUnit: number;
  /** What the ledger holds for it already; null where it has never heard of it. */
  readonly known: Held | null;
  /**
   * From when on goods that left are the ledger's business: before, they were not on the shelf that was counted. Null
   * for an untracked SKU.
   */
  readonly countsFrom: Date | null;
}

type Stage = 'open' | 'left' | 'canceled' | 'unknown';

/**
 * What is to be kept of a SKU for an order line, and what has left for it. The same facts give the same answer however
 * often they are read, so only the difference to what is known has to be written.
 */
export function heldForLine(line: LineFacts, { perUnit, known, countsFrom }: SkuOfLine): Held {
  const held = known ?? NOTHING_HELD;
  if (countsFrom === null) return held;
  const units = unitsOf(line) * perUnit;
  switch (stageOf(line, held)) {
    case 'unknown':
      return held;
    case 'open': {
      const gone = Math.min(units, (line.inParcels ?? 0) * perUnit);
      return { reserved: units - gone, shipped: gone };
    }
    case 'canceled':
      return { reserved: 0, shipped: held.shipped };
    case 'left':
      if (known === null && line.leftAt < countsFrom) return held;
      // What is cancelled after it left comes back only when a person says that it has.
      return { reserved: 0, shipped: Math.max(held.shipped, units) };
  }
}

/**
 * The same for the new goods that an exchange promises: kept from the request on, since the buyer may insist on them, and
 * gone when they were sent.
 */
export function heldForPromise(claim: PromiseFacts, { perUnit, known, countsFrom }: SkuOfLine): Held {
  const held = known ?? NOTHING_HELD;
  if (countsFrom === null) return held;
  const units = claim.quantity * perUnit;
  if (claim.kind !== 'exchange') return { reserved: 0, shipped: held.shipped };
  switch (claim.state) {
    case null:
      return held;
    case 'rejected':
    case 'withdrawn':
      return { reserved: 0, shipped: held.shipped };
    case 'reshipped':
    case 'done':
      if (known === null && claim.leftAt < countsFrom) return held;
      return { reserved: 0, shipped: Math.max(held.shipped, units) };
    case 'refunded':
      return { reserved: 0, shipped: held.shipped };
    case 'requested':
    case 'approved':
    case 'collecting':
    case 'collected':
    case 'on_hold':
      return held.shipped > 0 ? { reserved: 0, shipped: held.shipped } : { reserved: units, shipped: 0 };
  }
}

function stageOf({ status, told }: LineFacts, held: Held): Stage {
  if (status === null) return 'unknown';
  const by = told ?? status;
  switch (by) {
    case 'PAID':
    case 'PREPARING':
      if (status === 'CANCELED') return 'canceled';
      // Its claim is over: it came back, so it had left, whatever the order list still says.
      return status === 'RETURNED' || status === 'EXCHANGED' ? 'left' : 'open';
    case 'CANCEL_REQUESTED':
      if (status === 'CANCELED') return 'canceled';
      // The order list no longer says whether it has left: the ledger does, unless a part of it still waits.
      return held.shipped > 0 && held.reserved === 0 ? 'left' : 'open';
    case 'CANCELED':
      return 'canceled';
    case 'SHIPPED':
    case 'DELIVERING':
    case 'DELIVERED':
    case 'CONFIRMED':
    case 'RETURN_REQUESTED':
    case 'RETURNED':
    case 'EXCHANGE_REQUESTED':
    case 'EXCHANGED':
      return 'left';
  }
}

/**
 * What of a line is still the buyer's. Some shops tell of a cancelled part only by what is left to ship; that counts what
 * an open cancel asks for as well, which may yet be refused. None left to ship tells nothing: it is so of held lines too.
 */
function unitsOf({ quantity, canceled, shippable, inCancel }: LineFacts): number {
  const byClaims = quantity - canceled;
  const byShipping = shippable > 0 ? shippable + inCancel : byClaims;
  return Math.max(0, Math.min(byClaims, byShipping));
}

/** What goods that came back are good for. */
export const GOODS_CONDITIONS = ['sellable', 'damaged'] as const;
export type GoodsCondition = (typeof GOODS_CONDITIONS)[number];
