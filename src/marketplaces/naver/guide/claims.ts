import type { ClaimAction } from '../../../domain/claim-action.ts';
import { UnreadableError } from '../../kit/decode.ts';
import type {
  ClaimOutcome,
  ClaimRef,
  ClaimsDesk,
  ClaimsNow,
  ClaimTarget,
  OrderRead,
} from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { chunked } from '../../kit/windows.ts';
import { ofClaim, sendAll } from '../official/in-chunks.ts';
import { NO_PRODUCT_ORDER, NOT_TOLD, notOffered } from '../official/own-refusals.ts';
import { CLAIM_CALLS, type ClaimCall } from './claim-calls.ts';
import type { Client } from './client.ts';
import { decodeClaim } from './decode-claim.ts';
import { unreadable } from './decode-order.ts';
import { AT_MOST } from './operations.ts';
import { decodeVerdicts, failureOf } from './verdicts.ts';

/** The claims desk of one store. */
export function openClaimsDesk(client: Client): ClaimsDesk {
  return {
    read: (refs) => readClaims(client, refs),
    act: (action, targets) => act(client, action, targets),
  };
}

/** The product order a claim is about: claims have one each. */
function productOrderOf({ lines }: ClaimRef): string | null {
  return lines[0]?.nativeLineId ?? null;
}

export type AskedClaim =
  | { readonly kind: 'read'; readonly read: OrderRead }
  | { readonly kind: 'none'; readonly nativeText: string };

/** The newest claim of a product order (guide §1.8.1). */
export async function askClaim(client: Client, productOrderId: string): Promise<AskedClaim> {
  try {
    const read = await client.ask({ operation: 'claim', params: { productOrderId }, decode: readOf });
    return { kind: 'read', read };
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.kind !== 'not_found') throw error;
    const { nativeCode = '', nativeText = '' } = error.trouble;
    return { kind: 'none', nativeText: `${nativeCode} ${nativeText}`.trim() };
  }
}

function readOf(json: unknown): OrderRead {
  try {
    return { kind: 'claim', claim: decodeClaim(json) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return unreadable(json, `claim: ${error.message}`);
  }
}

async function readClaims(client: Client, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const asked = new Map<string, AskedClaim>();
  for (const id of refs.map(productOrderOf)) {
    if (id !== null && !asked.has(id)) asked.set(id, await askClaim(client, id));
  }
  const reads = [...asked.values()].flatMap((answer) => (answer.kind === 'read' ? [answer.read] : []));
  const shown = new Set(reads.map((read) => (read.kind === 'claim' ? read.claim.nativeClaimId : null)));
  return {
    reads,
    missing: refs
      .filter(({ nativeClaimId }) => !shown.has(nativeClaimId))
      .map((ref) => ({ nativeClaimId: ref.nativeClaimId, nativeText: whyMissing(ref, asked) })),
  };
}

function whyMissing(ref: ClaimRef, asked: ReadonlyMap<string, AskedClaim>): string {
  const answer = asked.get(productOrderOf(ref) ?? '');
  if (answer === undefined) return 'the claim names no product order';
  return answer.kind === 'none' ? answer.nativeText : 'a newer claim is shown instead';
}

/** One call for all claims of which it says the same. */
async function act(
  client: Client,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  const call = CLAIM_CALLS[action];
  if (call === undefined) {
    return targets.map((target) => ofClaim(target, notOffered(action)));
  }
  const groups = Map.groupBy(targets, ({ payload }) => JSON.stringify(call.body(payload)));
  return sendAll(
    [...groups.values()].flatMap((group) => chunked(group, AT_MOST.ids)),
    (chunk) => actOnSome(client, call, chunk),
    ofClaim,
  );
}

async function actOnSome(
  client: Client,
  { operation, body, after }: ClaimCall,
  chunk: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  const told = chunk[0] === undefined ? undefined : body(chunk[0].payload);
  if (told === undefined) {
    return chunk.map((target) => ofClaim(target, NOT_TOLD));
  }
  const ids = chunk.map(({ claim }) => productOrderOf(claim)).filter((id) => id !== null);
  const verdicts = await client.ask({
    operation,
    body: { productOrderIds: [...new Set(ids)], ...told },
    decode: decodeVerdicts,
  });
  return chunk.map((target): ClaimOutcome => {
    const id = productOrderOf(target.claim);
    const failure = id === null ? NO_PRODUCT_ORDER : failureOf(id, verdicts);
    if (failure !== null) return ofClaim(target, failure);
    return {
      kind: 'done',
      item: target.item,
      state: after?.state ?? null,
      nativeStatus: after?.nativeStatus ?? null,
    };
  });
}
