import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { coupangMarketplace } from './coupang/marketplace.ts';
import { elevenStreetMarketplace } from './eleventh-street/marketplace.ts';
import { esmMarketplace } from './esm/marketplace.ts';
import { createClock } from './frame/clock.ts';
import { withDiary } from './frame/diary.ts';
import type { Frame, Marketplace } from './frame/marketplace.ts';
import { naverMarketplace } from './naver/marketplace.ts';

const MARKETS: readonly (readonly [string, () => Marketplace])[] = [
  ['coupang', coupangMarketplace],
  ['naver', naverMarketplace],
  ['eleventh_street', elevenStreetMarketplace],
  ['esm', esmMarketplace],
];

const SOLD = z.object({ order: z.string() });

describe('a diary', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'moa-diary-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(MARKETS)('lived again leads to the same shop: %s', (name, open) => {
    const file = join(folder, `${name}.jsonl`);
    const clock = createClock(Date.parse('2026-11-22T00:00:00Z'));
    clock.freeze();
    // As a real clock does, it goes on while something happens.
    const now = () => {
      clock.advance(1);
      return clock.now();
    };
    const frame: Frame = { now, monotonicMs: clock.now, seed: 7, strike: () => undefined };
    const first = withDiary(open(), file);
    const wish = { shop: 'demo', orders: 60 };
    const { shop, credentials } = first.openShop(wish, frame);
    for (let step = 0; step < 40; step++) {
      clock.advance(90_000);
      if (step % 3 === 0) first.buy(shop, 2, frame);
      if (step % 5 === 0) {
        const { order } = SOLD.parse(first.acts['story.sell']?.(shop, {}, frame));
        first.acts['story.claim']?.(shop, { order, kind: 'cancel' }, frame);
      }
      first.tick(frame);
    }
    const second = withDiary(open(), file);
    expect(second.openShop(wish, { ...frame, seed: 8 })).toEqual({ shop, credentials });
    expect(() => second.openShop({ ...wish, orders: 61 }, frame)).toThrow(/already|exists/);
    expect(second.shops()).toEqual([shop]);
    expect(second.orders(shop)).toEqual(first.orders(shop));
    expect(second.claims?.(shop)).toEqual(first.claims?.(shop));
    expect(second.listings?.(shop)).toEqual(first.listings?.(shop));

    const next = second.buy(shop, 3, frame);
    expect(withDiary(open(), file).orders(shop)).toEqual(second.orders(shop));
    expect(next.length).toBeGreaterThan(0);
    expect(Object.keys(credentials).length).toBeGreaterThan(0);
  });
});
