import type { ClaimKind, ClaimMove, ClaimSnapshot, ClaimState } from '../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../domain/claim-action.ts';
import type { DelayReason } from '../../domain/command.ts';
import type { Instant, LineNews, OrderSnapshot } from '../../domain/order.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { CatalogDesk } from './catalog.ts';
import type { Cursor } from './cursor.ts';
import type { Localized } from './localized.ts';
import type { PricesDesk, StockDesk } from './offers.ts';
import type { TroubleReason } from './trouble.ts';
import type { WindowCount } from './windows.ts';

/** The desks one connected account really has. A desk or method that is absent is not offered by the marketplace. */
export interface Shop {
  /** Tries the keys on harmless reads. Throws MarketplaceError with the reason when something is wrong. */
  test(): Promise<ConnectionReport>;
  readonly orders: OrdersDesk;
  readonly claims?: ClaimsDesk;
  readonly stock?: StockDesk;
  readonly prices?: PricesDesk;
  readonly catalog?: CatalogDesk;
}

export interface ConnectionReport {
  /** The shop's name or id as the marketplace tells it. */
  readonly shopName: string | null;
  /** What was tried, in order. */
  readonly checks: readonly string[];
}

/**
 * A row that could be read, or one that could not and is set aside with its payload. Claims come with the orders they
 * are about, or in feeds of their own; both belong to one reading, so that neither is ever behind the other.
 */
export type OrderRead =
  | { readonly kind: 'order'; readonly order: OrderSnapshot }
  | { readonly kind: 'line_news'; readonly news: LineNews }
  | { readonly kind: 'claim'; readonly claim: ClaimSnapshot }
  | { readonly kind: 'claim_moved'; readonly move: ClaimMove }
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
  /**
   * Which of the edition's feeds this came from. Batches of one feed follow each other, and it is read to its end
   * when another one's come: its freshness is told from that.
   */
  readonly feed: string;
  /** How far this reading has come with this batch; at its last one every window is done. */
  readonly windows?: WindowCount;
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
  /** Ships one line's quantity in several parcels. */
  split?(targets: readonly SplitTarget[]): Promise<readonly Outcome[]>;
  hold?(targets: readonly HoldTarget[]): Promise<readonly Outcome[]>;
  release?(targets: readonly LineTarget[]): Promise<readonly Outcome[]>;
  /** The seller cancels what was not shipped yet. */
  cancel?(targets: readonly CancelTarget[]): Promise<readonly Outcome[]>;
}

/** Claims of buyers, and what the seller can do with them: which actions there are is told by the edition. */
export interface ClaimsDesk {
  /** The claims as they are now. Those the marketplace would not show are in `missing`. */
  read(refs: readonly ClaimRef[]): Promise<ClaimsNow>;
  /** Does one thing with some claims; no more of them than the edition's `perCall` for it. */
  act(action: ClaimAction, targets: readonly ClaimTarget[]): Promise<readonly ClaimOutcome[]>;
}

/** A claim as the marketplace names it. */
export interface ClaimRef {
  readonly nativeClaimId: string;
  readonly nativeOrderId: string;
  readonly kind: ClaimKind;
  readonly requestedAt: Instant;
  readonly nativeStatus: string;
  readonly lines: readonly ClaimedLine[];
  /** The package of the replacement, once there is one. */
  readonly replacementPackage: string | null;
}

export interface ClaimedLine {
  readonly nativeLineId: string | null;
  readonly nativeItemId: string | null;
  readonly packageKey: string | null;
  readonly quantity: number | null;
}

export interface ClaimsNow {
  /** Claims that could be read, and orders where the marketplace tells them along. */
  readonly reads: readonly OrderRead[];
  readonly missing: readonly { readonly nativeClaimId: string; readonly nativeText: string }[];
}

export interface ClaimTarget {
  /** The hub's command item id; comes back in the outcome. */
  readonly item: number;
  readonly claim: ClaimRef;
  readonly payload: ClaimPayload;
}

/** What became of one claim. */
export type ClaimOutcome =
  | {
      readonly kind: 'done';
      readonly item: number;
      /** What the claim is now, in both vocabularies; null where only a reading can tell. */
      readonly state: ClaimState | null;
      readonly nativeStatus: string | null;
      /** What it has turned into, where the action makes another kind of it. */
      readonly becomes?: ClaimKind;
    }
  | {
      readonly kind: 'refused';
      readonly item: number;
      readonly reason: TroubleReason;
      readonly nativeCode: string;
      readonly nativeText: string;
      /** What was found before anything was sent, in words of our own. */
      readonly says?: Localized | undefined;
      /** True when sending the very same again later may work. */
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly item: number; readonly nativeText: string };

export interface OrdersNow {
  readonly reads: readonly OrderRead[];
  readonly missing: readonly MissingOrder[];
}

/** An order the marketplace would not show. */
export interface MissingOrder {
  readonly nativeOrderId: string;
  readonly nativeText: string;
  /** True when it says that the order was cancelled or returned; false when it only does not know or show it. */
  readonly ended: boolean;
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

export interface SplitTarget extends LineTarget {
  readonly parts: readonly {
    readonly carrierCode: string;
    readonly invoice: string;
    readonly quantity: number;
    readonly shippedAt: Instant;
  }[];
}

export interface HoldTarget extends LineTarget {
  readonly text: string;
}

export interface CancelTarget extends LineTarget {
  /** The marketplace's own reason code. */
  readonly reason: string;
  readonly text: string;
  /** How many of the line. */
  readonly quantity: number;
  /** Whether that is all that is left of it. */
  readonly whole: boolean;
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
      /** What was found before anything was sent, in words of our own. */
      readonly says?: Localized | undefined;
      /** True when sending the very same again later may work. */
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly line: number; readonly nativeText: string };
