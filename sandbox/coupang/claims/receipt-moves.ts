import { type Box, type BoxItem, type Invoice, withInvoice, withItems } from '../orders/box.ts';
import { inventInvoice } from '../shop/invented-invoice.ts';
import type { Shop } from '../shop/shop.ts';
import type { Reason } from './reasons.ts';
import { isHolding, isOpenReceipt, kindOf, type Receipt, type ReceiptItem, released } from './receipt.ts';

/** Some units of one vendor item in one box. */
export interface Units {
  readonly vendorItemId: string;
  readonly count: number;
}

/** What is filed, about what, by whom. */
export interface Filing {
  readonly box: Box;
  readonly units: readonly Units[];
  readonly reason: Reason;
  readonly createdBy: Receipt['createdBy'];
  readonly now: number;
}

type Change = (item: BoxItem, count: number) => BoxItem;

const RETURN_FEE = 2_500;

const hold: Change = (item, count) => ({ ...item, holdCountForCancel: item.holdCountForCancel + count });
const letGo: Change = (item, count) => ({ ...item, holdCountForCancel: item.holdCountForCancel - count });
const cancel: Change = (item, count) => ({ ...item, cancelCount: item.cancelCount + count });
const takeBack: Change = (item, count) => ({ ...item, returnCount: item.returnCount + count });

/** Cancels what is still ACCEPT: at once, and nobody is asked (sheet §3.3). */
export function fileCancel(shop: Shop, filing: Filing): Receipt {
  const receipt: Receipt = {
    ...draft(shop, filing, 'N'),
    receiptType: 'CANCEL',
    status: 'RETURNS_COMPLETED',
    outcome: 'done',
    endedAt: filing.now,
  };
  changeUnits(shop, receipt, cancel);
  shop.claims.receipts.put(receipt);
  return receipt;
}

/** Asks to stop a shipment: what it is about is held until the seller has answered. */
export function fileStop(shop: Shop, filing: Filing): Receipt {
  const receipt: Receipt = {
    ...draft(shop, filing, 'N'),
    status: 'RELEASE_STOP_UNCHECKED',
    releaseStop: '미처리',
    returnShippingCharge: chargeOf(filing.reason),
  };
  changeUnits(shop, receipt, hold);
  shop.claims.receipts.put(receipt);
  return receipt;
}

/** Asks to send back what has been shipped. */
export function fileReturn(shop: Shop, filing: Filing): Receipt {
  const receipt = { ...draft(shop, filing, 'Y'), returnShippingCharge: chargeOf(filing.reason) };
  shop.claims.receipts.put(receipt);
  return receipt;
}

/** The shipment is stopped: what was held is cancelled and paid back. */
export function stopShipment(shop: Shop, receipt: Receipt, now: number): void {
  if (isHolding(receipt)) changeUnits(shop, receipt, letGo);
  changeUnits(shop, receipt, cancel);
  shop.claims.receipts.put({
    ...released(receipt, 'S'),
    status: 'RETURNS_COMPLETED',
    releaseStop: '처리(출고중지)',
    returnShippingCharge: 0,
    completeConfirm: 'VENDOR_CONFIRM',
    modifiedAt: now,
    outcome: 'done',
    endedAt: now,
  });
}

/** The goods had left already: the cancel becomes a return, whose freight the seller pays (sheet §3.3). */
export function turnIntoReturn(
  shop: Shop,
  receipt: Receipt,
  how: '처리(이미출고)' | '자동처리(이미출고)',
  now: number,
): void {
  if (isHolding(receipt)) changeUnits(shop, receipt, letGo);
  shop.claims.receipts.put({
    ...released(receipt, 'A'),
    status: 'RETURNS_UNCHECKED',
    releaseStop: how,
    returnShippingCharge: RETURN_FEE,
    modifiedAt: now,
  });
}

/** A box leaves although its shipment was to be stopped: every stop asked for it is overtaken. */
export function overtakeStops(shop: Shop, shipmentBoxId: string, now: number): void {
  for (const receipt of openStopsOf(shop, shipmentBoxId)) {
    turnIntoReturn(shop, receipt, '자동처리(이미출고)', now);
  }
}

/** The stops of a box's shipment that the seller has not answered. */
export function openStopsOf(shop: Shop, shipmentBoxId: string): readonly Receipt[] {
  const box = shop.boxes.get(shipmentBoxId);
  const held = box?.items.map(({ option }) => option.vendorItemId) ?? [];
  return shop.claims.receipts
    .ofOrder(box?.orderId ?? '')
    .filter(isHolding)
    .filter(({ items }) => items.some(({ option }) => held.includes(option.vendorItemId)));
}

/** A box leaves with this invoice in answer to a stop: others that were asked for it are overtaken. */
export function shipInAnswer(shop: Shop, box: Box, invoice: Invoice, now: number): void {
  shop.invoiceUses.note(invoice, box.receiver, now);
  shop.boxes.put(withInvoice(box, invoice, 'invoices', now));
  overtakeStops(shop, box.shipmentBoxId, now);
}

/** A courier brings the goods back to the seller. */
export function collect(shop: Shop, receipt: Receipt, now: number): void {
  shop.claims.receipts.put({
    ...receipt,
    collectInvoice: receipt.collectInvoice ?? inventInvoice(shop.claimRandom),
    collectedAt: now,
    modifiedAt: now,
  });
}

/** The seller confirms that the goods are back. */
export function receive(shop: Shop, receipt: Receipt, now: number): void {
  shop.claims.receipts.put({
    ...receipt,
    status: 'VENDOR_WAREHOUSE_CONFIRM',
    receivedAt: now,
    collectedAt: receipt.collectedAt ?? now,
    modifiedAt: now,
  });
}

/** The return is over and paid back. */
export function complete(
  shop: Shop,
  receipt: Receipt,
  completeConfirm: Receipt['completeConfirm'],
  now: number,
): void {
  changeUnits(shop, receipt, takeBack);
  shop.claims.receipts.put({
    ...receipt,
    status: 'RETURNS_COMPLETED',
    completeConfirm,
    receivedAt: receipt.receivedAt ?? now,
    modifiedAt: now,
    outcome: 'done',
    endedAt: now,
  });
}

/** The wish is dropped, by the buyer or by the seller's refusal: nothing is held any more, and the receipt leaves the lists. */
export function drop(shop: Shop, receipt: Receipt, outcome: 'withdrawn' | 'rejected', now: number): void {
  if (isHolding(receipt)) changeUnits(shop, receipt, letGo);
  shop.claims.receipts.put({ ...receipt, outcome, modifiedAt: now, endedAt: now });
}

/** How many units of an item open returns have laid claim to. */
export function unitsInReturn(shop: Shop, orderId: string, vendorItemId: string): number {
  return shop.claims.receipts
    .ofOrder(orderId)
    .filter((receipt) => isOpenReceipt(receipt) && kindOf(receipt) === 'return')
    .flatMap(({ items }) => items)
    .filter(({ option }) => option.vendorItemId === vendorItemId)
    .reduce((sum, { cancelCount }) => sum + cancelCount, 0);
}

function chargeOf({ fault }: Reason): number {
  if (fault === 'CUSTOMER') return -RETURN_FEE;
  return fault === 'VENDOR' ? RETURN_FEE : 0;
}

function draft(shop: Shop, filing: Filing, releaseStatus: ReceiptItem['releaseStatus']): Receipt {
  const { box, units, reason, createdBy, now } = filing;
  const { claimIds } = shop;
  return {
    receiptId: claimIds.receipt(),
    orderId: box.orderId,
    paymentId: claimIds.payment(),
    receiptType: 'RETURN',
    status: 'RETURNS_UNCHECKED',
    releaseStop: '비대상',
    createdBy,
    createdAt: now,
    modifiedAt: now,
    reason,
    requester: box.receiver,
    items: units.flatMap(({ vendorItemId, count }) =>
      box.items
        .filter(({ option }) => option.vendorItemId === vendorItemId)
        .map(({ option, shippingCount }) => ({
          shipmentBoxId: box.shipmentBoxId,
          option,
          purchaseCount: shippingCount,
          cancelCount: count,
          releaseStatus,
        })),
    ),
    returnDeliveryId: claimIds.returnDelivery(),
    returnDeliveryType: '연동택배',
    collectInvoice: null,
    collectedAt: null,
    approvedAt: null,
    receivedAt: null,
    preRefund: false,
    completeConfirm: 'UNDEFINED',
    returnShippingCharge: 0,
    outcome: null,
    endedAt: null,
  };
}

// A split may have moved the item to a box of another number; an order holds a vendor item once at most.
function changeUnits(shop: Shop, { orderId, items }: Receipt, change: Change): void {
  for (const { option, cancelCount } of items) {
    const holds = ({ items }: Box) => items.some((item) => item.option.vendorItemId === option.vendorItemId);
    const box = shop.boxes.ofOrder(orderId).find(holds);
    if (box === undefined) continue;
    const changed = withItems(box, (item) =>
      item.option.vendorItemId === option.vendorItemId ? change(item, cancelCount) : item,
    );
    shop.boxes.put(changed);
  }
}
