/** Digits after the decimal point of one unit. KRW amounts are whole won; RUB and UZS keep two digits (law 9). */
const MINOR_DIGITS = { KRW: 0, RUB: 2, UZS: 2 } as const;

export type Currency = keyof typeof MINOR_DIGITS;

/** An amount in the minor unit of its currency: won, kopeks, tiyin. Always a safe integer, never a float. */
export type Minor = number;

/** Number of decimal digits of a currency. */
function minorDigits(currency: Currency): number {
  return MINOR_DIGITS[currency];
}

/**
 * Turns whole units and billionths (the money object of several marketplaces) into minor units.
 * Throws RangeError when the amount is finer than the currency's minor unit or not a safe integer.
 */
export function minorFromUnits(units: number, nanos: number, currency: Currency): Minor {
  const scale = 10 ** minorDigits(currency);
  const nanosPerMinor = 1e9 / scale;
  if (!Number.isSafeInteger(units) || !Number.isInteger(nanos) || nanos % nanosPerMinor !== 0) {
    throw new RangeError(`not an amount of ${currency}: ${units} units and ${nanos} nanos`);
  }
  const minor = units * scale + nanos / nanosPerMinor;
  if (!Number.isSafeInteger(minor)) throw new RangeError(`amount too large: ${units} ${currency}`);
  return minor;
}

/** An amount as people write it: whole won, `1234.5` rubles, without separators. */
export function decimalOf(amount: Minor, currency: Currency): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(amount);
  const scale = 10 ** digits;
  const rest = Math.abs(amount % scale);
  const whole = `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / scale)}`;
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`;
}

/** The amount that a decimal number such as `1234.5` is; null where it is finer than the currency's minor unit. */
export function minorFromDecimal(decimal: string, currency: Currency): Minor | null {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = minorDigits(currency);
  const fine = rest.replace(/0+$/, '');
  if (whole === '' || fine.length > digits) return null;
  const minor = Number(`${sign}${whole}${fine.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}
