import type { ClaimKind } from '../../../domain/claim.ts';
import {
  asFields,
  asList,
  type Fields,
  optionalIdAt,
  optionalIntegerAt,
  UnreadableError,
} from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { decodeClaim } from './decode-claim.ts';
import { decodeOrder } from './decode-order.ts';
import { PAGE_SIZE } from './feeds.ts';

/** One page of orders. */
export interface OrderPage {
  readonly reads: readonly OrderRead[];
  readonly isLast: boolean;
}

export function decodeOrders(json: unknown): OrderPage {
  const page = asFields(json, 'page');
  const rows = asList(page.orders ?? [], 'orders');
  const number = optionalIntegerAt(page, 'page') ?? 1;
  const total = optionalIntegerAt(page, 'totalCount') ?? 0;
  return {
    reads: rows.map((row) => readOr(row, () => ({ kind: 'order', order: decodeOrder(row) }))),
    isLast: rows.length === 0 || number * PAGE_SIZE >= total,
  };
}

export function decodeClaims(json: unknown, kind: ClaimKind): readonly OrderRead[] {
  const rows = asList(asFields(json, 'page').claims ?? [], 'claims');
  return rows.map((row) => readOr(row, () => ({ kind: 'claim', claim: decodeClaim(row, kind) })));
}

/** One order by its number. */
export function decodeSingle(json: unknown): OrderRead {
  const { order } = asFields(json, 'answer');
  return readOr(order, () => ({ kind: 'order', order: decodeOrder(order) }));
}

/** A row that breaks the contract is set aside and the rest of its page goes on. */
function readOr(row: unknown, decode: () => OrderRead): OrderRead {
  try {
    return decode();
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
    return optionalIdAt(row, 'ordNo');
  } catch {
    return null;
  }
}
