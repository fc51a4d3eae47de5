import type { JsonObject } from '../frame/json.ts';
import type { Frame } from '../frame/marketplace.ts';

/** What a row's members are called that faults can spoil. */
export interface RowShape {
  readonly id: string;
  readonly status: string;
  /** A status that no sheet knows: what a client must survive when ESM adds one. */
  readonly unknown: number | string;
  /** True where the unknown status spoils every row: the one that matters need not be the first. */
  readonly spoilsAll?: true;
}

const KEEPS_OUT_OF = 3;

/** The rows of a list with the faults that are set played on them. */
export function struckRows(
  { frame, operation }: { readonly frame: Frame; readonly operation: string },
  rows: readonly JsonObject[],
  { id, status, unknown, spoilsAll }: RowShape,
): readonly JsonObject[] {
  if (rows.length === 0) return rows;
  let struck = rows;
  if (frame.strike(operation, 'feed_skips') !== undefined)
    struck = struck.filter((_, index) => index % KEEPS_OUT_OF > 0);
  if (frame.strike(operation, 'unknown_status') !== undefined)
    struck = struck.map((row, index) =>
      index === 0 || spoilsAll === true ? { ...row, [status]: unknown } : row,
    );
  if (frame.strike(operation, 'unreadable_row') !== undefined)
    struck = changeFirst(struck, (row) => ({ ...row, [id]: [row[id]], [status]: null }));
  if (frame.strike(operation, 'duplicate_rows') !== undefined) struck = [...struck, ...struck.slice(-2)];
  if (frame.strike(operation, 'reorder_rows') !== undefined) struck = struck.toReversed();
  return struck;
}

function changeFirst(
  [first, ...rest]: readonly JsonObject[],
  change: (row: JsonObject) => JsonObject,
): readonly JsonObject[] {
  return first === undefined ? rest : [change(first), ...rest];
}
