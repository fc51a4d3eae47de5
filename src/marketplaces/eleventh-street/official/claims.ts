import type { ClaimKind } from '../../../domain/claim.ts';
import type { ClaimAction } from '../../../domain/claim-action.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type {
  ClaimOutcome,
  ClaimRef,
  ClaimsDesk,
  ClaimsNow,
  ClaimTarget,
  OrderRead,
} from '../../kit/shop.ts';
import { sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { CLAIM_CALLS } from './claim-calls.ts';
import { claimNumberOf } from './claim-id.ts';
import { claimFailed, claimOutcome } from './claim-outcome.ts';
import type { LineState } from './decode-state.ts';
import { statesOf } from './line-states.ts';
import { CLAIM_LISTS } from './lists.ts';
import { listReader } from './read-lists.ts';
import { decodeResult } from './result.ts';
import { IN_CLAIM } from './statuses.ts';

/** The claims desk of one account. */
export function claimsDesk(ask: Ask, clock: () => Date): ClaimsDesk {
  return {
    read: (refs) => readClaims(ask, clock, refs),
    act: (action, targets) => act(ask, action, targets),
  };
}

const DAY_MS = 24 * 60 * 60_000;
const KINDS: readonly ClaimKind[] = ['cancel', 'return', 'exchange'];

/**
 * No call reads one claim, so the lists of its kind are read from its request to now. A claim that none of them has
 * any more, on a line that says of itself to be in no claim, was rejected: there is no list of those (sheet §4.2).
 */
async function readClaims(ask: Ask, clock: () => Date, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const found = new Map<string, OrderRead>();
  for (const kind of KINDS) {
    const ofKind = refs.filter((ref) => ref.kind === kind);
    for (const [id, read] of await findClaims(ask, clock(), kind, ofKind)) found.set(id, read);
  }
  const gone = refs.filter(({ nativeClaimId }) => !found.has(nativeClaimId));
  const states = await statesOf(
    ask,
    gone.map(({ nativeOrderId }) => nativeOrderId),
  );
  const reads = [...found.values()];
  const missing: ClaimsNow['missing'][number][] = [];
  for (const ref of gone) {
    const state = states.find((each) => isOf(each, ref));
    if (state === undefined || IN_CLAIM.has(state.nativeStatus)) {
      missing.push({ nativeClaimId: ref.nativeClaimId, nativeText: state?.statusName ?? '' });
    } else {
      const { nativeClaimId, nativeOrderId } = ref;
      reads.push({
        kind: 'claim_moved',
        move: { nativeClaimId, nativeOrderId, state: 'rejected', nativeStatus: state.nativeStatus, at: null },
      });
    }
  }
  return { reads, missing };
}

function isOf(state: LineState, { nativeOrderId, nativeClaimId }: ClaimRef): boolean {
  return (
    state.nativeOrderId === nativeOrderId && state.nativeLineId === claimNumberOf(nativeClaimId).nativeLineId
  );
}

/** Reads list after list, open ones first, until every claim that is looked for was met. */
async function findClaims(
  ask: Ask,
  now: Date,
  kind: ClaimKind,
  refs: readonly ClaimRef[],
): Promise<ReadonlyMap<string, OrderRead>> {
  const wanted = new Set(refs.map(({ nativeClaimId }) => nativeClaimId));
  const found = new Map<string, OrderRead>();
  if (wanted.size === 0) return found;
  const from = new Date(Math.min(...refs.map(({ requestedAt }) => Date.parse(requestedAt))) - DAY_MS);
  for (const list of CLAIM_LISTS) {
    if (list.of.rows !== 'claims' || list.of.kind !== kind || wanted.size === 0) continue;
    for await (const reads of listReader(ask).between(list, from, now)) {
      for (const read of reads) {
        const id = claimIdIn(read);
        if (id !== null && wanted.delete(id)) found.set(id, read);
      }
    }
  }
  return found;
}

function claimIdIn(read: OrderRead): string | null {
  if (read.kind === 'claim') return read.claim.nativeClaimId;
  return read.kind === 'claim_moved' ? read.move.nativeClaimId : null;
}

/** Each claim is a call of its own (sheet §5.3). */
async function act(
  ask: Ask,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  const callOf = CLAIM_CALLS[action];
  if (callOf === undefined) throw new RangeError(`11st does not offer ${action}`);
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => {
      if (target === undefined) return [];
      const deliveryNo = action === 'return.pickup' ? await deliveryOf(ask, target) : '';
      if (deliveryNo === null) return [claimFailed(target, UNKNOWN_DELIVERY)];
      const { operation, params, becomes } = callOf(target, deliveryNo);
      return [claimOutcome(target, await ask({ operation, params, decode: decodeResult }), becomes)];
    },
    claimFailed,
  );
}

const UNKNOWN_DELIVERY = ownRefusal('not_found', {
  ko: '배송번호(dlvNo)를 찾을 수 없습니다.',
  en: 'The delivery number (dlvNo) cannot be found.',
  ru: 'Номер доставки (dlvNo) не найден.',
  uz: 'Yetkazish raqami (dlvNo) topilmadi.',
});

/** The delivery a return belongs to; claim rows do not tell it (sheet §3.7). */
async function deliveryOf(ask: Ask, { claim }: ClaimTarget): Promise<string | null> {
  const known = claim.lines.find(({ packageKey }) => packageKey !== null);
  if (known !== undefined) return known.packageKey;
  const states = await statesOf(ask, [claim.nativeOrderId]);
  return states.find((state) => isOf(state, claim))?.packageKey ?? null;
}
