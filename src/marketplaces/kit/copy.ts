import type { Fields } from './decode.ts';

type Copier = (fields: Fields) => Record<string, unknown>;

/**
 * V8 copies an object at once in a place of the code that has met few shapes of objects, and field by field, which takes
 * ten times as long, in one that has met many. So objects of different sizes are copied in different places.
 */
const PLACES: readonly Copier[] = [
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
  (fields) => ({ ...fields }),
];

/** A copy of an object of any marketplace, without what is inside its fields. */
export function copyOf(fields: Fields): Record<string, unknown> {
  const copier = PLACES[Object.keys(fields).length % PLACES.length];
  return copier === undefined ? { ...fields } : copier(fields);
}
