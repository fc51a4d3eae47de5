import type { OrderSnapshot } from '../../../domain/order.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { readRow, type UnreadableRow } from '../rows.ts';
import { type Box, decodeBox } from './decode-box.ts';

/** A row of a box list: the box, or why it cannot be read. */
export type BoxRow =
  | { readonly ok: true; readonly box: Box }
  | { readonly ok: false; readonly read: UnreadableRow };

/** Reads one row of a box list. */
export function decodeRow(row: unknown): BoxRow {
  const read = readRow(row, (whole) => ({ ok: true, box: decodeBox(whole) }) as const);
  return 'ok' in read ? read : { ok: false, read };
}

/** Puts boxes of one order together. */
export function snapshotOf(first: Box, others: readonly Box[], complete: boolean): OrderSnapshot {
  const boxes = [first, ...others];
  return {
    nativeOrderId: first.nativeOrderId,
    orderedAt: first.orderedAt,
    paidAt: first.paidAt,
    currency: 'KRW',
    packages: boxes.map((box) => box.package),
    lines: boxes.flatMap(({ lines }) => lines),
    complete,
  };
}

/** One box by itself: other boxes of the order may exist. */
export function partialRead(box: Box): OrderRead {
  return { kind: 'order', order: snapshotOf(box, [], false) };
}

/**
 * The boxes that Coupang gave for one order, as a whole order. When one of them is unreadable the others are
 * told as parts: in a whole that lacks a box, its lines would seem to have moved elsewhere.
 */
export function wholeReads(rows: readonly BoxRow[]): readonly OrderRead[] {
  const byKey = new Map(rows.flatMap((row) => (row.ok ? [[row.box.package.key, row.box]] : [])));
  const boxes = [...byKey.values()];
  const unreadable = rows.flatMap((row) => (row.ok ? [] : [row.read]));
  const [first, ...others] = boxes;
  if (first === undefined) return unreadable;
  if (unreadable.length > 0) return [...boxes.map(partialRead), ...unreadable];
  return [{ kind: 'order', order: snapshotOf(first, others, true) }];
}
