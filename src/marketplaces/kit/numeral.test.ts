import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeNumber } from './numeral.ts';

const WHOLE = /^-?\d{1,15}(?:\.0*)?$/;

describe('whole numbers in texts', () => {
  test('are what their digits say, and all else is none', () => {
    const text = fc.oneof(
      fc.stringMatching(/^-?\d{0,17}(?:\.0{0,4})?$/),
      fc.stringMatching(/^[-.\d]{0,6}$/),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (written) => {
        // A zero below zero is zero.
        expect(wholeNumber(written)).toBe(WHOLE.test(written) ? Number(written) + 0 : Number.NaN);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['43100.0000', 43_100],
    ['-0.0000', 0],
    ['999999999999999', 999_999_999_999_999],
    ['7.', 7],
  ])('%j is %d', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });

  test.each(['', '-', '.', '.0', '1.5', '1,000', ' 1', '1 ', '1\n', '1234567890123456', '1e3'])(
    '%j is none',
    (text) => {
      expect(wholeNumber(text)).toBeNaN();
    },
  );
});
