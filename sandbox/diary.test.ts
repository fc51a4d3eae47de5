import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coupangMarketplace } from './coupang/marketplace.ts';
import { createClock } from './frame/clock.ts';
import { withDiary } from './frame/diary.ts';
import type { Frame, Marketplace } from './frame/marketplace.ts';
import { naverMarketplace } from './naver/marketplace.ts';

const MARKETS: readonly (() => Marketplace)[] = [coupangMarketplace, naverMarketplace];

describe('a diary', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'moa-diary-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(MARKETS)('lived again leads to the same shop: %o', (open) => {
    const file = join(folder, `${open.name}.jsonl`);
    const clock = createClock(Date.parse('2026-11-22T00:00:00Z'));
    clock.freeze();
    const frame: Frame = { now: clock.now, monotonicMs: clock.now, seed: 7, strike: () => undefined };
    const first = withDiary(open(), file);
    const { shop, credentials } = first.openShop({ shop: 'demo', orders: 60 }, frame);
    for (let step = 0; step < 40; step++) {
      clock.advance(90_000);
      if (step % 3 === 0) first.buy(shop, 2, frame);
      first.tick(frame);
    }
    const second = withDiary(open(), file);
    expect(second.shops()).toEqual([shop]);
    expect(second.orders(shop)).toEqual(first.orders(shop));

    const next = second.buy(shop, 3, frame);
    expect(withDiary(open(), file).orders(shop)).toEqual(second.orders(shop));
    expect(next.length).toBe(3);
    expect(Object.keys(credentials).length).toBeGreaterThan(1);
  });
});
