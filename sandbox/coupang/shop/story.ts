import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, optionalTextInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { isDispatched, isOpenExchange } from '../claims/exchange.ts';
import { collectExchange, finishExchange, withdrawExchange } from '../claims/exchange-moves.ts';
import { isOpenReceipt, kindOf } from '../claims/receipt.ts';
import { collect, drop } from '../claims/receipt-moves.ts';
import { takeFromStock } from '../offers/offer-book.ts';
import { type Box, inStatus, isGone } from '../orders/box.ts';
import { askFor, reasonFor } from './claim-requests.ts';
import { confirm } from './life.ts';
import { placeStoryOrder } from './purchase.ts';
import type { Shop } from './shop.ts';
import { tellStory } from './story-truth.ts';

type StoryAct = (shop: Shop, input: JsonObject, now: number) => unknown;

const conflict = (message: string): never => {
  throw new ControlError(message, 409);
};

/** What happens to one order of an end-to-end story; every stand-in has these acts, with the same names and bodies. */
export const STORY_ACTS: Readonly<Record<string, StoryAct>> = {
  'story.sell'(shop, input, now) {
    const lines = countInput(input, 'lines', 1, 20);
    const quantity = countInput(input, 'quantity', 1, 1_000);
    const price = input.price === undefined ? undefined : countInput(input, 'price', 0, 100_000_000);
    if (lines === 0 || quantity === 0) throw new ControlError('lines and quantity must be above 0');
    const item = input.item === undefined ? undefined : idInput(input, 'item');
    const box = placeStoryOrder(shop, now, { lines, quantity, price, item });
    shop.boxes.put(box);
    const ids = box.items.map(({ option }) => option.vendorItemId);
    for (const id of ids) takeFromStock(shop.offers, id, quantity);
    return { order: box.orderId, lines: ids };
  },

  'story.claim'(shop, input, now) {
    const kind = textInput(input, 'kind');
    if (kind !== 'cancel' && kind !== 'return' && kind !== 'exchange')
      throw new ControlError(`unknown kind ${kind}`);
    const fault = optionalTextInput(input, 'fault') ?? 'buyer';
    if (fault !== 'buyer' && fault !== 'seller') throw new ControlError('fault must be buyer or seller');
    const boxes = boxesOf(shop, input);
    const line = input.line === undefined ? undefined : idInput(input, 'line');
    const item = boxes
      .flatMap((box) => box.items.map(({ option }) => ({ box, vendorItemId: option.vendorItemId })))
      .find(({ vendorItemId }) => line === undefined || vendorItemId === line);
    if (item === undefined) throw new ControlError(`the order has no line ${line}`, 404);
    const wish = { ...item, kind, reason: reasonFor(kind, fault) } as const;
    const claim =
      input.quantity === undefined
        ? askFor(shop, wish, now)
        : askFor(shop, { ...wish, count: countInput(input, 'quantity', 1) }, now);
    return { claim };
  },

  'story.withdraw'(shop, input, now) {
    const { receipt, exchange } = openClaimOf(shop, input);
    if (receipt?.preRefund === true) conflict('the buyer has been paid back already');
    if (exchange !== undefined && isDispatched(exchange)) conflict('the replacement has left');
    if (receipt !== undefined) drop(shop, receipt, 'withdrawn', now);
    if (exchange !== undefined) withdrawExchange(shop, exchange, now);
    return { claim: receipt?.receiptId ?? exchange?.exchangeId };
  },

  'story.collect'(shop, input, now) {
    const { receipt, exchange } = openClaimOf(shop, input);
    if (receipt !== undefined && kindOf(receipt) === 'cancel') conflict('nothing has been shipped');
    if (receipt !== undefined) collect(shop, receipt, now);
    if (exchange !== undefined) collectExchange(shop, exchange, now);
    return { claim: receipt?.receiptId ?? exchange?.exchangeId };
  },

  'story.deliver'(shop, input, now) {
    const travelling = boxesOf(shop, input).filter(
      ({ status }) => status === 'DEPARTURE' || status === 'DELIVERING',
    );
    if (travelling.length === 0) conflict('nothing of this order is on its way to be tracked');
    for (const box of travelling) {
      const moving = box.status === 'DEPARTURE' ? inStatus(box, 'DELIVERING', now) : box;
      shop.boxes.put(inStatus(moving, 'FINAL_DELIVERY', now));
    }
    return tellStory(shop, idInput(input, 'order'));
  },

  'story.confirm'(shop, input, now) {
    const delivered = boxesOf(shop, input).filter((box) => box.status === 'FINAL_DELIVERY' && !isGone(box));
    if (delivered.length === 0) conflict('nothing of this order is delivered');
    for (const box of delivered) shop.boxes.put(confirm(box, now));
    return tellStory(shop, idInput(input, 'order'));
  },

  'story.redeliver'(shop, input, now) {
    const { exchange } = openClaimOf(shop, input);
    if (exchange === undefined || !isDispatched(exchange)) return conflict('no replacement is on its way');
    finishExchange(shop, exchange, now);
    return { claim: exchange.exchangeId };
  },

  'story.tell'(shop, input) {
    boxesOf(shop, input);
    return tellStory(shop, idInput(input, 'order'));
  },
};

function boxesOf({ boxes }: Shop, input: JsonObject): readonly Box[] {
  const orderId = idInput(input, 'order');
  const found = boxes.ofOrder(orderId);
  if (found.length === 0) throw new ControlError(`there is no order ${orderId}`, 404);
  return found;
}

/** The newest open claim of an order: a receipt or an exchange. */
function openClaimOf(shop: Shop, input: JsonObject) {
  boxesOf(shop, input);
  const orderId = idInput(input, 'order');
  const receipt = shop.claims.receipts.ofOrder(orderId).findLast(isOpenReceipt);
  const exchange = shop.claims.exchanges.ofOrder(orderId).findLast(isOpenExchange);
  if (receipt === undefined && exchange === undefined) return conflict('the order has no open claim');
  const isReceiptNewer = (receipt?.createdAt ?? 0) >= (exchange?.createdAt ?? 0);
  return receipt !== undefined && (exchange === undefined || isReceiptNewer)
    ? { receipt, exchange: undefined }
    : { receipt: undefined, exchange };
}
