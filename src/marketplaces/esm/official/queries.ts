import type { ClaimKind } from '../../../domain/claim.ts';
import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import type { Window } from '../../kit/windows.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import type { Site } from '../site.ts';
import { STATUS_FIELDS } from './decode-claim.ts';
import type { ListStatus } from './statuses.ts';

/** Pages of the order lists; the samples use 100 and 1000, and 500 is what runs elsewhere (sheet §2). */
export const PAGE_SIZE = 500;

/** The code of a site in orders and in writes about claims (sheet §2). */
export const SITE_TYPES: Readonly<Record<Site, number>> = { G: 2, A: 1 };

/**
 * The codes of a site in lists of claims, in the order in which they are tried: Cancels takes 3 for Gmarket and answers
 * 2 with no rows; for the other two the sources contradict each other (sheet §2).
 */
export const CLAIM_SITE_TYPES: Readonly<Record<ClaimKind, Readonly<Record<Site, readonly number[]>>>> = {
  cancel: { G: [3], A: [1] },
  return: { G: [2, 3], A: [1] },
  exchange: { G: [2, 3], A: [1] },
};

/** Days go out in Korean time; the end of every window is taken as that day's first moment (sheet §2). */
const day = (at: Date) => localDay(at, KST_MINUTES);

/** By which day orders are listed (sheet §3.4). */
export const BY_ORDER_DAY = 1;
export const BY_PAYMENT_DAY = 2;

export function ordersBody(
  site: Site,
  status: ListStatus,
  by: typeof BY_ORDER_DAY | typeof BY_PAYMENT_DAY,
  { from, to }: Window,
  page: number,
  pageSize = PAGE_SIZE,
): string {
  return JSON.stringify({
    siteType: SITE_TYPES[site],
    orderStatus: Number(status),
    requestDateType: by,
    requestDateFrom: day(from),
    requestDateTo: day(to),
    pageIndex: page,
    pageSize,
  });
}

export function orderBody(site: Site, number: string): string {
  return writeLossless({
    siteType: SITE_TYPES[site],
    orderNo: new BigNumeral(number),
    orderStatus: 0,
  });
}

/** What `GetDeliveryStatus` lists by: which day of an order (sheet §3.4). */
export const CHANGED = {
  paid: 1,
  shipped: 3,
  delivered: 4,
  confirmed: 5,
  returned: 7,
  exchanged: 8,
  canceled: 9,
};

export function newsBody(changed: number, { from, to }: Window, page: number): string {
  return JSON.stringify({
    OrderNo: 0,
    SearchDateConditionType: changed,
    FromDate: day(from),
    ToDate: day(to),
    Page: page,
  });
}

export function newsOfBody(number: string): string {
  return writeLossless({ OrderNo: new BigNumeral(number), Page: 1 });
}

/** By what claims are listed: an order number, the day of the request, the day of the end (sheet §3.6). */
export const BY_NUMBER = 0;
export const BY_REQUEST_DAY = 2;
export const BY_END_DAY = 3;

export interface ClaimQuery {
  readonly kind: ClaimKind;
  readonly site: Site;
  readonly siteType: number;
  readonly status: number;
  readonly by: typeof BY_REQUEST_DAY | typeof BY_END_DAY | typeof BY_NUMBER;
  readonly window: Window;
  readonly orderNo?: string;
}

export function claimsBody({ kind, siteType, status, by, window, orderNo }: ClaimQuery): string {
  return writeLossless({
    SiteType: siteType,
    [STATUS_FIELDS[kind]]: status,
    Type: by,
    StartDate: day(window.from),
    EndDate: day(window.to),
    ...(orderNo === undefined ? {} : { OrderNo: new BigNumeral(orderNo) }),
  });
}
