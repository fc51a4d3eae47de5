import { DAY_MS } from '../../kit/bucket.ts';
import type { Notes } from '../../kit/sweeps/memory.ts';
import { splitSpan } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import type { ExchangeRead } from './claims/decode-exchange.ts';
import { exchangesOf } from './claims/find-exchange.ts';
import type { Box } from './decode-box.ts';
import { WEEK_WINDOW_MS } from './feeds.ts';
import type { BoxRow } from './snapshot.ts';

/** Boxes are listed for 30 days; after twice that nobody meets the box of an exchange any more. */
const REMEMBERED_MS = 60 * DAY_MS;
const boxNote = (shipmentBoxId: string) => `box ${shipmentBoxId}`;
const awaitingNote = (orderId: string) => `awaiting ${orderId}`;

/**
 * Remembers the boxes that were opened for exchanges, so that they are not taken for sales when box lists show them
 * (sheet §7.10), and the orders whose exchange box is still to be told: it appears about 10 minutes after the goods
 * were confirmed (sheet §3.5).
 */
export function noteExchanges(notes: Notes, exchanges: readonly ExchangeRead[], now: Date): Notes {
  const kept: Record<string, string> = {};
  for (const [key, at] of Object.entries(notes)) {
    if (now.getTime() - Date.parse(at) < REMEMBERED_MS) kept[key] = at;
  }
  for (const { claim, newBoxes } of exchanges) {
    for (const { shipmentBoxId } of newBoxes) kept[boxNote(shipmentBoxId)] = now.toISOString();
    const awaiting = awaitingNote(claim.nativeOrderId);
    if (claim.nativeStatus === 'PROGRESS' && newBoxes.length === 0) kept[awaiting] = now.toISOString();
    else delete kept[awaiting];
  }
  return kept;
}

/** Whether a listed box carries the new goods of an exchange, or may do so until its exchange tells. */
export function isExchangeBox(notes: Notes, box: Box): boolean {
  if (Object.hasOwn(notes, boxNote(box.package.key))) return true;
  const justOpened = box.lines.every(({ nativeStatus }) => nativeStatus === 'INSTRUCT');
  return justOpened && Object.hasOwn(notes, awaitingNote(box.nativeOrderId));
}

/**
 * Exchanges of an order that was read whole. They are looked for only where an option lies in a second box beside one
 * that was delivered, since only the same option is ever sent anew (sheet §3.5); hardly any order looks so.
 */
export async function exchangesAmong(
  ask: Ask,
  orderId: string,
  rows: readonly BoxRow[],
  now: Date,
): Promise<readonly ExchangeRead[]> {
  const lines = rows.flatMap((row) => (row.ok ? row.box.lines : []));
  const deliveries = lines
    .filter(({ nativeItemId }) => lines.filter((line) => line.nativeItemId === nativeItemId).length > 1)
    .flatMap(({ deliveredAt }) => (deliveredAt === null ? [] : [Date.parse(deliveredAt)]));
  if (deliveries.length === 0) return [];
  const from = new Date(Math.max(Math.min(...deliveries), now.getTime() - REMEMBERED_MS));
  const found: ExchangeRead[] = [];
  for (const window of splitSpan(from, now, WEEK_WINDOW_MS)) {
    found.push(...(await exchangesOf(ask, orderId, window)));
  }
  return found;
}
