import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, objectInput, optionalTextInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { ClaimStatus, GoodsClaim, ReturningClaim } from '../orders/claim.ts';
import { isEnded } from '../orders/claim.ts';
import { arriveBack } from '../orders/claim-decisions.ts';
import {
  finishClaim,
  finishCollecting,
  hasOpenClaim,
  rejectClaim,
  startCollecting,
} from '../orders/claiming.ts';
import { type ClaimReason, codeIn } from '../orders/codes.ts';
import { arriveUntracked, carry, decide, pay } from '../orders/fulfilment.ts';
import type { Order, ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { placeOrder } from '../world/checkout.ts';
import type { Act } from './buyer-acts.ts';
import { askForClaim, type BuyerClaimType } from './buyer-claims.ts';
import { tellOrder } from './story-truth.ts';

const CLAIM_TYPES: Readonly<Record<string, BuyerClaimType>> = {
  cancel: 'CANCEL',
  return: 'RETURN',
  exchange: 'EXCHANGE',
};

/** A reason of each kind for whoever is to answer for it. */
const REASONS: Readonly<Record<BuyerClaimType, Readonly<Record<'buyer' | 'seller', ClaimReason>>>> = {
  CANCEL: { buyer: 'INTENT_CHANGED', seller: 'DELAYED_DELIVERY' },
  RETURN: { buyer: 'INTENT_CHANGED', seller: 'BROKEN' },
  EXCHANGE: { buyer: 'COLOR_AND_SIZE', seller: 'WRONG_OPTION' },
};

/** What a buyer can still take back: not a claim that is being refunded, nor one whose goods have arrived. */
const WITHDRAWABLE: readonly ClaimStatus[] = [
  'CANCEL_REQUEST',
  'RETURN_REQUEST',
  'EXCHANGE_REQUEST',
  'COLLECTING',
];

/** The steps of a story that can be told of every stand-in. */
export const STORY_ACTS = {
  'story.sell'(shop, body, now) {
    const input = objectInput(body);
    const price = input.price === undefined ? undefined : countInput(input, 'price', 0);
    const lines = countInput(input, 'lines', 1, 100);
    const quantity = countInput(input, 'quantity', 1, 1_000);
    const item = input.item === undefined ? undefined : idInput(input, 'item');
    if (lines === 0 || quantity === 0 || price === 0) throw new ControlError('nothing would be sold');
    const order = placeOrder(shop, { lines, quantity, price, item }, now);
    pay(shop.book, order, now);
    return {
      order: order.orderId,
      lines: order.productOrders.map(({ productOrderId }) => productOrderId),
    };
  },

  'story.claim'(shop, body, now) {
    const input = objectInput(body);
    const line = lineIn(orderIn(shop, input), input);
    const claimType = CLAIM_TYPES[textInput(input, 'kind')];
    if (claimType === undefined) throw new ControlError('kind must be cancel, return or exchange');
    const faultText = optionalTextInput(input, 'fault') ?? 'buyer';
    const fault = codeIn(['buyer', 'seller'] as const, faultText);
    if (fault === undefined) throw new ControlError('fault must be buyer or seller');
    const quantity = countInput(input, 'quantity', line.remainQuantity);
    if (line.remainQuantity < Math.max(1, quantity)) throw new ControlError('that many are not left', 409);
    if (quantity === 0) throw new ControlError('quantity must be at least 1');
    const wish = { reason: REASONS[claimType][fault], quantity };
    return { claim: askForClaim(shop, line, claimType, wish, now).claimId };
  },

  'story.withdraw': (shop, body, now) =>
    actOnClaim(shop, body, now, (line, claim) => {
      if (!WITHDRAWABLE.includes(claim.claimStatus)) {
        throw new ControlError(`the buyer cannot withdraw a claim in ${claim.claimStatus}`, 409);
      }
      rejectClaim(shop.book, line, claim, 'buyer', now);
    }),

  'story.collect': (shop, body, now) =>
    actOnClaim(shop, body, now, (line, claim) => {
      if (!('collection' in claim)) throw new ControlError('nothing comes back of a cancellation', 409);
      collect(shop, line, claim, now);
    }),

  'story.deliver': (shop, body, now) =>
    actOnLines(
      shop,
      body,
      now,
      'on its way',
      ({ status }) => status === 'DELIVERING',
      (line) => {
        if (line.delivery?.status === 'NOT_TRACKING') arriveUntracked(shop.book, line, now);
        else carry(shop.book, line, 'DELIVERY_COMPLETION', now);
      },
    ),

  'story.confirm': (shop, body, now) =>
    actOnLines(
      shop,
      body,
      now,
      'there to be decided on',
      (line) => line.status === 'DELIVERED' && !hasOpenClaim(line),
      (line) => decide(shop.book, line, now),
    ),

  'story.redeliver': (shop, body, now) =>
    actOnClaim(shop, body, now, (line, claim) => {
      if (claim.claimStatus !== 'EXCHANGE_REDELIVERING') {
        throw new ControlError('no replacement is on its way', 409);
      }
      finishClaim(shop.book, line, claim, now);
    }),

  'story.tell': (shop, body, now) => tellOrder(orderIn(shop, objectInput(body)), now),
} as const satisfies Readonly<Record<string, Act>>;

/** The line meant, or the first with goods left. */
function lineIn({ orderId, productOrders }: Order, input: JsonObject): ProductOrder {
  const wanted = input.line === undefined ? undefined : idInput(input, 'line');
  const line = productOrders.find(({ productOrderId, remainQuantity }) =>
    wanted === undefined ? remainQuantity > 0 : productOrderId === wanted,
  );
  if (line === undefined)
    throw new ControlError(`the order ${orderId} has no such line with goods left`, 409);
  return line;
}

/** The marketplace's courier brings the goods back; in edition `guide` only what the seller has agreed to. */
function collect({ book, rules }: Shop, line: ProductOrder, claim: ReturningClaim, now: number): void {
  const isRequested = claim.claimStatus === 'RETURN_REQUEST' || claim.claimStatus === 'EXCHANGE_REQUEST';
  if (isRequested && rules.edition === 'guide') {
    throw new ControlError('the seller has not agreed to the claim', 409);
  }
  if (!isRequested && claim.claimStatus !== 'COLLECTING') {
    throw new ControlError('the goods are already back', 409);
  }
  if (rules.edition === 'guide' && claim.claimType === 'RETURN') {
    arriveBack(book, line, claim, now);
    return;
  }
  if (isRequested) startCollecting(book, line, claim, now);
  finishCollecting(book, line, claim, now);
}

function orderIn({ book }: Shop, input: JsonObject): Order {
  const orderId = idInput(input, 'order');
  const order = book.orders.get(orderId);
  if (order === undefined) throw new ControlError(`there is no order ${orderId}`, 404);
  return order;
}

function actOnClaim(
  shop: Shop,
  body: unknown,
  now: number,
  act: (line: ProductOrder, claim: GoodsClaim) => void,
): unknown {
  const order = orderIn(shop, objectInput(body));
  for (const line of order.productOrders) {
    const { claim } = line;
    if (claim === undefined || claim.claimType === 'PURCHASE_DECISION_HOLDBACK' || isEnded(claim)) continue;
    act(line, claim);
    return tellOrder(order, now);
  }
  throw new ControlError('the order has no open claim', 409);
}

function actOnLines(
  shop: Shop,
  body: unknown,
  now: number,
  what: string,
  concerns: (line: ProductOrder) => boolean,
  act: (line: ProductOrder) => void,
): unknown {
  const order = orderIn(shop, objectInput(body));
  const lines = order.productOrders.filter(concerns);
  if (lines.length === 0) throw new ControlError(`nothing of this order is ${what}`, 409);
  for (const line of lines) act(line);
  return tellOrder(order, now);
}
