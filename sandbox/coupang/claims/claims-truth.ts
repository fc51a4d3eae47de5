import type { Shop } from '../shop/shop.ts';
import { formatInstant } from '../time.ts';
import { type Exchange, isDispatched } from './exchange.ts';
import { cancelCountSum, kindOf, type Receipt } from './receipt.ts';

const instantOrNull = (at: number | null) => (at === null ? null : formatInstant(at));

/** Everything the stand-in knows about the claims of a shop, or of one order; ids are texts. */
export function claimsTruth(
  { claims }: Shop,
  orderId: string | undefined,
): readonly Record<string, unknown>[] {
  const receipts = orderId === undefined ? claims.receipts.all() : claims.receipts.ofOrder(orderId);
  const exchanges = orderId === undefined ? claims.exchanges.all() : claims.exchanges.ofOrder(orderId);
  return [...receipts.map(receiptTruth), ...exchanges.map(exchangeTruth)];
}

/** Whether the buyer of a receipt has his money back. */
export function isRefunded({ outcome, preRefund }: Receipt): boolean {
  return outcome === 'done' || (outcome === null && preRefund);
}

/** Everything the stand-in knows about one receipt. */
export function receiptTruth(receipt: Receipt): Record<string, unknown> {
  const { reason, requester, items, collectInvoice } = receipt;
  return {
    claimId: receipt.receiptId,
    kind: kindOf(receipt),
    orderId: receipt.orderId,
    receiptType: receipt.receiptType,
    status: receipt.status,
    releaseStopStatus: receipt.releaseStop,
    outcome: receipt.outcome,
    createdBy: receipt.createdBy,
    createdAt: formatInstant(receipt.createdAt),
    modifiedAt: formatInstant(receipt.modifiedAt),
    approvedAt: instantOrNull(receipt.approvedAt),
    collectedAt: instantOrNull(receipt.collectedAt),
    receivedAt: instantOrNull(receipt.receivedAt),
    endedAt: instantOrNull(receipt.endedAt),
    reasonCode: reason.code,
    reasonText: reason.text,
    fault: reason.fault,
    requester,
    items: items.map(({ option, ...item }) => ({ vendorItemId: option.vendorItemId, ...item })),
    quantity: cancelCountSum(receipt),
    refunded: isRefunded(receipt),
    preRefund: receipt.preRefund,
    completeConfirmType: receipt.completeConfirm,
    returnDeliveryType: receipt.returnDeliveryType,
    returnShippingCharge: receipt.returnShippingCharge,
    collectDeliveryCompanyCode: collectInvoice?.courierCode ?? null,
    collectInvoiceNumber: collectInvoice?.number ?? null,
  };
}

/** Everything the stand-in knows about one exchange. */
export function exchangeTruth(exchange: Exchange): Record<string, unknown> {
  const { reason, replacement, collectInvoice } = exchange;
  return {
    claimId: exchange.exchangeId,
    kind: 'exchange',
    orderId: exchange.orderId,
    status: exchange.status,
    dispatched: isDispatched(exchange),
    createdAt: formatInstant(exchange.createdAt),
    modifiedAt: formatInstant(exchange.modifiedAt),
    approvedAt: instantOrNull(exchange.approvedAt),
    collectedAt: instantOrNull(exchange.collectedAt),
    endedAt: instantOrNull(exchange.endedAt),
    reasonCode: reason.code,
    reasonText: reason.text,
    fault: reason.fault,
    requester: exchange.requester,
    items: [
      {
        vendorItemId: exchange.option.vendorItemId,
        shipmentBoxId: exchange.originalShipmentBoxId,
        count: exchange.quantity,
      },
    ],
    quantity: exchange.quantity,
    collectStatus: exchange.collectStatus,
    collectDeliveryCompanyCode: collectInvoice?.courierCode ?? null,
    collectInvoiceNumber: collectInvoice?.number ?? null,
    replacementShipmentBoxId: replacement?.shipmentBoxId ?? null,
    replacementShowsAt: instantOrNull(replacement?.showsAt ?? null),
    replacementDeliveryCompanyCode: replacement?.invoice?.courierCode ?? null,
    replacementInvoiceNumber: replacement?.invoice?.number ?? null,
    cancelReason: exchange.cancelReason,
    rejectCode: exchange.rejectCode,
  };
}
