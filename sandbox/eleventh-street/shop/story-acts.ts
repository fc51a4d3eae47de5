import { countInput, idInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { collect, redeliver } from '../claims/course.ts';
import { decide, deliver, isUndisturbed } from '../orders/course.ts';
import { leftOf } from '../orders/line.ts';
import { conflict, openClaimInput, orderInput } from './act-input.ts';
import { claimByBuyer, withdrawByBuyer } from './buyer-claims.ts';
import { placeOrder } from './purchase.ts';
import type { Shop } from './shop.ts';
import { storyTruth } from './truth.ts';

/** Something that a test or the demo makes happen in a shop. */
export type Act = (shop: Shop, input: JsonObject, now: number) => unknown;

/** The acts that every stand-in offers alike, so that one story runs on each. */
export const STORY_ACTS: Readonly<Record<string, Act>> = {
  'story.sell'(shop, input, now) {
    const lines = Math.max(1, countInput(input, 'lines', 1, 20));
    const quantity = Math.max(1, countInput(input, 'quantity', 1, 1_000));
    const price = input.price === undefined ? {} : { price: countInput(input, 'price', 0) };
    const item = input.item === undefined ? {} : { item: idInput(input, 'item') };
    const order = placeOrder(shop, now, new Set(), { lines, quantity, ...price, ...item }, now);
    return { order: order.ordNo, lines: order.lines.map(({ seq }) => String(seq)) };
  },

  'story.claim'(shop, input, now) {
    const { seq, clmNo } = claimByBuyer(shop, input, now);
    return { claim: shop.edition === 'guide' ? clmNo : seq };
  },

  'story.withdraw'(shop, input, now) {
    withdrawByBuyer(shop, input, now);
    return {};
  },

  'story.collect'(shop, input, now) {
    const claim = openClaimInput(shop, input);
    if (claim.kind === 'cancel' || claim.collectedAt !== null) conflict('there is nothing to collect');
    collect(shop, claim, now);
    return {};
  },

  'story.deliver'(shop, input, now) {
    const lines = orderInput(shop, input).lines.filter(({ stage }) => stage === '401');
    if (lines.length === 0) conflict('nothing of the order is on its way');
    for (const line of lines) deliver(shop, line, now);
    return {};
  },

  'story.confirm'(shop, input, now) {
    const left = orderInput(shop, input).lines.filter((line) => leftOf(line) > 0);
    const isArrived = left.length > 0 && left.every((line) => line.stage === '501' && isUndisturbed(line));
    if (!isArrived) conflict('the order has not arrived, or a claim is open');
    for (const line of left) decide(shop, line, now, false);
    return {};
  },

  'story.redeliver'(shop, input, now) {
    const claim = openClaimInput(shop, input);
    if (claim.state !== 'reshipped') conflict('no new goods are on their way');
    redeliver(shop, claim, now);
    return {};
  },

  'story.tell': (shop, input) => storyTruth(orderInput(shop, input)),
};
