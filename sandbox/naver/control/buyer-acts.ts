import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, objectInput, optionalTextInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { isEnded } from '../orders/claim.ts';
import { rejectClaim, releaseDecision } from '../orders/claiming.ts';
import { CLAIM_REASONS, codeIn, PLACE_ORDER_STATUSES, PRODUCT_ORDER_STATUSES } from '../orders/codes.ts';
import { changeAddress, pay, receiveGift } from '../orders/fulfilment.ts';
import { isGiftWaiting, type Order, type ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import type { ClaimWish } from '../world/claim-requests.ts';
import { mainlandAddress } from '../world/people.ts';
import { askForClaim } from './buyer-claims.ts';
import { moveLine, movePlacement } from './moving.ts';
import { truthOf } from './truth.ts';

/** Something that a test or the demo makes happen in a shop. */
export type Act = (shop: Shop, body: unknown, now: number) => unknown;

/** What buyers, carriers and the marketplace do to orders. */
export const BUYER_ACTS = {
  move: (shop, body, now) =>
    actOnLine(shop, body, (line, input) => {
      const status = codeIn(PRODUCT_ORDER_STATUSES, textInput(input, 'productOrderStatus'));
      if (status === undefined) throw new ControlError('productOrderStatus is unknown');
      const placement = optionalTextInput(input, 'placeOrderStatus');
      const placed = codeIn(PLACE_ORDER_STATUSES, placement);
      if (placement !== undefined && placed === undefined)
        throw new ControlError('placeOrderStatus is unknown');
      if (placed !== undefined) movePlacement(shop, line, placed, now);
      moveLine(shop, line, status, now);
    }),

  requestCancel: (shop, body, now) =>
    actOnLine(shop, body, (line, input) => {
      askForClaim(shop, line, 'CANCEL', wishIn(input, line), now);
    }),

  requestReturn: (shop, body, now) =>
    actOnLine(shop, body, (line, input) => {
      askForClaim(shop, line, 'RETURN', wishIn(input, line), now);
    }),

  requestExchange: (shop, body, now) =>
    actOnLine(shop, body, (line, input) => {
      askForClaim(shop, line, 'EXCHANGE', wishIn(input, line), now);
    }),

  withdrawClaim: (shop, body, now) =>
    actOnLine(shop, body, (line) => {
      const { claim } = line;
      if (claim === undefined || isEnded(claim)) throw new ControlError('there is no open claim');
      if (claim.claimType === 'PURCHASE_DECISION_HOLDBACK') releaseDecision(shop.book, line, claim, now);
      else rejectClaim(shop.book, line, claim, 'buyer', now);
    }),

  changeAddress: (shop, body, now) =>
    actOnLine(shop, body, ({ order }, input) => {
      const open = order.productOrders.filter((line) => line.status === 'PAYED' && !isGiftWaiting(line));
      if (open.length === 0) throw new ControlError('nothing of this order is still to be sent', 409);
      const moved = mainlandAddress(shop.random);
      const detailedAddress = optionalTextInput(input, 'detailedAddress') ?? moved.detailedAddress;
      for (const line of open) {
        const name = line.receiver?.name ?? moved.name;
        changeAddress(shop.book, line, { ...moved, name, detailedAddress }, now);
      }
    }),

  receiveGift: (shop, body, now) =>
    actOnLine(shop, body, (line) => {
      if (!isGiftWaiting(line)) throw new ControlError('the line is no gift that waits', 409);
      receiveGift(shop.book, line, mainlandAddress(shop.random), now);
    }),

  payWaiting(shop, body, now) {
    const order = waitingOrder(shop, objectInput(body));
    pay(shop.book, order, now);
    return { orderId: order.orderId, lines: truthOf(shop, order.orderId) };
  },
} as const satisfies Readonly<Record<string, Act>>;

function actOnLine(shop: Shop, body: unknown, act: (line: ProductOrder, input: JsonObject) => void): unknown {
  const input = objectInput(body);
  const productOrderId = idInput(input, 'productOrderId');
  const line = shop.book.lines.get(productOrderId);
  if (line === undefined) throw new ControlError(`there is no product order ${productOrderId}`, 404);
  act(line, input);
  return truthOf(shop, line.order.orderId).find((truth) => truth.productOrderId === productOrderId);
}

function wishIn(input: JsonObject, line: ProductOrder): Partial<ClaimWish> {
  const quantity = countInput(input, 'quantity', line.remainQuantity, line.remainQuantity);
  if (quantity === 0) throw new ControlError('quantity must be at least 1');
  const text = optionalTextInput(input, 'reason');
  const reason = codeIn(CLAIM_REASONS, text);
  if (text !== undefined && reason === undefined) throw new ControlError('reason is unknown');
  return { quantity, ...(reason === undefined ? {} : { reason }) };
}

function waitingOrder({ book }: Shop, input: JsonObject): Order {
  const orderId = optionalTextInput(input, 'orderId');
  const isWaiting = ({ productOrders }: Order) =>
    productOrders.every(({ status }) => status === 'PAYMENT_WAITING');
  const order = orderId === undefined ? book.orders.values().find(isWaiting) : book.orders.get(orderId);
  if (order === undefined) throw new ControlError('there is no such order', 404);
  if (!isWaiting(order)) throw new ControlError('the order does not wait for payment', 409);
  return order;
}
