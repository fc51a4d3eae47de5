import { ControlError } from '../../frame/control-error.ts';
import { countInput, optionalTextInput } from '../../frame/input.ts';
import { digitsOf, type JsonObject } from '../../frame/json.ts';
import type { Claim, ClaimKind } from '../claims/claim.ts';
import { BUYER_REASONS, type Reason } from '../claims/reasons.ts';
import { leftOf, type Order, type OrderLine } from '../orders/line.ts';
import type { Shop } from './shop.ts';

/** Says that the marketplace would not let this happen now. */
export function conflict(message: string): never {
  throw new ControlError(message, 409);
}

/** The order that a control body names. */
export function orderInput({ book }: Shop, input: JsonObject): Order {
  const ordNo = digitsOf(input.order) ?? '';
  const order = book.get(ordNo);
  if (order === undefined) throw new ControlError(`there is no order ${ordNo}`, 404);
  return order;
}

/** The line that a control body names, or the first of its order. */
export function lineInput(shop: Shop, input: JsonObject): OrderLine {
  const order = orderInput(shop, input);
  const seq = input.line === undefined ? undefined : digitsOf(input.line);
  const line = order.lines.find((one) => seq === undefined || String(one.seq) === seq);
  if (line === undefined || (input.line !== undefined && seq === undefined))
    throw new ControlError(`the order has no line ${String(input.line)}`, 404);
  return line;
}

/** The claim of an order that is still open. */
export function openClaimInput(shop: Shop, input: JsonObject): Claim {
  const claims = orderInput(shop, input).lines.flatMap((line) => line.claims);
  return claims.find(({ endedAt }) => endedAt === null) ?? conflict('there is no open claim');
}

/** How many of a line a claim is about: all that is left unless the body says otherwise. */
export function quantityInput(input: JsonObject, line: OrderLine): number {
  const quantity = countInput(input, 'quantity', leftOf(line), leftOf(line));
  return quantity > 0 ? quantity : conflict('nothing is left of the line');
}

/** Why a buyer wants something undone: the first reason of the fault that a body names, the buyer's own if it names none. */
export function reasonInput(input: JsonObject, kind: ClaimKind): Reason {
  const code = optionalTextInput(input, 'reason');
  const fault = optionalTextInput(input, 'fault') ?? 'buyer';
  const reason = BUYER_REASONS[kind].find((one) =>
    code === undefined ? one.fault === fault : one.code === code,
  );
  if (reason === undefined) throw new ControlError('there is no such reason');
  return reason;
}
