import { describe, expect, test } from 'vitest';
import { minorUnits, moneyFormat, wholeUnits } from './amounts.ts';

describe('amounts', () => {
  test('have no minus before nothing', () => {
    const won = moneyFormat('ko-KR', 'KRW');
    expect([-0, 0, -0.2, -1_000].map((amount) => won.format(amount))).toEqual(['₩0', '₩0', '₩0', '-₩1,000']);
  });

  test.each([
    ['6,000', 'KRW', 6_000],
    ['12.5', 'RUB', 1_250],
    [' 1 000 000 ', 'UZS', 100_000_000],
    ['1,234,567', 'KRW', 1_234_567],
    ['12,5', 'RUB', 1_250],
    ['1 234,56', 'RUB', 123_456],
    ['1,234.56', 'RUB', 123_456],
    ['1,2,3', 'KRW', Number.NaN],
    ['6,5', 'KRW', Number.NaN],
    ['12,50', 'RUB', 1_250],
    ['1,250.5', 'RUB', 125_050],
    ['19.99', 'RUB', 1_999],
    ['', 'KRW', undefined],
    ['free', 'KRW', Number.NaN],
    ['6000원', 'KRW', Number.NaN],
    ['12,50', 'KRW', Number.NaN],
    ['1,25,000', 'KRW', Number.NaN],
  ])('are typed in whole units: %j of %s', (text, currency, minor) => {
    expect(minorUnits(text, currency)).toBe(minor);
    if (minor !== undefined && !Number.isNaN(minor))
      expect(minorUnits(String(wholeUnits(minor, currency)), currency)).toBe(minor);
  });
});
