import { rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { type Box, type Invoice, inStatus, isItemCanceled, withInvoice, withItems } from '../orders/box.ts';
import { guideData, refuseGuide } from './answers.ts';
import { guideInvoice } from './couriers.ts';
import { bodyText, readGuideBody } from './input.ts';
import { readShipmentEntries, type ShipmentEntry } from './shipment-entries.ts';
import { judgeShipment, type ShipmentCode } from './shipment-rules.ts';

const MESSAGES: Readonly<Record<ShipmentCode, string>> = {
  OK: '',
  NOT_FOUND: '주문에 없는 옵션입니다.',
  INVALID_STATE: '발송할 수 없는 상태입니다.',
  ALREADY_PROCESSED: '이미 같은 송장으로 발송되었습니다.',
  INVALID_PARAMETER: '택배사, 송장번호 또는 수량이 올바르지 않습니다.',
  DUPLICATE_TRACKING_NUMBER: '이미 사용된 송장번호입니다.',
  INTERNAL_ERROR: '알 수 없는 오류가 발생했습니다.',
};

interface Row {
  readonly entry: ShipmentEntry;
  readonly box: Box | undefined;
  readonly code: ShipmentCode;
}

/** Ships vendor items of one order, each whole or by quantity in several parcels; every entry has a result of its own (guide §2.4.1, §2.4.3). */
export function shipGuideOrder(call: GrantedCall): WireAnswer {
  const { shop, params, frame, operation } = call;
  const orderId = params.orderId ?? '';
  if (shop.boxes.ofOrder(orderId).length === 0) refuseGuide('NOT_FOUND', 'there is no such order');
  const entries = readShipmentEntries(readGuideBody(call), orderId);
  const isStruck = frame.strike(operation, 'item_failure') !== undefined;
  const groups = [...Map.groupBy(entries, ({ vendorItemId }) => vendorItemId)];
  const rows = groups.flatMap(([vendorItemId, group], index): readonly Row[] => {
    const box = shop.boxes
      .ofOrder(orderId)
      .find(({ items }) => items.some(({ option }) => option.vendorItemId === vendorItemId));
    const code = isStruck && index === 0 ? 'INTERNAL_ERROR' : judgeShipment(shop, box, group, frame.now());
    if (code === 'OK' && box !== undefined) ship(call, box, group);
    return group.map((entry) => ({ entry, box, code }));
  });
  return guideData({
    results: entries.flatMap((entry) => rows.filter((row) => row.entry === entry)).map(view),
  });
}

function view({ entry, box, code }: Row): Record<string, unknown> {
  return {
    vendorItemId: rawNumber(entry.vendorItemId),
    shipmentBoxId: box === undefined ? null : rawNumber(box.shipmentBoxId),
    succeed: code === 'OK',
    resultCode: code,
    resultMessage: MESSAGES[code],
  };
}

// A box leaves when the last of its items has; until then those that left are known by their own parcels.
function ship({ shop, frame }: GrantedCall, box: Box, group: readonly ShipmentEntry[]): void {
  const now = frame.now();
  const parcels = group.flatMap(({ invoice, quantity }) =>
    invoice === undefined ? [] : [{ invoice, quantity: quantity ?? 0 }],
  );
  const shipped = withItems(box, (item) => {
    if (!group.some(({ vendorItemId }) => vendorItemId === item.option.vendorItemId)) return item;
    const left = item.shippingCount - item.cancelCount;
    return {
      ...item,
      invoiceUploadedAt: now,
      parcels: parcels.map(({ invoice, quantity }) => ({
        invoice,
        quantity: quantity === 0 ? left : quantity,
      })),
    };
  });
  for (const { invoice } of parcels) shop.invoiceUses.note(invoice, box.receiver, now);
  const hasAllLeft = shipped.items.every((item) => isItemCanceled(item) || item.parcels.length > 0);
  const [first] = parcels;
  shop.boxes.put(hasAllLeft && first !== undefined ? onItsWay(shipped, first.invoice, now) : shipped);
}

function onItsWay(box: Box, invoice: Invoice, now: number): Box {
  const instructed = box.status === 'ACCEPT' ? inStatus(box, 'INSTRUCT', now) : box;
  const left = withInvoice(instructed, invoice, 'invoices', now);
  return { ...left, items: box.items };
}

/** Changes the invoice of a box that left in one parcel (guide §2.4.2). */
export function changeGuideInvoice(call: GrantedCall): WireAnswer {
  const { shop, params, frame } = call;
  const body = readGuideBody(call, false);
  const box = shop.boxes.get(params.shipmentBoxId ?? '');
  if (box === undefined || box.orderId !== params.orderId) refuseGuide('NOT_FOUND', 'there is no such box');
  const invoice = guideInvoice(bodyText(body, 'deliveryCompanyCode'), bodyText(body, 'invoiceNumber'));
  if (box.invoice === null) refuseGuide('INVALID_STATE', 'the box has not been shipped');
  if (box.items.some(({ parcels }) => parcels.length > 1))
    refuseGuide('INVALID_STATE', 'the box left in several parcels');
  const now = frame.now();
  if (shop.invoiceUses.isTaken(invoice, box.receiver, now))
    refuseGuide('DUPLICATE_TRACKING_NUMBER', `invoiceNumber ${invoice.number} has been used`);
  shop.invoiceUses.note(invoice, box.receiver, now);
  shop.boxes.put(withInvoice(box, invoice, 'updateInvoices', now));
  return guideData({ shipmentBoxId: rawNumber(box.shipmentBoxId), status: 'DEPARTURE' });
}
