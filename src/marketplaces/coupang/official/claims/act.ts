import type { ClaimAction } from '../../../../domain/claim-action.ts';
import type { ClaimOutcome, ClaimRef, ClaimTarget } from '../../../kit/shop.ts';
import { MarketplaceError, retryHelps } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { refusalText } from '../refusals.ts';
import { concernsAccount } from '../writes.ts';
import { type CallFacts, callOf, decodeVerdict } from './calls.ts';
import { findExchange, readClaims } from './read.ts';

/** Does one thing with some claims, one call for each. Trouble of the account ends it: the rest was not sent. */
export async function actOnClaims(
  ask: Ask,
  vendorId: string,
  action: ClaimAction,
  targets: readonly ClaimTarget[],
): Promise<readonly ClaimOutcome[]> {
  const outcomes: ClaimOutcome[] = [];
  for (const [at, target] of targets.entries()) {
    try {
      outcomes.push(await actOn(ask, vendorId, action, target));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      if (!concernsAccount(error)) {
        outcomes.push(failure(target, error, retryHelps(error.reason)));
        continue;
      }
      if (at === 0) throw error;
      outcomes.push(...targets.slice(at).map((left) => failure(left, error, true)));
      break;
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
  const facts = await factsFor(ask, vendorId, action, claim);
  if (facts === NO_NEW_BOX) return noNewBox(item);
  const call = callOf(action, claim, payload, facts);
  if (call === undefined) throw new MarketplaceError({ reason: 'not_offered', operation: action });
  const { after, ...sent } = call;
  const verdict = await ask({ ...sent, decode: decodeVerdict });
  if (!verdict.failed) return { kind: 'done', item, ...after };
  return {
    kind: 'refused',
    item,
    reason: refusalText(verdict.text),
    nativeCode: verdict.code,
    nativeText: verdict.text,
    retryHelps: false,
  };
}

const NO_NEW_BOX = 'no new box yet';

/** New goods go out in the boxes that were opened for them, of which the exchange tells (sheet §3.5). */
async function factsFor(
  ask: Ask,
  vendorId: string,
  action: ClaimAction,
  claim: ClaimRef,
): Promise<CallFacts | typeof NO_NEW_BOX> {
  const whole = action === 'cancel.approve' || action === 'return.complete';
  const cancelCount = whole ? await cancelCountOf(ask, claim) : 0;
  if (action !== 'exchange.ship') return { vendorId, cancelCount, newBoxes: [] };
  const exchange = await findExchange(ask, claim);
  if (exchange === undefined) throw new MarketplaceError({ reason: 'not_found', operation: 'exchanges' });
  const newBoxes = exchange.newBoxes.filter(({ invoice }) => invoice === null);
  if (exchange.newBoxes.length === 0) return NO_NEW_BOX;
  if (newBoxes.length === 0) throw new MarketplaceError({ reason: 'already_done', operation: action });
  return { vendorId, cancelCount, newBoxes };
}

/** A receipt is answered as a whole: the quantity must be `cancelCountSum` (sheet §3.3). */
async function cancelCountOf(ask: Ask, claim: ClaimRef): Promise<number> {
  const known = sumOf(claim.lines);
  if (known !== null) return known;
  const { reads } = await readClaims(ask, [claim]);
  const read = reads.find((one) => one.kind === 'claim');
  const sum = read === undefined ? null : sumOf(read.claim.lines);
  if (sum === null) throw new MarketplaceError({ reason: 'not_found', operation: 'receipt' });
  return sum;
}

function sumOf(lines: readonly { readonly quantity: number | null }[]): number | null {
  let sum = 0;
  for (const { quantity } of lines) {
    if (quantity === null) return null;
    sum += quantity;
  }
  return sum === 0 ? null : sum;
}

function noNewBox(item: number): ClaimOutcome {
  return {
    kind: 'refused',
    item,
    reason: 'too_early',
    nativeCode: '',
    nativeText: '',
    retryHelps: true,
  };
}

function failure({ item }: ClaimTarget, error: MarketplaceError, again: boolean): ClaimOutcome {
  const nativeText = error.trouble.nativeText ?? error.message;
  if (error.maybeApplied) return { kind: 'unknown', item, nativeText };
  return {
    kind: 'refused',
    item,
    reason: error.reason === 'refused' ? refusalText(nativeText) : error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText,
    retryHelps: again,
  };
}
