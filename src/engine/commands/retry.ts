import { MarketplaceError, type TroubleReason } from '../../marketplaces/kit/trouble.ts';

/** After this long without a marketplace that could take it, a command waits for a person. */
export const LONGEST_TRY_MS = 24 * 3_600_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** One probe a minute costs a marketplace nothing, and a shop is back soon after it. */
const LONGEST_OUTAGE_WAIT_MS = 60_000;
/** A call that timed out may still be at work over there; reading at once could miss its effect. */
export const SETTLE_MS = 2_000;
/** A command whose call broke this often is sent by itself: it may be what breaks the call for others. */
const SHARED_TRIES = 3;

/** What a trouble stops: everything that is sent for the account, or one kind of write. */
export type Reach = 'account' | 'kind';

/** What to do with the commands of a call that failed as a whole. */
export type AfterTrouble =
  | { readonly kind: 'verify'; readonly waitMs: number }
  | { readonly kind: 'again'; readonly waitMs: number; readonly alone: boolean }
  | { readonly kind: 'pause'; readonly reach: Reach; readonly waitMs: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'dead' };

export interface FailedCall {
  /** Calls made for the command since it was asked for. */
  readonly attempts: number;
  readonly ageMs: number;
  /** How many commands shared the call. */
  readonly shared: number;
  /** How often in a row such a trouble was met before. */
  readonly failures: number;
}

/** Nothing is wrong with the commands: the account needs a person, or the marketplace needs time. */
const REACHES: Readonly<Partial<Record<TroubleReason, Reach>>> = {
  wrong_key: 'account',
  expired_key: 'account',
  clock_skew: 'account',
  token_refused: 'account',
  ip_not_allowed: 'account',
  edge_block: 'account',
  account_blocked: 'account',
  wrong_shop: 'account',
  // A key may lack one group of functions, and a quota or an outage may be of one endpoint.
  missing_permission: 'kind',
  penalty: 'kind',
  quota_spent: 'kind',
  over_limit: 'kind',
  switched_off: 'kind',
  down: 'kind',
  timeout: 'kind',
  connection_lost: 'kind',
};

/** Whether a trouble stops more than the commands that met it, and how far it reaches. */
export function reachOf(error: unknown): Reach | null {
  if (!(error instanceof MarketplaceError) || error.maybeApplied) return null;
  return REACHES[error.reason] ?? null;
}

/**
 * Decides after a failed call, for each command that shared it: `verify` where it may have been carried out, `again`
 * where the same call can work later, `pause` where nothing of the kind can work now, `refused` where it never will,
 * `dead` when it was tried for long enough. What several commands were refused for together is tried one by one.
 * `random` in 0..1 spreads retries.
 */
export function afterTrouble(error: unknown, call: FailedCall, random: number): AfterTrouble {
  if (!(error instanceof MarketplaceError))
    return { kind: 'verify', waitMs: backoffMs(call.attempts, random) };
  if (error.maybeApplied) return { kind: 'verify', waitMs: SETTLE_MS };
  const reach = reachOf(error);
  if (reach !== null) return { kind: 'pause', reach, waitMs: pauseMs(error, call.failures, random) };
  switch (error.kind) {
    case 'invalid':
    case 'not_found':
    case 'conflict':
      return call.shared > 1 ? { kind: 'again', waitMs: 0, alone: true } : { kind: 'refused' };
    case 'not_supported':
      return { kind: 'refused' };
    default: {
      if (call.ageMs > LONGEST_TRY_MS) return { kind: 'dead' };
      const waitMs = Math.max(backoffMs(call.attempts, random), error.trouble.waitMs ?? 0);
      return { kind: 'again', waitMs, alone: call.attempts >= SHARED_TRIES };
    }
  }
}

/** How long everything that a trouble reaches is held up, after `failures` of it in a row. */
export function pauseMs(error: unknown, failures: number, random: number): number {
  const wait = backoffMs(failures + 1, random);
  if (!(error instanceof MarketplaceError)) return wait;
  const longest = error.kind === 'unavailable' ? Math.min(LONGEST_OUTAGE_WAIT_MS, wait) : wait;
  return Math.max(longest, error.trouble.waitMs ?? 0);
}

/** Exponential, with jitter over the upper half. */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return ceiling / 2 + random * (ceiling / 2);
}

/** How long to wait before an unknown command is looked up again: a fifth of its age, within reason, with jitter. */
export function lookAgainMs(ageMs: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, ageMs / 5));
  return wait * (0.75 + random / 2);
}
