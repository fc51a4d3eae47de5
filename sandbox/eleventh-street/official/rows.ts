import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { elements, type Fields, listAnswer, ordersNote, xmlBytes } from '../gateway/xml.ts';
import type { OrderLine } from '../orders/line.ts';

/** A status that no sheet knows: what a client must survive when 11st adds one. */
export const UNKNOWN_STATUS = '777';

const KEEPS_OUT_OF = 3;

/** What an order list says when nothing is in it (sheet §5.2): no error. */
export const NO_ORDERS = ordersNote(0, '조회된 결과가 없습니다.');
/** What claim lists and look-ups by number say instead. */
export const NO_CASES = ordersNote(-1, '해당 건이 없습니다.');

const STATUS_FIELDS = ['ordPrdStat', 'clmStat', 'ordCnStatCd'] as const;

/** A row of a list, made only if it is shown. */
export interface Row {
  readonly fields: () => Fields;
  readonly bytes: () => Buffer;
}

const bytesOf = (fields: Fields) => xmlBytes(`<ns2:order>${elements(fields)}</ns2:order>`);

/** The row that shows something in the way that a list has. */
export function rowOf<T>(subject: T, show: (subject: T) => Fields): Row {
  return { fields: () => show(subject), bytes: () => bytesOf(show(subject)) };
}

type ShowLine = (line: OrderLine) => Fields;

interface MadeRow {
  readonly revision: number;
  readonly bytes: Buffer;
}

// Lists are asked for over and over, and few of their lines change in between.
const known = new WeakMap<OrderLine, Map<ShowLine, MadeRow>>();

/** The row of a line, remembered until the line changes. */
export function lineRow(line: OrderLine, show: ShowLine): Row {
  const bytes = () => {
    const rows = known.get(line) ?? new Map<ShowLine, MadeRow>();
    known.set(line, rows);
    const former = rows.get(show);
    if (former?.revision === line.revision) return former.bytes;
    const made = bytesOf(show(line));
    rows.set(show, { revision: line.revision, bytes: made });
    return made;
  };
  return { fields: () => show(line), bytes };
}

/**
 * A list of rows as 11st answers it: cut without a word at the shop's cap, with the faults that are set played on it,
 * or `empty` when there are none.
 */
export function rowsAnswer(call: GrantedCall, rows: readonly Row[], empty: WireAnswer): WireAnswer {
  const { frame, operation, shop } = call;
  let shown = rows.slice(0, shop.rules.rowCap);
  if (shown.length === 0) return empty;
  if (frame.strike(operation.name, 'duplicate_rows') !== undefined) shown = [...shown, ...shown.slice(-2)];
  if (frame.strike(operation.name, 'reorder_rows') !== undefined) shown = shown.toReversed();
  if (frame.strike(operation.name, 'feed_skips') !== undefined)
    shown = shown.filter((_, index) => index % KEEPS_OUT_OF > 0);
  if (shown.length === 0) return empty;
  return listAnswer(
    'orders',
    shown.map((row) => strange(call, row)),
  );
}

function strange({ frame, operation }: GrantedCall, row: Row): Buffer {
  if (frame.strike(operation.name, 'unknown_status') !== undefined) {
    const fields = row.fields();
    const field = STATUS_FIELDS.find((name) => name in fields);
    return field === undefined ? row.bytes() : bytesOf({ ...fields, [field]: UNKNOWN_STATUS });
  }
  const isUnreadable = frame.strike(operation.name, 'unreadable_row') !== undefined;
  return isUnreadable ? bytesOf(unreadable(row.fields())) : row.bytes();
}

// Which of the two ways a row is unreadable depends on nothing but its order, so that it stays so on every read.
function unreadable({ ordPrdSeq, ...row }: Fields): Fields {
  if (Number(String(row.ordNo).at(-1)) % 2 === 0) return row;
  const quantity = ['ordQty', 'clmReqQty', 'ordCnQty'].find((name) => name in row);
  return quantity === undefined ? row : { ordPrdSeq, ...row, [quantity]: '한개' };
}
