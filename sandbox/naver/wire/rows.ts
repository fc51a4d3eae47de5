import { isObject, type JsonObject } from '../../frame/json.ts';
import type { OperationCall } from './operation.ts';

/** A status no sheet knows. */
const UNKNOWN_STATUS = 'INSPECTION_WAITING';

/** Plays the faults that spoil rows of an answer: some twice, in another order, with an unknown status, unreadable. */
export function strikeRows(rows: readonly Buffer[], { strike }: OperationCall): readonly Buffer[] {
  if (rows.length === 0) return rows;
  let struck = rows;
  if (strike('unknown_status') !== undefined) struck = spoilFirst(struck, withUnknownStatus);
  if (strike('unreadable_row') !== undefined) struck = spoilFirst(struck, unreadable);
  if (strike('duplicate_rows') !== undefined) struck = struck.flatMap((row) => [row, row]);
  if (strike('reorder_rows') !== undefined) struck = struck.toReversed();
  return struck;
}

/** Plays a feed that skips: every second row stays away from this answer and is there when the window is read again. */
export function strikeFeed(rows: readonly Buffer[], { strike }: OperationCall): readonly Buffer[] {
  if (rows.length === 0 || strike('feed_skips') === undefined) return rows;
  return rows.filter((_row, index) => index % 2 === 1);
}

/** The rows as a JSON list, in pieces. */
export function listOf(rows: readonly Buffer[]): readonly Buffer[] {
  return [OPENING, ...rows.flatMap((row, index) => (index === 0 ? [row] : [COMMA, row])), CLOSING];
}

const OPENING = Buffer.from('[');
const COMMA = Buffer.from(',');
const CLOSING = Buffer.from(']');

function spoilFirst(
  [first, ...rest]: readonly Buffer[],
  spoil: (row: JsonObject) => JsonObject,
): readonly Buffer[] {
  const row: unknown = first === undefined ? undefined : JSON.parse(first.toString());
  return isObject(row) ? [Buffer.from(JSON.stringify(spoil(row))), ...rest] : rest;
}

function withUnknownStatus(row: JsonObject): JsonObject {
  const { content, productOrder } = row;
  if (isObject(content)) return { ...row, content: withUnknownStatus(content) };
  if (isObject(productOrder)) return { ...row, productOrder: withUnknownStatus(productOrder) };
  return { ...row, productOrderStatus: UNKNOWN_STATUS };
}

function unreadable(row: JsonObject): JsonObject {
  const { content, productOrder } = row;
  if (isObject(content)) return { ...row, content: unreadable(content) };
  if (isObject(productOrder)) {
    return { ...row, order: null, productOrder: { ...productOrder, quantity: '둘', shippingAddress: [] } };
  }
  return { ...row, orderId: null, lastChangedDate: '어제' };
}
