import { isObject, type JsonObject } from '../../../frame/json.ts';
import { SITE_CODES, SITES, type Site } from '../../sites.ts';

/** What a path leads to; names are read in either case (sheet §2). */
export function member(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (!isObject(found)) return undefined;
    const wanted = name.toLowerCase();
    const key = Object.keys(found).find((one) => one.toLowerCase() === wanted);
    found = key === undefined ? undefined : (found[key] ?? undefined);
  }
  return found;
}

/** An object, or an empty one. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  const found = member(value, ...path);
  return isObject(found) ? found : {};
}

export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = member(value, ...path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

export function wholeAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = member(value, ...path);
  return typeof found === 'number' && Number.isInteger(found) ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = member(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** What a member such as `price` says for each site it names. */
export function bySite(value: unknown): readonly (readonly [Site, unknown])[] {
  return SITES.flatMap((site): readonly (readonly [Site, unknown])[] => {
    const said = member(value, SITE_CODES[site].item);
    return said === undefined ? [] : [[site, said]];
  });
}

/** The length that ESM counts: two for everything that ASCII does not have. */
export function bytesOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 1 : 2), 0);
}
