import type { JsonObject } from '../../frame/json.ts';
import { hasOpenClaim } from '../orders/claiming.ts';
import { changeInvoice, dispatch, holdDispatch, releaseDispatch } from '../orders/fulfilment.ts';
import { isGiftWaiting, isKeptBack, type Parcel, type ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import type { OperationCall } from '../wire/operation.ts';
import { parcelIn } from './codes.ts';
import { idsIn, settleLines } from './items.ts';
import { readBody, textIn } from './parameters.ts';
import type { GuideCode } from './refusal.ts';

/** `POST …/pay-orders/ship`: one parcel for all the lines named (guide 1.4.1). */
export function ship(call: OperationCall): JsonObject {
  const { shop, now } = call;
  const body = readBody(call.body);
  const ids = idsIn(body);
  const parcel = parcelOf(body);
  return settleLines(call, ids, (line) => {
    const refusal = notSendable(line, shop);
    if (refusal !== undefined) return refusal;
    if (isWithAnotherOrder(parcel, line, shop)) return 'DUPLICATE_TRACKING_NUMBER';
    return () => dispatch(shop.book, line, parcel, { sentAt: now, at: now });
  });
}

/** `PUT …/pay-orders/{id}/dispatch`: another invoice for a line on its way (guide 1.4.2). */
export function changeDispatch(call: OperationCall): JsonObject {
  const { shop, now, pathId } = call;
  const parcel = parcelOf(readBody(call.body));
  return settleLines(call, [pathId], (line) => {
    if (line.isDirectLogistics) return 'FORBIDDEN';
    if (line.status !== 'DELIVERING') return 'INVALID_STATE';
    if (isWithAnotherOrder(parcel, line, shop)) return 'DUPLICATE_TRACKING_NUMBER';
    return () => changeInvoice(shop.book, line, parcel, now);
  });
}

/** `PUT …/pay-orders/hold` (guide 1.4.3). */
export function hold(call: OperationCall): JsonObject {
  const { shop, now } = call;
  const body = readBody(call.body);
  const ids = idsIn(body);
  const reason = textIn(body, 'reason');
  return settleLines(call, ids, (line) => {
    if (isKeptBack(line) && line.status === 'PAYED') return 'ALREADY_PROCESSED';
    if (line.status !== 'PAYED' || hasOpenClaim(line)) return 'INVALID_STATE';
    return () => holdDispatch(shop.book, line, reason, now);
  });
}

/** `PUT …/pay-orders/release-hold` (guide 1.4.4). */
export function releaseHold(call: OperationCall): JsonObject {
  const { shop, now } = call;
  return settleLines(call, idsIn(readBody(call.body)), (line) => {
    if (line.status !== 'PAYED' || line.hold === undefined) return 'INVALID_STATE';
    if (!isKeptBack(line)) return 'ALREADY_PROCESSED';
    return () => releaseDispatch(shop.book, line, now);
  });
}

function parcelOf(body: JsonObject): Parcel {
  return parcelIn(textIn(body, 'deliveryCompanyCode'), textIn(body, 'trackingNumber'));
}

function notSendable(line: ProductOrder, { rules }: Shop): GuideCode | undefined {
  if (line.isDirectLogistics) return 'FORBIDDEN';
  if (line.status === 'DELIVERING') return 'ALREADY_PROCESSED';
  const isReady = line.status === 'PAYED' && !hasOpenClaim(line) && !isKeptBack(line) && !isGiftWaiting(line);
  const needsConfirm = rules.dispatchNeedsConfirm && line.placeOrderStatus !== 'OK';
  return isReady && !needsConfirm ? undefined : 'INVALID_STATE';
}

/** Lines of one order may travel together, whatever their packages. */
function isWithAnotherOrder(parcel: Parcel, { order }: ProductOrder, { book }: Shop): boolean {
  const holder = book.invoiceHolder(parcel);
  return holder !== undefined && !order.productOrders.some(({ packageNumber }) => packageNumber === holder);
}
