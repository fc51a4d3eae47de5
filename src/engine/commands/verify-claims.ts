import type { ClaimSnapshot } from '../../domain/claim.ts';
import { type ActionPath, type ClaimNow, type ClaimPayload, claimEffect } from '../../domain/claim-action.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { type OpenClaimCommand, sentForMs } from '../../store/commands/command.ts';
import type { CommandResult } from '../../store/commands/results.ts';
import type { OpenedShop } from '../open-shop.ts';
import { partition, type Told } from '../pull/told.ts';
import { type Judged, resultOf } from './judged.ts';
import type { Verdict } from './verdict.ts';

/** The claims behind unknown commands, as the marketplace shows them now. */
export async function readClaimsOf(
  { shop }: OpenedShop,
  commands: readonly OpenClaimCommand[],
): Promise<Told> {
  if (shop.claims === undefined)
    throw new MarketplaceError({ reason: 'not_offered', operation: 'claims.read' });
  const refs = new Map(commands.map(({ ref }) => [ref.nativeClaimId, ref]));
  return partition((await shop.claims.read([...refs.values()])).reads);
}

/** What a reading shows of the claim behind a command; news of it that only tell where it has come to count as well. */
export function claimSeen({ ref }: OpenClaimCommand, { claims, moves }: Told): ClaimNow | undefined {
  const claim = claims.find(({ nativeClaimId }) => nativeClaimId === ref.nativeClaimId);
  if (claim !== undefined) return claimNow(claim);
  const move = moves.find(({ nativeClaimId }) => nativeClaimId === ref.nativeClaimId);
  return move === undefined ? undefined : { ...NOTHING_MORE, kind: ref.kind, state: move.state };
}

const NOTHING_MORE = { fault: null, fee: null, collectionInvoice: null, replacementInvoice: null };

/** Judges a command by its claim, or by the claim's absence. */
export function judgeByClaim(
  command: OpenClaimCommand,
  claim: ClaimNow | undefined,
  path: ActionPath | undefined,
  now: Date,
  lagMs: number,
): CommandResult {
  const ageMs = sentForMs(command, now);
  const judged = command.items.map((item): Judged => {
    const wasRefused = item.suspicion === 'already_done' || item.suspicion === 'wrong_state';
    const seen = claim === undefined || path === undefined ? undefined : { path, now: claim };
    const verdict = claimVerdict({ payload: command.payload, seen, wasRefused, ageMs, lagMs });
    return { item, verdict, reason: item.suspicion ?? 'wrong_state' };
  });
  return resultOf(command, judged, now);
}

export interface ClaimEvidence {
  readonly payload: ClaimPayload;
  /** The claim as the marketplace shows it, or undefined when it does not show it. */
  readonly seen: { readonly path: ActionPath; readonly now: ClaimNow } | undefined;
  /** True when the marketplace refused a send and we wonder whether an earlier one had worked. */
  readonly wasRefused: boolean;
  readonly ageMs: number;
  readonly lagMs: number;
}

/**
 * Judges one claim by what the marketplace shows: never sends again what is visibly done, and never calls done what is
 * not visible. A refusal that contradicts a lagging read waits until the lag is over.
 */
export function claimVerdict({ payload, seen, wasRefused, ageMs, lagMs }: ClaimEvidence): Verdict {
  if (seen === undefined) return ageMs < lagMs ? 'wait' : 'refused';
  switch (claimEffect(payload, seen.path, seen.now)) {
    case 'applied':
      return 'done';
    case 'unclear':
      // A marketplace that says it is so already has settled it; otherwise the same once more changes nothing.
      return wasRefused ? 'done' : 'send_again';
    case 'overtaken':
      return 'refused';
    case 'not_applied':
      if (!wasRefused) return 'send_again';
      return ageMs < lagMs ? 'wait' : 'refused';
  }
}

function claimNow({ kind, state, fault, fee, collection, replacement }: ClaimSnapshot): ClaimNow {
  return {
    kind,
    state,
    fault,
    fee: fee?.amount ?? null,
    collectionInvoice: collection?.invoice ?? null,
    replacementInvoice: replacement?.invoice ?? null,
  };
}
