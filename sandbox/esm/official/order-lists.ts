import type { JsonObject } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { ORDER_STATUS, type Order, standingClaimOf } from '../orders/order.ts';
import { struckRows } from '../rows.ts';
import { SITE_CODES, type Site } from '../sites.ts';
import { refuse, success } from './answers.ts';
import { listedSite, type OfficialCall } from './call.ts';
import { giftStatusOf, orderRow, waitingRow, yesNo } from './order-row.ts';
import { daysIn, holds, readWindow, type Window } from './window.ts';

const BY_ORDER_NUMBER = 0;
const BY_PAYMENT_NUMBER = 6;
const MAX_PAGE = 1_000;
const USUAL_PAGE = 100;
const REQUEST_CODES: Readonly<Record<Site, number>> = {
  gmarket: SITE_CODES.gmarket.request,
  auction: SITE_CODES.auction.request,
};

/** The longest span of a list in days (sheet §2). */
const MAX_DAYS: Readonly<Record<Site, number>> = { gmarket: 31, auction: 180 };

/** `orderType`: 1 the seller ships, 2 the site's warehouse does. */
const DISTRIBUTIONS: Readonly<Record<number, string>> = { 1: 'NL', 2: 'TL', 3: 'SL' };

/** The site whose limit a list of orders uses up; a look-up by order number uses none (sheet §2). */
export function countedSite(call: OfficialCall): Site | undefined {
  return call.body.whole('orderStatus') === BY_ORDER_NUMBER ? undefined : siteOf(call);
}

/** The site whose limit the list of deposits uses up. */
export function siteOf(call: OfficialCall): Site | undefined {
  return listedSite(call, REQUEST_CODES, call.body.whole('siteType'));
}

/** Orders of one status within some days, of one number, or of one payment; never one with a claim (sheet §3.4). */
export function requestOrders(call: OfficialCall): WireAnswer {
  const { shop, now } = call;
  const status = call.body.whole('orderStatus') ?? refuse('주문상태값을 입력해 주세요.');
  if (status < 0 || status > BY_PAYMENT_NUMBER) refuse('주문상태값이 올바르지 않습니다.');
  const site = siteOf(call);
  const orders = site === undefined ? [] : wantedOrders(call, site, status);
  const visible = orders.filter((order) => standingClaimOf(order) === undefined);
  return page(call, site, visible, (order) => orderRow(shop, order, now));
}

/** Orders that wait for their deposit. */
export function preRequestOrders(call: OfficialCall): WireAnswer {
  const { shop, now } = call;
  const site = siteOf(call);
  const window = site === undefined ? undefined : windowOf(call, site);
  const waiting = shop.book
    .orders()
    .filter(
      ({ cart, status }) =>
        cart.site === site &&
        status === ORDER_STATUS.waiting &&
        window !== undefined &&
        holds(window, cart.orderedAt),
    );
  return page(call, site, waiting, (order) => waitingRow(shop, order, now));
}

function wantedOrders(call: OfficialCall, site: Site, status: number): readonly Order[] {
  const { shop, body } = call;
  if (status === BY_ORDER_NUMBER) {
    const order = shop.book.order(body.id('orderNo') ?? refuse('주문번호를 입력해 주세요.'));
    return order?.cart.site === site && order.status !== ORDER_STATUS.waiting ? [order] : [];
  }
  if (status === BY_PAYMENT_NUMBER) {
    if (site === 'auction') refuse('옥션은 결제번호로 조회할 수 없습니다.');
    const cart = shop.book.cart(body.id('payNo') ?? refuse('결제번호를 입력해 주세요.'));
    return cart?.site === site && cart.paidAt !== null ? cart.orders : [];
  }
  const window = windowOf(call, site);
  const dateOf = dateOfType(body.whole('requestDateType'), status, site);
  return shop.book
    .orders()
    .filter(
      (order) =>
        order.status === status &&
        order.cart.site === site &&
        holds(window, dateOf(order)) &&
        isOfType(call, order),
    );
}

function windowOf({ body }: OfficialCall, site: Site): Window {
  const window =
    readWindow(body, 'requestDateFrom', 'requestDateTo') ?? refuse('조회기간이 올바르지 않습니다.');
  if (daysIn(window) > MAX_DAYS[site]) refuse(`조회기간은 최대 ${MAX_DAYS[site]}일까지 가능합니다.`);
  return window;
}

function dateOfType(type: number | undefined, status: number, site: Site): (order: Order) => number | null {
  switch (type) {
    case 1:
      return ({ cart }) => cart.orderedAt;
    case 2:
      return ({ cart }) => cart.paidAt;
    case 3:
      if (status === ORDER_STATUS.preparing) return ({ dueAt }) => dueAt;
      break;
    case 4:
      if (site === 'gmarket') return ({ cart }) => cart.gift?.acceptedAt ?? null;
      break;
    case 5:
      if (site === 'gmarket') return ({ cart }) => (cart.gift === null ? cart.paidAt : cart.gift.acceptedAt);
      break;
  }
  return refuse('조회일자 구분값이 올바르지 않습니다.');
}

function isOfType({ body }: OfficialCall, { distribution, cart }: Order): boolean {
  const type = body.whole('orderType');
  const isGift = body.text('isGiftOrder');
  const giftStatus = body.whole('giftOrderStatus');
  return (
    (type === undefined || DISTRIBUTIONS[type] === undefined || DISTRIBUTIONS[type] === distribution) &&
    (isGift === undefined || isGift === '' || isGift.toUpperCase() === yesNo(cart.gift !== null)) &&
    (giftStatus === undefined || giftStatus === 0 || giftStatus === giftStatusOf(cart))
  );
}

function page(
  call: OfficialCall,
  site: Site | undefined,
  orders: readonly Order[],
  rowOf: (order: Order) => JsonObject,
): WireAnswer {
  const { body, shop } = call;
  const PageIndex = body.whole('pageIndex') ?? 1;
  const PageSize = body.whole('pageSize') ?? USUAL_PAGE;
  if (PageIndex < 1) refuse('pageIndex는 1 이상이어야 합니다.');
  if (PageSize < 1 || PageSize > MAX_PAGE) refuse(`pageSize는 1 이상 ${MAX_PAGE} 이하이어야 합니다.`);
  const rows = orders.slice((PageIndex - 1) * PageSize, PageIndex * PageSize).map(rowOf);
  const answered = site === undefined ? (body.whole('siteType') ?? 0) : SITE_CODES[site].answered;
  return success(
    {
      SiteType: answered,
      PageIndex,
      PageSize,
      TotalCount: orders.length,
      SellerId: site === undefined ? '' : shop.sellerIds[site],
      RequestOrders: struckRows(call, rows, { id: 'OrderNo', status: 'OrderStatus', unknown: 77 }),
    },
    '',
  );
}
