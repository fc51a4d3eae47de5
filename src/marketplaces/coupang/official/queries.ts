import type { Window } from '../../kit/windows.ts';
import { KST_MINUTES, localDay, wallClock } from '../../kit/zone.ts';
import type { BoxStatus } from './statuses.ts';

/** Pages hold 50 boxes at most (sheet §2). */
export const PAGE_SIZE = 50;

/** Writes a query by hand: a library would turn `:` into `%3A` after signing (sheet §1). */
function query(fields: Readonly<Record<string, string | number>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** `2026-11-20%2B09:00`: days and minutes of v5 carry the offset with its plus sign encoded (sheet §2). */
const KST = '%2B09:00';

/** One page of the list by day. Both ends are named by their day in Korea. */
export function byDay(status: BoxStatus, { from, to }: Window, nextToken: string, size = PAGE_SIZE): string {
  return query({
    createdAtFrom: `${localDay(from, KST_MINUTES)}${KST}`,
    createdAtTo: `${localDay(to, KST_MINUTES)}${KST}`,
    status,
    maxPerPage: size,
    ...(nextToken === '' ? {} : { nextToken: encodeURIComponent(nextToken) }),
  });
}

/** The list by minute, which has no pages. */
export function byMinute(status: BoxStatus, { from, to }: Window): string {
  return query({
    createdAtFrom: `${wallClock(from, KST_MINUTES).slice(0, 16)}${KST}`,
    createdAtTo: `${wallClock(to, KST_MINUTES).slice(0, 16)}${KST}`,
    searchType: 'timeFrame',
    status,
  });
}

export function oneProduct(vendorId: string): string {
  return query({ vendorId, maxPerPage: 1 });
}
