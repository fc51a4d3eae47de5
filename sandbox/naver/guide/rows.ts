import { isObject, type JsonObject } from '../../frame/json.ts';
import type { OperationCall } from '../wire/operation.ts';

/** A status the guide does not list. */
const UNKNOWN_STATUS = 'INSPECTION_WAITING';

/** Plays the faults that spoil a list: rows that stay away, come twice or in another order, or cannot be read. */
export function strikeList(rows: readonly JsonObject[], { strike }: OperationCall): readonly JsonObject[] {
  if (rows.length === 0) return rows;
  let struck = rows;
  if (strike('feed_skips') !== undefined) struck = struck.filter((_row, index) => index % 2 === 1);
  if (strike('unknown_status') !== undefined) struck = spoilFirst(struck, withUnknownStatus);
  if (strike('unreadable_row') !== undefined) struck = spoilFirst(struck, unreadable);
  if (strike('duplicate_rows') !== undefined) struck = struck.flatMap((row) => [row, row]);
  return strike('reorder_rows') === undefined ? struck : struck.toReversed();
}

function spoilFirst(
  [first, ...rest]: readonly JsonObject[],
  spoil: (row: JsonObject) => JsonObject,
): readonly JsonObject[] {
  return first === undefined ? rest : [spoil(first), ...rest];
}

function withUnknownStatus(row: JsonObject): JsonObject {
  if ('claimId' in row) return { ...row, claimStatus: UNKNOWN_STATUS };
  const { productOrders } = row;
  const lines = Array.isArray(productOrders) ? productOrders.filter(isObject) : [];
  return {
    ...row,
    orderStatus: UNKNOWN_STATUS,
    productOrders: lines.map((line) => ({ ...line, orderStatus: UNKNOWN_STATUS })),
  };
}

function unreadable(row: JsonObject): JsonObject {
  return 'claimId' in row ? { ...row, claimId: null, quantity: '둘' } : { ...row, productOrders: '없음' };
}
