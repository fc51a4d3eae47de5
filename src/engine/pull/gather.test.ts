import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gather } from './gather.ts';

interface Batch {
  readonly items: readonly number[];
  readonly cursor: string;
}

async function* feed(sizes: readonly number[], failAt?: number): AsyncGenerator<Batch> {
  let next = 0;
  for (const [at, size] of sizes.entries()) {
    if (at === failAt) throw new Error('feed broke');
    if (at % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    yield { items: Array.from({ length: size }, () => next++), cursor: String(at) };
  }
}

describe('gather', () => {
  test('gives every batch once, in order, whatever the sizes and the limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 50 }), async (sizes, limit) => {
        const seen: Batch[] = [];
        for await (const group of gather(feed(sizes), { maxItems: limit, lingerMs: 20 })) {
          expect(group.length).toBeGreaterThan(0);
          seen.push(...group);
          if (seen.length % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        expect(seen.map(({ cursor }) => Number(cursor))).toEqual(sizes.map((_, at) => at));
      }),
    );
  });

  test('hands over what came before a failure, then fails', async () => {
    const seen: string[] = [];
    const reading = (async () => {
      for await (const group of gather(feed([1, 1, 1, 1], 3), { maxItems: 10, lingerMs: 20 }))
        seen.push(...group.map(({ cursor }) => cursor));
    })();
    await expect(reading).rejects.toThrow('feed broke');
    expect(seen).toEqual(['0', '1', '2']);
  });

  test('does not read further ahead than it may', async () => {
    let produced = 0;
    async function* endless(): AsyncGenerator<Batch> {
      for (;;) {
        produced += 1;
        yield { items: [1, 2, 3, 4, 5], cursor: String(produced) };
      }
    }
    for await (const _group of gather(endless(), { maxItems: 20, lingerMs: 20 })) {
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (produced > 20) break;
      expect(produced).toBeLessThanOrEqual(12);
      if (produced > 6) break;
    }
    expect(produced).toBeLessThanOrEqual(12);
  });
});
