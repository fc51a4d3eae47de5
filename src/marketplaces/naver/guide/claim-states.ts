import type { ClaimKind, ClaimState } from '../../../domain/claim.ts';

/** The claim types of the guide (guide §1.8.1). */
export const KIND_OF_TYPE: ReadonlyMap<string, ClaimKind> = new Map([
  ['CANCEL', 'cancel'],
  ['RETURN', 'return'],
  ['EXCHANGE', 'exchange'],
]);

/** Claim statuses by kind, as agreed: the guide shows `RETURN_REQUESTED` only (guide §1.8.1). */
export const CLAIM_STATUSES: Readonly<Record<ClaimKind, Readonly<Record<string, ClaimState>>>> = {
  cancel: {
    CANCEL_REQUESTED: 'requested',
    CANCELED: 'done',
    CANCEL_REJECTED: 'rejected',
    CANCEL_WITHDRAWN: 'withdrawn',
  },
  return: {
    RETURN_REQUESTED: 'requested',
    RETURN_APPROVED: 'approved',
    RETURN_COLLECTED: 'collected',
    RETURN_WITHHELD: 'on_hold',
    RETURN_COMPLETED: 'done',
    RETURN_REJECTED: 'rejected',
    RETURN_WITHDRAWN: 'withdrawn',
  },
  exchange: {
    EXCHANGE_REQUESTED: 'requested',
    EXCHANGE_APPROVED: 'approved',
    EXCHANGE_COLLECTED: 'collected',
    EXCHANGE_SHIPPED: 'reshipped',
    EXCHANGE_COMPLETED: 'done',
    EXCHANGE_REJECTED: 'rejected',
    EXCHANGE_WITHDRAWN: 'withdrawn',
  },
};

/** The unified state, or null for a status nobody has mapped (law 11). */
export function claimStateOf(kind: ClaimKind, claimStatus: string): ClaimState | null {
  const table = CLAIM_STATUSES[kind];
  return Object.hasOwn(table, claimStatus) ? (table[claimStatus] ?? null) : null;
}
