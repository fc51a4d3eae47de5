import { digitsOf, type JsonObject } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { type Courier, courierOf, fitsCourier } from '../couriers.ts';
import { CallRefused, decided, internalError, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Box, Invoice } from '../orders/box.ts';
import { readVendorBody } from '../orders/write-body.ts';
import type { Shop } from '../shop/shop.ts';
import type { Exchange } from './exchange.ts';
import { isListedReceipt, type Receipt } from './receipt.ts';

/** The receipt a decision is about, named by path and body alike, and that body. Refuses one that is not in the lists. */
export function receiptDecided(call: GrantedCall): { readonly receipt: Receipt; readonly body: JsonObject } {
  const body = readVendorBody(call);
  const receiptId = call.params.receiptId ?? '';
  if (digitsOf(body.receiptId) !== receiptId) refuse('receiptId in path and body must be the same');
  const receipt = call.shop.claims.receipts.get(receiptId);
  if (receipt === undefined || !isListedReceipt(receipt)) refuse('유효하지 않은 접수번호 입니다.');
  return { receipt, body };
}

/** The exchange a decision is about, named by path and body alike, and that body. */
export function exchangeDecided(call: GrantedCall): {
  readonly exchange: Exchange;
  readonly body: JsonObject;
} {
  const body = readVendorBody(call);
  const exchangeId = call.params.exchangeId ?? '';
  if (digitsOf(body.exchangeId) !== exchangeId) refuse('exchangeId in path and body must be the same');
  const exchange = call.shop.claims.exchanges.get(exchangeId);
  return { exchange: exchange ?? refuse('유효하지 않은 교환접수번호 입니다.'), body };
}

/** The fault that makes a decision fail inside HTTP 200, if it is set. */
export function struckDecision({ frame, operation }: GrantedCall): WireAnswer | undefined {
  return frame.strike(operation, 'item_failure') === undefined
    ? undefined
    : decided('FAIL', '일시적인 오류가 발생했습니다.');
}

/** The courier with this code; an unknown one breaks the service (sheet §3.2). */
export function courierNamed(code: unknown): Courier {
  if (typeof code !== 'string' || code === '') refuse('deliveryCompanyCode is required');
  const courier = courierOf(code);
  if (courier === undefined)
    throw new CallRefused(internalError(`No enum constant DeliveryCompanyCode.${code}`));
  return courier;
}

/** The invoice that two fields name, or why it cannot be one. */
export function invoiceNamed(code: unknown, number: unknown): Invoice | string {
  const courier = courierNamed(code);
  if (typeof number !== 'string' || number === '') return '송장번호가 없습니다.';
  return fitsCourier(courier, number)
    ? { courierCode: courier.code, courierName: courier.name, number }
    : '유효하지 않은 송장번호입니다.';
}

/** Why an invoice cannot go to this receiver, if it cannot. */
export function objectionTo(
  { invoiceUses }: Shop,
  invoice: Invoice,
  receiver: Box['receiver'],
  now: number,
): string | undefined {
  return invoiceUses.isTaken(invoice, receiver, now)
    ? '이미 저장된 송장번호가 있어 업로드할 수 없습니다. 송장번호를 확인해주세요.'
    : undefined;
}
