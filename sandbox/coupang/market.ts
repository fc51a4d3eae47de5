import { ControlError } from '../frame/control-error.ts';
import { createSlidingWindowJudge, type LimitJudge } from '../frame/limits.ts';
import type { Shop } from './shop/shop.ts';

/** The whole stand-in Coupang. */
export interface Market {
  readonly shops: Map<string, Shop>;
  /** Since 2026-03-17 a vendor may call 5 times in a second (sheet §2). */
  readonly judge: LimitJudge;
  /** By the guide's own table, 100 times in a minute. */
  readonly guideJudge: LimitJudge;
}

/** A Coupang without shops. */
export function createMarket(): Market {
  return {
    shops: new Map(),
    judge: createSlidingWindowJudge({ limit: 5, windowMs: 1_000 }),
    guideJudge: createSlidingWindowJudge({ limit: 100, windowMs: 60_000 }),
  };
}

/** The shop whose present key this is. */
export function shopOfKey(market: Market, accessKey: string): Shop | undefined {
  for (const shop of market.shops.values()) if (shop.rules.key.accessKey === accessKey) return shop;
  return undefined;
}

/** Whether a box or an order with this id belongs to another shop than this one. */
export function belongsElsewhere(market: Market, shop: Shop, id: string): boolean {
  for (const { name, boxes } of market.shops.values()) {
    if (name !== shop.name && (boxes.get(id) !== undefined || boxes.ofOrder(id).length > 0)) return true;
  }
  return false;
}

/** The shop with this name, which must exist. */
export function shopNamed(market: Market, name: string): Shop {
  const shop = market.shops.get(name);
  if (shop === undefined) throw new ControlError(`there is no shop ${name}`, 404);
  return shop;
}
