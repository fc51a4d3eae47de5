import { createWindowCount, type WindowCount } from './limits.ts';
import type { FaultKind } from './marketplace.ts';

/** One call as the sandbox saw it. */
export interface JournalEntry {
  /** Sandbox time, milliseconds since the epoch. */
  readonly at: number;
  readonly shop?: string;
  readonly operation: string;
  readonly bucket?: string;
  /** The status the marketplace (or a fault in its stead) decided on; a fault on the connection may keep the caller from seeing it. */
  readonly status: number;
  readonly overLimit: boolean;
  /** Every fault that struck this call. */
  readonly faults: readonly FaultKind[];
}

interface OperationTally {
  readonly shop?: string;
  readonly operation: string;
  calls: number;
  readonly byStatus: Record<string, number>;
}

interface BucketTally {
  readonly bucket: string;
  calls: number;
  overLimit: number;
  readonly window: WindowCount;
  readonly firstMs: number;
  lastMs: number;
}

/** What a marketplace was asked, counted. */
export interface Journal {
  /** `monotonicMs` is `performance.now()` at the moment of the call. */
  note(entry: JournalEntry, monotonicMs: number): void;
  /** Counters and the most recent calls, newest first, in the words of the control API. */
  report(): Record<string, unknown>;
  clear(): void;
}

const RECENT_CALLS = 1_000;

const realInstant = (monotonicMs: number) => new Date(performance.timeOrigin + monotonicMs).toISOString();

/** An empty journal that looks for the worst burst within windows of `windowMs`. */
export function createJournal(windowMs: number): Journal {
  const operations = new Map<string, OperationTally>();
  const buckets = new Map<string, BucketTally>();
  const faults = new Map<FaultKind, number>();
  let recent: JournalEntry[] = [];
  let noted = 0;

  const countOperation = ({ shop, operation, status }: JournalEntry) => {
    const key = `${shop ?? ''} ${operation}`;
    let count = operations.get(key);
    if (count === undefined) {
      count = { ...(shop === undefined ? {} : { shop }), operation, calls: 0, byStatus: {} };
      operations.set(key, count);
    }
    count.calls += 1;
    count.byStatus[status] = (count.byStatus[status] ?? 0) + 1;
  };

  const countBucket = (bucket: string, overLimit: boolean, nowMs: number) => {
    let count = buckets.get(bucket);
    if (count === undefined) {
      const window = createWindowCount(windowMs);
      count = { bucket, calls: 0, overLimit: 0, window, firstMs: nowMs, lastMs: nowMs };
      buckets.set(bucket, count);
    }
    count.calls += 1;
    count.lastMs = nowMs;
    if (overLimit) count.overLimit += 1;
    count.window.add(nowMs);
  };

  return {
    note(entry, monotonicMs) {
      countOperation(entry);
      if (entry.bucket !== undefined) countBucket(entry.bucket, entry.overLimit, monotonicMs);
      for (const kind of entry.faults) faults.set(kind, (faults.get(kind) ?? 0) + 1);
      recent[noted % RECENT_CALLS] = entry;
      noted += 1;
    },
    report: () => ({
      operations: [...operations.values()],
      faults: Object.fromEntries(faults),
      buckets: [...buckets.values()].map(({ bucket, calls, overLimit, window, firstMs, lastMs }) => ({
        bucket,
        calls,
        overLimit,
        worstWindow: window.worst(),
        // Real time, not sandbox time, so that calls per second can be computed from it.
        firstAt: realInstant(firstMs),
        lastAt: realInstant(lastMs),
      })),
      recent: [...recent.slice(noted % RECENT_CALLS), ...recent.slice(0, noted % RECENT_CALLS)]
        .reverse()
        .map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
    }),
    clear() {
      operations.clear();
      buckets.clear();
      faults.clear();
      recent = [];
      noted = 0;
    },
  };
}
