import type { JsonObject } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Claim, ClaimKind } from '../claims/claim.ts';
import type { Order } from '../orders/order.ts';
import { struckRows } from '../rows.ts';
import type { Shop } from '../shop/shop.ts';
import { SITE_CODES, type Site } from '../sites.ts';
import { Refusal, refuseUnknown, success } from './answers.ts';
import { listedSite, type OfficialCall } from './call.ts';
import {
  cancelRow,
  cancelStatusOf,
  exchangeRow,
  exchangeStatusOf,
  returnRow,
  returnStatusOf,
} from './claim-rows.ts';
import { yesNo } from './order-row.ts';
import { daysIn, holds, readWindow } from './window.ts';

/** Seven whole days are too many already (sheet §2). */
const TOO_MANY_DAYS = 7;
const ALL = 0;

/** What differs between the three lists. */
interface ClaimList {
  readonly kind: ClaimKind;
  readonly statusName: string;
  readonly siteCodes: (shop: Shop) => Readonly<Record<Site, number>>;
  readonly rowOf: (shop: Shop, order: Order, claim: Claim) => JsonObject;
  readonly isIn: (status: number, claim: Claim, order: Order) => boolean;
  /** What `Type` 4 searches by. */
  readonly fourthDate: (order: Order, claim: Claim) => number | null;
}

const paidAt = ({ cart }: Order) => cart.paidAt;
const goodsSites = ({ rules }: Shop) => ({
  gmarket: rules.returnsSiteType,
  auction: SITE_CODES.auction.request,
});

const CANCELS: ClaimList = {
  kind: 'cancel',
  statusName: 'CancelStatus',
  siteCodes: () => ({ gmarket: SITE_CODES.gmarket.cancels, auction: SITE_CODES.auction.cancels }),
  rowOf: cancelRow,
  isIn: (status, claim) => cancelStatusOf(claim) === status,
  fourthDate: paidAt,
};

const RETURNS: ClaimList = {
  kind: 'return',
  statusName: 'ReturnStatus',
  siteCodes: goodsSites,
  rowOf: returnRow,
  isIn: (status, claim) => returnStatusOf(claim) === status,
  fourthDate: paidAt,
};

const SENT_OR_DONE = 4;

const EXCHANGES: ClaimList = {
  kind: 'exchange',
  statusName: 'ExchangeStatus',
  siteCodes: goodsSites,
  rowOf: exchangeRow,
  // Nobody tells how rows with 0, replacement sent, are asked for: 4 finds them here, beside those that are done.
  isIn: (status, claim, order) => (exchangeStatusOf(claim, order) || SENT_OR_DONE) === status,
  fourthDate: (_order, { hold }) => hold?.at ?? null,
};

export const listCancels = (call: OfficialCall) => list(call, CANCELS);
export const listReturns = (call: OfficialCall) => list(call, RETURNS);
export const listExchanges = (call: OfficialCall) => list(call, EXCHANGES);

/** Claims of one kind, by number or within less than seven days; the lists have no pages (sheet §2). */
function list(call: OfficialCall, claims: ClaimList): WireAnswer {
  const { shop, body } = call;
  const isFound = filterOf(call, claims);
  const site = listedSite(call, claims.siteCodes(shop), body.whole('SiteType'));
  const status = body.whole(claims.statusName) ?? ALL;
  const isGift = body.text('IsGiftOrder') ?? '';
  const rows = shop.book
    .orders()
    .filter(
      ({ cart }) =>
        cart.site === site && (isGift === '' || isGift.toUpperCase() === yesNo(cart.gift !== null)),
    )
    .flatMap((order) =>
      order.claims
        .filter(
          (claim) => claim.kind === claims.kind && (status === ALL || claims.isIn(status, claim, order)),
        )
        .filter((claim) => isFound(order, claim))
        .map((claim) => claims.rowOf(shop, order, claim)),
    );
  return success(
    struckRows(call, rows, { id: 'OrderNo', status: claims.statusName, unknown: 77, spoilsAll: true }),
  );
}

function filterOf(call: OfficialCall, claims: ClaimList): (order: Order, claim: Claim) => boolean {
  const { body, sites } = call;
  const type = body.whole('Type');
  const [site = 'gmarket'] = sites;
  if (type === 0 || type === 1) {
    const number =
      body.id(type === 0 ? 'OrderNo' : 'PayNo') ?? refuseUnknown(site, '조회할 번호를 입력해 주세요.');
    return ({ orderNo, cart }) => (type === 0 ? orderNo : cart.payNo) === number;
  }
  const dateOf = dateOfType(type, claims) ?? refuseUnknown(site, 'Type 값이 올바르지 않습니다.');
  const window =
    readWindow(body, 'StartDate', 'EndDate') ?? refuseUnknown(site, '조회기간이 올바르지 않습니다.');
  if (daysIn(window) >= TOO_MANY_DAYS) throw new Refusal(2000, '조회기간은 최대 7일까지 가능합니다.');
  return (order, claim) => holds(window, dateOf(order, claim));
}

function dateOfType(
  type: number | undefined,
  { fourthDate }: ClaimList,
): ((order: Order, claim: Claim) => number | null) | undefined {
  switch (type) {
    case 2:
      return (_order, { requestedAt }) => requestedAt;
    case 3:
      return (_order, { completedAt, withdrawnAt }) => completedAt ?? withdrawnAt;
    case 4:
      return fourthDate;
    default:
      return undefined;
  }
}
