/** Counts events in a sliding window of time and remembers the worst window so far. */
export interface WindowCount {
  /** Notes one event and answers how many events the window that ends with it holds, itself included. */
  add(nowMs: number): number;
  /** The most events any window has held. */
  worst(): number;
}

/** A sliding window of `windowMs`; an event exactly that old has left it. */
export function createWindowCount(windowMs: number): WindowCount {
  let times: number[] = [];
  let oldest = 0;
  let worst = 0;
  return {
    add(nowMs) {
      times.push(nowMs);
      for (let at = times[oldest]; at !== undefined && at <= nowMs - windowMs; at = times[oldest])
        oldest += 1;
      if (oldest > 1_000 && oldest * 2 > times.length) {
        times = times.slice(oldest);
        oldest = 0;
      }
      const count = times.length - oldest;
      worst = Math.max(worst, count);
      return count;
    },
    worst: () => worst,
  };
}

/** What one bucket has seen. */
export interface BucketCount {
  readonly calls: number;
  readonly refused: number;
  /** The most calls in any window, refused ones included. */
  readonly worstWindow: number;
}

export interface Verdict {
  readonly admitted: boolean;
  /** The part of the allowance in use after this call; above 1 when the call was refused. */
  readonly load: number;
}

/** Decides call by call whether a bucket's callers stay within their allowance. */
export interface LimitJudge {
  /** `nowMs` must come from a monotonic clock, such as `performance.now()`: the sandbox clock may be frozen or moved. */
  admit(bucket: string, nowMs: number): Verdict;
  count(bucket: string): BucketCount;
}

interface Lane {
  calls: number;
  refused: number;
  readonly window: WindowCount;
}

interface Judging {
  readonly windowMs: number;
  readonly judge: (bucket: string, nowMs: number, callsInWindow: number) => Verdict;
}

function createJudge({ windowMs, judge }: Judging): LimitJudge {
  const lanes = new Map<string, Lane>();
  return {
    admit(bucket, nowMs) {
      let lane = lanes.get(bucket);
      if (lane === undefined) {
        lane = { calls: 0, refused: 0, window: createWindowCount(windowMs) };
        lanes.set(bucket, lane);
      }
      const verdict = judge(bucket, nowMs, lane.window.add(nowMs));
      lane.calls += 1;
      if (!verdict.admitted) lane.refused += 1;
      return verdict;
    },
    count(bucket) {
      const lane = lanes.get(bucket);
      return { calls: lane?.calls ?? 0, refused: lane?.refused ?? 0, worstWindow: lane?.window.worst() ?? 0 };
    },
  };
}

/**
 * At most `limit` calls in any window. Refused calls count too, so a caller that keeps hammering stays refused until its
 * rate falls below the limit.
 */
export function createSlidingWindowJudge(options: {
  readonly limit: number;
  readonly windowMs: number;
}): LimitJudge {
  const { limit, windowMs } = options;
  return createJudge({
    windowMs,
    judge: (_bucket, _nowMs, calls) => ({ admitted: calls <= limit, load: calls / limit }),
  });
}

/** A bucket of `capacity` tokens that refills at `ratePerSecond`. A refused call takes no token. */
export function createTokenBucketJudge(options: {
  readonly ratePerSecond: number;
  readonly capacity: number;
}): LimitJudge {
  const { ratePerSecond, capacity } = options;
  const levels = new Map<string, { readonly tokens: number; readonly atMs: number }>();
  return createJudge({
    windowMs: 1_000,
    judge(bucket, nowMs) {
      const level = levels.get(bucket) ?? { tokens: capacity, atMs: nowMs };
      const tokens = Math.min(capacity, level.tokens + ((nowMs - level.atMs) / 1_000) * ratePerSecond);
      const admitted = tokens >= 1;
      levels.set(bucket, { tokens: admitted ? tokens - 1 : tokens, atMs: nowMs });
      return { admitted, load: (capacity - tokens + 1) / capacity };
    },
  });
}
