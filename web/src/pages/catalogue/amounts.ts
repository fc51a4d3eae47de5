import { minorUnits, wholeUnits } from '../../language/amounts.ts';

/** An amount of the API as a person types it; empty for none. */
export function amountText(minor: number | null, currency: string): string {
  return minor === null ? '' : String(wholeUnits(minor, currency));
}

/** What was typed in the API's smallest units; null for nothing, and NaN for what is no amount. */
export function amountOf(text: string, currency: string): number | null {
  return minorUnits(text, currency) ?? null;
}

/** A count that was typed; null for nothing, and NaN for what is no number. */
export function countOf(text: string): number | null {
  return amountOf(text, 'KRW');
}
