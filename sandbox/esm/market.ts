import { ControlError } from '../frame/control-error.ts';
import { createSlidingWindowJudge, createTokenBucketJudge, type LimitJudge } from '../frame/limits.ts';
import type { Shop } from './shop/shop.ts';

/** One call of an order list in five seconds, per seller id of a site (sheet §2). */
export const ORDER_LIST_GAP_MS = 5_000;

/** The guide's limit for an account (guide §5.3). */
const GUIDE_CALLS_PER_MINUTE = 500;

/** Searches of products in a minute (sheet §2, E:160); of which account they are counted is unconfirmed. */
const SEARCHES_PER_MINUTE = 30;

/** The whole stand-in ESM. */
export interface Market {
  readonly shops: Map<string, Shop>;
  readonly orderLists: LimitJudge;
  readonly guideCalls: LimitJudge;
  readonly productSearches: LimitJudge;
}

/** An ESM without shops. */
export function createMarket(): Market {
  return {
    shops: new Map(),
    orderLists: createTokenBucketJudge({ ratePerSecond: 1_000 / ORDER_LIST_GAP_MS, capacity: 1 }),
    productSearches: createSlidingWindowJudge({ limit: SEARCHES_PER_MINUTE, windowMs: 60_000 }),
    guideCalls: createSlidingWindowJudge({ limit: GUIDE_CALLS_PER_MINUTE, windowMs: 60_000 }),
  };
}

/** The shop with this name, which must exist. */
export function shopNamed(market: Market, name: string): Shop {
  const shop = market.shops.get(name);
  if (shop === undefined) throw new ControlError(`there is no shop ${name}`, 404);
  return shop;
}
