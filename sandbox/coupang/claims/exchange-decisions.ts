import { digitsOf, isObject } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { decided, exchangeReceived, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { readBodyText } from '../orders/write-body.ts';
import { exchangeDecided, invoiceNamed, objectionTo, struckDecision } from './decision-call.ts';
import { isDispatched, isOpenExchange } from './exchange.ts';
import { dispatchExchange, receiveExchange, rejectExchange } from './exchange-moves.ts';

const WRONG_STATE = '처리할 수 없는 상태의 교환접수건입니다. 접수내역을 확인해주세요.';
const NOT_INSTRUCTED = 'Only INSTRUCT status shipment can be called with applyInvoice';

/** The seller confirms that the goods of an exchange are back (sheet §3.5). */
export function confirmExchangeReceipt(call: GrantedCall): WireAnswer {
  const { exchange } = exchangeDecided(call);
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  if (exchange.status !== 'RECEIPT') refuse(WRONG_STATE);
  receiveExchange(call.shop, exchange, call.frame.now());
  return exchangeReceived();
}

/** The seller refuses an exchange: sold out, or withdrawn by the buyer (sheet §3.5). */
export function refuseExchange(call: GrantedCall): WireAnswer {
  const { exchange, body } = exchangeDecided(call);
  const code = body.exchangeRejectCode;
  if (code !== 'SOLDOUT' && code !== 'WITHDRAW') refuse('exchangeRejectCode is not valid');
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  if (!isOpenExchange(exchange) || isDispatched(exchange)) return decided('FAIL', WRONG_STATE);
  rejectExchange(call.shop, exchange, code, call.frame.now());
  return decided('SUCCESS', '교환요청 거부처리가 완료되었습니다.');
}

/** The replacement leaves in its new box: one entry of the body per box (sheet §3.5). */
export function shipExchange(call: GrantedCall): WireAnswer {
  const { shop, params, frame } = call;
  const exchange =
    shop.claims.exchanges.get(params.exchangeId ?? '') ?? refuse('유효하지 않은 교환접수번호 입니다.');
  const entries = readBodyText(call);
  if (!Array.isArray(entries) || entries.length === 0) refuse('request body must be a list');
  const [entry, ...others] = entries;
  if (!isObject(entry) || others.length > 0) refuse('one entry per shipmentBoxId is required');
  if (entry.vendorId !== shop.vendorId) refuse('Invalid vendor ID');
  if (digitsOf(entry.exchangeId) !== exchange.exchangeId)
    refuse('exchangeId in path and body must be the same');
  const invoice = invoiceNamed(entry.goodsDeliveryCode, entry.invoiceNumber);
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  const { replacement } = exchange;
  const now = frame.now();
  const isItsBox =
    replacement !== null &&
    replacement.showsAt <= now &&
    digitsOf(entry.shipmentBoxId) === replacement.shipmentBoxId;
  if (!isItsBox || exchange.status !== 'PROGRESS' || isDispatched(exchange)) {
    return decided('FAIL', `shipmentBoxId [${digitsOf(entry.shipmentBoxId) ?? ''}] ${NOT_INSTRUCTED}`);
  }
  if (typeof invoice === 'string') return decided('FAIL', invoice);
  const objection = objectionTo(shop, invoice, exchange.requester, now);
  if (objection !== undefined) return decided('FAIL', objection);
  dispatchExchange(shop, exchange, invoice, now);
  return decided('SUCCESS', '교환상품 송장업로드가 완료되었습니다.');
}
