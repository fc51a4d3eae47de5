import {
  asFields,
  asList,
  type Fields,
  idAt,
  optionalIntegerAt,
  optionalTextAt,
  UnreadableError,
} from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { Site } from '../site.ts';
import { sitedId } from '../site.ts';
import { withCanonicalKeys } from './canonical-keys.ts';
import { decodeOrder } from './decode-order.ts';
import { UNPAID } from './statuses.ts';

/** One page of an order list. */
export interface OrderPage {
  readonly reads: readonly OrderRead[];
  readonly rows: number;
  /** How many rows the whole list has, where it says so. */
  readonly total: number | null;
  readonly sellerId: string | null;
}

/** What stands under `Data`, whichever case its keys are in. */
export function dataOf(json: unknown): unknown {
  return asFields(withCanonicalKeys(json), 'answer').Data;
}

export function decodeOrderPage(site: Site): (json: unknown) => OrderPage {
  return (json) => orderPageOf(dataOf(json), site);
}

/** Reads the `Data` of an order list; null stands for an empty one. */
export function orderPageOf(data: unknown, site: Site): OrderPage {
  if (data === null || data === undefined) return { reads: [], rows: 0, total: 0, sellerId: null };
  const page = asFields(data, 'Data');
  const rows = asList(page.RequestOrders ?? [], 'RequestOrders');
  return {
    reads: rows
      .filter(isPaid)
      .map((row) => readRow(row, site, () => ({ kind: 'order', order: decodeOrder(row, site) }))),
    rows: rows.length,
    total: optionalIntegerAt(page, 'TotalCount'),
    sellerId: optionalTextAt(page, 'SellerId'),
  };
}

function isPaid(row: unknown): boolean {
  return !isFields(row) || String(row.OrderStatus) !== UNPAID;
}

/** Reads one row; a row that breaks the contract is set aside and the rest of its page goes on. */
export function readRow(row: unknown, site: Site, decode: () => OrderRead): OrderRead {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return {
      kind: 'unreadable',
      nativeOrderId: legibleOrderId(row, site),
      reason: error.message,
      payload: JSON.stringify(row) ?? 'null',
    };
  }
}

function isFields(row: unknown): row is Fields {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function legibleOrderId(row: unknown, site: Site): string | null {
  if (!isFields(row)) return null;
  try {
    return sitedId(site, idAt(row, 'OrderNo'));
  } catch {
    return null;
  }
}
