import type { OrderSnapshot, PackageSnapshot } from '../../../domain/order.ts';
import { type Fields, UnreadableError } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { LineRow } from './decode-line.ts';

type Unreadable = Extract<OrderRead, { kind: 'unreadable' }>;

/** Decodes rows one by one; one that breaks the contract is set aside and the rest of its list goes on. */
export function decodeRows<Row>(
  rows: readonly unknown[],
  decode: (row: unknown) => Row,
): { readonly good: readonly Row[]; readonly bad: readonly Unreadable[] } {
  const good: Row[] = [];
  const bad: Unreadable[] = [];
  for (const row of rows) {
    try {
      good.push(decode(row));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      bad.push({
        kind: 'unreadable',
        nativeOrderId: legibleOrderId(row),
        reason: error.message,
        payload: JSON.stringify(row) ?? 'null',
      });
    }
  }
  return { good, bad };
}

function legibleOrderId(row: unknown): string | null {
  if (!isFields(row)) return null;
  return typeof row.ordNo === 'string' && row.ordNo !== '' ? row.ordNo : null;
}

function isFields(row: unknown): row is Fields {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** Puts rows together into orders. `complete` says whether they are all the lines of their orders. */
export function snapshotsOf(rows: readonly LineRow[], complete: boolean): readonly OrderSnapshot[] {
  return [...Map.groupBy(rows, ({ nativeOrderId }) => nativeOrderId).values()].flatMap((ofOrder) => {
    const [first] = ofOrder;
    return first === undefined ? [] : [orderOf(first, ofOrder, complete)];
  });
}

function orderOf(first: LineRow, rows: readonly LineRow[], complete: boolean): OrderSnapshot {
  return {
    nativeOrderId: first.nativeOrderId,
    orderedAt: firstKnown(rows, ({ orderedAt }) => orderedAt) ?? first.orderedOn,
    paidAt: firstKnown(rows, ({ paidAt }) => paidAt),
    currency: 'KRW',
    packages: [...Map.groupBy(rows, (row) => row.package.key).values()].flatMap((ofDelivery) =>
      packageOf(ofDelivery, complete),
    ),
    lines: [...new Map(rows.map(({ line }) => [line.nativeLineId, line])).values()],
    complete,
  };
}

function firstKnown(rows: readonly LineRow[], read: (row: LineRow) => string | null): string | null {
  for (const row of rows) {
    const value = read(row);
    if (value !== null) return value;
  }
  return null;
}

/** Rows of one delivery repeat what is its own, or leave it out behind the first: the fullest row speaks. */
function packageOf(rows: readonly LineRow[], complete: boolean): readonly PackageSnapshot[] {
  const [first, ...others] = rows.map((row) => row.package);
  if (first === undefined) return [];
  const named = [first, ...others].find(({ contact }) => contact.receiver.name !== null) ?? first;
  const shippingFee = Math.max(...rows.map((row) => row.package.shippingFee ?? 0));
  return [
    {
      ...named,
      // It stands on one line of the delivery, which may be in another list than these.
      shippingFee: shippingFee > 0 || complete ? shippingFee : null,
      remoteAreaFee: Math.max(...rows.map((row) => row.package.remoteAreaFee)),
    },
  ];
}
