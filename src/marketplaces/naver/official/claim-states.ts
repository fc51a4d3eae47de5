import type { ClaimKind, ClaimState } from '../../../domain/claim.ts';
import type { Instant } from '../../../domain/order.ts';

/** What decides the state of one claim. */
export interface ClaimFacts {
  readonly kind: ClaimKind;
  readonly claimStatus: string;
  readonly holdbackStatus: string | null;
  /** When the claim ended, and when its line was dispatched, where Naver says. */
  readonly endedAt: Instant | null;
  readonly dispatchedAt: Instant | null;
}

const CANCEL_REJECT = 'CANCEL_REJECT';

/**
 * Claim statuses by kind (sheet §4.1, §4.3); collecting is shared by returns and exchanges. Naver's `_REJECT` means
 * refused as well as withdrawn: where nothing tells them apart it is taken for what the state machine of the sheet
 * says, refused.
 */
export const CLAIM_STATUSES: Readonly<Record<ClaimKind, Readonly<Record<string, ClaimState>>>> = {
  cancel: {
    CANCEL_REQUEST: 'requested',
    CANCELING: 'approved',
    CANCEL_DONE: 'done',
    [CANCEL_REJECT]: 'withdrawn',
    ADMIN_CANCELING: 'approved',
    ADMIN_CANCEL_DONE: 'done',
    ADMIN_CANCEL_REJECT: 'withdrawn',
  },
  return: {
    RETURN_REQUEST: 'requested',
    COLLECTING: 'collecting',
    COLLECT_DONE: 'collected',
    RETURN_DONE: 'done',
    RETURN_REJECT: 'rejected',
  },
  exchange: {
    EXCHANGE_REQUEST: 'requested',
    COLLECTING: 'collecting',
    COLLECT_DONE: 'collected',
    EXCHANGE_REDELIVERING: 'reshipped',
    EXCHANGE_DONE: 'done',
    EXCHANGE_REJECT: 'rejected',
  },
};

const HELD = 'HOLDBACK';

/** States in which a hold stops the claim; later it is only what once was. */
const HOLDABLE: ReadonlySet<ClaimState> = new Set(['requested', 'collecting', 'collected']);

/** The unified state, or null where Naver says something nobody has mapped (law 11), with what Naver said. */
export function claimStateOf(facts: ClaimFacts): {
  readonly state: ClaimState | null;
  readonly nativeStatus: string;
} {
  const { claimStatus, kind } = facts;
  const table = CLAIM_STATUSES[kind];
  const state = Object.hasOwn(table, claimStatus) ? (table[claimStatus] ?? null) : null;
  if (isHeld(facts, state)) return { state: 'on_hold', nativeStatus: `${claimStatus}/${HELD}` };
  const isRefused = claimStatus === CANCEL_REJECT && wasDispatched(facts);
  return { state: isRefused ? 'rejected' : state, nativeStatus: claimStatus };
}

function isHeld({ holdbackStatus }: ClaimFacts, state: ClaimState | null): boolean {
  return holdbackStatus === HELD && state !== null && HOLDABLE.has(state);
}

/** Dispatching is how a seller refuses a cancel (sheet §3.4); one withdrawn before leaves the order to be shipped later. */
function wasDispatched({ dispatchedAt, endedAt }: ClaimFacts): boolean {
  return dispatchedAt !== null && (endedAt === null || dispatchedAt <= endedAt);
}
