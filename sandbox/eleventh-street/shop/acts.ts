import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  objectInput,
  optionalInstantInput,
  optionalTextInput,
  optionalTextsInput,
  textInput,
} from '../../frame/input.ts';
import type { Marketplace } from '../../frame/marketplace.ts';
import { openClaim, refund } from '../claims/course.ts';
import { SELLER_CANCEL_REASONS } from '../claims/reasons.ts';
import { LISTING_ACTS } from '../listings/acts.ts';
import { type Market, shopNamed } from '../market.ts';
import { confirm, isUndisturbed, pay, receiveGift } from '../orders/course.ts';
import { leftOf, STAGES, type Stage } from '../orders/line.ts';
import { conflict, lineInput, orderInput } from './act-input.ts';
import { claimByBuyer, withdrawByBuyer } from './buyer-claims.ts';
import { cancelForced, isLate } from './life.ts';
import { inventParcel } from './lives.ts';
import { newKey } from './opening.ts';
import { inventReceiver } from './people.ts';
import { type Act, STORY_ACTS } from './story-acts.ts';
import { claimTruth, lineTruth } from './truth.ts';

const ORDER_ACTS: Readonly<Record<string, Act>> = {
  /** Moves a line to any `stage`, as if the Seller Office had done it; on its way it gets an invoice, before its way it has none. */
  move(shop, input, now) {
    const line = lineInput(shop, input);
    const name = textInput(input, 'stage');
    const stage = STAGES.find((known) => known === name);
    if (stage === undefined) throw new ControlError(`unknown stage ${name}`);
    const isOnItsWay = (['401', '501', '901'] as readonly Stage[]).includes(stage);
    if (!isOnItsWay) line.parcels = [];
    else if (line.parcels.length === 0) {
      line.parcels = [inventParcel(shop, leftOf(line), now)];
      for (const parcel of line.parcels) shop.invoices.note(line, parcel);
    }
    line.order.paidAt ??= now;
    line.confirmedAt = stage === '301' || isOnItsWay ? (line.confirmedAt ?? now) : null;
    line.sentAt = isOnItsWay ? (line.sentAt ?? now) : null;
    line.deliveredAt = stage === '501' || stage === '901' ? (line.deliveredAt ?? now) : null;
    line.decidedAt = stage === '901' ? now : null;
    line.stage = stage;
    shop.book.settle(line, now);
    return lineTruth(line);
  },

  pay(shop, input, now) {
    const order = orderInput(shop, input);
    if (order.paidAt !== null) conflict('the order is paid');
    pay(shop, order, now);
    return { lines: order.lines.map(lineTruth) };
  },

  receiveGift(shop, input, now) {
    const order = orderInput(shop, input);
    if (order.receiver !== null) conflict('the gift has a receiver');
    receiveGift(shop, order, inventReceiver(shop.random, order.buyer, false), now);
    return { lines: order.lines.map(lineTruth) };
  },

  /** The buyer moves, which he may until the seller has confirmed. */
  changeAddress(shop, input, now) {
    const order = orderInput(shop, input);
    const { receiver } = order;
    if (receiver === null || order.lines.some(({ confirmedAt }) => confirmedAt !== null))
      conflict('the address is fixed, or not known yet');
    const moved = inventReceiver(shop.random, receiver, false);
    order.receiver = {
      ...moved,
      detailAddress: optionalTextInput(input, 'detailAddress') ?? moved.detailAddress,
    };
    for (const line of order.lines) shop.book.settle(line, now);
    return { lines: order.lines.map(lineTruth) };
  },

  /** The seller confirms in the Seller Office. */
  confirmInOffice(shop, input, now) {
    const line = lineInput(shop, input);
    if (line.stage !== '202' || !isUndisturbed(line)) conflict('the line cannot be confirmed');
    confirm(shop, line, now);
    return lineTruth(line);
  },

  /** The seller cancels in the Seller Office what he cannot send. */
  cancelInOffice(shop, input, now) {
    const line = lineInput(shop, input);
    const reason = SELLER_CANCEL_REASONS.get('08');
    if (!['202', '301'].includes(line.stage) || !isUndisturbed(line) || reason === undefined)
      conflict('the line cannot be cancelled');
    const claim = openClaim(
      shop,
      line,
      { kind: 'cancel', quantity: leftOf(line), reason, by: 'seller' },
      now,
    );
    refund(shop, claim, now);
    return claimTruth(claim);
  },

  requestClaim: (shop, input, now) => claimTruth(claimByBuyer(shop, input, now)),
  withdrawClaim: (shop, input, now) => claimTruth(withdrawByBuyer(shop, input, now)),

  /** The buyer cancels alone because dispatch is late. */
  cancelLate(shop, input, now) {
    const line = lineInput(shop, input);
    if (!['202', '301'].includes(line.stage) || !isUndisturbed(line) || !isLate(line, now))
      conflict('dispatch is not late');
    return claimTruth(cancelForced(shop, line, now));
  },

  /** 11st cancels what has been confirmed already. */
  cancelAfterDecision(shop, input, now) {
    const line = lineInput(shop, input);
    if (line.stage !== '901' || !isUndisturbed(line)) conflict('the purchase is not confirmed');
    const reason = { code: '199', text: '구매확정후 취소', fault: 'buyer' } as const;
    const wish = { kind: 'cancel', quantity: leftOf(line), reason, isAfterDecision: true } as const;
    const claim = openClaim(shop, line, wish, now);
    refund(shop, claim, now);
    return claimTruth(claim);
  },

  /** The buyer says that his goods have not come. */
  reportNonDelivery(shop, input, now) {
    const line = lineInput(shop, input);
    if (!['401', '501'].includes(line.stage) || line.nonDelivery !== null)
      conflict('the line is not on its way, or reported already');
    line.nonDelivery = { seq: shop.ids.nonDelivery(), reportedAt: now, answer: null };
    shop.book.settle(line, now);
    return lineTruth(line);
  },
};

const SHOP_ACTS: Readonly<Record<string, Act>> = {
  expireKey({ rules }, _input, now) {
    rules.keyExpiresAt = now;
    return { keyExpiresAt: new Date(now).toISOString() };
  },
  reissueKey({ rules, random }, input, now) {
    rules.apiKey = optionalTextInput(input, 'apiKey') ?? newKey(random);
    rules.keyExpiresAt = optionalInstantInput(input, 'keyExpiresAt') ?? now + 180 * 24 * 3_600_000;
    return { api_key: rules.apiKey };
  },
  setAllowedIps({ rules }, input) {
    rules.allowedIps = optionalTextsInput(input, 'allowedIps') ?? null;
    return { allowedIps: rules.allowedIps };
  },
  setLimits({ rules }, input) {
    rules.limits = booleanInput(input, 'limits', true);
    return { limits: rules.limits };
  },
};

/** Everything a test or the demo can make happen. */
export function createActs(market: Market): Marketplace['acts'] {
  const acts = Object.entries({ ...ORDER_ACTS, ...SHOP_ACTS, ...LISTING_ACTS, ...STORY_ACTS });
  return Object.fromEntries(
    acts.map(([name, act]) => [
      name,
      (shopName: string, body: unknown, frame: { now(): number }) =>
        act(shopNamed(market, shopName), objectInput(body), frame.now()),
    ]),
  );
}
