import type { DelayReason } from '../../domain/command.ts';
import type { Instant, OrderSnapshot } from '../../domain/order.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { TroubleReason } from './trouble.ts';

/** Where a feed goes on next time. Only the connector that made it can read it. */
export type Cursor = string;

/** The desks one connected account really has. A desk or method that is absent is not offered by the marketplace. */
export interface Shop {
  /** Tries the keys on harmless reads. Throws MarketplaceError with the reason when something is wrong. */
  test(): Promise<ConnectionReport>;
  readonly orders: OrdersDesk;
}

export interface ConnectionReport {
  /** The shop's name or id as the marketplace tells it. */
  readonly shopName: string | null;
  /** What was tried, in order. */
  readonly checks: readonly string[];
}

/** A row that could be read, or one that could not and is set aside with its payload. */
export type OrderRead =
  | { readonly kind: 'order'; readonly order: OrderSnapshot }
  | {
      readonly kind: 'unreadable';
      readonly nativeOrderId: string | null;
      readonly reason: string;
      readonly payload: string;
    };

export interface Batch<Item> {
  readonly items: readonly Item[];
  /** Committed in the same transaction as the items. */
  readonly cursor: Cursor;
  /** Which part of the marketplace's feeds this came from, for the sync log. */
  readonly feed: string;
}

export interface OrdersDesk {
  /**
   * Everything that may have changed since the cursor. Without a cursor it begins at `since`. Ends when the
   * feeds are read up to now; the last batch's cursor continues from there. Reading again is always harmless.
   */
  changes(from: { readonly cursor: Cursor | null; readonly since: Date }): AsyncIterable<Batch<OrderRead>>;
  /** Every order placed in the range, whatever its state; windows wider than the marketplace allows are split. */
  placedBetween(from: Date, to: Date): AsyncIterable<Omit<Batch<OrderRead>, 'cursor'>>;
  /** The orders as they are now. Ids the marketplace would not answer are in `missing`. */
  read(nativeOrderIds: readonly string[]): Promise<OrdersNow>;
  acknowledge?(targets: readonly LineTarget[]): Promise<readonly Outcome[]>;
  ship?(targets: readonly ShipTarget[]): Promise<readonly Outcome[]>;
  changeInvoice?(targets: readonly ShipTarget[]): Promise<readonly Outcome[]>;
  delay?(targets: readonly DelayTarget[]): Promise<readonly Outcome[]>;
}

export interface OrdersNow {
  readonly reads: readonly OrderRead[];
  readonly missing: readonly { readonly nativeOrderId: string; readonly nativeText: string }[];
}

/** One order line as the marketplace names it. */
export interface LineTarget {
  /** The hub's line id; comes back in the outcome. */
  readonly line: number;
  readonly nativeOrderId: string;
  readonly nativeLineId: string;
  readonly nativeItemId: string;
  readonly packageKey: string;
}

export interface ShipTarget extends LineTarget {
  /** The marketplace's own carrier code. */
  readonly carrierCode: string;
  readonly invoice: string;
  readonly shippedAt: Instant;
}

export interface DelayTarget extends LineTarget {
  readonly shipBy: Instant;
  readonly reason: DelayReason;
  readonly text: string;
}

/** What became of one target. An HTTP 200 says nothing: each target is answered for by itself. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly line: number;
      /** What the line is now, in both vocabularies. */
      readonly status: OrderStatus;
      readonly nativeStatus: string;
      /** The package the line is in from now on, where the write moved it. */
      readonly packageKey?: string;
      /** True when the marketplace hinted that other facts of the order changed. */
      readonly readAgain: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly reason: TroubleReason;
      readonly nativeCode: string;
      readonly nativeText: string;
      /** True when sending the very same again later may work. */
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly line: number; readonly nativeText: string };
