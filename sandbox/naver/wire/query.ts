import { codeIn } from '../orders/codes.ts';
import { badParameter } from './refusal.ts';
import { parseDateTime } from './time.ts';

/** A date-time parameter, or undefined if it is absent. A `+` that was not encoded arrives as a blank and is refused. */
export function optionalDateTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const epochMs = parseDateTime(text);
  if (epochMs === undefined) throw badParameter(name);
  return epochMs;
}

/** A date-time parameter that must be there. */
export function requiredDateTime(query: URLSearchParams, name: string): number {
  const epochMs = optionalDateTime(query, name);
  if (epochMs === undefined) throw badParameter(name, 'NotNull');
  return epochMs;
}

/** A parameter that holds one code of a list, or undefined if it is absent. */
export function optionalCode<T extends string>(
  query: URLSearchParams,
  name: string,
  codes: readonly T[],
): T | undefined {
  const text = query.get(name);
  return text === null ? undefined : requireCode(name, codes, text);
}

/** A parameter with any number of codes, the name repeated or the codes joined with commas (sheet §2). */
export function codeList<T extends string>(
  query: URLSearchParams,
  name: string,
  codes: readonly T[],
): readonly T[] {
  return query.getAll(name).flatMap((text) => text.split(',').map((part) => requireCode(name, codes, part)));
}

/** A whole number of at least 1, or undefined if it is absent. */
export function optionalCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw badParameter(name);
  return Number(text);
}

/** A boolean, or undefined if it is absent. */
export function optionalFlag(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (text !== 'true' && text !== 'false') throw badParameter(name);
  return text === 'true';
}

function requireCode<T extends string>(name: string, codes: readonly T[], text: string): T {
  const code = codeIn(codes, text);
  if (code === undefined) throw badParameter(name);
  return code;
}
