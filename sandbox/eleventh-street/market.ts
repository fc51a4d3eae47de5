import { ControlError } from '../frame/control-error.ts';
import { createSlidingWindowJudge, type LimitJudge } from '../frame/limits.ts';
import type { Shop } from './shop/shop.ts';

const MINUTE_MS = 60_000;
const GUIDE_CALLS_PER_MINUTE = 300;

/** The whole stand-in 11st. */
export interface Market {
  readonly shops: Map<string, Shop>;
  /** The judges of official calls, one for each number of calls a second that some shop was opened with. */
  readonly judges: Map<number, LimitJudge>;
  /** 300 calls in any minute (guide 5.3). */
  readonly guideJudge: LimitJudge;
}

/** An 11st without shops. */
export function createMarket(): Market {
  return {
    shops: new Map(),
    judges: new Map(),
    guideJudge: createSlidingWindowJudge({ limit: GUIDE_CALLS_PER_MINUTE, windowMs: MINUTE_MS }),
  };
}

/** Who judges this many calls a second. */
export function judgeOf({ judges }: Market, callsPerSecond: number): LimitJudge {
  let judge = judges.get(callsPerSecond);
  if (judge === undefined) {
    judge = createSlidingWindowJudge({ limit: callsPerSecond, windowMs: 1_000 });
    judges.set(callsPerSecond, judge);
  }
  return judge;
}

/** The shop whose living key this is. */
export function shopOfKey({ shops }: Market, key: string, now: number): Shop | undefined {
  for (const shop of shops.values()) {
    if (shop.rules.apiKey === key) return shop.rules.keyExpiresAt > now ? shop : undefined;
  }
  return undefined;
}

/** The shop with this name, which must exist. */
export function shopNamed({ shops }: Market, name: string): Shop {
  const shop = shops.get(name);
  if (shop === undefined) throw new ControlError(`there is no shop ${name}`, 404);
  return shop;
}
