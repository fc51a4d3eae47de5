import type { Courier } from '../couriers.ts';

export type ClaimKind = 'cancel' | 'return' | 'exchange';

/**
 * How far a claim has come. `approved` means agreed to with the goods still to come, which only the guide edition
 * tells; `collected` may wait for its refund. `rejected` is what shipping the order makes of a cancel.
 */
export const CLAIM_STATES = [
  'requested',
  'approved',
  'collected',
  'reshipped',
  'done',
  'rejected',
  'withdrawn',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export type Fault = 'buyer' | 'seller' | 'carrier';

/** `RequestUser` and `ApproveUser` (sheet §4.2). */
export const PARTY = { nobody: 0, buyer: 1, seller: 2, support: 3, other: 4, giftReceiver: 5 } as const;
export type Party = (typeof PARTY)[keyof typeof PARTY];

/** `ReasonCode` of cancels, returns and exchanges (sheet §4.2). */
export const REASON = {
  other: 0,
  changedMind: 1,
  optionChange: 2,
  wrongItem: 3,
  notArrived: 4,
  defect: 5,
  soldOut: 6,
  giftExpired: 7,
  giftRefused: 8,
} as const;

/** The seller waits for money or goods before a claim goes on; it ends by itself after 30 days (sheet §7). */
export interface Hold {
  readonly reason: number;
  readonly detail: string;
  readonly at: number;
  readonly fee: number;
  freedAt: number | null;
}

/** The goods on their way back. */
export interface Pickup {
  /** The site sends its courier; otherwise somebody else arranges it. */
  bySite: boolean;
  courier: Courier | null;
  invoice: string | null;
  /** The courier is under way from here on. */
  orderedAt: number | null;
  completedAt: number | null;
}

/** The replacement on its way to the buyer. */
export interface Resend {
  courier: Courier;
  invoice: string;
  sentAt: number;
  deliveredAt: number | null;
}

/** What somebody wants undone about one order number. ESM gives it no number of its own; `claimNo` is the guide edition's. */
export interface Claim {
  readonly claimNo: string;
  readonly orderNo: string;
  readonly quantity: number;
  readonly requestedAt: number;
  readonly requestedBy: Party;
  readonly fault: Fault;
  readonly reasonCode: number;
  readonly reasonDetail: string;
  /** A conversion makes a return of an exchange, or the other way round. */
  kind: ClaimKind;
  state: ClaimState;
  changedAt: number;
  approvedBy: Party;
  approvedAt: number | null;
  withdrawnAt: number | null;
  completedAt: number | null;
  refundedAt: number | null;
  /** The refund was approved and waits for the other claims of the cart. */
  refundPending: boolean;
  /** The site, not the seller, gave the money back. */
  refundedBySite: boolean;
  /** Auction only: undone after the seller had been paid. */
  afterRemittance: boolean;
  readonly isFastRefund: boolean;
  /** What the way back costs; nothing for cancels. */
  readonly fee: number;
  hold: Hold | null;
  pickup: Pickup | null;
  resend: Resend | null;
  rejectReason: string | null;
}

/** Whether a claim has come to its end, either way. */
export function isEnded({ state }: Claim): boolean {
  return state === 'done' || state === 'rejected' || state === 'withdrawn';
}

/** Whether a claim came to nothing, so that its order goes on as before. */
export function isVoid({ state }: Claim): boolean {
  return state === 'rejected' || state === 'withdrawn';
}

/** Whether the seller holds a claim back now. */
export function isHeld({ hold }: Claim): boolean {
  return hold !== null && hold.freedAt === null;
}
