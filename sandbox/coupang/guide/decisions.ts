import { rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Exchange } from '../claims/exchange.ts';
import { dispatchExchange, receiveExchange } from '../claims/exchange-moves.ts';
import { kindOf, type Receipt } from '../claims/receipt.ts';
import { complete, drop, stopShipment } from '../claims/receipt-moves.ts';
import { cancelUnits } from '../claims/seller-cancel.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { shippableCount } from '../orders/box.ts';
import { guideData, guideRefusal, refuseGuide } from './answers.ts';
import { guideInvoice } from './couriers.ts';
import { bodyCount, bodyId, bodyText, readGuideBody } from './input.ts';
import { type Standing, standingOfExchange, standingOfReceipt } from './receipt-json.ts';

/** The buyer's cancel is granted and paid back (guide §2.5.1). */
export function approveGuideCancel(call: GrantedCall): WireAnswer {
  const receipt = cancelAsked(call);
  requireStanding(standingOfReceipt(receipt), 'RECEIPT', { status: 'COMPLETE', result: 'DONE' });
  return decide(call, () => stopShipment(call.shop, receipt, call.frame.now()), receipt.receiptId);
}

/** The buyer's cancel is refused: the order goes on (guide §2.5.2). */
export function rejectGuideCancel(call: GrantedCall): WireAnswer {
  const receipt = cancelAsked(call);
  bodyText(readGuideBody(call), 'rejectReason');
  requireStanding(standingOfReceipt(receipt), 'RECEIPT', { status: 'COMPLETE', result: 'REJECTED' });
  return decide(call, () => drop(call.shop, receipt, 'rejected', call.frame.now()), receipt.receiptId);
}

/** The seller cancels units that he cannot send (guide §2.5.3). */
export function cancelGuideOrder(call: GrantedCall): WireAnswer {
  const { shop, params, frame } = call;
  const body = readGuideBody(call);
  const vendorItemId = bodyId(body, 'vendorItemId');
  const count = bodyCount(body, 'cancelCount');
  bodyText(body, 'cancelReason');
  const isIt = ({ option }: { readonly option: { readonly vendorItemId: string } }) =>
    option.vendorItemId === vendorItemId;
  const box = shop.boxes.ofOrder(params.orderId ?? '').find(({ items }) => items.some(isIt));
  const item = box?.items.find(isIt);
  if (box === undefined || item === undefined)
    refuseGuide('NOT_FOUND', 'there is no such item in this order');
  const hasLeft = (box.status !== 'ACCEPT' && box.status !== 'INSTRUCT') || item.parcels.length > 0;
  if (hasLeft) refuseGuide('INVALID_STATE', 'the item has been shipped');
  if (count > shippableCount(item))
    refuseGuide('INVALID_PARAMETER', 'cancelCount is more than what is left of the item');
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  const { receiptId } = cancelUnits(shop, box, [{ vendorItemId, count }], frame.now());
  return decisionData(call, receiptId);
}

/** The seller agrees to a return (guide §2.6.2). */
export function approveGuideReturn(call: GrantedCall): WireAnswer {
  const receipt = returnAsked(call);
  requireStanding(standingOfReceipt(receipt), 'RECEIPT', { status: 'PROGRESS' });
  const now = call.frame.now();
  return decide(
    call,
    () => call.shop.claims.receipts.put({ ...receipt, approvedAt: now, modifiedAt: now }),
    receipt.receiptId,
  );
}

/** The seller refuses a return (guide §2.6.3). */
export function rejectGuideReturn(call: GrantedCall): WireAnswer {
  const receipt = returnAsked(call);
  bodyText(readGuideBody(call), 'rejectReason');
  requireStanding(standingOfReceipt(receipt), 'RECEIPT', { status: 'COMPLETE', result: 'REJECTED' });
  return decide(call, () => drop(call.shop, receipt, 'rejected', call.frame.now()), receipt.receiptId);
}

/** The goods are back, and with that paid back: the guide has no call for the end (guide §2.6.4). */
export function confirmGuideRetrieval(call: GrantedCall): WireAnswer {
  const receipt = returnAsked(call);
  requireStanding(standingOfReceipt(receipt), 'PROGRESS', { status: 'COMPLETE', result: 'DONE' });
  return decide(
    call,
    () => complete(call.shop, receipt, 'VENDOR_CONFIRM', call.frame.now()),
    receipt.receiptId,
  );
}

/** The seller agrees to an exchange (guide §2.7.2). */
export function approveGuideExchange(call: GrantedCall): WireAnswer {
  const exchange = exchangeAsked(call);
  requireStanding(standingOfExchange(exchange), 'RECEIPT', { status: 'PROGRESS' });
  const now = call.frame.now();
  return decide(
    call,
    () =>
      call.shop.claims.exchanges.put({
        ...exchange,
        approvedAt: now,
        modifiedAt: now,
        modifiedBy: 'VENDOR',
      }),
    exchange.exchangeId,
  );
}

/** The replacement leaves, once the goods are back (guide §2.7.3). */
export function dispatchGuideExchange(call: GrantedCall): WireAnswer {
  const { shop, frame } = call;
  const exchange = exchangeAsked(call);
  const body = readGuideBody(call);
  const invoice = guideInvoice(bodyText(body, 'deliveryCompanyCode'), bodyText(body, 'invoiceNumber'));
  const { status, step } = standingOfExchange(exchange);
  if (step === 'DISPATCHED') refuseGuide('ALREADY_PROCESSED', 'the replacement has left');
  if (step !== 'COLLECTED') refuseGuide('INVALID_STATE', `the exchange is ${step ?? status}`);
  const now = frame.now();
  if (shop.invoiceUses.isTaken(invoice, exchange.requester, now))
    refuseGuide('DUPLICATE_TRACKING_NUMBER', `invoiceNumber ${invoice.number} has been used`);
  return decide(
    call,
    () => {
      if (exchange.replacement === null) receiveExchange(shop, exchange, now);
      const received = shop.claims.exchanges.get(exchange.exchangeId);
      if (received !== undefined) dispatchExchange(shop, received, invoice, now);
    },
    exchange.exchangeId,
  );
}

function cancelAsked(call: GrantedCall): Receipt {
  const receipt = receiptNumbered(call, bodyId(readGuideBody(call), 'receiptId'));
  if (receipt.orderId !== call.params.orderId) refuseGuide('NOT_FOUND', 'the order has no such receipt');
  if (kindOf(receipt) !== 'cancel') refuseGuide('INVALID_STATE', 'the receipt is of a return');
  return receipt;
}

function returnAsked(call: GrantedCall): Receipt {
  readGuideBody(call);
  const receipt = receiptNumbered(call, call.params.receiptId ?? '');
  if (kindOf(receipt) !== 'return') refuseGuide('INVALID_STATE', 'the receipt is of a cancel');
  return receipt;
}

function receiptNumbered({ shop }: GrantedCall, receiptId: string): Receipt {
  return shop.claims.receipts.get(receiptId) ?? refuseGuide('NOT_FOUND', 'there is no such receipt');
}

function exchangeAsked(call: GrantedCall): Exchange {
  readGuideBody(call);
  return (
    call.shop.claims.exchanges.get(call.params.receiptId ?? '') ??
    refuseGuide('NOT_FOUND', 'there is no such receipt')
  );
}

/** Refuses a decision on a claim that stands elsewhere, or already where the decision would lead it. */
function requireStanding(
  { status, result }: Standing,
  needed: Standing['status'],
  { status: target, result: targetResult = null }: Pick<Standing, 'status'> & Partial<Standing>,
): void {
  if (status === needed) return;
  if (status === target && result === targetResult)
    refuseGuide('ALREADY_PROCESSED', 'this has been done already');
  refuseGuide('INVALID_STATE', `the receipt is ${result ?? status}`);
}

function struckDecision({ frame, operation }: GrantedCall): WireAnswer | undefined {
  return frame.strike(operation, 'item_failure') === undefined
    ? undefined
    : guideRefusal('INVALID_STATE', 'the claim cannot be decided at the moment');
}

function decide(call: GrantedCall, change: () => void, receiptId: string): WireAnswer {
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  change();
  return decisionData(call, receiptId);
}

function decisionData({ shop }: GrantedCall, receiptId: string): WireAnswer {
  const { receipts, exchanges } = shop.claims;
  const receipt = receipts.get(receiptId);
  const exchange = exchanges.get(receiptId);
  const standing =
    receipt !== undefined
      ? standingOfReceipt(receipt)
      : exchange === undefined
        ? undefined
        : standingOfExchange(exchange);
  return guideData({ receiptId: rawNumber(receiptId), status: standing?.status ?? null });
}
