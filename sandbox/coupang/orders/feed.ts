import type { WireAnswer } from '../../frame/marketplace.ts';
import { orderData, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Shop } from '../shop/shop.ts';
import { daysIn, parseLocalDay, parseLocalMinute, type Span, withoutOffset } from '../time.ts';
import { BOX_STATUSES, type Box, type BoxStatus } from './box.ts';
import { firstIndexFrom } from './box-book.ts';
import { rowsJson } from './feed-faults.ts';

const MAX_PER_PAGE = 50;
const MAX_DAYS = 31;
const DAY_MS = 24 * 3_600_000;

/** Lists the boxes of one status whose orders were placed on some days, page by page (sheet §3.2). */
export function listByDay(call: GrantedCall): WireAnswer {
  const { query, shop } = call;
  const from = readDate(query, 'createdAtFrom', parseLocalDay);
  const to = readDate(query, 'createdAtTo', parseLocalDay);
  const span = { from: from.from, to: shop.toDayIncluded ? to.to : to.from };
  if (to.from < from.from) refuse('createdAtFrom must not be later than createdAtTo.');
  if (daysIn({ from: from.from, to: to.to }) > MAX_DAYS)
    refuse('endTime-startTime range should less than31.');
  const status = readStatus(query);
  const size = readPageSize(query);
  const after = readToken(query, shop);

  const boxes = listedBoxes(call, status, span, after);
  const page: Box[] = [];
  for (const box of boxes) {
    if (page.length === size) {
      const nextToken = page.at(-1)?.shipmentBoxId ?? '';
      return orderData(rowsJson(call, page, after), nextToken);
    }
    page.push(box);
  }
  return orderData(rowsJson(call, page, after), '');
}

/** Lists the boxes of one status whose orders were placed within less than a day, without pages (sheet §3.2). */
export function listByMinute(call: GrantedCall): WireAnswer {
  const { query } = call;
  const from = readDate(query, 'createdAtFrom', parseLocalMinute);
  const to = readDate(query, 'createdAtTo', parseLocalMinute);
  if (to.from < from.from) refuse('createdAtFrom must not be later than createdAtTo.');
  if (to.from - from.from >= DAY_MS) refuse('endTime-startTime range should less than 24 hours.');
  const boxes = listedBoxes(call, readStatus(query), { from: from.from, to: to.to }, undefined);
  return orderData(rowsJson(call, [...boxes], undefined), '');
}

function* listedBoxes(
  { shop, frame }: GrantedCall,
  status: BoxStatus,
  span: Span,
  after: Box | undefined,
): Generator<Box> {
  const listed = shop.boxes.listed(status);
  const start = firstIndexFrom(listed, { orderedAt: span.from, shipmentBoxId: '' });
  const resumed = after === undefined ? start : Math.max(start, firstIndexFrom(listed, after));
  for (let index = resumed; index < listed.length; index += 1) {
    const box = listed[index];
    if (box === undefined || box.orderedAt >= span.to) return;
    if (box.listedFrom <= frame.now() && box.shipmentBoxId !== after?.shipmentBoxId) yield box;
  }
}

function readDate(query: URLSearchParams, name: string, parse: (text: string) => Span | undefined): Span {
  const text = query.get(name);
  if (text === null || text === '') refuse(`${name} is required`);
  // A `+` that was not sent as %2B has become a space by now and is refused like any other bad date.
  const local = withoutOffset(text);
  return (local === undefined ? undefined : parse(local)) ?? refuse(`${name} is not a valid date : ${text}`);
}

function readStatus(query: URLSearchParams): BoxStatus {
  const [text = '', ...others] = query.getAll('status');
  if (text === '') refuse('status is required');
  const status = BOX_STATUSES.find((known) => known === text);
  return status !== undefined && others.length === 0
    ? status
    : refuse(`status is not valid : ${query.getAll('status')}`);
}

function readPageSize(query: URLSearchParams): number {
  const text = query.get('maxPerPage') ?? String(MAX_PER_PAGE);
  const size = Number(text);
  return /^\d+$/.test(text) && size >= 1 && size <= MAX_PER_PAGE
    ? size
    : refuse(`maxPerPage must be between 1 and ${MAX_PER_PAGE}`);
}

// A token is the last box of the page before; it stays good when that box has moved on to another status meanwhile.
function readToken(query: URLSearchParams, shop: Shop): Box | undefined {
  const token = query.get('nextToken') ?? '';
  return token === '' ? undefined : (shop.boxes.get(token) ?? refuse(`nextToken is not valid : ${token}`));
}
