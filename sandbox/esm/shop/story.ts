import { ControlError } from '../../frame/control-error.ts';
import { countInput, optionalTextInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Claim, ClaimKind, Fault } from '../claims/claim.ts';
import { collect, finishExchange, orderPickup, withdraw } from '../claims/claiming.ts';
import { request, whyNot } from '../claims/request.ts';
import { decide, deliver } from '../orders/fulfilment.ts';
import { guideNumberOf, ORDER_STATUS, type Order, openClaimOf } from '../orders/order.ts';
import { isForSale } from '../products/product.ts';
import { isSite, type Site } from '../sites.ts';
import { inventParcel } from './invented-invoice.ts';
import { purchase } from './purchase.ts';
import type { Shop } from './shop.ts';
import { tell } from './tale.ts';
import { itemNamed, type SiteItem } from './wanted.ts';

/** Something that a test or the demo makes happen in a shop. */
export type ShopAct = (shop: Shop, input: JsonObject, now: number) => unknown;

const KINDS: readonly ClaimKind[] = ['cancel', 'return', 'exchange'];
const FAULTS: readonly Fault[] = ['buyer', 'seller'];

/** The acts that every stand-in has, so that one story runs on each. */
export const STORY: Readonly<Record<string, ShopAct>> = {
  'story.sell'(shop, input, now) {
    const price = input.price === undefined ? undefined : countInput(input, 'price', 0);
    const wanted = readWanted(shop, input);
    const cart = purchase(shop, now, now, {
      site: wanted?.site ?? readSite(input),
      ...(wanted === undefined ? {} : { wanted }),
      lines: countInput(input, 'lines', 1, 10),
      quantity: countInput(input, 'quantity', 1, 999),
      isPlain: true,
      ...(price === undefined ? {} : { price }),
    });
    const numbers = cart.orders.map(({ orderNo }) => orderNo);
    return shop.edition === 'guide'
      ? { order: guideNumberOf(cart), lines: cart.orders.map(({ goods }) => goods.siteGoodsNo) }
      : { order: numbers[0], lines: numbers, cart: cart.payNo };
  },
  'story.claim'(shop, input, now) {
    const orders = linesOf(shop, input);
    const kind = oneOf(KINDS, textInput(input, 'kind'), 'kind');
    const fault = oneOf(FAULTS, optionalTextInput(input, 'fault') ?? 'buyer', 'fault');
    for (const order of orders) {
      const refusal = whyNot(order, kind);
      if (refusal !== undefined) throw new ControlError(refusal, 409);
      // A claim is about a whole order number: no call names a part of its quantity.
      if (countInput(input, 'quantity', order.quantity) !== order.quantity)
        throw new ControlError('a part of an order number cannot be claimed', 409);
    }
    const claims = orders.map((order) => request(shop, order, { kind, fault }, now).claimNo);
    return { claim: claims[0], claims };
  },
  'story.withdraw'(shop, input, now) {
    return eachClaim(shop, input, (order, claim) => {
      const isTooLate = claim.state === 'reshipped' || claim.refundPending;
      if (isTooLate) throw new ControlError('it is too late to withdraw the claim', 409);
      withdraw(order, claim, now);
    });
  },
  'story.collect'(shop, input, now) {
    return eachClaim(shop, input, (_order, claim) => {
      const isPossible =
        claim.kind !== 'cancel' && (claim.state === 'requested' || claim.state === 'approved');
      if (!isPossible)
        throw new ControlError(`the goods of a ${claim.kind} that is ${claim.state} do not come back`, 409);
      if (claim.pickup?.invoice == null)
        orderPickup(claim, { ...inventParcel(shop.random), bySite: true }, now);
      collect(claim, now);
    });
  },
  'story.deliver': (shop, input, now) =>
    eachOrder(shop, input, ORDER_STATUS.shipping, (order) => deliver(order, now)),
  'story.confirm': (shop, input, now) =>
    eachOrder(shop, input, ORDER_STATUS.delivered, (order) => decide(order, now)),
  'story.redeliver'(shop, input, now) {
    return eachClaim(shop, input, (order, claim) => {
      if (claim.state !== 'reshipped') throw new ControlError('no replacement is on its way', 409);
      finishExchange(order, claim, now);
    });
  },
  'story.tell': (shop, input, now) => tell(shop, ordersOf(shop, input), now),
};

/** The orders that the `order` of an act means. */
export function ordersOf({ book }: Shop, input: JsonObject): readonly Order[] {
  const reference = typeof input.order === 'number' ? String(input.order) : textInput(input, 'order');
  const orders = book.meantBy(reference);
  if (orders.length === 0) throw new ControlError(`there is no order ${reference}`, 404);
  return orders;
}

function linesOf(shop: Shop, input: JsonObject): readonly Order[] {
  const orders = ordersOf(shop, input);
  const line = optionalTextInput(input, 'line');
  if (line === undefined) return orders;
  const meant = orders.filter(
    ({ orderNo, goods }) => line.endsWith(orderNo) || line.includes(goods.siteGoodsNo),
  );
  if (meant.length === 0) throw new ControlError(`the order has no line ${line}`, 404);
  return meant;
}

function eachOrder(shop: Shop, input: JsonObject, from: number, take: (order: Order) => void): unknown {
  const orders = ordersOf(shop, input).filter(
    (order) => order.status === from && openClaimOf(order) === undefined,
  );
  if (orders.length === 0) throw new ControlError('no part of the order has come that far', 409);
  for (const order of orders) take(order);
  return {};
}

function eachClaim(shop: Shop, input: JsonObject, take: (order: Order, claim: Claim) => void): unknown {
  const open = ordersOf(shop, input).flatMap((order) => {
    const claim = openClaimOf(order);
    return claim === undefined ? [] : [{ order, claim }];
  });
  if (open.length === 0) throw new ControlError('no claim on the order is open', 409);
  for (const { order, claim } of open) take(order, claim);
  return {};
}

/** The item that the buyer wants, where one is named; he cannot order more than there is. */
function readWanted(shop: Shop, input: JsonObject): SiteItem | undefined {
  const name = optionalTextInput(input, 'item');
  if (name === undefined) return undefined;
  const item = itemNamed(shop, name);
  if (!isForSale(item.product, item.site, item.option, countInput(input, 'quantity', 1, 999)))
    throw new ControlError(`${name} is sold out`, 409);
  return item;
}

function readSite(input: JsonObject): Site {
  const site = optionalTextInput(input, 'site') ?? 'gmarket';
  if (!isSite(site)) throw new ControlError('site must be gmarket or auction');
  return site;
}

function oneOf<Name extends string>(names: readonly Name[], text: string, field: string): Name {
  const name = names.find((known) => known === text);
  if (name === undefined) throw new ControlError(`${field} must be one of ${names.join(', ')}`);
  return name;
}
