/** Digits behind the point of the currencies that products are priced in; the API counts in the last of them. */
function digitsOf(currency: string): number {
  return currency === 'KRW' ? 0 : 2;
}

/** An amount of the API as a person types it; empty for none. */
export function amountText(minor: number | null, currency: string): string {
  return minor === null ? '' : String(minor / 10 ** digitsOf(currency));
}

/** What was typed in the API's smallest units; null for nothing, and NaN for what is no number. */
export function amountOf(text: string, currency: string): number | null {
  const plain = text.replaceAll(/[\s,]/g, '');
  if (plain === '') return null;
  const value = Number(plain) * 10 ** digitsOf(currency);
  // 19.99 × 100 is a hair beside 1999.
  return Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value;
}

/** A count that was typed; null for nothing. */
export function countOf(text: string): number | null {
  const plain = text.replaceAll(/[\s,]/g, '');
  return plain === '' ? null : Number(plain);
}
