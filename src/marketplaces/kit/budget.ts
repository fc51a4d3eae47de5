import type { Bucket } from './operation.ts';

/** Who goes first when calls wait for the same bucket: a person's click, fresh orders, bulk work. */
export const LANES = ['click', 'fresh', 'bulk'] as const;
export type Lane = (typeof LANES)[number];

/** The right to send calls of one account, shared by every process that works for it (law 3). */
export interface Budget {
  /** Resolves at the moment one call may be sent. Rejects when the signal aborts. */
  grant(bucket: string, rule: Bucket, lane: Lane, signal?: AbortSignal): Promise<void>;
  /** Shuts a bucket for everybody, after the marketplace said we went over. */
  shut(bucket: string, forMs: number): Promise<void>;
}

/** For sandboxes without limits and for benchmarks: every call may go at once. */
export const unlimitedBudget: Budget = {
  grant: () => Promise.resolve(),
  shut: () => Promise.resolve(),
};
