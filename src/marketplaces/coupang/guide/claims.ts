import type { ClaimAction } from '../../../domain/claim-action.ts';
import { MINUTE_MS } from '../../kit/bucket.ts';
import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import type {
  ClaimOutcome,
  ClaimRef,
  ClaimsDesk,
  ClaimsNow,
  ClaimTarget,
  OrderRead,
} from '../../kit/shop.ts';
import { pagesOf } from '../../kit/sweeps/pages.ts';
import { MarketplaceError, retryHelps } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { CLAIM_CALLS } from './claim-calls.ts';
import { decodeReceipts } from './decode-pages.ts';
import { type ClaimStatus, receiptsPage } from './queries.ts';
import { concernsAccount } from './trouble-of-call.ts';

/** The claims desk of one account. */
export function claimsDesk(ask: Ask, vendorId: string): ClaimsDesk {
  return {
    read: (refs) => readClaims(ask, vendorId, refs),
    act: (action, targets) => actOnClaims(ask, vendorId, action, targets),
  };
}

/** The list that holds only claims of the kind; cancels stand in the list of all (guide §2.3.3, §2.6.1, §2.7.1). */
const LIST_OF = { cancel: 'claims', return: 'returns', exchange: 'exchanges' } as const;

/** No call reads one receipt, so it is looked up among those made in its minute. */
async function readClaims(ask: Ask, vendorId: string, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const reads: OrderRead[] = [];
  const missing: ClaimsNow['missing'][number][] = [];
  for (const ref of refs) {
    const found = await findReceipt(ask, vendorId, ref);
    if (found === undefined) missing.push({ nativeClaimId: ref.nativeClaimId, nativeText: '' });
    else reads.push(found);
  }
  return { reads, missing };
}

async function findReceipt(ask: Ask, vendorId: string, ref: ClaimRef): Promise<OrderRead | undefined> {
  const at = Date.parse(ref.requestedAt);
  const window = { from: new Date(at - MINUTE_MS), to: new Date(at + MINUTE_MS) };
  const operation = LIST_OF[ref.kind];
  const anyStatus: ClaimStatus | null = null;
  const pages = pagesOf(operation, (token) =>
    ask({
      operation,
      query: receiptsPage(vendorId, anyStatus, window, token),
      decode: decodeReceipts,
    }),
  );
  for await (const { items } of pages) {
    const found = items.find(
      (read) => read.kind === 'claim' && read.claim.nativeClaimId === ref.nativeClaimId,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

async function actOnClaims(
  ask: Ask,
  vendorId: string,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  const outcomes: ClaimOutcome[] = [];
  for (const target of targets) {
    try {
      outcomes.push(await actOn(ask, vendorId, action, target));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      if (outcomes.length === 0 && concernsAccount(error)) throw error;
      outcomes.push(failureOf(target, error));
    }
  }
  return outcomes;
}

async function actOn(
  ask: Ask,
  vendorId: string,
  action: ClaimAction,
  { item, claim, payload }: ClaimTarget,
): Promise<ClaimOutcome> {
  const call = CLAIM_CALLS[action];
  if (call === undefined) throw new MarketplaceError({ reason: 'not_offered', operation: action });
  const receiptId = claim.nativeClaimId.slice(1);
  const body = call.byOrder ? { vendorId, receiptId: new BigNumeral(receiptId) } : { vendorId };
  await ask({
    operation: call.operation,
    params: call.byOrder ? { orderId: claim.nativeOrderId } : { receiptId },
    body: writeLossless({ ...body, ...call.more(payload) }),
    decode: () => undefined,
  });
  return { kind: 'done', item, ...call.after };
}

function failureOf({ item }: ClaimTarget, error: MarketplaceError): ClaimOutcome {
  const nativeText = error.trouble.nativeText ?? error.message;
  if (error.maybeApplied) return { kind: 'unknown', item, nativeText };
  return {
    kind: 'refused',
    item,
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText,
    retryHelps: retryHelps(error.reason),
  };
}
