import type {
  ClaimFault,
  ClaimKind,
  ClaimReason,
  ClaimRequester,
  ClaimState,
} from '../../../domain/claim.ts';

/** What decides the state of a claim. */
export interface StateFacts {
  readonly status: string;
  /** Whether the goods are on their way back under an invoice. */
  readonly pickedUp: boolean;
  /** Whether the replacement has reached the buyer. */
  readonly resent: boolean;
}

/** `CancelStatus` (sheet §4.2): 5 was refunded by the site, 6 after the money had gone to the seller. */
const CANCELS: Readonly<Record<string, ClaimState>> = {
  '1': 'requested',
  '2': 'approved',
  '3': 'done',
  '4': 'withdrawn',
  '5': 'done',
  '6': 'done',
};

/** `ReturnStatus`: 1 holds those on their way back too; 6 was refunded by the site. */
const RETURNS: Readonly<Record<string, ClaimState>> = {
  '1': 'requested',
  '2': 'collected',
  '3': 'on_hold',
  '4': 'done',
  '5': 'withdrawn',
  '6': 'done',
};

/** `ExchangeStatus`: 0 is a replacement that was sent; 4 exists at Gmarket only. */
const EXCHANGES: Readonly<Record<string, ClaimState>> = {
  '0': 'reshipped',
  '1': 'requested',
  '2': 'collected',
  '3': 'on_hold',
  '4': 'done',
  '5': 'withdrawn',
};

export const CLAIM_STATUSES: Readonly<Record<ClaimKind, Readonly<Record<string, ClaimState>>>> = {
  cancel: CANCELS,
  return: RETURNS,
  exchange: EXCHANGES,
};

/** The state of a claim, or null for a code nobody has mapped (law 11). */
export function claimStateOf(kind: ClaimKind, { status, pickedUp, resent }: StateFacts): ClaimState | null {
  const states = CLAIM_STATUSES[kind];
  const state = Object.hasOwn(states, status) ? (states[status] ?? null) : null;
  if (state === 'requested' && pickedUp && kind !== 'cancel') return 'collecting';
  if (state === 'reshipped' && resent) return 'done';
  return state;
}

/** `Reason`: whose fault it is (sheet §4.2). 2 is "other" and says nothing. */
export const FAULTS: Readonly<Record<string, ClaimFault>> = { '0': 'seller', '1': 'buyer' };

/** `RequestUser`: 4 is "other", 0 is nobody; 5 is whoever was given the gift. */
export const REQUESTERS: Readonly<Record<string, ClaimRequester>> = {
  '1': 'buyer',
  '2': 'seller',
  '3': 'marketplace',
  '5': 'buyer',
};

const SHARED_REASONS: Readonly<Record<string, ClaimReason>> = {
  '1': 'changed_mind',
  '2': 'wrong_option',
  '3': 'wrong_item_sent',
  '4': 'not_delivered',
  '5': 'defective',
};

/**
 * `ReasonCode` (sheet §4.2). 7, a gift that nobody accepted in time, 11, SmileFresh, and 6 of returns, "the seller
 * asked", have no word of the hub's.
 */
export const REASONS: Readonly<Record<ClaimKind, Readonly<Record<string, ClaimReason>>>> = {
  cancel: { ...SHARED_REASONS, '0': 'other', '6': 'sold_out', '8': 'gift_declined' },
  return: SHARED_REASONS,
  exchange: SHARED_REASONS,
};
