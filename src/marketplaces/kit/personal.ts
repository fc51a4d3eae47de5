import { copyOf } from './copy.ts';
import type { Fields } from './decode.ts';

/**
 * Cuts personal subtrees out of a marketplace document (law 7). `paths` are dotted field names from the root;
 * a path that is absent is passed over. Gives the rest, and what was cut by its path. The input is not changed.
 *
 * `copy` makes the copy that becomes the rest, without what is kept elsewhere, such as the lines of an order.
 */
export function cutPersonal(
  document: Fields,
  paths: readonly string[],
  copy?: (document: Fields) => Record<string, unknown>,
): { readonly rest: Fields; readonly personal: Readonly<Record<string, unknown>> } {
  const personal: Record<string, unknown> = {};
  return { rest: cut(document, copy?.(document), cutsOf(paths), personal), personal };
}

/** What is cut below one object: fields that go whole, and those that lose something inside. */
interface Cuts {
  readonly whole: readonly { readonly name: string; readonly path: string }[];
  readonly inside: readonly { readonly name: string; readonly cuts: Cuts }[];
}

/** Connectors name the same lists of paths for every document. */
const known = new WeakMap<readonly string[], Cuts>();

function cutsOf(paths: readonly string[]): Cuts {
  const cuts = known.get(paths) ?? arrange(paths.map((path) => ({ path, names: path.split('.') })));
  known.set(paths, cuts);
  return cuts;
}

function arrange(paths: readonly { readonly path: string; readonly names: readonly string[] }[]): Cuts {
  const whole = paths.flatMap(({ path, names: [name = '', ...more] }) =>
    more.length === 0 ? [{ name, path }] : [],
  );
  const gone = new Set(whole.map(({ name }) => name));
  const deeper = paths.filter(({ names: [name = '', ...more] }) => more.length > 0 && !gone.has(name));
  const inside = Object.entries(Object.groupBy(deeper, ({ names: [name = ''] }) => name)).map(
    ([name, below = []]) => ({
      name,
      cuts: arrange(below.map(({ path, names }) => ({ path, names: names.slice(1) }))),
    }),
  );
  return { whole, inside };
}

/** A field that is cut stays without a value: to take it out of the copy makes slow objects, and this runs for every order. */
function cut(
  fields: Fields,
  copy: Record<string, unknown> | undefined,
  { whole, inside }: Cuts,
  personal: Record<string, unknown>,
): Fields {
  let rest = copy;
  for (const { name, path } of whole) {
    const value = fields[name];
    if (value === undefined) continue;
    personal[path] = value;
    rest ??= copyOf(fields);
    rest[name] = undefined;
  }
  for (const { name, cuts } of inside) {
    const value = fields[name];
    if (!isObject(value)) continue;
    const kept = cut(value, undefined, cuts, personal);
    if (kept === value) continue;
    rest ??= copyOf(fields);
    rest[name] = kept;
  }
  return rest ?? fields;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
