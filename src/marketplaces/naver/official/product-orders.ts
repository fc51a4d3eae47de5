import { asFields, asList, fieldsAt, idAt, listAt, UnreadableError } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { chunked } from '../../kit/windows.ts';
import type { Client } from './client.ts';
import { productOrderIdOf } from './decode-product-order.ts';
import { goesInCircles } from './errors.ts';
import { AT_MOST } from './operations.ts';
import type { Span } from './spans.ts';
import { wireTime } from './wire-time.ts';

const EMPTY_ANSWER = new Set(['timestamp', 'traceId']);

/**
 * The `data` of an order answer. Where nothing was found it may be absent: exactly `timestamp` and `traceId` are
 * left then, and anything else without data is not an answer (sheet §3.2).
 */
export function dataOrNothing(json: unknown): unknown {
  const answer = asFields(json, 'answer');
  if (answer.data !== undefined) return answer.data;
  const keys = Object.keys(answer);
  if (keys.length === EMPTY_ANSWER.size && keys.every((key) => EMPTY_ANSWER.has(key))) return undefined;
  throw new UnreadableError('answer', 'data, or only timestamp and traceId', answer);
}

export interface Details {
  /** What was found, as Naver sent it. */
  readonly elements: readonly unknown[];
  /** Ids that Naver left out twice. */
  readonly missing: readonly string[];
}

/** Reads product orders by id. Ids missing from an answer are asked for once more (sheet §3.3). */
export async function readDetails(client: Client, ids: readonly string[]): Promise<Details> {
  const elements: unknown[] = [];
  const missing: string[] = [];
  for (const chunk of chunked(ids, AT_MOST.details)) {
    const first = await askDetails(client, chunk);
    elements.push(...first);
    const absent = absentFrom(first, chunk);
    if (absent.length === 0) continue;
    const second = await askDetails(client, absent);
    const wanted = new Set(absent);
    elements.push(...second.filter((element) => wanted.has(productOrderIdOf(element) ?? '')));
    missing.push(...absentFrom(second, absent));
  }
  return { elements, missing };
}

function absentFrom(elements: readonly unknown[], ids: readonly string[]): string[] {
  const found = new Set(elements.map(productOrderIdOf));
  return ids.filter((id) => !found.has(id));
}

function askDetails(client: Client, ids: readonly string[]): Promise<readonly unknown[]> {
  return client.ask({
    operation: 'productOrderDetails',
    // Says that quantity claims are understood, without which they come in a shape of the past (sheet §3.3).
    body: { productOrderIds: ids, quantityClaimCompatibility: true },
    decode: (json) => {
      const data = dataOrNothing(json);
      return data === undefined ? [] : asList(data, 'data');
    },
  });
}

/** The product orders of an order. */
export function askProductOrderIds(client: Client, orderId: string): Promise<readonly string[]> {
  return client.ask({
    operation: 'productOrderIds',
    params: { orderId },
    decode: (json) => {
      const data = dataOrNothing(json);
      return data === undefined ? [] : asList(data, 'data').map((id) => idAt({ id }, 'id'));
    },
  });
}

/** Which product orders the conditional list is asked for. */
export interface ListQuery {
  readonly rangeType: 'PAYED_DATETIME' | 'DISPATCHED_DATETIME';
  /** None means all. */
  readonly statuses: readonly string[];
}

export interface ListPage {
  readonly elements: readonly unknown[];
  readonly hasNext: boolean;
}

/**
 * The pages, from `page` on, of the conditional list in a window of 24 hours at most. `hasNext` decides, not the
 * length of a page (sheet §2.2).
 */
export async function* listPages(
  client: Client,
  query: ListQuery,
  window: Span,
  page: number,
): AsyncGenerator<ListPage> {
  const seen = new Set<string | null>();
  for (let number = page; ; number++) {
    const answer = await askListPage(client, query, window, number);
    const ids = answer.elements.map(productOrderIdOf);
    if (answer.hasNext && ids.every((id) => seen.has(id))) {
      throw goesInCircles('productOrderList', `page ${number} brings nothing new but promises more`);
    }
    yield answer;
    if (!answer.hasNext) return;
    for (const id of ids) seen.add(id);
  }
}

function askListPage(client: Client, query: ListQuery, window: Span, page: number): Promise<ListPage> {
  return client.ask({
    operation: 'productOrderList',
    query: new URLSearchParams([
      ['from', wireTime(window.from)],
      ['to', wireTime(window.to)],
      ['rangeType', query.rangeType],
      ...query.statuses.map((status): [string, string] => ['productOrderStatuses', status]),
      ['pageSize', String(AT_MOST.listRows)],
      ['page', String(page)],
      ['quantityClaimCompatibility', 'true'],
    ]),
    decode: decodeListPage,
  });
}

/** Reads a page. Each row wraps what `query` gives bare (sheet §3.3). */
export function decodeListPage(json: unknown): ListPage {
  const data = fieldsAt(asFields(json, 'answer'), 'data');
  const { hasNext } = fieldsAt(data, 'pagination');
  if (typeof hasNext !== 'boolean') throw new UnreadableError('pagination.hasNext', 'true or false', hasNext);
  return { elements: listAt(data, 'contents').map(contentOf), hasNext };
}

/** A row of another shape goes on as it is, to be reported by itself. */
function contentOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'content' in row ? row.content : row;
}

/** Says that a product order the marketplace named has no details. */
export function withoutDetails(nativeOrderId: string | null, productOrderId: string): OrderRead {
  return {
    kind: 'unreadable',
    nativeOrderId,
    reason: `product order ${productOrderId}: Naver gave no details, asked twice`,
    payload: JSON.stringify({ orderId: nativeOrderId, productOrderId }),
  };
}
