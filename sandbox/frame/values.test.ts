import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { digitsOf, parseJson, rawNumber } from './json.ts';
import { createRandom } from './random.ts';

test('an id of any length survives parsing and writing, bare and quoted', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n }), (id) => {
      const digits = String(id);
      const text = JSON.stringify({ bare: rawNumber(digits), quoted: digits });
      expect(text).toBe(`{"bare":${digits},"quoted":"${digits}"}`);
      const parsed = parseJson(text);
      expect(parsed).toMatchObject({ quoted: digits });
      expect(digitsOf(Object(parsed).bare)).toBe(digits);
    }),
  );
});

test('ordinary JSON parses as ever', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const rounded = JSON.stringify(parseJson(text), (_key, value) =>
        typeof value === 'bigint' ? Number(value) : value,
      );
      expect(rounded).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('the same seed gives the same choices, and they stay in bounds', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, min, span) => {
      const [one, two] = [createRandom(seed), createRandom(seed)];
      const rolls = Array.from({ length: 20 }, () => one.int(min, min + span));
      expect(Array.from({ length: 20 }, () => two.int(min, min + span))).toEqual(rolls);
      expect(rolls.every((roll) => roll >= min && roll <= min + span)).toBe(true);
      expect(one.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    }),
  );
});

test('a frozen clock stands still, moves when told, and runs on from there', async () => {
  const clock = createClock(1_000_000);
  clock.freeze();
  const at = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now()).toBe(at);
  clock.advance(5_000);
  expect(clock.now()).toBe(at + 5_000);
  clock.thaw();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now()).toBeGreaterThan(at + 5_000);
  expect(clock.now()).toBeLessThan(at + 10_000);
});
