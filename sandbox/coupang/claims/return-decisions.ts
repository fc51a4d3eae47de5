import type { WireAnswer } from '../../frame/marketplace.ts';
import { brokenBy, CallRefused, decided, refuse, writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Box } from '../orders/box.ts';
import type { Shop } from '../shop/shop.ts';
import { invoiceNamed, objectionTo, receiptDecided, struckDecision } from './decision-call.ts';
import { isFastRefund } from './fast-refund.ts';
import { cancelCountSum, isHolding, type Receipt } from './receipt.ts';
import { complete, receive, shipInAnswer, stopShipment, turnIntoReturn } from './receipt-moves.ts';

const WRONG_STATE = '처리할 수 없는 상태의 접수건입니다. 접수내역을 확인해주세요.';
const WRONG_COUNT = '취소반품접수수량과 cancelCount가 일치하지 않습니다.';

/** The seller says that nothing has left: what the receipt is about is cancelled (sheet §3.3). */
export function confirmStoppedShipment(call: GrantedCall): WireAnswer {
  const { receipt, body } = receiptDecided(call);
  requireWholeCount(receipt, body.cancelCount);
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  if (!isHolding(receipt)) return decided('FAIL', WRONG_STATE);
  stopShipment(call.shop, receipt, call.frame.now());
  return decided('SUCCESS', '출고중지처리가 완료되었습니다.');
}

/** The seller says that the goods have left, and with which invoice: the cancel becomes a return (sheet §3.3). */
export function confirmCompletedShipment(call: GrantedCall): WireAnswer {
  const { shop, frame } = call;
  const { receipt, body } = receiptDecided(call);
  const invoice = invoiceNamed(body.deliveryCompanyCode, body.invoiceNumber);
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  if (!isHolding(receipt)) return decided('FAIL', WRONG_STATE);
  if (typeof invoice === 'string') return decided('FAIL', invoice);
  const now = frame.now();
  const objection = objectionTo(shop, invoice, receipt.requester, now);
  if (objection !== undefined) return decided('FAIL', objection);
  turnIntoReturn(shop, receipt, '처리(이미출고)', now);
  for (const box of unshippedBoxesOf(shop, receipt)) shipInAnswer(shop, box, invoice, now);
  // All of it stands together under `data` in the sample of this call (sheet §3.3).
  return writeData({
    code: '200',
    message: 'OK',
    resultCode: 'SUCCESS',
    resultMessage: '이미출고처리가 완료되었습니다.',
  });
}

/** The seller confirms that returned goods are back; goods of the fast refund are paid back at once (sheet §3.4). */
export function confirmReceipt(call: GrantedCall): WireAnswer {
  const { shop, frame } = call;
  const { receipt } = receiptDecided(call);
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  if (receipt.status !== 'RETURNS_UNCHECKED' || isHolding(receipt)) refuse(WRONG_STATE);
  receive(shop, receipt, frame.now());
  const received = shop.claims.receipts.get(receipt.receiptId);
  if (received !== undefined && isFastRefund(shop, received))
    complete(shop, received, 'VENDOR_CONFIRM', frame.now());
  return writeData(undefined);
}

/** The seller approves a return whose goods are back: it is paid back (sheet §3.4). */
export function approveReturn(call: GrantedCall): WireAnswer {
  const { receipt, body } = receiptDecided(call);
  requireWholeCount(receipt, body.cancelCount);
  const struck = struckDecision(call);
  if (struck !== undefined) return struck;
  if (receipt.status !== 'VENDOR_WAREHOUSE_CONFIRM') refuse(WRONG_STATE);
  complete(call.shop, receipt, 'VENDOR_CONFIRM', call.frame.now());
  return writeData(undefined);
}

function requireWholeCount(receipt: Receipt, cancelCount: unknown): void {
  if (typeof cancelCount !== 'number') refuse('cancelCount is required');
  if (cancelCount !== cancelCountSum(receipt)) throw new CallRefused(brokenBy(WRONG_COUNT));
}

function unshippedBoxesOf({ boxes }: Shop, { orderId, items }: Receipt): readonly Box[] {
  const asked = items.map(({ option }) => option.vendorItemId);
  return boxes
    .ofOrder(orderId)
    .filter(
      (box) => box.invoice === null && box.items.some(({ option }) => asked.includes(option.vendorItemId)),
    );
}
