import type { Window } from '../../kit/windows.ts';
import { KST_MINUTES, localDay, wallClock } from '../../kit/zone.ts';
import type { ReceiptList } from './feeds.ts';
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
    ...tokenField(nextToken),
  });
}

/** One page of the returns of one status. Unlike those of orders, its days carry no offset (sheet §2). */
export function receiptsByDay(status: ReceiptList, { from, to }: Window, nextToken: string): string {
  return query({ ...days(from, to), status, maxPerPage: PAGE_SIZE, ...tokenField(nextToken) });
}

/** Orders that were cancelled in ACCEPT, in the form that working clients use: without status, without pages. */
export function cancelsByMinute({ from, to }: Window): string {
  return query({
    createdAtFrom: wallClock(from, KST_MINUTES).slice(0, 16),
    createdAtTo: wallClock(to, KST_MINUTES).slice(0, 16),
    searchType: 'timeFrame',
    cancelType: 'CANCEL',
  });
}

/** The same in the form that the text of the page describes (sheet §3.4). */
export function cancelsByDay({ from, to }: Window, nextToken: string): string {
  return query({
    ...days(from, to),
    cancelType: 'CANCEL',
    maxPerPage: PAGE_SIZE,
    ...tokenField(nextToken),
  });
}

/** One page of withdrawn returns. The last day is asked for as well: whether it counts is not stated. */
export function withdrawalsByDay({ from, to }: Window, pageIndex: string): string {
  return query({
    dateFrom: localDay(from, KST_MINUTES),
    dateTo: localDay(to, KST_MINUTES),
    pageIndex: pageIndex === '' ? '1' : pageIndex,
    sizePerPage: 100,
  });
}

/** One page of exchanges, of one order where it is told. Pages hold 10; whether more may be asked for is not stated. */
export function exchangesBySecond({ from, to }: Window, nextToken: string, orderId?: string): string {
  return query({
    createdAtFrom: wallClock(from, KST_MINUTES).slice(0, 19),
    createdAtTo: wallClock(to, KST_MINUTES).slice(0, 19),
    ...(orderId === undefined ? {} : { orderId }),
    maxPerPage: 10,
    ...tokenField(nextToken),
  });
}

function days(from: Date, to: Date): Readonly<Record<string, string>> {
  return { createdAtFrom: localDay(from, KST_MINUTES), createdAtTo: localDay(to, KST_MINUTES) };
}

function tokenField(nextToken: string): Readonly<Record<string, string>> {
  return nextToken === '' ? {} : { nextToken: encodeURIComponent(nextToken) };
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

/** One page of products; its token is the page's number as text (sheet §2). */
export function productsPage(vendorId: string, size: number, page: string): string {
  return query({ vendorId, maxPerPage: size, ...tokenField(page) });
}

/** The newest states of a product: why it was denied is among the last few. */
export function productHistory(): string {
  return query({ maxPerPage: 10 });
}

/** Every place of a shop on one page: sellers have few (sheet §3.9). */
export function everyPlace(): string {
  return query({ pageNum: 1, pageSize: 50 });
}

export function oneProduct(vendorId: string): string {
  return query({ vendorId, maxPerPage: 1 });
}
