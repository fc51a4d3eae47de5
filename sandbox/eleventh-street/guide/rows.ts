import type { GrantedCall } from '../gateway/call.ts';

type Row = Readonly<Record<string, unknown>>;

const KEEPS_OUT_OF = 3;

/** The rows of a page with the faults that are set played on them. */
export function playOnRows(call: GrantedCall, page: readonly Row[]): readonly Row[] {
  const { frame, operation } = call;
  let rows = page;
  if (rows.length === 0) return rows;
  if (frame.strike(operation.name, 'duplicate_rows') !== undefined) rows = [...rows, ...rows.slice(-2)];
  if (frame.strike(operation.name, 'reorder_rows') !== undefined) rows = rows.toReversed();
  if (frame.strike(operation.name, 'feed_skips') !== undefined)
    rows = rows.filter((_, index) => index % KEEPS_OUT_OF > 0);
  return rows.map((row) => strange(call, row));
}

/** A row with the faults that make a single one strange. */
export function strange({ frame, operation }: GrantedCall, row: Row): Row {
  if (frame.strike(operation.name, 'unknown_status') !== undefined) return withUnknownStatus(row);
  if (frame.strike(operation.name, 'unreadable_row') === undefined) return row;
  const { ordNo, prdOrds, clmQty, ...rest } = row;
  return prdOrds === undefined ? { ...rest, clmQty: '한개' } : { ...rest, ordNo };
}

function withUnknownStatus(row: Row): Row {
  if ('clmStCd' in row) return { ...row, clmStCd: '777' };
  const lines = Array.isArray(row.prdOrds) ? row.prdOrds : [];
  return { ...row, ordStCd: '777', prdOrds: lines.map((line) => ({ ...line, ordPrdStCd: '777' })) };
}
