import type { GrantedCall } from '../gateway/call.ts';

/** A state that no sheet knows: what a client must survive when Coupang adds one. */
export const UNKNOWN_STATUS = 'CUSTOMS_INSPECTION';

const KEEPS_OUT_OF = 3;

/** A row as it is answered, before it becomes text. */
export type RowView = Readonly<Record<string, unknown>>;

/** The rows of a page, with the faults that are set played on them; a strange status is that of the first row, or of every one. */
export function struckRows(
  { frame, operation }: GrantedCall,
  page: readonly RowView[],
  statusField: string,
  strange: 'first' | 'every' = 'first',
): readonly RowView[] {
  if (page.length === 0) return page;
  let rows = page;
  if (frame.strike(operation, 'duplicate_rows') !== undefined) rows = [...rows, ...rows.slice(-2)];
  if (frame.strike(operation, 'reorder_rows') !== undefined) rows = rows.toReversed();
  if (frame.strike(operation, 'feed_skips') !== undefined)
    rows = rows.filter((_, index) => index % KEEPS_OUT_OF > 0);
  const [first, ...rest] = rows;
  if (first === undefined) return rows;
  if (frame.strike(operation, 'unknown_status') !== undefined)
    return strange === 'every'
      ? rows.map((row) => ({ ...row, [statusField]: UNKNOWN_STATUS }))
      : [{ ...first, [statusField]: UNKNOWN_STATUS }, ...rest];
  if (frame.strike(operation, 'unreadable_row') !== undefined) return [unreadable(first), ...rest];
  return rows;
}

/** The rows of a page as JSON text, with the faults that are set played on them. */
export function rowsJson(call: GrantedCall, page: readonly RowView[], statusField: string): string {
  return JSON.stringify(struckRows(call, page, statusField));
}

// Whatever a row holds as a list or a date is something else.
function unreadable(row: RowView): RowView {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      Array.isArray(value) ? '목록???' : field.endsWith('At') ? '어제' : value,
    ]),
  );
}
