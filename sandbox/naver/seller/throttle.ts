import { createSlidingWindowJudge, createTokenBucketJudge, type LimitJudge } from '../../frame/limits.ts';
import { MINUTE_MS } from '../wire/time.ts';

/** How often an application may call one API. */
export interface Rate {
  readonly perSecond: number;
  readonly capacity: number;
}

/** Sheet §2.1: what every own-store application gets. */
export const OWN_STORE_RATE: Rate = { perSecond: 2, capacity: 4 };

export interface Admission {
  readonly isAdmitted: boolean;
  readonly rate: Rate;
  readonly remaining: number;
}

/** Counts an application's calls, each API for itself. */
export interface Throttle {
  admit(operation: string, monotonicMs: number): Admission;
  /** Without a rate, every call is admitted. */
  set(rate: Rate | undefined): void;
}

const newJudge = ({ perSecond, capacity }: Rate) =>
  createTokenBucketJudge({ ratePerSecond: perSecond, capacity });

/** A throttle with full buckets. */
export function createThrottle(initial: Rate | undefined): Throttle {
  let active: { readonly rate: Rate; readonly judge: LimitJudge } | undefined;
  const set = (rate: Rate | undefined) => {
    active = rate && { rate, judge: newJudge(rate) };
  };
  set(initial);
  return {
    set,
    admit(operation, monotonicMs) {
      if (active === undefined) {
        return { isAdmitted: true, rate: OWN_STORE_RATE, remaining: OWN_STORE_RATE.capacity };
      }
      const { rate, judge } = active;
      const { admitted, load } = judge.admit(operation, monotonicMs);
      const remaining = Math.max(0, Math.floor(rate.capacity * (1 - load)));
      return { isAdmitted: admitted, rate, remaining };
    },
  };
}

/** Guide 5.3: calls a minute, all APIs together, in any minute. */
const GUIDE_CALLS_PER_MINUTE = 1_000;

/** Counts an application's calls in edition `guide`. */
export interface GuideThrottle {
  isAdmitted(monotonicMs: number): boolean;
  /** Starts counting anew, or stops. */
  set(isLimited: boolean): void;
}

export function createGuideThrottle(isLimited: boolean): GuideThrottle {
  let judge: LimitJudge | undefined;
  const set = (limited: boolean) => {
    judge = limited
      ? createSlidingWindowJudge({ limit: GUIDE_CALLS_PER_MINUTE, windowMs: MINUTE_MS })
      : undefined;
  };
  set(isLimited);
  return { set, isAdmitted: (monotonicMs) => judge?.admit('guide', monotonicMs).admitted ?? true };
}
