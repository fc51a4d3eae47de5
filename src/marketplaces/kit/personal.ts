import { asFields, type Fields } from './decode.ts';

/**
 * Cuts personal subtrees out of a marketplace document (law 7). `paths` are dotted field names from the root;
 * a path that is absent is passed over. Gives the rest, and what was cut by its path. The input is not changed.
 */
export function cutPersonal(
  document: Fields,
  paths: readonly string[],
): { readonly rest: Fields; readonly personal: Readonly<Record<string, unknown>> } {
  const personal: Record<string, unknown> = {};
  let rest = document;
  for (const path of paths) {
    const cut = without(rest, path.split('.'));
    if (cut === undefined) continue;
    rest = cut.rest;
    personal[path] = cut.value;
  }
  return { rest, personal };
}

function without(fields: Fields, path: readonly string[]): { rest: Fields; value: unknown } | undefined {
  const [head, ...tail] = path;
  if (head === undefined || !Object.hasOwn(fields, head)) return undefined;
  const value = fields[head];
  if (tail.length === 0) return { rest: copyExcept(fields, head), value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const inner = without(asFields(value, head), tail);
  if (inner === undefined) return undefined;
  return { rest: { ...fields, [head]: inner.rest }, value: inner.value };
}

/** Field by field, since `delete` and rest patterns make slow objects and this runs for every order. */
function copyExcept(fields: Fields, left: string): Fields {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (name !== left) copy[name] = fields[name];
  return copy;
}
