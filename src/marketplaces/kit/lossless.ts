/** From so many digits on a double may not hold a whole number. */
const LONG = 16;
/** Strings are matched first so that digits inside them are never touched. */
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|-?\b\d{16,}\b(?![.eE])/g;

/**
 * Parses JSON without losing digits: whole numbers of 16 digits or more, which a double cannot hold for sure,
 * come back as strings. Throws SyntaxError like `JSON.parse`.
 */
export function parseLossless(text: string): unknown {
  const quoted = withLongNumbersQuoted(text);
  if (quoted === text) return JSON.parse(text);
  // Looking only at places where a number may stand costs next to nothing. Were such a place inside a string, the
  // quote put in would end that string before a digit, which is never JSON.
  try {
    return JSON.parse(quoted);
  } catch {
    return parseEveryToken(text);
  }
}

function withLongNumbersQuoted(text: string): string {
  // Joined by `+`: the text is copied once, when it is parsed.
  let quoted = '';
  let done = 0;
  // A run of 16 digits covers one of every 16 places, so the others need not be looked at.
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isDigit(text.charCodeAt(at))) continue;
    // Whichever part of the run this is, it goes on for half of its length on one side.
    if (!isDigit(text.charCodeAt(at - LONG / 2)) && !isDigit(text.charCodeAt(at + LONG / 2))) continue;
    let from = at;
    while (isDigit(text.charCodeAt(from - 1))) from--;
    let to = at + 1;
    while (isDigit(text.charCodeAt(to))) to++;
    if (to - from < LONG) continue;
    if (text.charCodeAt(from - 1) === MINUS) from--;
    if (from < done || !beginsValue(text, from) || !endsValue(text, to)) continue;
    quoted += `${text.slice(done, from)}"${text.slice(from, to)}"`;
    done = to;
  }
  return done === 0 ? text : quoted + text.slice(done);
}

const MINUS = 0x2d;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function beginsValue(text: string, from: number): boolean {
  let before = from - 1;
  while (isSpace(text.charCodeAt(before))) before--;
  return before < 0 || ':,['.includes(text.charAt(before));
}

function endsValue(text: string, to: number): boolean {
  let after = to;
  while (isSpace(text.charCodeAt(after))) after++;
  return after >= text.length || ',}]'.includes(text.charAt(after));
}

function parseEveryToken(text: string): unknown {
  return JSON.parse(
    text.replace(STRING_OR_LONG_INTEGER, (match) => (match.startsWith('"') ? match : `"${match}"`)),
  );
}

/** A whole number of any length that `writeLossless` prints as a bare JSON number. */
export class BigNumeral {
  readonly digits: string;

  constructor(digits: string) {
    if (!/^-?\d+$/.test(digits)) throw new RangeError(`not a whole number: ${digits}`);
    this.digits = digits;
  }
}

/** Prints JSON; `BigNumeral` values become bare digits, never rounded and never quoted. */
export function writeLossless(value: unknown): string {
  const marks: string[] = [];
  // A private-use character cannot come out of JSON.stringify in any other way than from a string that holds it,
  // so such strings are refused rather than mistaken for a mark.
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof BigNumeral) {
      marks.push(part.digits);
      return `\uE000${marks.length - 1}\uE000`;
    }
    if (typeof part === 'string' && part.includes('\uE000'))
      throw new RangeError('text holds the private mark U+E000');
    return part;
  });
  return text.replace(/"\uE000(\d+)\uE000"/g, (_match, index: string) => marks[Number(index)] ?? '');
}
