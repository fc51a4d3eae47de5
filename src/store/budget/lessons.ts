import {
  type Bucket,
  bucketsAround,
  type CountedWindow,
  countedWindow,
  type Told,
} from '../../marketplaces/kit/bucket.ts';
import type { Ask, CallEnding } from '../../marketplaces/kit/budget.ts';
import { paceOf } from '../../marketplaces/kit/pace.ts';
import { isPaced, type LearnedLimit, limitsInForce } from './rules.ts';

/** What the end of a call teaches about one bucket, as `settle_grant` in the database reads it. */
export interface Lesson {
  readonly bucket: string;
  /** How much more the call counted for than was charged. */
  readonly more: number;
  /** Per paced limit: time to add, and the earliest next call from now on. */
  readonly paces: readonly { readonly charge: number; readonly not_before: number | null }[];
  /** How many calls the marketplace has counted in a window, ours or others'. */
  readonly used: readonly { readonly window: CountedWindow; readonly calls: number }[];
  readonly shut_ms: number | null;
  readonly told: Told | null;
  /** False when nothing depends on it but what the seller is shown. */
  readonly matters: boolean;
}

/** What an ending says about the call's bucket and those around it. Headers speak of the call's own bucket. */
export function lessonsOf(
  ask: Ask,
  ending: CallEnding,
  learned: ReadonlyMap<string, LearnedLimit>,
): readonly Lesson[] {
  return bucketsAround(ask.buckets, ask.bucket)
    .map(([name, bucket]) => {
      const told = name === ask.bucket ? bucket.learn?.(ending.headers) : undefined;
      return lessonOf(name, bucket, ask.cost, ending, told, learned.get(name));
    })
    .sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
}

function lessonOf(
  name: string,
  bucket: Bucket,
  charged: number,
  { status }: CallEnding,
  told: Told | undefined,
  learned: LearnedLimit | undefined,
): Lesson {
  const isClientError = status !== null && status >= 400 && status < 500;
  const cost = Math.max(charged, told?.cost ?? 0, isClientError ? (bucket.clientErrorCost ?? 0) : 0);
  const more = cost - charged;
  const of = told?.of ?? 0;
  const heard = told?.limit === undefined ? learned : { limit: told.limit, of };
  const limits = limitsInForce(bucket, heard).map((limit, index) => ({
    limit,
    remaining: index === of ? told?.remaining : undefined,
  }));
  const paces = limits
    .filter(({ limit }) => isPaced(limit))
    .map(({ limit, remaining }) => {
      const { gapMs, atOnce } = paceOf(limit, bucket.margin);
      const bites = remaining !== undefined && (remaining === 0 || remaining < atOnce);
      return { charge: more * gapMs, not_before: bites ? (1 - remaining) * gapMs : null };
    });
  const used = limits.flatMap(({ limit, remaining }) =>
    isPaced(limit) || remaining === undefined
      ? []
      : [{ window: countedWindow(limit), calls: Math.max(0, limit.calls - remaining) }],
  );
  const shutMs = told?.remaining === 0 && told.resetMs !== undefined ? told.resetMs : null;
  return {
    bucket: name,
    more,
    paces,
    used,
    shut_ms: shutMs,
    told: told ?? null,
    matters:
      more > 0 ||
      shutMs !== null ||
      bucket.parallel !== undefined ||
      paces.some(({ not_before }) => not_before !== null) ||
      (told?.limit !== undefined && told.limit !== learned?.limit),
  };
}
