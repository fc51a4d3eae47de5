import { asFields, type Fields, UnreadableError } from '../../../kit/decode.ts';

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How a document spells a member: names come in either case, even within one answer (sheet §2). */
function spelling(fields: Fields, name: string): string | undefined {
  if (Object.hasOwn(fields, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(fields).find((key) => key.toLowerCase() === wanted);
}

/** What a path leads to; undefined where there is nothing or null. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (!isFields(found)) return undefined;
    const key = spelling(found, name);
    found = key === undefined ? undefined : (found[key] ?? undefined);
  }
  return found;
}

export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  return asFields(memberAt(value, ...path), path.join('.'));
}

/** A text, or a number as its digits; null where there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = memberAt(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found : null;
}

/** A whole number, which may come as text; null where there is none. */
export function wholeAt(value: unknown, ...path: readonly string[]): number | null {
  const digits = textAt(value, ...path);
  return digits !== null && /^-?\d{1,15}$/.test(digits) ? Number(digits) : null;
}

export function numberAt(value: unknown, ...path: readonly string[]): number {
  const whole = wholeAt(value, ...path);
  if (whole === null) throw new UnreadableError(path.join('.'), 'a whole number', memberAt(value, ...path));
  return whole;
}

export function idAt(value: unknown, ...path: readonly string[]): string {
  const id = textAt(value, ...path);
  if (id === null) throw new UnreadableError(path.join('.'), 'an id', memberAt(value, ...path));
  return id;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = path.length === 0 ? value : memberAt(value, ...path);
  if (found === undefined) return [];
  if (Array.isArray(found)) return found;
  throw new UnreadableError(path.join('.'), 'a list', found);
}

/** The one list of an answer, for those whose wrapper the sheet does not name. */
export function rowsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isFields(json)) throw new UnreadableError('answer', 'a list', json);
  const lists = Object.values(json).filter((value) => Array.isArray(value));
  if (lists.length > 1) throw new UnreadableError('answer', 'one list', json);
  return lists[0] ?? [];
}

/**
 * A document with another laid over it: objects are merged, everything else takes the place of what was there. Members
 * keep the spelling of the document.
 */
export function laidOver(document: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...document };
  for (const [name, value] of Object.entries(over)) {
    const key = spelling(document, name) ?? name;
    const before = merged[key];
    merged[key] = isFields(before) && isFields(value) ? laidOver(before, value) : value;
  }
  return merged;
}
