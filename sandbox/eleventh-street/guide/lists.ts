import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { guideAnswer, refuseGuide } from '../gateway/guide-answers.ts';
import { GUIDE_STATUS_NAMES } from '../orders/guide-status.ts';
import { compactDay, DAY_MS, parseDay } from '../time.ts';
import { CLAIM_TYPES, claimView } from './claim-json.ts';
import { orderView } from './order-json.ts';
import { playOnRows, strange } from './rows.ts';

const LARGEST_PAGE = 100;
const UNPAID = '101';

/** The orders that came into a status on some days, page by page; without a status those placed on these days (guide 3.3.1). */
export function listOrders(call: GrantedCall): WireAnswer {
  const { query, shop } = call;
  const { from, to } = readDays(call, 'ordStrtDt', 'ordEndDt');
  const status = query.get('ordStCd') ?? '';
  if (status !== '' && (status === UNPAID || !(status in GUIDE_STATUS_NAMES)))
    refuseGuide('INVALID_PARAMETER', `ordStCd ${status}`);
  const page = readCount(query, 'page', 1, Number.MAX_SAFE_INTEGER);
  const size = readCount(query, 'pageSize', LARGEST_PAGE, LARGEST_PAGE);
  const found = [...shop.book.all()]
    .map((order) => ({ order, at: status === '' ? order.orderedAt : order.guideSince }))
    .filter(
      ({ order, at }) =>
        at >= from &&
        at < to &&
        (status === '' ? order.guideStatus !== UNPAID : order.guideStatus === status),
    )
    .sort((a, b) => a.at - b.at || a.order.ordNo.localeCompare(b.order.ordNo));
  const rows = found.slice((page - 1) * size, page * size).map(({ order }) => orderView(order));
  return guideAnswer({ page, pageSize: size, totalCount: found.length, orders: playOnRows(call, rows) });
}

/** One order (guide 3.3.2). */
export function readGuideOrder(call: GrantedCall): WireAnswer {
  const order = call.shop.book.get(call.params.ordNo ?? '');
  if (order === undefined || order.guideStatus === UNPAID) refuseGuide('NOT_FOUND', '없는 주문입니다');
  return guideAnswer({ order: strange(call, orderView(order)) });
}

/** The claims of one type, or all, that changed on some days (guide 3.3.3). */
export function listClaims(call: GrantedCall): WireAnswer {
  const { query, shop } = call;
  const { from, to } = readDays(call, 'clmStrtDt', 'clmEndDt');
  const type = query.get('clmTpCd') ?? '';
  const kind = CLAIM_TYPES[type];
  if (type !== '' && kind === undefined) refuseGuide('INVALID_PARAMETER', `clmTpCd ${type}`);
  const claims = [...(kind === undefined ? shop.claims.all() : shop.claims.ofKind(kind))]
    .filter(({ changedAt }) => changedAt >= from && changedAt < to)
    .sort((a, b) => a.changedAt - b.changedAt);
  return guideAnswer({ totalCount: claims.length, claims: playOnRows(call, claims.map(claimView)) });
}

function readDays({ query, now }: GrantedCall, start: string, end: string) {
  const from = parseDay(query.get(start) ?? '');
  const to = parseDay(query.get(end) ?? '');
  if (from === undefined || to === undefined || to < from)
    refuseGuide('INVALID_PARAMETER', `${start}, ${end}: YYYYMMDD`);
  if (from < yearBefore(now)) refuseGuide('INVALID_PARAMETER', `${start}: 최근 1년까지 조회할 수 있습니다`);
  return { from, to: to + DAY_MS };
}

// 29 February has no day a year before; the day after it serves.
function yearBefore(now: number): number {
  const today = compactDay(now);
  const before = String(Number(today.slice(0, 4)) - 1);
  return parseDay(`${before}${today.slice(4)}`) ?? parseDay(`${before}0301`) ?? now;
}

function readCount(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const text = query.get(name) ?? String(fallback);
  const count = Number(text);
  return /^\d+$/.test(text) && count >= 1 && count <= most
    ? count
    : refuseGuide('INVALID_PARAMETER', `${name} ${text}`);
}
