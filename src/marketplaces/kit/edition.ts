import type { OrderStatus } from '../../domain/status.ts';
import type { Bucket } from './bucket.ts';
import type { Gate } from './gate.ts';
import type { HooksPort } from './hooks.ts';
import type { Localized } from './localized.ts';
import type { Operation } from './operation.ts';
import type { Shop } from './shop.ts';

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
    readonly stock?: number;
    readonly prices?: number;
  };
  /** What this edition takes as a price, so that a plan can say no before anything is sent. */
  readonly offerRules?: OfferRules;
  /** Opens one connected account. Credentials were checked against the descriptor's schema before. */
  open(account: OpenAccount): Shop;
}

export interface OpenAccount {
  readonly credentials: Readonly<Record<string, string>>;
  /** When the key stops working, if the seller told us. */
  readonly keyExpiresAt: Date | null;
  readonly gate: Gate;
  readonly clock: () => Date;
}
