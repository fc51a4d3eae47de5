import type { AccountId } from '../../domain/ids.ts';
import type { Bucket } from './bucket.ts';
import type { TroubleReason } from './trouble.ts';

/** Who goes first when calls wait for the same bucket: a person's click, fresh orders and claims, stock, bulk work. */
export const LANES = ['click', 'fresh', 'stock', 'bulk'] as const;
export type Lane = (typeof LANES)[number];

/** The right to do one kind of work for an account, as its holder was given it (`HeldLane`). */
export interface Fence {
  readonly account: AccountId;
  readonly kind: string;
  readonly holder: string;
}

/** What is asked of a budget for one call. */
export interface Ask {
  readonly bucket: string;
  /** The edition's table, in which the bucket and those around it are described. */
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly lane: Lane;
  /** How much of the bucket the call counts for; usually 1. */
  readonly cost: number;
  /** The call is surely over after this long; a parallel slot is kept no longer for a process that died. */
  readonly longestMs: number;
  /** A wait known to be longer than this is refused with `NoGrant`. */
  readonly patienceMs: number;
  /** Where given, the call is granted only while its holder still has the lane. */
  readonly fence?: Fence;
}

/** The right to send one call, now. */
export interface Grant {
  /** Asked once, when the call's bytes go to the socket: true when it has become too late to send on this grant. */
  isLate(): boolean;
  /** Told once how the call ended: frees its slot, corrects its cost, takes in what the headers say. */
  settle(ending: CallEnding): void;
}

export interface CallEnding {
  /** Null when no answer came. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The right to send calls of one account, shared by every process that works for it (law 3). */
export interface Budget {
  /** Resolves at the moment one call may be sent. Rejects with `LaneLost`, `NoGrant`, or when the signal aborts. */
  grant(ask: Ask, signal?: AbortSignal): Promise<Grant>;
  /** Shuts a bucket for everybody, after the marketplace said we went over. */
  shut(bucket: string, forMs: number, because: ShutReason): Promise<void>;
}

/** What a marketplace says when a limit of the second, of the hour or day, or of a punishment is reached. */
export const SHUT_REASONS = [
  'over_limit',
  'quota_spent',
  'penalty',
] as const satisfies readonly TroubleReason[];
export type ShutReason = (typeof SHUT_REASONS)[number];

export function isShutReason(reason: TroubleReason): reason is ShutReason {
  return (SHUT_REASONS as readonly TroubleReason[]).includes(reason);
}

/** Somebody else does the work by now; whoever holds this must stop without another call. */
export class LaneLost extends Error {
  readonly fence: Fence;

  constructor(fence: Fence) {
    super(`the ${fence.kind} lane of account ${fence.account} is no longer held by this worker`);
    this.name = 'LaneLost';
    this.fence = fence;
  }
}

/** The bucket is shut or spent for longer than the caller wants to wait. Nothing was sent. */
export class NoGrant extends Error {
  readonly waitMs: number;
  /** What the marketplace said when it was shut; `over_limit` where only our own count says so. */
  readonly because: ShutReason;

  constructor(bucket: string, waitMs: number, because: ShutReason) {
    super(`bucket ${bucket} has no call left for ${Math.ceil(waitMs / 1000)} s`);
    this.name = 'NoGrant';
    this.waitMs = waitMs;
    this.because = because;
  }
}

const UNLIMITED: Grant = { isLate: () => false, settle: () => {} };

/** For sandboxes without limits and for benchmarks: every call may go at once. */
export const unlimitedBudget: Budget = {
  grant: () => Promise.resolve(UNLIMITED),
  shut: () => Promise.resolve(),
};
