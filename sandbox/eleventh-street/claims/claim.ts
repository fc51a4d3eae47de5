import type { OrderLine, Parcel, Receiver } from '../orders/line.ts';

export type ClaimKind = 'cancel' | 'return' | 'exchange';
export type Fault = 'buyer' | 'seller' | 'carrier';

/**
 * Where a claim stands, in words that fit both editions. The official lists know no `approved` or `collected` return:
 * there the seller's approval refunds (sheet §3.7).
 */
export type ClaimState =
  | 'requested'
  | 'approved'
  | 'collected'
  | 'on_hold'
  | 'completion_on_hold'
  | 'reshipped'
  | 'done'
  | 'rejected'
  | 'withdrawn';

/** What a buyer wants undone about one line. */
export interface Claim {
  /** `ordPrdCnSeq` of a cancel, `clmReqSeq` of the others: two number spaces, in which the same number may occur (sheet §4.2). */
  readonly seq: string;
  /** `clmNo` of the guide, where one number has to say it all. */
  readonly clmNo: string;
  readonly kind: ClaimKind;
  readonly line: OrderLine;
  readonly quantity: number;
  readonly by: 'buyer' | 'seller';
  readonly fault: Fault;
  readonly reasonCode: string;
  readonly reasonText: string;
  /** `ordCnTypCd` 02: the buyer cancelled alone because dispatch was late. */
  readonly isForced: boolean;
  /** Cancelled after the purchase was confirmed (`officecancellist`). */
  readonly isAfterDecision: boolean;
  state: ClaimState;
  readonly requestedAt: number;
  changedAt: number;
  /** When it was done, rejected or withdrawn; null while it is open. */
  endedAt: number | null;
  /** `twMthd`: how the goods come back. */
  readonly collectMethod: string;
  collect: { readonly courierCode: string; readonly invoice: string } | null;
  collectedAt: number | null;
  fee: number | null;
  /** `clmDlvCstMthd`: how the fee is paid. */
  readonly feeMeans: string;
  refunded: boolean;
  replacement: Parcel | null;
  readonly newReceiver: Receiver | null;
  /** The seller's last word on it, when he refused or held it back. */
  answer: { readonly code: string; readonly text: string } | null;
}

/** Who pays the way back: the one whose fault it is; the buyer pays only for his own. */
export function feePayerOf({ kind, fault }: Claim): 'buyer' | 'seller' | null {
  if (kind === 'cancel') return null;
  return fault === 'buyer' ? 'buyer' : 'seller';
}
