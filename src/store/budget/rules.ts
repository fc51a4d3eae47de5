import {
  type Bucket,
  bucketsAround,
  COUNTED_WINDOWS,
  type CountedWindow,
  countedWindow,
  type Limit,
} from '../../marketplaces/kit/bucket.ts';
import type { Ask } from '../../marketplaces/kit/budget.ts';
import { paceOf, plannedCalls } from '../../marketplaces/kit/pace.ts';

/** One bucket as `take_grant` in the database reads it. Times in milliseconds. */
export interface GrantRule {
  readonly bucket: string;
  readonly cost: number;
  /** Paced limits: what may be caught up, what must be there before the call, what it adds. */
  readonly paces: readonly { readonly slack: number; readonly ahead: number; readonly charge: number }[];
  readonly windows: readonly {
    readonly window: CountedWindow;
    readonly calls: number;
    readonly slot: number;
  }[];
  readonly parallel: number | null;
}

/** A limit that a marketplace told in headers, as kept in the database. */
export interface LearnedLimit {
  readonly limit: number;
  /** Which of the bucket's limits it stands in for. */
  readonly of: number;
}

const SLOTS_OF_WINDOW = { minute: 60, hour: 60, day: 24 } as const;

/** Everything one call must be granted by: its bucket and those around it, in the order in which rows are locked. */
export function rulesOf(
  ask: Ask,
  learned: ReadonlyMap<string, LearnedLimit>,
): readonly [GrantRule, ...GrantRule[]] {
  const [own, ...wider] = bucketsAround(ask.buckets, ask.bucket).map(([name, bucket]) =>
    ruleOf(name, bucket, ask.cost, learned.get(name)),
  );
  if (own === undefined) throw new Error(`no bucket named ${ask.bucket}`);
  const [first = own, ...rest] = [own, ...wider].sort((a, b) =>
    a.bucket < b.bucket ? -1 : a.bucket > b.bucket ? 1 : 0,
  );
  return [first, ...rest];
}

/** The limits in force: the published ones, or what the marketplace said itself. */
export function limitsInForce(bucket: Bucket, learned: LearnedLimit | undefined): readonly Limit[] {
  return bucket.limits.map((limit, index) =>
    learned?.of === index ? { ...limit, calls: learned.limit } : limit,
  );
}

/** One bucket by itself. */
export function ruleOf(
  name: string,
  bucket: Bucket,
  cost: number,
  learned: LearnedLimit | undefined,
): GrantRule {
  const limits = limitsInForce(bucket, learned);
  return {
    bucket: name,
    cost,
    paces: limits.filter(isPaced).map((limit) => {
      const { gapMs, slackMs, atOnce } = paceOf(limit, bucket.margin);
      return { slack: slackMs, ahead: (Math.min(cost, atOnce) - 1) * gapMs, charge: cost * gapMs };
    }),
    windows: limits
      .filter((limit) => !isPaced(limit))
      .map((limit) => {
        const window = countedWindow(limit);
        return {
          window,
          calls: plannedCalls(limit, bucket.margin),
          slot: COUNTED_WINDOWS[window] / SLOTS_OF_WINDOW[window],
        };
      }),
    parallel: bucket.parallel ?? null,
  };
}

export function isPaced(limit: Limit): boolean {
  return limit.burst !== 'any';
}
