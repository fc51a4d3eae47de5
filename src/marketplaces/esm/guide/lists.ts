import type { ClaimKind } from '../../../domain/claim.ts';
import {
  asFields,
  asList,
  type Fields,
  idAt,
  listAt,
  optionalIntegerAt,
  UnreadableError,
} from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { Window } from '../../kit/windows.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import { type Site, sitedId } from '../site.ts';
import type { Client } from './client.ts';
import { CLAIM_TYPES, decodeClaim } from './decode-claim.ts';
import { decodeOrder } from './decode-order.ts';
import { SITE_TYPES } from './keys.ts';
import { UNPAID } from './statuses.ts';

/** The most orders of a page (guide 5.3). */
export const PAGE_SIZE = 100;

/** One page of orders. */
export interface OrderPage {
  readonly reads: readonly OrderRead[];
  readonly more: boolean;
}

export interface OrderQuery {
  readonly site: Site;
  /** By the day of the order or of its payment (guide 4.3.1). */
  readonly by: 'ORD' | 'PAY';
  readonly window: Window;
  /** Every status when absent. */
  readonly status?: string;
  readonly page: number;
}

/** Days include both ends, in Korea; a window ends before its last moment. */
function days({ from, to }: Window): { readonly startDate: string; readonly endDate: string } {
  const last = new Date(Math.max(from.getTime(), to.getTime() - 1));
  return { startDate: localDay(from, KST_MINUTES), endDate: localDay(last, KST_MINUTES) };
}

export function readOrderPage(client: Client, query: OrderQuery): Promise<OrderPage> {
  const { site, by, window, status, page } = query;
  return client.ask({
    operation: 'orders',
    site,
    query: new URLSearchParams({
      siteType: SITE_TYPES[site],
      searchDateType: by,
      ...days(window),
      ...(status === undefined ? {} : { orderStatus: status }),
      pageNo: String(page),
      pageSize: String(PAGE_SIZE),
    }),
    decode: (json) => orderPageOf(json, site, page),
  });
}

export function orderPageOf(json: unknown, site: Site, page: number): OrderPage {
  const fields = asFields(json, 'page');
  const rows = asList(fields.orders ?? [], 'orders');
  const total = optionalIntegerAt(fields, 'totalCount');
  const more = total === null ? rows.length >= PAGE_SIZE : page * PAGE_SIZE < total;
  return {
    reads: rows
      .filter((row) => !isFields(row) || row.orderStatus !== UNPAID)
      .map((row) => readRow(row, site, () => ({ kind: 'order', order: decodeOrder(row, site) }))),
    more: more && rows.length > 0,
  };
}

/** The claims of one kind that changed within the days (guide 4.3.2). The list has no pages. */
export function readClaimList(
  client: Client,
  site: Site,
  kind: ClaimKind,
  window: Window,
): Promise<readonly OrderRead[]> {
  return client.ask({
    operation: 'claims',
    site,
    query: new URLSearchParams({ claimType: CLAIM_TYPES[kind], ...days(window) }),
    decode: (json) =>
      listAt(asFields(json, 'page'), 'claims')
        .filter((row) => isOf(row, site))
        .map((row) => readRow(row, site, () => ({ kind: 'claim', claim: decodeClaim(row, site, kind) }))),
  });
}

/** A gateway that serves both sites at one address lists the claims of both. */
function isOf(row: unknown, site: Site): boolean {
  return !isFields(row) || row.siteType === undefined || row.siteType === SITE_TYPES[site];
}

function readRow(row: unknown, site: Site, decode: () => OrderRead): OrderRead {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return {
      kind: 'unreadable',
      nativeOrderId: legibleOrderId(row, site),
      reason: error.message,
      payload: JSON.stringify(row) ?? 'null',
    };
  }
}

function isFields(row: unknown): row is Fields {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function legibleOrderId(row: unknown, site: Site): string | null {
  if (!isFields(row)) return null;
  try {
    return sitedId(site, idAt(row, 'ordNo'));
  } catch {
    return null;
  }
}
