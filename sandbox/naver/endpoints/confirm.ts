import { confirm } from '../orders/fulfilment.ts';
import { isGiftWaiting, type ProductOrder } from '../orders/product-order.ts';
import { readObject, readTexts } from '../wire/body.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';
import { type ItemCode, settle } from './items.ts';
import { isBeingCanceled } from './sendable.ts';

const IDS_MAX = 30;

/** `POST …/product-orders/confirm` (sheet §3.4). */
export function confirmLines(call: OperationCall): Reply {
  const { shop, now } = call;
  const ids = readTexts(readObject(call.body), 'productOrderIds', IDS_MAX);
  const items = ids.map((productOrderId) => ({
    productOrderId,
    attempt: (line: ProductOrder) => refusalOf(line) ?? (() => confirm(shop.book, line, now)),
  }));
  const { done, failed } = settle(call, items, ['9999', '104133']);
  return {
    data: JSON.stringify({
      successProductOrderInfos: done.map(({ productOrderId, receiverAddressChanged }) => ({
        productOrderId,
        isReceiverAddressChanged: receiverAddressChanged,
      })),
      failProductOrderInfos: failed,
    }),
  };
}

function refusalOf(line: ProductOrder): ItemCode | undefined {
  if (line.isDirectLogistics) return '101011';
  if (line.status !== 'PAYED' || isBeingCanceled(line) || isGiftWaiting(line)) return '104442';
  return line.placeOrderStatus === 'OK' ? '105306' : undefined;
}
