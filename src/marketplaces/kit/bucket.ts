export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** One limit that a marketplace counts. A bucket may stand under several at once. */
export interface Limit {
  /** How many calls it lets through in `perMs`, as published. */
  readonly calls: number;
  readonly perMs: number;
  /**
   * How many of them may come at once. Left out: the limit is strict and calls are spread evenly. A number: a bucket
   * of that many tokens, refilled at the pace above. `'any'`: wherever they lie, as long as no stretch of `perMs`
   * holds more; counted for a minute, an hour or a day.
   */
  readonly burst?: number | 'any';
}

/** Calls that a marketplace counts together, per account. */
export interface Bucket {
  readonly limits: readonly Limit[];
  /** The share of each limit that we plan to use (law 3): the allowance is `calls * margin`. */
  readonly margin: number;
  /** How long the bucket stays shut after the marketplace said we went over. */
  readonly penaltyMs: number;
  /** How many calls may be under way at the same time. */
  readonly parallel?: number;
  /** A wider bucket that each of these calls draws from as well. */
  readonly within?: string;
  /** What a call counts for when it is answered with a 4xx, where that is more than its usual cost. */
  readonly clientErrorCost?: number;
  /** Reads what an answer's headers (names in lower case) say about this bucket. */
  readonly learn?: (headers: Readonly<Record<string, string>>) => Told | undefined;
}

/** What a marketplace said about a bucket in the headers of an answer. */
export interface Told {
  /** The limit it applies, in calls per `perMs` of the limit at `of`; stands in for the published one. */
  readonly limit?: number;
  /** How many calls it would let through now. Corrects our count downwards only: it knows of no call still on its way. */
  readonly remaining?: number;
  /** How long until it lets calls through again. */
  readonly resetMs?: number;
  /** What this very call counted for. */
  readonly cost?: number;
  /** Which of the bucket's limits is meant; the first if left out. */
  readonly of?: number;
}

/** The windows in which calls can be counted one by one. */
export const COUNTED_WINDOWS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS } as const;
export type CountedWindow = keyof typeof COUNTED_WINDOWS;

/** The window of a limit with `burst: 'any'`. */
export function countedWindow(limit: Limit): CountedWindow {
  for (const window of ['minute', 'hour', 'day'] as const) {
    if (COUNTED_WINDOWS[window] === limit.perMs) return window;
  }
  throw new Error(`calls are counted per minute, hour or day, not per ${limit.perMs} ms`);
}

/** The bucket of this name with the wider ones around it, each once. Throws when one is not in the table. */
export function bucketsAround(
  buckets: Readonly<Record<string, Bucket>>,
  name: string,
): readonly (readonly [name: string, bucket: Bucket])[] {
  const found: (readonly [string, Bucket])[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const bucket: Bucket | undefined = buckets[next];
    if (bucket === undefined) throw new Error(`bucket not in the edition's table: ${next}`);
    if (found.some(([seen]) => seen === next)) throw new Error(`bucket within itself: ${next}`);
    found.push([next, bucket]);
    next = bucket.within;
  }
  return found;
}

/** The same buckets with only so much of their allowance used; all of it for null. */
export function usedAt(
  buckets: Readonly<Record<string, Bucket>>,
  percent: number | null,
): Readonly<Record<string, Bucket>> {
  if (percent === null) return buckets;
  return Object.fromEntries(
    Object.entries(buckets).map(([name, bucket]) => [
      name,
      { ...bucket, margin: (bucket.margin * percent) / 100 },
    ]),
  );
}
