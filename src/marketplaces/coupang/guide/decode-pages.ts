import type { ClaimSnapshot } from '../../../domain/claim.ts';
import type { OrderSnapshot } from '../../../domain/order.ts';
import { asFields, asList, listAt } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { nextAt, readRow, type UnreadableRow } from '../rows.ts';
import { decodeOrder } from './decode-order.ts';
import { decodeReceipt } from './decode-receipt.ts';

/** One page of a list. */
export interface Page {
  readonly items: readonly OrderRead[];
  readonly next: string | null;
}

const orderRead = (row: unknown): OrderRead => ({ kind: 'order', order: decodeOrder(row) });
const claimOf = (claim: ClaimSnapshot): OrderRead => ({ kind: 'claim', claim });
const claimRead = (row: unknown): OrderRead => claimOf(decodeReceipt(row));

const pageOf =
  (decode: (row: unknown) => OrderRead) =>
  (json: unknown): Page => {
    const page = asFields(json, 'page');
    return {
      items: asList(page.data ?? [], 'data').map((row) => readRow(row, decode)),
      next: nextAt(page),
    };
  };

export const decodeOrders = pageOf(orderRead);
const receiptRows = pageOf(claimRead);

/** A page of receipts. A receipt about several items stands there once for each: its rows are put together. */
export function decodeReceipts(json: unknown): Page {
  const { items, next } = receiptRows(json);
  const whole = new Map<string, ClaimSnapshot>();
  for (const read of items) {
    if (read.kind !== 'claim') continue;
    const { claim } = read;
    const before = whole.get(claim.nativeClaimId);
    whole.set(claim.nativeClaimId, before === undefined ? claim : withLines(before, claim.lines));
  }
  const others = items.filter(({ kind }) => kind !== 'claim');
  return { items: [...[...whole.values()].map(claimOf), ...others], next };
}

function withLines(claim: ClaimSnapshot, more: ClaimSnapshot['lines']): ClaimSnapshot {
  const known = new Set(claim.lines.map(({ nativeItemId }) => nativeItemId));
  return { ...claim, lines: [...claim.lines, ...more.filter((line) => !known.has(line.nativeItemId))] };
}

type Box = { readonly kind: 'order'; readonly order: OrderSnapshot };

/**
 * All boxes of one order, as a whole. When one of them is unreadable the others are told as parts: in a whole that
 * lacks a box, its lines would seem to have moved elsewhere.
 */
export function decodeWhole(json: unknown): readonly OrderRead[] {
  const rows = listAt(asFields(json, 'answer'), 'data').map((row) =>
    readRow(row, (whole): Box => ({ kind: 'order', order: decodeOrder(whole) })),
  );
  const boxes = rows.filter((row): row is Box => row.kind === 'order').map(({ order }) => order);
  const unreadable = rows.filter((row): row is UnreadableRow => row.kind === 'unreadable');
  const [first] = boxes;
  if (first === undefined || unreadable.length > 0) return rows;
  const whole: OrderSnapshot = {
    ...first,
    packages: boxes.flatMap(({ packages }) => packages),
    lines: boxes.flatMap(({ lines }) => lines),
    complete: true,
  };
  return [{ kind: 'order', order: whole }];
}
