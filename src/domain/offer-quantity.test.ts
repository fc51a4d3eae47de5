import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offerQuantity } from './offer-quantity.ts';

const part = fc.record({
  available: fc.integer({ min: -50, max: 5_000 }),
  quantity: fc.integer({ min: 1, max: 5 }),
});
const terms = fc.record({
  buffer: fc.integer({ min: 0, max: 20 }),
  sharePercent: fc.integer({ min: 1, max: 100 }),
  max: fc.integer({ min: 1, max: 1_000 }),
  lastUnits: fc.option(fc.record({ from: fc.integer({ min: 1, max: 10 }), isMine: fc.boolean() })),
});

test('no shop may sell more than the scarcest part is enough for, nor less than none', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), terms, (parts, given) => {
      const offered = offerQuantity(parts, given);
      expect(offered).not.toBeNull();
      expect(offered).toBeGreaterThanOrEqual(0);
      expect(offered).toBeLessThanOrEqual(given.max);
      for (const { available, quantity } of parts)
        expect((offered ?? 0) * quantity).toBeLessThanOrEqual(Math.max(0, available));
    }),
  );
});

test('less of a part is never more of the whole, whichever shop it is', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), terms, fc.nat(3), (parts, given, nth) => {
      // A shop that sells the last units alone may then sell what others were kept from.
      fc.pre(given.lastUnits === null);
      const fewer = parts.map((one, at) => (at === nth ? { ...one, available: one.available - 1 } : one));
      expect(offerQuantity(fewer, given) ?? 0).toBeLessThanOrEqual(offerQuantity(parts, given) ?? 0);
    }),
  );
});

test('the last units are one shop’s, and all of them', () => {
  const parts = [{ available: 3, quantity: 1 }];
  const usual = { buffer: 2, sharePercent: 50, max: 999 };
  expect(offerQuantity(parts, { ...usual, lastUnits: null })).toBe(0);
  expect(offerQuantity(parts, { ...usual, lastUnits: { from: 3, isMine: true } })).toBe(3);
  expect(offerQuantity(parts, { ...usual, lastUnits: { from: 3, isMine: false } })).toBe(0);
  expect(
    offerQuantity([{ available: 10, quantity: 1 }], { ...usual, lastUnits: { from: 3, isMine: false } }),
  ).toBe(4);
});

test('of what nobody has counted nothing is known', () => {
  const usual = { buffer: 0, sharePercent: 100, max: 999, lastUnits: null };
  expect(offerQuantity([], usual)).toBeNull();
  expect(
    offerQuantity(
      [
        { available: 5, quantity: 1 },
        { available: null, quantity: 1 },
      ],
      usual,
    ),
  ).toBeNull();
});
