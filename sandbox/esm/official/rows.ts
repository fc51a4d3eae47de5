import type { JsonObject } from '../../frame/json.ts';
import type { OfficialCall } from './call.ts';

/** A status that no sheet knows: what a client must survive when ESM adds one. */
export const UNKNOWN_STATUS = 77;

const KEEPS_OUT_OF = 3;

/** The rows of a list with the faults that are set played on them; `statusName` is the member that tells a row's state. */
export function struckRows(
  { frame, operation }: OfficialCall,
  rows: readonly JsonObject[],
  statusName: string,
): readonly JsonObject[] {
  if (rows.length === 0) return rows;
  let struck = rows;
  if (frame.strike(operation, 'feed_skips') !== undefined)
    struck = struck.filter((_, index) => index % KEEPS_OUT_OF > 0);
  if (frame.strike(operation, 'unknown_status') !== undefined)
    struck = changeFirst(struck, (row) => ({ ...row, [statusName]: UNKNOWN_STATUS }));
  if (frame.strike(operation, 'unreadable_row') !== undefined)
    struck = changeFirst(struck, ({ OrderNo, ...row }) => ({ ...row, OrderNo: [OrderNo], OrderDate: '어제' }));
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
