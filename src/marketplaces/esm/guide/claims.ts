import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import { DAY_MS } from '../../kit/bucket.ts';
import type {
  ClaimOutcome,
  ClaimRef,
  ClaimsDesk,
  ClaimsNow,
  ClaimTarget,
  OrderRead,
} from '../../kit/shop.ts';
import { dayAfter, koreanMidnight } from '../../kit/sweeps/days.ts';
import { splitSpan } from '../../kit/windows.ts';
import { oneByOne } from '../one-by-one.ts';
import { readSited } from '../site.ts';
import { NO_SHIPMENT, noCallFor, noClaimOfEsm, turnedDown } from '../turned-down.ts';
import type { Client } from './client.ts';
import { withinReach } from './feeds.ts';
import { readClaimList } from './lists.ts';
import type { OperationName } from './operations.ts';

/** One action as a call (guide 4.5 to 4.7). */
interface ClaimCall {
  readonly operation: Exclude<OperationName, 'token'>;
  readonly body?: (payload: ClaimPayload) => object;
  readonly state: ClaimState;
  readonly nativeStatus: string;
}

const rejection = ({ text }: ClaimPayload) => ({ rejectReason: text ?? '' });

function parcel({ shipment }: ClaimPayload) {
  if (shipment === null) throw turnedDown('shipExchange', 'refused', NO_SHIPMENT);
  return { deliveryCompanyCode: shipment.carrierCode, trackingNumber: shipment.invoice };
}

export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, ClaimCall>>> = {
  'cancel.approve': { operation: 'approveCancel', state: 'done', nativeStatus: 'COMPLETED' },
  'cancel.reject': {
    operation: 'rejectCancel',
    body: rejection,
    state: 'rejected',
    nativeStatus: 'REJECTED',
  },
  'return.approve': { operation: 'approveReturn', state: 'approved', nativeStatus: 'APPROVED' },
  'return.reject': {
    operation: 'rejectReturn',
    body: rejection,
    state: 'rejected',
    nativeStatus: 'REJECTED',
  },
  'return.collect': { operation: 'collectReturn', state: 'collected', nativeStatus: 'COLLECTED' },
  'return.complete': { operation: 'completeReturn', state: 'done', nativeStatus: 'COMPLETED' },
  'exchange.approve': { operation: 'approveExchange', state: 'approved', nativeStatus: 'APPROVED' },
  'exchange.ship': {
    operation: 'shipExchange',
    body: parcel,
    state: 'reshipped',
    nativeStatus: 'SHIPPED',
  },
};

/** The claims desk of one account. */
export function claimsDesk(client: Client, clock: () => Date): ClaimsDesk {
  return {
    read: (refs) => readClaims(client, refs, clock()),
    act: (action, targets) =>
      oneByOne(
        targets,
        (target) => act(client, action, target),
        ({ item }, failure): ClaimOutcome => ({ ...failure, item }),
        (error) => error.retryHelps,
      ),
  };
}

async function act(
  client: Client,
  action: ClaimAction,
  { item, claim, payload }: ClaimTarget,
): Promise<ClaimOutcome> {
  const call = CLAIM_CALLS[action];
  if (call === undefined) throw turnedDown(action, 'not_offered', noCallFor(action));
  const { operation, body, state, nativeStatus } = call;
  const sited = readSited(claim.nativeClaimId);
  if (sited === null) throw turnedDown(operation, 'not_found', noClaimOfEsm(claim.nativeClaimId));
  await client.ask({
    operation,
    site: sited.site,
    params: { claimNo: sited.number },
    ...(body === undefined ? {} : { body: body(payload) }),
    decode: () => undefined,
  });
  return { kind: 'done', item, state, nativeStatus };
}

const WINDOW_MS = 30 * DAY_MS;

/** The guide has no look-up of one claim: the days since its request are listed, the newest first. */
async function readClaims(client: Client, refs: readonly ClaimRef[], now: Date): Promise<ClaimsNow> {
  const reads: OrderRead[] = [];
  const missing: ClaimsNow['missing'][number][] = [];
  for (const ref of refs) {
    const found = await findClaim(client, ref, now);
    if (found === null) missing.push({ nativeClaimId: ref.nativeClaimId, nativeText: 'in no claim list' });
    else reads.push(found);
  }
  return { reads, missing };
}

async function findClaim(client: Client, ref: ClaimRef, now: Date): Promise<OrderRead | null> {
  const sited = readSited(ref.nativeClaimId);
  const since = { from: koreanMidnight(new Date(ref.requestedAt)), to: dayAfter(now) };
  const span = withinReach(since, now);
  if (sited === null || span === null) return null;
  for (const window of splitSpan(span.from, span.to, WINDOW_MS).toReversed()) {
    const listed = await readClaimList(client, sited.site, ref.kind, window);
    const found = listed.find(
      (read) => read.kind === 'claim' && read.claim.nativeClaimId === ref.nativeClaimId,
    );
    if (found !== undefined) return found;
  }
  return null;
}
