import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';

/** After this long without a marketplace that could take it, a command waits for a person. */
export const LONGEST_TRY_MS = 24 * 3_600_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** A call that timed out may still be at work over there; reading at once could miss its effect. */
export const SETTLE_MS = 2_000;

/** What to do with a command whose call failed as a whole. */
export type AfterTrouble =
  | { readonly kind: 'verify'; readonly waitMs: number }
  | { readonly kind: 'again'; readonly waitMs: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'dead' };

/**
 * Decides after a failed call: `verify` where it may have been carried out, `again` where the same call can work
 * later, `refused` where it never will, `dead` when it was tried for long enough. `random` in 0..1 spreads retries.
 */
export function afterTrouble(error: unknown, attempts: number, ageMs: number, random: number): AfterTrouble {
  if (!(error instanceof MarketplaceError)) return { kind: 'verify', waitMs: backoffMs(attempts, random) };
  if (error.maybeApplied) return { kind: 'verify', waitMs: SETTLE_MS };
  switch (error.kind) {
    // Nothing is wrong with the command: the account needs a person, or the marketplace needs time.
    case 'auth':
    case 'permission':
    case 'blocked':
    case 'quota':
    case 'rate_limited':
    case 'unavailable':
    case 'contract_broken':
    case 'unknown':
      if (ageMs > LONGEST_TRY_MS) return { kind: 'dead' };
      return { kind: 'again', waitMs: Math.max(backoffMs(attempts, random), error.trouble.waitMs ?? 0) };
    case 'invalid':
    case 'not_found':
    case 'conflict':
    case 'not_supported':
      return { kind: 'refused' };
  }
}

/** Exponential, with jitter over the upper half. */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return ceiling / 2 + random * (ceiling / 2);
}
