/** Digits behind the point of the currencies that marketplaces here pay in; the API counts in the last of them. */
const MINOR_DIGITS: Readonly<Record<string, number>> = { KRW: 0, JPY: 0 };
const USUAL_DIGITS = 2;

/** A minus stands before what is less than nothing, and nothing else: not before a discount of `0`. */
export const NO_MINUS_ZERO = 'negative';

function digitsOf(currency: string): number {
  return MINOR_DIGITS[currency] ?? USUAL_DIGITS;
}

/** An amount in whole units: won, `12.5` rubles. */
export function wholeUnits(minor: number, currency: string): number {
  return minor / 10 ** digitsOf(currency);
}

/**
 * What a person has typed in whole units, `6,000`, in minor ones; undefined for nothing, and NaN for what is no amount or
 * finer than the currency. A fraction may follow a comma as well, `12,5`, as it does in Russian and Uzbek.
 */
export function minorUnits(text: string, currency: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  if (plain === '') return undefined;
  const minor = typedNumber(plain) * 10 ** digitsOf(currency);
  const whole = Math.round(minor);
  // 19.99 × 100 is a hair beside 1999.
  return Math.abs(minor - whole) < 1e-4 ? whole : Number.NaN;
}

function typedNumber(plain: string): number {
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}

/** How amounts in whole units are written: `₩1,234,000`. */
export function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    signDisplay: NO_MINUS_ZERO,
    minimumFractionDigits: 0,
    maximumFractionDigits: digitsOf(currency),
  });
}
