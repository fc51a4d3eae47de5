import type { ClaimKind } from '../../../domain/claim.ts';
import type { ClaimAction } from '../../../domain/claim-action.ts';
import type {
  ClaimOutcome,
  ClaimRef,
  ClaimsDesk,
  ClaimsNow,
  ClaimTarget,
  OrderRead,
} from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { oneByOne } from '../one-by-one.ts';
import { readSited, type Sited } from '../site.ts';
import { NOT_ON_THIS_SITE, noCallFor, noOrderOfEsm, turnedDown } from '../turned-down.ts';
import type { Ask } from './calls.ts';
import { type After, CLAIM_CALLS, type ClaimCall } from './claim-calls.ts';
import { type ClaimLists, claimLists } from './claim-lists.ts';
import { worksLater } from './errors.ts';

/** The claims desk of one account. */
export function claimsDesk(ask: Ask, clock: () => Date): ClaimsDesk {
  return {
    read: (refs) => readClaims(ask, refs),
    act: (action, targets) => actOn(ask, clock, action, targets),
  };
}

async function readClaims(ask: Ask, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const lists = claimLists(ask);
  const reads: OrderRead[] = [];
  const missing: ClaimsNow['missing'][number][] = [];
  for (const ref of refs) {
    const found = await findClaim(lists, ref);
    reads.push(...found);
    if (found.some((read) => isClaim(read, ref.nativeClaimId))) continue;
    missing.push({ nativeClaimId: ref.nativeClaimId, nativeText: 'in no claim list' });
  }
  return { reads, missing };
}

/** A return may have become an exchange, and the other way round (sheet §7.20). */
const KINDS_TO_LOOK_IN: Readonly<Record<ClaimKind, readonly ClaimKind[]>> = {
  cancel: ['cancel'],
  return: ['return', 'exchange'],
  exchange: ['exchange', 'return'],
};

async function findClaim(lists: ClaimLists, ref: ClaimRef): Promise<readonly OrderRead[]> {
  const order = readSited(ref.nativeOrderId);
  if (order === null) return [];
  for (const kind of KINDS_TO_LOOK_IN[ref.kind]) {
    const reads = await lists.ofOrder({
      kind,
      site: order.site,
      orderNo: order.number,
      around: new Date(ref.requestedAt),
      ...(kind === ref.kind ? { first: ref.nativeStatus } : {}),
    });
    if (reads.some((read) => isClaim(read, ref.nativeClaimId))) return reads;
  }
  return [];
}

function isClaim(read: OrderRead, nativeClaimId: string): boolean {
  return read.kind === 'claim' && read.claim.nativeClaimId === nativeClaimId;
}

function actOn(
  ask: Ask,
  clock: () => Date,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  return oneByOne(
    targets,
    async (target): Promise<ClaimOutcome> => {
      const after = await send(ask, callOf(action), target, clock());
      return { kind: 'done', item: target.item, ...after };
    },
    ({ item }, failure): ClaimOutcome => ({ ...failure, item }),
    worksLater,
  );
}

function callOf(action: ClaimAction): ClaimCall {
  const call = CLAIM_CALLS[action];
  if (call === undefined) throw turnedDown(action, 'not_offered', noCallFor(action));
  return call;
}

async function send(ask: Ask, call: ClaimCall, { claim, payload }: ClaimTarget, now: Date): Promise<After> {
  const order = orderOf(claim);
  if (call.site !== undefined && call.site !== order.site) {
    throw turnedDown(call.operation, 'not_offered', NOT_ON_THIS_SITE);
  }
  try {
    return await ask({
      operation: call.operation,
      site: order.site,
      ...(call.numberInBody ? {} : { params: { orderNo: order.number } }),
      body: call.body({ order, payload, now }),
      decode: call.after,
    });
  } catch (error) {
    if (error instanceof MarketplaceError && isEmptySuccess(error)) return call.after({});
    throw error;
  }
}

/** A DELETE may be answered by 204 and no body at all (sheet §2). */
function isEmptySuccess({ reason, trouble }: MarketplaceError): boolean {
  return reason === 'not_json' && trouble.httpStatus === 204;
}

function orderOf({ nativeOrderId }: ClaimRef): Sited {
  const order = readSited(nativeOrderId);
  if (order === null) throw turnedDown('claim', 'not_found', noOrderOfEsm(nativeOrderId));
  return order;
}
