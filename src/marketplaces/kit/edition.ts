import type { ClaimFault, ClaimKind, ClaimState } from '../../domain/claim.ts';
import type { ClaimAction, ClaimInput } from '../../domain/claim-action.ts';
import type { CommandKind } from '../../domain/command.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { Bucket } from './bucket.ts';
import type { CredentialField } from './credential-field.ts';
import type { Gate } from './gate.ts';
import type { HooksPort } from './hooks.ts';
import type { FetchImage, HandedPictures } from './image.ts';
import type { ListingRules } from './listing-rules.ts';
import type { Localized } from './localized.ts';
import type { Operation } from './operation.ts';
import type { Shop } from './shop.ts';
import type { TroubleReason } from './trouble.ts';

/** Something sellers expect that this marketplace does not offer, and the way around it. */
export interface Unsupported {
  readonly operation: string;
  readonly reason: Localized;
  readonly instead: Localized;
}

/** How sure we can be that a write happens exactly once (law 0). */
export type WritePromise = 'exactly-once by read-back' | 'exactly-once by key' | 'at-least-once';

/** Carrier codes of one edition, both ways. */
export interface CarrierTable {
  /** Hub carrier id to the marketplace's code. */
  readonly codeOf: Readonly<Record<string, string>>;
  /** Codes or names that mean a hub carrier when the marketplace says them; other than the inverse of `codeOf`. */
  readonly alsoMeans: Readonly<Record<string, string>>;
  /** Codes the marketplace takes that the hub has no carrier for; usable as they are. */
  readonly nativeOnly: readonly string[];
}

/** A list or feed that an edition reads again and again, told as data so that its freshness can be judged. */
export interface FeedFacts {
  readonly name: string;
  /** What it reads, in the marketplace's words. */
  readonly reads: string;
  /** How long one reading is good for; 0 is read at every pull. */
  readonly everyMs: number;
  /** How far it goes back, from now or from where it was left. */
  readonly reachMs: number;
  readonly reachFrom: 'now' | 'last time';
  /** How old a row must be before it is read: newer ones are left to the next turn. */
  readonly lateMs: number;
  /** Statuses of which one reading lists every order within its reach, so that an absence from it means something. */
  readonly lists?: readonly OrderStatus[];
}

export interface OfferRules {
  /** Prices are whole multiples of this, in minor units. */
  readonly priceStep: number;
  readonly minPrice?: number;
  readonly maxPrice?: number;
  /** How far one change may go, as a share of the price before it; beyond it the marketplace says no. */
  readonly raiseAtMost?: number;
  readonly cutAtMost?: number;
  readonly maxStock?: number;
}

/** A reason out of a marketplace's own list, offered to the seller in words. */
export interface NativeReason {
  readonly code: string;
  readonly says: Localized;
  /** Whose fault choosing it admits, where that has consequences. */
  readonly fault?: ClaimFault;
}

/** One thing that can be done with claims here. What is not in the table is not offered, and `unsupported` says why. */
export interface ClaimActionFacts {
  /** States in which the marketplace takes it. */
  readonly from: readonly ClaimState[];
  /** What the seller must tell, and what he may. */
  readonly needs: readonly ClaimInput[];
  readonly takes?: readonly ClaimInput[];
  /** What `reason` may be. */
  readonly reasons?: readonly NativeReason[];
  /** Where it leads, once the marketplace has taken it. */
  readonly leadsTo: readonly ClaimState[];
  /** What the claim turns into by it, such as a cancel refused for being too late that becomes a return. */
  readonly becomes?: ClaimKind;
  readonly promise: WritePromise;
  /** How many claims one call takes. */
  readonly perCall: number;
  /** Told where the aim is reached by another call than the name says. */
  readonly means?: Localized;
  /** What the seller should know before: it cannot be undone, the freight becomes his. */
  readonly warns?: Localized;
}

/** How a write waits that the marketplace takes only some time after what came before it. */
export interface TooEarlyFacts {
  /** How often it is looked whether the time has come. */
  readonly everyMs: number;
  /** How long after it was asked for it is given up. Must be longer than the marketplace ever takes. */
  readonly forMs: number;
  /** What is waited for. */
  readonly says: Localized;
}

/** How a seller may cancel by himself. */
export interface SellerCancelFacts {
  readonly from: readonly OrderStatus[];
  readonly reasons: readonly NativeReason[];
  /** Whether a part of a line's quantity can be cancelled. */
  readonly partly: boolean;
  readonly warns?: Localized;
}

/** What a marketplace makes a seller pay for, in points or otherwise. Rules change: they are shown with their source. */
export interface Penalty {
  readonly on: 'seller_cancel' | 'late_dispatch' | 'late_cancel_answer' | 'late_return' | 'late_exchange';
  /** Only for reasons that admit this fault; for all when absent. */
  readonly fault?: ClaimFault;
  readonly points: number | null;
  readonly says: Localized;
  readonly source: string;
}

/** A clock that runs while a claim is in some states. */
export interface ClaimTimer {
  readonly kind: ClaimKind;
  readonly in: readonly ClaimState[];
  /** What must happen before it ends: the seller answers, refunds or re-ships. */
  readonly must: 'answer' | 'refund' | 'reship';
  readonly from: 'requested' | 'collected';
  readonly within: { readonly hours: number } | { readonly days: number } | { readonly businessDays: number };
  /** Whether the marketplace then decides by itself, or only counts it against the seller. */
  readonly atEnd: 'decides' | 'counts';
  readonly says: Localized;
}

/** What one of the marketplace's own error codes means. */
export interface NativeErrorFacts {
  readonly code: string;
  /** Where the same code means different things: the operation, or a part of the text. */
  readonly where?: string;
  readonly reason: TroubleReason;
  readonly says: Localized;
}

/** How orders that the feeds stopped showing are looked after; what is left out follows from the feeds. */
export interface ReconcileFacts {
  /** An open order not seen for this long is read by id. Must be longer than any feed takes to come round. */
  readonly openOrderSeenWithinMs?: number;
  /** Orders read by id in one turn at the most. */
  readonly perRound?: number;
  /** An order older than this is looked after no more: nothing is expected to happen to it. */
  readonly followedForMs?: number;
}

export interface Edition {
  readonly name: string;
  readonly baseUrl: string;
  /** Further addresses that calls of this edition may name; an account's own base address replaces them all. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly carriers: CarrierTable;
  /** Every native status this edition maps, for the matrix and the fixture scanner. */
  readonly statuses: Readonly<Record<string, OrderStatus | null>>;
  readonly feeds: readonly FeedFacts[];
  readonly reconcile?: ReconcileFacts;
  /** How this marketplace's pushes are checked, read and answered; without it any of the usual shapes is taken. */
  readonly hooks?: HooksPort;
  readonly unsupported: readonly Unsupported[];
  /** The ids that an order may have here whose number a person types; the number itself when absent. */
  readonly orderIdsOf?: (number: string) => readonly string[];
  /** Sellers know each line by a number of twelve digits and more that no other line has, and their sheets name lines by it. */
  readonly namesLines?: true;
  /** What this edition needs to connect, where that differs from the other editions' form. */
  readonly credentials?: readonly CredentialField[];
  readonly claims?: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>>;
  readonly sellerCancel?: SellerCancelFacts;
  /** Writes that may be `too_early`. */
  readonly tooEarly?: Readonly<Partial<Record<CommandKind, TooEarlyFacts>>>;
  readonly claimTimers?: readonly ClaimTimer[];
  readonly penalties?: readonly Penalty[];
  /** Within how many business days of payment orders leave, where an order tells no day of its own. */
  readonly shipWithinBusinessDays?: number;
  /** Every error code the marketplace documents. */
  readonly errors?: readonly NativeErrorFacts[];
  /** What the hub promises about each write it offers here. */
  readonly promises: Readonly<Record<string, WritePromise>>;
  /** How long after an accepted write the marketplace's reads may still show the state before it. */
  readonly effectLagMs: number;
  /** How many writes may be on their way at once; 3 when absent. */
  readonly parallel?: number;
  /** How many targets one call of a write takes. */
  readonly batch: {
    readonly acknowledge: number;
    readonly ship: number;
    readonly split?: number;
    readonly hold?: number;
    readonly cancel?: number;
    readonly stock?: number;
    readonly prices?: number;
    readonly publish?: number;
    readonly sale?: number;
  };
  /** What this edition takes as a price, so that a plan can say no before anything is sent. */
  readonly offerRules?: OfferRules;
  /** What listings may be here; present where the shop has a catalog desk. */
  readonly listingRules?: ListingRules;
  /** Opens one connected account. Credentials were checked against the descriptor's schema before. */
  open(account: OpenAccount): Shop;
}

export interface OpenAccount {
  readonly credentials: Readonly<Record<string, string>>;
  /** When the key stops working, if the seller told us. */
  readonly keyExpiresAt: Date | null;
  readonly gate: Gate;
  readonly clock: () => Date;
  /** Where a marketplace wants pictures handed over. Absent, they cannot be. */
  readonly fetchImage?: FetchImage;
  /** Absent where nothing is remembered: every picture is handed over anew. */
  readonly handedPictures?: HandedPictures;
}
