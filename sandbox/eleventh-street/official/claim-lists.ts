import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Claim, ClaimKind } from '../claims/claim.ts';
import type { GrantedCall } from '../gateway/call.ts';
import type { Fields } from '../gateway/xml.ts';
import { canceledRow, cancelRow, exchangedRow, exchangeRow, returnedRow, returnRow } from './claim-rows.ts';
import { NO_CASES, rowOf, rowsAnswer } from './rows.ts';
import { isWithin, readWindow, WINDOW_RULES, type WindowRule } from './windows.ts';

interface ClaimList {
  readonly kind: ClaimKind;
  readonly rule: WindowRule;
  readonly holds: (claim: Claim) => boolean;
  readonly row: (claim: Claim) => Fields;
}

const isOpen = ({ endedAt }: Claim) => endedAt === null;
const isDone = ({ state }: Claim) => state === 'done';

// An open claim is found by the day of the request, a closed one by the day of its end.
const listOf =
  ({ kind, rule, holds, row }: ClaimList) =>
  (call: GrantedCall): WireAnswer => {
    const span = readWindow(call, rule);
    const claims = call.shop.claims
      .ofKind(kind)
      .filter((claim) => holds(claim) && isWithin(span, claim.endedAt ?? claim.requestedAt));
    return rowsAnswer(
      call,
      claims.map((claim) => rowOf(claim, row)),
      NO_CASES,
    );
  };

const { cancels, claims } = WINDOW_RULES;

/** The lists of cancels (sheet §3.6). One that was refused is shown by the back office only (§4.2). */
export const listCancelRequests = listOf({ kind: 'cancel', rule: cancels, holds: isOpen, row: cancelRow });
export const listCanceled = listOf({
  kind: 'cancel',
  rule: cancels,
  holds: (claim) => isDone(claim) && !claim.isAfterDecision,
  row: canceledRow,
});
export const listWithdrawnCancels = listOf({
  kind: 'cancel',
  rule: cancels,
  holds: ({ state }) => state === 'withdrawn',
  row: cancelRow,
});
export const listCanceledAfterDecision = listOf({
  kind: 'cancel',
  rule: cancels,
  holds: (claim) => isDone(claim) && claim.isAfterDecision,
  row: returnedRow,
});

// Refused returns and exchanges stand among the withdrawn ones: `clmStat` 107 and 232 belong to no other list.
const isGivenUp = ({ state }: Claim) => state === 'withdrawn' || state === 'rejected';

/** The lists of returns (sheet §3.7). */
export const listReturnRequests = listOf({ kind: 'return', rule: claims, holds: isOpen, row: returnRow });
export const listReturned = listOf({ kind: 'return', rule: claims, holds: isDone, row: returnedRow });
export const listWithdrawnReturns = listOf({
  kind: 'return',
  rule: claims,
  holds: isGivenUp,
  row: returnedRow,
});

/** The lists of exchanges (sheet §3.8). */
export const listExchangeRequests = listOf({
  kind: 'exchange',
  rule: claims,
  holds: isOpen,
  row: exchangeRow,
});
export const listExchanged = listOf({ kind: 'exchange', rule: claims, holds: isDone, row: exchangedRow });
export const listWithdrawnExchanges = listOf({
  kind: 'exchange',
  rule: claims,
  holds: isGivenUp,
  row: exchangedRow,
});
