import { digitsOf } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { belongsElsewhere } from '../market.ts';
import type { Shop } from '../shop/shop.ts';
import { type Box, inStatus, isCanceled } from './box.ts';
import { readVendorBody } from './write-body.ts';
import { type ResultCode, type RowResult, summarise } from './write-results.ts';

const MAX_BOXES = 50;

/** Acknowledges boxes: each goes from ACCEPT to INSTRUCT, or is refused in a row of its own (sheet §3.2). */
export function acknowledge(call: GrantedCall): WireAnswer {
  const { shop, frame, operation } = call;
  const { shipmentBoxIds } = readVendorBody(call);
  if (!Array.isArray(shipmentBoxIds)) refuse('shipmentBoxIds is required');
  if (shipmentBoxIds.length > MAX_BOXES) refuse(`shipmentBoxIds must not be more than ${MAX_BOXES}`);
  const ids = shipmentBoxIds.map((id) => digitsOf(id) ?? refuse('shipmentBoxIds must be numbers'));
  const failing = frame.strike(operation, 'item_failure') !== undefined;
  const rows = ids.map((shipmentBoxId, index): RowResult => {
    const code = failing && index === 0 ? 'UNDEFINED_ERROR_OCCUR' : acknowledgeBox(call, shipmentBoxId);
    return { shipmentBoxId, code };
  });
  return writeData(summarise('instructStatus', rows, shop.random));
}

function acknowledgeBox({ market, shop, frame }: GrantedCall, shipmentBoxId: string): ResultCode {
  const box = shop.boxes.get(shipmentBoxId);
  if (box === undefined) {
    return belongsElsewhere(market, shop, shipmentBoxId) ? 'PERMISSION_DENIED' : 'NOT_FOUND_SHIPMENT_BOX';
  }
  const code = judge(shop, box);
  const { attempts, applied } = box.acknowledgement;
  const counted = {
    ...box,
    acknowledgement: { attempts: attempts + 1, applied: code === 'OK' ? applied + 1 : applied },
  };
  const now = frame.now();
  if (code === 'OK' && shop.ackLagMs > 0) {
    shop.lagging.push({ shipmentBoxId, acknowledgedAt: now, showsAt: now + shop.ackLagMs });
  }
  shop.boxes.put(code === 'OK' && shop.ackLagMs === 0 ? inStatus(counted, 'INSTRUCT', now) : counted);
  return code;
}

function judge(shop: Shop, box: Box): ResultCode {
  if (isCanceled(box)) return 'ORDER_DELIVERY_CANCELED';
  return isAcknowledged(shop, box) ? 'INVALID_STATUS' : 'OK';
}

/** Whether an acknowledgement has been accepted, even if it does not show yet. It fixes the address. */
export function isAcknowledged({ lagging }: Shop, { status, shipmentBoxId }: Box): boolean {
  return (
    status !== 'ACCEPT' || lagging.some((acknowledgement) => acknowledgement.shipmentBoxId === shipmentBoxId)
  );
}

/** Lets the acknowledgements show whose lag has passed. */
export function showDueAcknowledgements({ boxes, lagging }: Shop, now: number): void {
  const waiting = lagging.findIndex(({ showsAt }) => showsAt > now);
  for (const { shipmentBoxId, acknowledgedAt } of lagging.splice(0, waiting < 0 ? lagging.length : waiting)) {
    const box = boxes.get(shipmentBoxId);
    if (box?.status === 'ACCEPT') boxes.put(inStatus(box, 'INSTRUCT', acknowledgedAt));
  }
}
