import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inSlices } from './slices.ts';

/** Counts up, tells how far it was asked, and whether it was let go of. */
function counting(length: number) {
  const seen = { asked: 0, left: false };
  async function* source(): AsyncGenerator<number> {
    try {
      for (let n = 0; n < length; n++) {
        seen.asked = n + 1;
        yield n;
      }
    } finally {
      seen.left = true;
    }
  }
  return { source: source(), seen };
}

describe('slices', () => {
  test('hold everything once and in order, however long they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(50), fc.constantFrom(0, 0.01, 10_000), async (length, sliceMs) => {
        const { source, seen } = counting(length);
        const all: number[] = [];
        let slices = 0;
        for await (const slice of inSlices(source, sliceMs)) {
          slices += 1;
          for await (const n of slice) all.push(n);
        }
        expect(all).toEqual(Array.from({ length }, (_, n) => n));
        expect(seen.left).toBe(true);
        if (sliceMs === 0) expect(slices).toBe(length + 1);
        if (sliceMs === 10_000) expect(slices).toBe(1);
      }),
    );
  });

  test('ask for nothing between them, and let go of the source when nobody wants more', async () => {
    const { source, seen } = counting(10);
    for await (const slice of inSlices(source, 0)) {
      for await (const _n of slice);
      const { asked } = seen;
      await new Promise((resolve) => setImmediate(resolve));
      expect(seen.asked).toBe(asked);
      if (asked === 3) break;
    }
    expect(seen).toEqual({ asked: 3, left: true });
  });

  test('fail where the source fails', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('feed broke');
    }
    const all: number[] = [];
    const reading = async () => {
      for await (const slice of inSlices(broken(), 10_000)) for await (const n of slice) all.push(n);
    };
    await expect(reading()).rejects.toThrow('feed broke');
    expect(all).toEqual([1]);
  });
});
