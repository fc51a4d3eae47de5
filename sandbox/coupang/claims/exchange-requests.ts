import type { WireAnswer } from '../../frame/marketplace.ts';
import { orderData, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { daysIn, parseLocalSecond } from '../time.ts';
import { EXCHANGE_STATUSES, type Exchange } from './exchange.ts';
import { exchangeView } from './exchange-json.ts';
import { isAfterToken, pageAfter, readChoice, readCount, readSpan } from './query.ts';
import { rowsJson } from './row-faults.ts';

const MAX_DAYS = 7;
const DEFAULT_PER_PAGE = 10;
const MAX_PER_PAGE = 50;

const idOf = ({ exchangeId }: Exchange) => exchangeId;

/** Lists exchanges by the time of their filing (sheet §3.5). */
export function listExchangeRequests(call: GrantedCall): WireAnswer {
  const { query, shop, frame } = call;
  const span = readSpan(query, 'createdAtFrom', 'createdAtTo', parseLocalSecond);
  // The second that `createdAtTo` names belongs to the span, so seven days are seven days and a second.
  if (daysIn(span) > MAX_DAYS + 1 / 86_400)
    refuse(`createdAtFrom, createdAtTo range should be less than ${MAX_DAYS} days.`);
  const status = readChoice(query, 'status', EXCHANGE_STATUSES);
  const orderId = query.get('orderId') || undefined;
  const rows = shop.claims.exchanges
    .filed(span.from, span.to)
    .filter((exchange) => status === undefined || exchange.status === status)
    .filter((exchange) => orderId === undefined || exchange.orderId === orderId);
  const { page, nextToken } = pageAfter(
    rows,
    isAfterToken(query, shop.claims.exchanges, idOf),
    idOf,
    readCount(query, 'maxPerPage', DEFAULT_PER_PAGE, MAX_PER_PAGE),
  );
  const views = page.map((exchange) => {
    const box = shop.boxes.get(exchange.originalShipmentBoxId);
    return exchangeView(exchange, shop.vendorId, box?.status ?? 'FINAL_DELIVERY', frame.now());
  });
  return orderData(rowsJson(call, views, 'exchangeStatus'), nextToken);
}
