import { DELIVERY_METHODS } from '../orders/codes.ts';
import { dispatch } from '../orders/fulfilment.ts';
import { isGiftWaiting, type ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { asObject, readCode, readDateTime, readList, readObject, readText } from '../wire/body.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';
import { badParameter, unreadableBody } from '../wire/refusal.ts';
import { type Item, type ItemCode, settle, settledData } from './items.ts';
import { type ParcelRequest, parcelOf } from './parcel-request.ts';
import { isBeingCanceled } from './sendable.ts';

const ITEMS_MAX = 30;

interface DispatchRequest extends ParcelRequest {
  readonly productOrderId: string;
  readonly dispatchedAt: number;
}

/** `POST …/product-orders/dispatch`: registers invoices and sends the lines (sheet §3.4). */
export function dispatchLines(call: OperationCall): Reply {
  const requests = readList(readObject(call.body), 'dispatchProductOrders', ITEMS_MAX).map(readRequest);
  const items = requests.map((request) => itemFor(request, call));
  return { data: settledData(settle(call, items, ['9999', '104122'])) };
}

function readRequest(value: unknown): DispatchRequest {
  const item = asObject(value);
  const productOrderId = readText(item, 'productOrderId');
  const deliveryMethod = readCode(item, 'deliveryMethod', DELIVERY_METHODS);
  const courier = readText(item, 'deliveryCompanyCode');
  const dispatchedAt = readDateTime(item, 'dispatchDate');
  if (productOrderId === undefined) throw badParameter('dispatchProductOrders.productOrderId', 'NotNull');
  if (deliveryMethod === undefined) throw badParameter('dispatchProductOrders.deliveryMethod', 'NotNull');
  if (dispatchedAt === undefined) throw badParameter('dispatchProductOrders.dispatchDate', 'NotNull');
  if (courier === '') throw unreadableBody('deliveryCompanyCode: 허용되지 않는 값입니다.');
  return {
    productOrderId,
    method: deliveryMethod,
    courier,
    trackingNumber: readText(item, 'trackingNumber'),
    dispatchedAt,
  };
}

function itemFor(request: DispatchRequest, { shop, now }: OperationCall): Item {
  return {
    productOrderId: request.productOrderId,
    attempt(line) {
      const refusal = refusalOf(line, shop);
      if (refusal !== undefined) return refusal;
      const parcel = parcelOf(request);
      if (typeof parcel === 'string') return parcel;
      if (shop.book.isInvoiceTaken(parcel, line.packageNumber)) return '104121';
      const sentAt = request.dispatchedAt;
      if (sentAt > now || sentAt < (line.order.paidAt ?? now)) return '104133';
      return () => dispatch(shop.book, line, parcel, { sentAt, at: now });
    },
  };
}

function refusalOf(line: ProductOrder, { rules }: Shop): ItemCode | undefined {
  if (line.isDirectLogistics) return '105308';
  if (line.status === 'DELIVERING') return '105306';
  if (line.status !== 'PAYED' || isBeingCanceled(line) || isGiftWaiting(line)) return '104442';
  return rules.dispatchNeedsConfirm && line.placeOrderStatus !== 'OK' ? '104443' : undefined;
}
