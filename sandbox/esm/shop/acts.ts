import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  countInput,
  objectInput,
  optionalTextInput,
  optionalTextsInput,
} from '../../frame/input.ts';
import type { Marketplace } from '../../frame/marketplace.ts';
import { isHeld, PARTY } from '../claims/claim.ts';
import { lift, refund } from '../claims/claiming.ts';
import { request, whyNot } from '../claims/request.ts';
import { type Market, shopNamed } from '../market.ts';
import { deliver, pay, ship } from '../orders/fulfilment.ts';
import { ORDER_STATUS, openClaimOf } from '../orders/order.ts';
import { isSite } from '../sites.ts';
import { inventParcel } from './invented-invoice.ts';
import { LISTING_ACTS } from './listing-acts.ts';
import { inventReceiver } from './people.ts';
import { purchase } from './purchase.ts';
import { orderInfo } from './stock-check.ts';
import { ordersOf, type ShopAct, STORY } from './story.ts';

const conflict = (message: string): never => {
  throw new ControlError(message, 409);
};

/** What happens to orders and claims beyond the common story. */
const BUYER_ACTS: Readonly<Record<string, ShopAct>> = {
  /** A present on Gmarket that its receiver has not accepted. */
  buyGift(shop, _input, now) {
    const { payNo, orders } = purchase(shop, now, now, {
      site: 'gmarket',
      isGift: true,
      isPlain: true,
      lines: 1,
    });
    return { cart: payNo, order: orders[0]?.orderNo };
  },
  acceptGift(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      const { gift } = order.cart;
      if (gift === null || gift.acceptedAt !== null) conflict('the order is no gift that waits');
      else gift.acceptedAt = now;
      order.changedAt = now;
    }
    return {};
  },
  payDeposit(shop, input, now) {
    for (const { cart, status } of ordersOf(shop, input)) if (status === ORDER_STATUS.waiting) pay(cart, now);
    return {};
  },
  /** Possible only before the seller confirms; the confirmation then tells of it. */
  changeAddress(shop, input) {
    for (const { cart, status } of ordersOf(shop, input)) {
      if (status > ORDER_STATUS.paid) conflict('the order is confirmed: its address is fixed');
      const drawn = inventReceiver(shop.random, false);
      cart.receiver = { ...drawn, back: optionalTextInput(input, 'back') ?? drawn.back };
      cart.addressChanged = true;
    }
    return {};
  },
  /** The buyer asks for a return whose money the site gives back as soon as its courier has the goods. */
  claimFastRefund(shop, input, now) {
    const claims = ordersOf(shop, input).map((order) => {
      const refusal = whyNot(order, 'return');
      if (refusal !== undefined) conflict(refusal);
      return request(shop, order, { kind: 'return', fault: 'buyer', isFastRefund: true }, now).claimNo;
    });
    return { claims };
  },
  refundFast(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      const claim = openClaimOf(order);
      if (claim === undefined || !claim.isFastRefund) return conflict('no fast refund is open');
      claim.pickup = { ...inventParcel(shop.random), bySite: true, orderedAt: now, completedAt: null };
      claim.refundedBySite = true;
      refund(order, claim, now);
    }
    return {};
  },
  /** The buyer pays the fee that a hold waits for. */
  payExtraFee(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      const claim = openClaimOf(order);
      if (claim === undefined || !isHeld(claim)) return conflict('no claim is held');
      lift(claim, now);
    }
    return {};
  },
  /** The order goes on its way to the buyer, and reaches him, with or without the seller. */
  hurry(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      if (order.status < ORDER_STATUS.paid || openClaimOf(order) !== undefined)
        conflict('the order cannot be sent');
      const { courier, invoice } = inventParcel(shop.random);
      if (order.status < ORDER_STATUS.shipping) ship(order, courier, invoice, now, now);
      if (order.status < ORDER_STATUS.delivered) deliver(order, now);
    }
    return {};
  },
  /** The support cancels for the buyer; nobody is asked. */
  cancelForGood(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      const refusal = whyNot(order, 'cancel');
      if (refusal !== undefined) conflict(refusal);
      const claim = request(shop, order, { kind: 'cancel', fault: 'buyer', requestedBy: PARTY.support }, now);
      claim.refundedBySite = true;
      refund(order, claim, now);
    }
    return {};
  },
  reportNonReceipt(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      if (order.status !== ORDER_STATUS.shipping && order.status !== ORDER_STATUS.delivered)
        conflict('nothing was sent');
      order.nonReceipt = {
        reportedAt: now,
        reason: '미수령',
        detail: '상품을 받지 못했습니다',
        solvedAt: null,
      };
      order.changedAt = now;
    }
    return {};
  },
  remit(shop, input, now) {
    for (const order of ordersOf(shop, input)) {
      if (order.status !== ORDER_STATUS.confirmed) conflict('the purchase is not confirmed');
      order.remittedAt = now;
    }
    return {};
  },
  /** What the site would post to the seller's real-time stock check for an order: a body for the frame's push. */
  stockCheck: (shop, input) => ({ bodies: ordersOf(shop, input).map((order) => orderInfo(shop, order)) }),
};

/** What ESM changes about the shop itself. */
const SHOP_ACTS: Readonly<Record<string, ShopAct>> = {
  buyOn(shop, input, now) {
    const site = optionalTextInput(input, 'site') ?? 'gmarket';
    if (!isSite(site)) throw new ControlError('site must be gmarket or auction');
    const carts = Array.from({ length: countInput(input, 'count', 1, 100_000) }, () =>
      purchase(shop, now, now, { site }),
    );
    return { orders: carts.flatMap(({ orders }) => orders.map(({ orderNo }) => orderNo)) };
  },
  expireKey({ rules }) {
    rules.secretKey = `${rules.secretKey}-old`;
    rules.clientSecret = `${rules.clientSecret}-old`;
    rules.tokenRound += 1;
    return {};
  },
  setAllowedIps({ rules }, input) {
    rules.allowedIps = optionalTextsInput(input, 'allowedIps') ?? null;
    return { allowedIps: rules.allowedIps };
  },
  setLimits({ rules }, input) {
    rules.limits = booleanInput(input, 'limits', true);
    return { limits: rules.limits };
  },
  setRestrictedGranted({ rules }, input) {
    rules.restrictedGranted = booleanInput(input, 'granted', true);
    return { granted: rules.restrictedGranted };
  },
  setReturnsSiteType({ rules }, input) {
    rules.returnsSiteType = countInput(input, 'siteType', 2, 3);
    return { siteType: rules.returnsSiteType };
  },
};

/** Everything a test or the demo can make happen. */
export function createActs(market: Market): Marketplace['acts'] {
  return Object.fromEntries(
    Object.entries({ ...STORY, ...BUYER_ACTS, ...SHOP_ACTS, ...LISTING_ACTS }).map(
      ([name, act]): [string, Marketplace['acts'][string]] => [
        name,
        (shop, body, frame) => act(shopNamed(market, shop), objectInput(body), frame.now()),
      ],
    ),
  );
}
