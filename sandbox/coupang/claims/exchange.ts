import type { Box, Invoice, SoldOption } from '../orders/box.ts';
import type { Reason } from './reasons.ts';

/** The statuses an exchange can be listed by (sheet §4.3). */
export const EXCHANGE_STATUSES = ['RECEIPT', 'PROGRESS', 'SUCCESS', 'REJECT', 'CANCEL'] as const;

export type ExchangeStatus = (typeof EXCHANGE_STATUSES)[number];

/** How far the goods have come on their way back (sheet §3.5). */
export type CollectStatus = 'BeforeDirection' | 'CompleteDirection' | 'CompleteCollect' | 'Withdraw';

/** The new box in which the replacement leaves. */
export interface Replacement {
  readonly shipmentBoxId: string;
  /** From when on lists show it: some ten minutes after the goods were received (sheet §3.5). */
  readonly showsAt: number;
  readonly invoice: Invoice | null;
  readonly dispatchedAt: number | null;
}

/** An exchange of units of one vendor item for the same. Never changed, only replaced. */
export interface Exchange {
  readonly exchangeId: string;
  readonly exchangeItemId: string;
  readonly exchangeAddressId: string;
  readonly orderId: string;
  readonly status: ExchangeStatus;
  readonly reason: Reason;
  readonly option: SoldOption;
  readonly quantity: number;
  readonly originalShipmentBoxId: string;
  readonly requester: Box['receiver'];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly modifiedBy: 'CUSTOMER' | 'VENDOR' | 'TRACKING';
  readonly collectStatus: CollectStatus;
  readonly collectInvoice: Invoice | null;
  readonly collectedAt: number | null;
  /** When the seller agreed; only the guide's edition knows such a step. */
  readonly approvedAt: number | null;
  readonly replacement: Replacement | null;
  readonly cancelReason: string | null;
  readonly rejectCode: 'SOLDOUT' | 'WITHDRAW' | null;
  readonly endedAt: number | null;
}

/** Whether it still waits for somebody. */
export function isOpenExchange({ status }: Exchange): boolean {
  return status === 'RECEIPT' || status === 'PROGRESS';
}

/** Whether the replacement has left. */
export function isDispatched({ replacement }: Exchange): boolean {
  return replacement?.invoice != null;
}
