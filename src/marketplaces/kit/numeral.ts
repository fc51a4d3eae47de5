const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;
/** So many digits a double holds for sure. */
const MOST_DIGITS = 15;

/**
 * A whole number from a text of at most 15 digits, with or without a sign and a fraction of zeros: `-12`, `43100.0000`.
 * NaN for any other text. Read digit by digit: an order has a dozen amounts, and a pattern with `Number` takes several
 * times as long.
 */
export function wholeNumber(text: string): number {
  const isNegative = text.charCodeAt(0) === MINUS;
  const first = isNegative ? 1 : 0;
  let at = first;
  let value = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
    value = value * 10 + code - ZERO;
  }
  if (at === first || at > first + MOST_DIGITS || !endsInZeros(text, at)) return Number.NaN;
  return isNegative && value !== 0 ? -value : value;
}

/** Whether a text ends there, or after a point with nothing but zeros behind it. */
function endsInZeros(text: string, at: number): boolean {
  if (at === text.length) return true;
  if (text.charCodeAt(at) !== POINT) return false;
  for (let behind = at + 1; behind < text.length; behind++) {
    if (text.charCodeAt(behind) !== ZERO) return false;
  }
  return true;
}
