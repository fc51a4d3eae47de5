import { type Fields, optionalIdAt, UnreadableError } from '../kit/decode.ts';
import type { OrderRead } from '../kit/shop.ts';

export type UnreadableRow = Extract<OrderRead, { kind: 'unreadable' }>;

/** The page after this one: lists end with an empty text, or with none. */
export function nextAt(page: Fields, field: 'nextToken' | 'nextPageIndex' = 'nextToken'): string | null {
  return optionalIdAt(page, field) || null;
}

/** Reads one row of a list; a row that breaks the contract is set aside and the rest of its page goes on. */
export function readRow<Read>(row: unknown, decode: (row: unknown) => Read): Read | UnreadableRow {
  try {
    return decode(row);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return {
      kind: 'unreadable',
      nativeOrderId: legibleOrderId(row),
      reason: error.message,
      payload: JSON.stringify(row) ?? 'null',
    };
  }
}

function isFields(row: unknown): row is Fields {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function legibleOrderId(row: unknown): string | null {
  if (!isFields(row)) return null;
  try {
    return optionalIdAt(row, 'orderId');
  } catch {
    return null;
  }
}
