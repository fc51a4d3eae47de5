import type { ClaimKind, ClaimSnapshot } from '../../../domain/claim.ts';
import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimOutcome, ClaimRef, ClaimsDesk, ClaimsNow, ClaimTarget } from '../../kit/shop.ts';
import { type Failure, sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { CLAIM_CALLS } from './claim-calls.ts';
import { decodeClaims } from './decode-page.ts';
import { claimsQuery, withinReach } from './queries.ts';

/** The claims desk of one account. */
export function claimsDesk(ask: Ask, clock: () => Date): ClaimsDesk {
  return {
    read: (refs) => readClaims(ask, clock, refs),
    act: (action, targets) => act(ask, action, targets),
  };
}

const KINDS: readonly ClaimKind[] = ['cancel', 'return', 'exchange'];

/** No call reads one claim: the list of its kind is read from its request to now, for it goes by the last change. */
async function readClaims(ask: Ask, clock: () => Date, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const found = new Map<string, ClaimSnapshot>();
  for (const kind of KINDS) {
    const requested = refs
      .filter((ref) => ref.kind === kind)
      .map(({ requestedAt }) => Date.parse(requestedAt));
    if (requested.length === 0) continue;
    const now = clock();
    const from = withinReach(new Date(Math.min(...requested)), now);
    const query = claimsQuery({ from, to: now }, kind);
    const reads = await ask({ operation: 'claims', query, decode: (json) => decodeClaims(json, kind) });
    for (const read of reads) if (read.kind === 'claim') found.set(read.claim.nativeClaimId, read.claim);
  }
  const claims = refs.map(({ nativeClaimId }) => found.get(nativeClaimId));
  return {
    reads: claims.filter((claim) => claim !== undefined).map((claim) => ({ kind: 'claim', claim })),
    missing: refs
      .filter(({ nativeClaimId }) => !found.has(nativeClaimId))
      .map(({ nativeClaimId }) => ({ nativeClaimId, nativeText: '' })),
  };
}

/** Each claim is a call of its own. */
async function act(
  ask: Ask,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  const call = CLAIM_CALLS[action];
  if (call === undefined) throw new RangeError(`the guide does not offer ${action}`);
  const { operation, body, state, nativeStatus } = call;
  return sendInTurn<ClaimTarget, ClaimOutcome>(
    targets.map((target) => [target]),
    async ([target]) => {
      if (target === undefined) return [];
      await ask({
        operation,
        params: { clmNo: target.claim.nativeClaimId },
        ...(body === undefined ? {} : { body: body(target.payload) }),
        decode: () => null,
      });
      return [{ kind: 'done', item: target.item, state, nativeStatus }];
    },
    failed,
  );
}

function failed({ item }: ClaimTarget, failure: Failure): ClaimOutcome {
  return { ...failure, item };
}
