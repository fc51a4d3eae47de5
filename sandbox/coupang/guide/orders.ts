import type { WireAnswer } from '../../frame/marketplace.ts';
import { struckRows } from '../claims/row-faults.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Box } from '../orders/box.ts';
import { guideData, guidePage, refuseGuide } from './answers.ts';
import { choiceOf, createdSpan, pageOf, placeAt } from './input.ts';
import { GUIDE_STATUSES, guideOrderView, guideStatusOf } from './order-json.ts';

const placeOf = ({ orderedAt, shipmentBoxId }: Box) => placeAt(orderedAt, shipmentBoxId);

/** Lists orders by the time of the order, and by status if one is asked for (guide §2.3.1). */
export function listGuideOrders(call: GrantedCall): WireAnswer {
  const { shop, query, frame } = call;
  const span = createdSpan(call, false);
  const status = choiceOf(query, 'status', GUIDE_STATUSES);
  const now = frame.now();
  const boxes = [...shop.boxes.all()]
    .filter(({ orderedAt, listedFrom }) => orderedAt >= span.from && orderedAt < span.to && listedFrom <= now)
    .filter((box) => status === undefined || guideStatusOf(shop, box) === status)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const { page, nextToken } = pageOf(query, boxes, placeOf);
  const views = page.map((box) => guideOrderView(shop, box));
  return guidePage(struckRows(call, views, 'status'), nextToken);
}

/** Every box of one order (guide §2.3.2). */
export function readGuideOrder({ shop, params }: GrantedCall): WireAnswer {
  const boxes = shop.boxes.ofOrder(params.orderId ?? '');
  if (boxes.length === 0) refuseGuide('NOT_FOUND', 'there is no such order');
  return guideData(boxes.map((box) => guideOrderView(shop, box)));
}
