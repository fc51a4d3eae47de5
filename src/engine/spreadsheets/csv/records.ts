import { FileRefused } from '../refused.ts';

const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How far a header reaches at the most. */
const HEAD_CHARACTERS = 20_000;

/** What stands between fields: the sign that the first lines have most often outside of quotes. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, HEAD_CHARACTERS).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

/**
 * The records of a CSV file (RFC 4180), one after the other. Fields in quotes may hold line ends and doubled quotes; a
 * quote in the middle of a field without them is a quote. Lines end with CRLF, LF or CR. Throws `FileRefused` for quotes
 * that are never closed, which would swallow all that follows.
 */
export function* recordsOf(text: string, delimiter: Delimiter): Generator<readonly string[]> {
  let record: string[] = [];
  let at = 0;
  let nth = 1;
  while (at < text.length) {
    const read = text[at] === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter);
    if (read === null) throw new FileRefused('open_quote', String(nth));
    const { field, end } = read;
    record.push(field);
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end has an empty field behind it.
      if (at === text.length) record.push('');
      else continue;
    }
    yield record;
    record = [];
    nth += 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

interface Field {
  readonly field: string;
  /** Where the delimiter or the line end behind it stands. */
  readonly end: number;
}

function bare(text: string, from: number, delimiter: Delimiter): Field {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { field: text.slice(from, end), end };
}

function quoted(text: string, from: number, delimiter: Delimiter): Field | null {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    parts.push(text.slice(at, quote));
    at = quote + 1;
    if (text[at] !== '"') break;
    parts.push('"');
    at += 1;
  }
  // What some programs write behind the closing quote belongs to the field all the same.
  const rest = bare(text, at, delimiter);
  return { field: parts.join('') + rest.field, end: rest.end };
}
