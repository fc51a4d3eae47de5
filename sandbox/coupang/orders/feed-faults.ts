import type { GrantedCall } from '../gateway/call.ts';
import type { Box } from './box.ts';
import { boxJson, boxView } from './box-json.ts';

/** A status that no sheet knows: what a client must survive when Coupang adds one. */
export const UNKNOWN_STATUS = 'HOLD_BY_CUSTOMS';

const KEEPS_OUT_OF = 3;

/** The rows of a page as JSON text, with the faults that are set played on them. `before` is the last row of the page before. */
export function rowsJson(call: GrantedCall, page: readonly Box[], before: Box | undefined): string {
  if (page.length === 0) return '[]';
  const [first, ...rest] = playOnRows(call, page, before);
  if (first === undefined) return '[]';
  return `[${[rowJson(call, first), ...rest.map(boxJson)].join(',')}]`;
}

function playOnRows(
  { frame, operation }: GrantedCall,
  page: readonly Box[],
  before: Box | undefined,
): readonly Box[] {
  let rows = page;
  if (frame.strike(operation, 'duplicate_rows') !== undefined) rows = [...rows, ...rows.slice(-2)];
  if (frame.strike(operation, 'reorder_rows') !== undefined) {
    rows = [...rows.toReversed(), ...(before === undefined ? [] : [before])];
  }
  if (frame.strike(operation, 'feed_skips') !== undefined)
    rows = rows.filter((_, index) => index % KEEPS_OUT_OF > 0);
  return rows;
}

/** One box as JSON text, with the faults that make a single box strange. */
export function rowJson({ frame, operation }: GrantedCall, box: Box): string {
  if (frame.strike(operation, 'unknown_status') !== undefined) {
    return JSON.stringify({ ...boxView(box), status: UNKNOWN_STATUS });
  }
  if (frame.strike(operation, 'unreadable_row') !== undefined) return unreadable(box);
  return boxJson(box);
}

// Which of the two ways a box is unreadable depends on nothing but its id, so that it stays so on every read.
function unreadable(box: Box): string {
  const { orderItems, ...withoutItems } = boxView(box);
  if (Number(box.shipmentBoxId.at(-1)) % 2 === 0) return JSON.stringify(withoutItems);
  return JSON.stringify({ ...withoutItems, orderItems, shippingPrice: '무료배송???' });
}
