import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthOf } from './text-length.ts';

const UNITS = ['characters', 'euc_kr_bytes'] as const;
const korean = fc.string({ unit: fc.constantFrom('가', '뷁', 'a', '1', ' ', '漢', 'é', '😀') });

describe('the length of a text', () => {
  test('is counted as the marketplace does', () => {
    expect(lengthOf('도마 1', 'characters')).toBe(4);
    expect(lengthOf('도마 1', 'euc_kr_bytes')).toBe(6);
    // A syllable of the extension, and a letter outside the basic plane.
    expect(lengthOf('뷁', 'euc_kr_bytes')).toBe(2);
    expect(lengthOf('😀', 'characters')).toBe(1);
  });

  test('of two texts together is the sum', () => {
    fc.assert(
      fc.property(korean, korean, fc.constantFrom(...UNITS), (one, other, unit) => {
        expect(lengthOf(one + other, unit)).toBe(lengthOf(one, unit) + lengthOf(other, unit));
      }),
    );
  });
});
