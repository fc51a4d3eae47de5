import type { Desk } from './desk.ts';

/** Buyers who keep buying, one stream per shop. */
export interface Traffic {
  /** `count` new orders every `everyMs`; replaces the shop's stream, and 0 ends it. */
  start(desk: Desk, shop: string, everyMs: number, count: number): void;
  stop(): void;
}

/** No buyers yet. */
export function createTraffic(): Traffic {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    start(desk, shop, everyMs, count) {
      const key = `${desk.marketplace.id} ${shop}`;
      clearInterval(timers.get(key));
      timers.delete(key);
      if (everyMs === 0) return;
      timers.set(key, setInterval(() => desk.marketplace.buy(shop, count, desk.frame), everyMs).unref());
    },
    stop() {
      for (const timer of timers.values()) clearInterval(timer);
      timers.clear();
    },
  };
}
