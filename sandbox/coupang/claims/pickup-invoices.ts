import { digitsOf, rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Invoice } from '../orders/box.ts';
import { readBody } from '../orders/write-body.ts';
import { invoiceNamed } from './decision-call.ts';
import { isHolding } from './receipt.ts';

const WRONG_STATE = '회수송장을 등록할 수 없는 상태입니다.';

/** Registers the invoice under which the seller's own courier fetches goods back (sheet §3.4). */
export function registerPickupInvoice(call: GrantedCall): WireAnswer {
  const body = readBody(call);
  const kind = body.returnExchangeDeliveryType;
  if (kind !== 'RETURN' && kind !== 'EXCHANGE') refuse('returnExchangeDeliveryType is not valid');
  const receiptId = digitsOf(body.receiptId) ?? refuse('receiptId is required');
  const invoice = invoiceNamed(body.deliveryCompanyCode, body.invoiceNumber);
  if (typeof invoice === 'string') refuse(invoice);
  const returnDeliveryId =
    kind === 'RETURN' ? onReturn(call, receiptId, invoice) : onExchange(call, receiptId, invoice);
  return writeData({
    deliveryCompanyCode: invoice.courierCode,
    invoiceNumber: invoice.number,
    invoiceNumberId: rawNumber(`9${returnDeliveryId}`),
    receiptId: rawNumber(receiptId),
    regNumber: typeof body.regNumber === 'string' ? body.regNumber : '',
    returnDeliveryId: rawNumber(returnDeliveryId),
    returnExchangeDeliveryType: kind,
  });
}

function onReturn({ shop, frame }: GrantedCall, receiptId: string, invoice: Invoice): string {
  const receipt = shop.claims.receipts.get(receiptId) ?? refuse('유효하지 않은 접수번호 입니다.');
  if (receipt.status !== 'RETURNS_UNCHECKED' || receipt.outcome !== null || isHolding(receipt))
    refuse(WRONG_STATE);
  shop.claims.receipts.put({
    ...receipt,
    collectInvoice: invoice,
    returnDeliveryType: '수기관리',
    modifiedAt: frame.now(),
  });
  return receipt.returnDeliveryId;
}

function onExchange({ shop, frame }: GrantedCall, exchangeId: string, invoice: Invoice): string {
  const exchange = shop.claims.exchanges.get(exchangeId) ?? refuse('유효하지 않은 교환접수번호 입니다.');
  const isWaiting = exchange.status === 'RECEIPT' && exchange.collectStatus === 'BeforeDirection';
  if (!isWaiting) refuse(WRONG_STATE);
  shop.claims.exchanges.put({
    ...exchange,
    collectInvoice: invoice,
    collectStatus: 'CompleteDirection',
    modifiedAt: frame.now(),
    modifiedBy: 'VENDOR',
  });
  return exchange.exchangeItemId;
}
