import { digitsOf, type JsonObject, rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { cancelData, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { type Box, shippableCount } from '../orders/box.ts';
import { readVendorBody } from '../orders/write-body.ts';
import type { Shop } from '../shop/shop.ts';
import { SOLD_OUT } from './reasons.ts';
import type { Receipt } from './receipt.ts';
import { fileCancel, fileStop, stopShipment, type Units } from './receipt-moves.ts';

/** Stock, address or partner site, price (sheet §4.4). */
const MIDDLE_CODES = ['CCTTER', 'CCPNER', 'CCPRER'];
const TOO_MANY = '취소 가능한 개수보다 요청한 개수가 더 많습니다.';

/** The seller cancels units of one box that he cannot send; what fails is named inside HTTP 200 (sheet §3.3). */
export function cancelBySeller(call: GrantedCall): WireAnswer {
  const { shop, params, frame, operation } = call;
  const body = readVendorBody(call);
  const orderId = params.orderId ?? '';
  if (digitsOf(body.orderId) !== orderId) refuse('orderId in path and body must be the same');
  if (body.bigCancelCode !== 'CANERR') refuse('bigCancelCode is not valid');
  if (typeof body.middleCancelCode !== 'string' || !MIDDLE_CODES.includes(body.middleCancelCode))
    refuse('middleCancelCode is not valid');
  if (typeof body.userId !== 'string' || body.userId === '') refuse('userId is required');
  const asked = readUnits(body);
  const box = boxAsked(shop, orderId, asked);
  const struckAt = frame.strike(operation, 'item_failure') === undefined ? -1 : 0;
  const granted = asked.filter((units, index) => index !== struckAt && isCancelable(shop, box, units));
  const failed = asked.filter((units) => !granted.includes(units));
  const receipt = granted.length === 0 ? undefined : cancelUnits(shop, box, granted, frame.now());
  const message = failed.map(({ vendorItemId }) => `[${vendorItemId}]<= ${TOO_MANY}`).join(', ');
  return cancelData(receipt === undefined ? '400' : '200', failed.length === 0 ? 'OK' : message, {
    receiptMap: receipt === undefined ? {} : { [receipt.receiptId]: receiptRow(receipt, box) },
    orderId: rawNumber(orderId),
    failedVendorItemIds: failed.map(({ vendorItemId }) => rawNumber(vendorItemId)),
  });
}

function readUnits({ vendorItemIds, receiptCounts }: JsonObject): readonly Units[] {
  if (!Array.isArray(vendorItemIds) || vendorItemIds.length === 0) refuse('vendorItemIds is required');
  if (!Array.isArray(receiptCounts) || receiptCounts.length !== vendorItemIds.length)
    refuse('vendorItemIds and receiptCounts must be of the same length');
  const units = vendorItemIds.map((id, index) => ({
    vendorItemId: digitsOf(id) ?? refuse('vendorItemIds must be numbers'),
    count: countOf(receiptCounts[index]),
  }));
  if (new Set(units.map(({ vendorItemId }) => vendorItemId)).size < units.length)
    refuse('vendorItemIds must not repeat');
  return units;
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? value
    : refuse('receiptCounts must be numbers above 0');
}

const holds = ({ items }: Box, vendorItemId: string) =>
  items.some(({ option }) => option.vendorItemId === vendorItemId);

// One call is about one box (sheet §3.3); a vendor item that the order does not hold fails by itself.
function boxAsked(shop: Shop, orderId: string, asked: readonly Units[]): Box {
  const boxes = shop.boxes.ofOrder(orderId);
  if (boxes.length === 0) refuse('유효하지 않은 주문번호 입니다.');
  const [box, ...others] = boxes.filter((one) => asked.some(({ vendorItemId }) => holds(one, vendorItemId)));
  if (box === undefined) refuse('취소 가능한 상품이 없습니다.');
  if (others.length > 0) refuse('하나의 배송번호(shipmentBoxId)에 속한 상품만 취소할 수 있습니다.');
  if (box.status !== 'ACCEPT' && box.status !== 'INSTRUCT')
    refuse('취소할 수 없는 배송상태입니다. 주문내역을 확인해주세요.');
  return box;
}

function isCancelable(shop: Shop, box: Box, { vendorItemId, count }: Units): boolean {
  const item = box.items.find(({ option }) => option.vendorItemId === vendorItemId);
  if (item === undefined) return false;
  const left = shippableCount(item);
  return box.status === 'ACCEPT' && shop.claimRules.acceptCancelsWhole ? count === left : count <= left;
}

/** Cancels what the seller cannot send: what is ACCEPT at once, what is being prepared as a stop he need not answer himself. */
export function cancelUnits(shop: Shop, box: Box, units: readonly Units[], now: number): Receipt {
  const filing = { box, units, reason: SOLD_OUT, createdBy: 'seller' as const, now };
  if (box.status === 'ACCEPT') return fileCancel(shop, filing);
  const stop = fileStop(shop, filing);
  stopShipment(shop, stop, now);
  return stop;
}

function receiptRow(receipt: Receipt, { status }: Box): Record<string, unknown> {
  return {
    receiptId: rawNumber(receipt.receiptId),
    receiptType: status === 'ACCEPT' ? 'CANCEL' : 'STOP_SHIPMENT',
    vendorItemIds: receipt.items.map(({ option }) => rawNumber(option.vendorItemId)),
    totalCount: receipt.items.reduce((sum, { cancelCount }) => sum + cancelCount, 0),
  };
}
