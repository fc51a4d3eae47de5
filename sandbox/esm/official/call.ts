import type { Frame, WireAnswer } from '../../frame/marketplace.ts';
import type { Order } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import { SITE_CODES, type Site } from '../sites.ts';
import { refuse, refuseUnknown, refuseValue } from './answers.ts';
import type { Body } from './body.ts';

/** A call that the gate let through. */
export interface OfficialCall {
  readonly operation: string;
  readonly shop: Shop;
  /** The sites that the token speaks for; nothing of the other one is seen. */
  readonly sites: readonly Site[];
  readonly frame: Frame;
  readonly now: number;
  readonly body: Body;
  /** What the placeholders of the path stand for. */
  readonly params: Readonly<Record<string, string>>;
}

/** One call of the API. */
export interface Operation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path with `{placeholders}`; its case does not matter. */
  readonly path: string;
  readonly changes?: true;
  /** Granted on request only (sheet §1). */
  readonly restricted?: true;
  /** The site whose order lists the call counts as, where it counts at all. */
  readonly counts?: (call: OfficialCall) => Site | undefined;
  /** True for the search of products, which has a limit of its own. */
  readonly searches?: true;
  /** True where it plays the failure of single items by itself. */
  readonly failsByItem?: true;
  readonly carryOut: (call: OfficialCall) => WireAnswer;
}

/** The site that the token speaks for and that a list's site type means; undefined lists nothing (sheet §2). */
export function listedSite(
  { sites }: OfficialCall,
  codes: Readonly<Record<Site, number>>,
  code: number | undefined,
): Site | undefined {
  return sites.find((site) => codes[site] === code);
}

const NO_SUCH_ORDER = '주문번호가 존재하지 않습니다.';

/** The order that a call of orders or shipping is about. */
export function orderToShip(call: OfficialCall, orderNo: string | undefined): Order {
  const order = orderNo === undefined ? undefined : call.shop.book.order(orderNo);
  if (order === undefined || !call.sites.includes(order.cart.site)) return refuse(NO_SUCH_ORDER);
  return order;
}

/** The order that a claim call is about: its path has the number, its body the site. */
export function orderToClaim(call: OfficialCall): Order {
  const code = call.body.whole('SiteType');
  const site = call.sites.find((known) => SITE_CODES[known].request === code);
  if (site === undefined) return refuseValue('SiteType 값이 올바르지 않습니다.');
  const order = call.shop.book.order(call.params.orderNo ?? '');
  if (order === undefined || order.cart.site !== site) return refuseUnknown(site, NO_SUCH_ORDER);
  return order;
}
