import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { elements, type Fields, listAnswer, ordersNote } from '../gateway/xml.ts';

/** A status that no sheet knows: what a client must survive when 11st adds one. */
export const UNKNOWN_STATUS = '777';

const KEEPS_OUT_OF = 3;

/** What an order list says when nothing is in it (sheet §5.2): no error. */
export const NO_ORDERS = ordersNote(0, '조회된 결과가 없습니다.');
/** What claim lists and look-ups by number say instead. */
export const NO_CASES = ordersNote(-1, '해당 건이 없습니다.');

const STATUS_FIELDS = ['ordPrdStat', 'clmStat', 'ordCnStatCd'] as const;

/**
 * A list of rows as 11st answers it: cut without a word at the shop's cap, with the faults that are set played on it,
 * or `empty` when there are none.
 */
export function rowsAnswer(call: GrantedCall, rows: readonly Fields[], empty: WireAnswer): WireAnswer {
  const { frame, operation, shop } = call;
  let shown = rows.slice(0, shop.rules.rowCap);
  if (shown.length === 0) return empty;
  if (frame.strike(operation.name, 'duplicate_rows') !== undefined) shown = [...shown, ...shown.slice(-2)];
  if (frame.strike(operation.name, 'reorder_rows') !== undefined) shown = shown.toReversed();
  if (frame.strike(operation.name, 'feed_skips') !== undefined)
    shown = shown.filter((_, index) => index % KEEPS_OUT_OF > 0);
  if (shown.length === 0) return empty;
  const [first = {}, ...rest] = shown;
  const texts = [strange(call, first), ...rest].map((row) => `<ns2:order>${elements(row)}</ns2:order>`);
  return listAnswer('orders', texts);
}

function strange({ frame, operation }: GrantedCall, row: Fields): Fields {
  const field = STATUS_FIELDS.find((name) => name in row);
  if (field !== undefined && frame.strike(operation.name, 'unknown_status') !== undefined) {
    return { ...row, [field]: UNKNOWN_STATUS };
  }
  return frame.strike(operation.name, 'unreadable_row') === undefined ? row : unreadable(row);
}

// Which of the two ways a row is unreadable depends on nothing but its order, so that it stays so on every read.
function unreadable({ ordPrdSeq, ...row }: Fields): Fields {
  if (Number(String(row.ordNo).at(-1)) % 2 === 0) return row;
  const quantity = ['ordQty', 'clmReqQty', 'ordCnQty'].find((name) => name in row);
  return quantity === undefined ? row : { ordPrdSeq, ...row, [quantity]: '한개' };
}
