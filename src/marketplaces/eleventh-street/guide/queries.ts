import type { ClaimKind } from '../../../domain/claim.ts';
import type { Window } from '../../kit/windows.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import { CLAIM_TYPES, FURTHEST_MS, PAGE_SIZE } from './feeds.ts';
import type { OrderCode } from './statuses.ts';

/** The moment itself, or the furthest one back that is answered at all (guide §5.3). */
export function withinReach(at: Date, now: Date): Date {
  return new Date(Math.max(at.getTime(), now.getTime() - FURTHEST_MS));
}

/** `YYYYMMDD` in Korea; both ends of a range are read whole. */
const day = (at: Date): string => localDay(at, KST_MINUTES).replaceAll('-', '');

function query(fields: Readonly<Record<string, string | number>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Orders that came into a status in these days, or were placed in them where none is named (guide §3.3.1). */
export function ordersQuery({ from, to }: Window, code: OrderCode | null, page: number): string {
  return query({
    ordStrtDt: day(from),
    ordEndDt: day(to),
    ...(code === null ? {} : { ordStCd: code }),
    page,
    pageSize: PAGE_SIZE,
  });
}

/** Claims of a kind that last changed in these days (guide §3.3.3). */
export function claimsQuery({ from, to }: Window, kind: ClaimKind): string {
  return query({ clmStrtDt: day(from), clmEndDt: day(to), clmTpCd: CLAIM_TYPES[kind] });
}
