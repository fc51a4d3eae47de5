import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimOutcome, ClaimRef, ClaimsDesk, ClaimsNow, ClaimTarget } from '../../kit/shop.ts';
import { CLAIM_CALLS, type ClaimCall } from './claim-calls.ts';
import type { Client } from './client.ts';
import { readsOf } from './gather-orders.ts';
import { inChunks, ofClaim } from './in-chunks.ts';
import { NO_PRODUCT_ORDER, NOT_TOLD, notOffered } from './own-refusals.ts';
import { readDetails } from './product-orders.ts';
import { decodeVerdicts, failureOf } from './verdicts.ts';

/** The claims desk of one store. */
export function openClaimsDesk(client: Client, clock: () => Date): ClaimsDesk {
  return {
    read: (refs) => readClaims(client, refs),
    act: (action, targets) => act(client, action, targets, clock),
  };
}

/** The product order a claim is about. Naver's claims have one each (sheet §3.4). */
function productOrderOf({ lines }: ClaimRef): string | null {
  return lines[0]?.nativeLineId ?? null;
}

async function readClaims(client: Client, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const ids = new Set(refs.map(productOrderOf).filter((id) => id !== null));
  const { elements, missing } = await readDetails(client, [...ids]);
  const reads = readsOf(elements);
  const shown = new Set(reads.map((read) => (read.kind === 'claim' ? read.claim.nativeClaimId : null)));
  const left = new Set(missing);
  return {
    reads,
    missing: refs
      .filter(({ nativeClaimId }) => !shown.has(nativeClaimId))
      .map((ref) => {
        const id = productOrderOf(ref);
        const isGone = id === null || left.has(id);
        const nativeText = isGone ? `no product order ${id ?? ''}`.trim() : `not among the claims of ${id}`;
        return { nativeClaimId: ref.nativeClaimId, nativeText };
      }),
  };
}

async function act(
  client: Client,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
  clock: () => Date,
): Promise<readonly ClaimOutcome[]> {
  const call = CLAIM_CALLS[action];
  if (call === undefined) return targets.map((target) => ofClaim(target, notOffered(action)));
  return inChunks(
    targets,
    1,
    (chunk) => Promise.all(chunk.map((target) => actOnOne(client, call, target, clock()))),
    ofClaim,
  );
}

async function actOnOne(
  client: Client,
  { operation, first, body, after }: ClaimCall,
  target: ClaimTarget,
  now: Date,
): Promise<ClaimOutcome> {
  const productOrderId = productOrderOf(target.claim);
  if (productOrderId === null) return ofClaim(target, NO_PRODUCT_ORDER);
  const told = body(target.payload, productOrderId, now);
  if (told === undefined) return ofClaim(target, NOT_TOLD);
  const params = { productOrderId };
  if (first !== undefined) await client.ask({ operation: first, params, decode: decodeVerdicts });
  const verdicts = await client.ask({
    operation,
    params,
    ...(told === null ? {} : { body: told }),
    decode: decodeVerdicts,
  });
  const failure = failureOf(productOrderId, verdicts);
  if (failure !== null) return ofClaim(target, failure);
  return {
    kind: 'done',
    item: target.item,
    state: after?.state ?? null,
    nativeStatus: after?.nativeStatus ?? null,
  };
}
