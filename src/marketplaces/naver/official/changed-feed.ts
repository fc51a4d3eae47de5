import {
  asFields,
  idAt,
  listAt,
  optionalFieldsAt,
  optionalTextAt,
  UnreadableError,
} from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { Client } from './client.ts';
import type { Position } from './cursor.ts';
import { AT_MOST } from './operations.ts';
import { dataOrNothing } from './product-orders.ts';
import type { Span } from './spans.ts';
import { UNPAID } from './statuses.ts';
import { instantAt, optionalInstantAt, wireTime } from './wire-time.ts';

/** A product order that changed. Its details are read apart: they win over the feed (sheet §7.7). */
export interface ChangedRow {
  readonly orderId: string;
  readonly productOrderId: string;
  /** Tells a new change of the same product order from the same row sent twice. */
  readonly key: string;
}

export interface ChangedPage {
  readonly rows: readonly ChangedRow[];
  readonly unreadable: readonly OrderRead[];
  readonly more: Position | null;
  /** Naver's clock, in epoch milliseconds. */
  readonly answeredAt: number | null;
}

/**
 * One page of changes in a window. Never filtered by kind of change: a row shows only the last one, so an order
 * that was paid and then got a new address would be missed (sheet §7.1).
 */
export function askChangedPage(client: Client, window: Span, at: Position | null): Promise<ChangedPage> {
  return client.ask({
    operation: 'changedStatuses',
    query: new URLSearchParams({
      lastChangedFrom: wireTime(at?.moreFrom ?? window.from),
      lastChangedTo: wireTime(window.to),
      limitCount: String(AT_MOST.feedRows),
      ...(at === null ? {} : { moreSequence: at.moreSequence }),
    }),
    decode: decodeChangedPage,
  });
}

export function decodeChangedPage(json: unknown): ChangedPage {
  const answeredAt = optionalInstantAt(asFields(json, 'answer'), 'timestamp');
  const clock = answeredAt === null ? null : Date.parse(answeredAt);
  const data = dataOrNothing(json);
  if (data === undefined) return { rows: [], unreadable: [], more: null, answeredAt: clock };
  const fields = asFields(data, 'data');
  const rows: ChangedRow[] = [];
  const unreadable: OrderRead[] = [];
  // The name lacks a letter in Naver's API as well (sheet §7.32).
  for (const row of listAt(fields, 'lastChangeStatuses')) {
    try {
      const read = decodeRow(row);
      if (read !== null) rows.push(read);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      unreadable.push(unreadableRow(row, error.message));
    }
  }
  const more = optionalFieldsAt(fields, 'more');
  return {
    rows,
    unreadable,
    answeredAt: clock,
    more:
      more === undefined
        ? null
        : { moreFrom: Date.parse(instantAt(more, 'moreFrom')), moreSequence: idAt(more, 'moreSequence') },
  };
}

/** Null for an order nobody has paid: its payment will be a new row. */
function decodeRow(row: unknown): ChangedRow | null {
  const fields = asFields(row, 'lastChangeStatuses');
  const productOrderId = idAt(fields, 'productOrderId');
  if (optionalTextAt(fields, 'productOrderStatus') === UNPAID) return null;
  return {
    orderId: idAt(fields, 'orderId'),
    productOrderId,
    key: `${productOrderId} ${instantAt(fields, 'lastChangedDate')}`,
  };
}

function unreadableRow(row: unknown, reason: string): OrderRead {
  const named = typeof row === 'object' && row !== null && 'orderId' in row ? row.orderId : undefined;
  return {
    kind: 'unreadable',
    nativeOrderId: typeof named === 'string' ? named : null,
    reason,
    payload: JSON.stringify(row) ?? 'nothing',
  };
}
