import type { OrderRead } from '../../kit/shop.ts';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { type BoxPage, decodePage, decodeWhole } from './decode-page.ts';
import { exchangesAmong } from './exchange-boxes.ts';
import { byDay, byMinute } from './queries.ts';
import { type BoxRow, partialRead, wholeReads } from './snapshot.ts';
import type { BoxStatus } from './statuses.ts';

/** One page of a box list. The list by minute has no pages (sheet §2). */
export async function boxPage(
  ask: Ask,
  { status, search }: { readonly status: BoxStatus; readonly search: 'minute' | 'day' },
  window: Window,
  token: string,
): Promise<BoxPage> {
  const query = search === 'day' ? byDay(status, window, token) : byMinute(status, window);
  const page = await ask({ operation: 'ordersheets', query, decode: decodePage });
  return search === 'day' ? page : { ...page, next: null };
}

/** One order as it is now, or the words with which Coupang would not show it. */
export type WholeOrder =
  | { readonly found: true; readonly reads: readonly OrderRead[] }
  | { readonly found: false; readonly nativeText: string; readonly ended: boolean };

/** Single look-ups answer 400 for orders that are cancelled, returned, unknown or somebody else's (sheet §3.2). */
const NOT_SHOWN: ReadonlySet<TroubleReason> = new Set<TroubleReason>(['not_found', 'refused', 'wrong_state']);

/**
 * The text for an order that is over. It does not tell a cancel from a return (sheet §3.2, §4.1), so the lines keep
 * what they were last seen as.
 */
const ENDED = /취소 또는 반품 되었습니다/;

/** The order with its exchanges, where it shows signs of any; their boxes are no part of what was sold. */
export async function readWhole(ask: Ask, orderId: string, now: Date): Promise<WholeOrder> {
  try {
    const rows = await ask({ operation: 'order', params: { orderId }, decode: decodeWhole });
    const exchanges = await exchangesAmong(ask, orderId, rows, now);
    const replacing = new Set(
      exchanges.flatMap(({ newBoxes }) => newBoxes.map(({ shipmentBoxId }) => shipmentBoxId)),
    );
    const sold = wholeReads(rows.filter((row) => !row.ok || !replacing.has(row.box.package.key)));
    const claims = exchanges.map(({ claim }): OrderRead => ({ kind: 'claim', claim }));
    const reads = [...sold, ...claims];
    return reads.length > 0 ? { found: true, reads } : { found: false, nativeText: '', ended: false };
  } catch (error) {
    if (!(error instanceof MarketplaceError) || !NOT_SHOWN.has(error.reason)) throw error;
    const nativeText = error.trouble.nativeText ?? '';
    return { found: false, nativeText, ended: ENDED.test(nativeText) };
  }
}

/**
 * What a page of boxes tells. Each box stands for itself, but an order that was split is read whole: splitting
 * gives the part shipped first a new box id (sheet §7.9), and only a whole order shows which line moved there.
 */
export async function readsOf(ask: Ask, rows: readonly BoxRow[], now: Date): Promise<readonly OrderRead[]> {
  const wholes = new Map<string, readonly OrderRead[]>();
  for (const orderId of splitOrders(rows)) {
    const whole = await readWhole(ask, orderId, now);
    if (whole.found) wholes.set(orderId, whole.reads);
  }
  const parts = rows.flatMap((row) => {
    if (!row.ok) return [row.read];
    return wholes.has(row.box.nativeOrderId) ? [] : [partialRead(row.box)];
  });
  return [...parts, ...[...wholes.values()].flat()];
}

function splitOrders(rows: readonly BoxRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => (row.ok && row.box.split ? [row.box.nativeOrderId] : [])));
}
