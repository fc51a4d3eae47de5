import type { Box, BoxItem, Invoice } from '../orders/box.ts';
import type { Reason } from './reasons.ts';

/** How far a receipt has come (sheet §3.4). */
export type ReceiptStatus =
  | 'RELEASE_STOP_UNCHECKED'
  | 'RETURNS_UNCHECKED'
  | 'VENDOR_WAREHOUSE_CONFIRM'
  | 'REQUEST_COUPANG_CHECK'
  | 'RETURNS_COMPLETED';

/** What came of the wish to stop a shipment; the last means that none was asked for. */
export type ReleaseStop = '미처리' | '처리(이미출고)' | '처리(출고중지)' | '자동처리(이미출고)' | '비대상';

/** Y shipped, N not shipped, S stopped, A already shipped when the stop was asked for. */
export type ReleaseStatus = 'Y' | 'N' | 'S' | 'A';

export interface ReceiptItem {
  readonly shipmentBoxId: string;
  readonly option: BoxItem['option'];
  readonly purchaseCount: number;
  readonly cancelCount: number;
  readonly releaseStatus: ReleaseStatus;
}

/** A cancel or a return, as Coupang files it: under one number from the first wish to the refund. Never changed, only replaced. */
export interface Receipt {
  readonly receiptId: string;
  readonly orderId: string;
  readonly paymentId: string;
  /** CANCEL only for what was cancelled before the acknowledgement: done at once, and not to be answered. */
  readonly receiptType: 'RETURN' | 'CANCEL';
  readonly status: ReceiptStatus;
  readonly releaseStop: ReleaseStop;
  readonly createdBy: 'buyer' | 'seller';
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly reason: Reason;
  readonly requester: Box['receiver'];
  readonly items: readonly ReceiptItem[];
  readonly returnDeliveryId: string;
  /** Whose courier fetches the goods: Coupang's, a linked one, or one the seller calls himself. */
  readonly returnDeliveryType: '전담택배' | '연동택배' | '수기관리';
  readonly collectInvoice: Invoice | null;
  /** When the goods stood at the seller's door; Coupang's answers do not tell. */
  readonly collectedAt: number | null;
  /** When the seller agreed to the return; only the guide's edition knows such a step. */
  readonly approvedAt: number | null;
  /** Since when the goods are confirmed to be back. */
  readonly receivedAt: number | null;
  readonly preRefund: boolean;
  readonly completeConfirm: 'VENDOR_CONFIRM' | 'UNDEFINED' | 'CS_CONFIRM';
  /** In won; positive when the seller pays, negative when the customer does. */
  readonly returnShippingCharge: number;
  /** Null while it is open. A withdrawn or rejected receipt is in no list any more. */
  readonly outcome: 'done' | 'withdrawn' | 'rejected' | null;
  readonly endedAt: number | null;
}

/** Whether it still waits for somebody. */
export function isOpenReceipt({ outcome }: Receipt): boolean {
  return outcome === null;
}

/** Whether it is in Coupang's lists. */
export function isListedReceipt({ outcome }: Receipt): boolean {
  return outcome === null || outcome === 'done';
}

/** A cancel, until it turns out that the goods had left: from then on it is a return. */
export function kindOf({ receiptType, releaseStop }: Receipt): 'cancel' | 'return' {
  return receiptType === 'CANCEL' || releaseStop === '미처리' || releaseStop === '처리(출고중지)'
    ? 'cancel'
    : 'return';
}

/** Whether it keeps what it is about from being shipped, until the seller has answered. */
export function isHolding({ releaseStop, outcome }: Receipt): boolean {
  return releaseStop === '미처리' && outcome === null;
}

/** How many units it is about. */
export function cancelCountSum({ items }: Receipt): number {
  return items.reduce((sum, { cancelCount }) => sum + cancelCount, 0);
}

/** The receipt with every item in this state of shipping. */
export function released(receipt: Receipt, releaseStatus: ReleaseStatus): Receipt {
  return { ...receipt, items: receipt.items.map((item) => ({ ...item, releaseStatus })) };
}
