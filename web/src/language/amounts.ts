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

/** Less than this is lost by counting in binary fractions, more was typed: half a won is no amount. */
const PART_LOST = 1e-4;

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * What a person has typed in whole units, `6,000`, in minor ones; undefined for what is no amount. A comma that does not
 * part thousands parts decimals, as Russians and Uzbeks write them: `12,5`.
 */
export function minorUnits(text: string, currency: string): number | undefined {
  const typed = text.replace(/\s/g, '');
  const plain = GROUPED.test(typed) ? typed.replaceAll(',', '') : typed.replace(',', '.');
  const amount = Number(plain);
  if (plain === '' || !Number.isFinite(amount)) return undefined;
  const exact = amount * 10 ** digitsOf(currency);
  const minor = Math.round(exact);
  return Math.abs(exact - minor) < PART_LOST ? minor : undefined;
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
