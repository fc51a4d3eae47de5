import type { Outcome } from '../../kit/shop.ts';
import { MarketplaceError, retryHelps, type TroubleReason } from '../../kit/trouble.ts';

/** Answers that are about what was asked, not about who asks or the state of the other side. */
const ABOUT_TARGETS: ReadonlySet<TroubleReason> = new Set<TroubleReason>([
  'refused',
  'wrong_state',
  'already_done',
  'not_found',
]);

/** Whether a failed call tells of the account or of the other side, so that the next call would fail alike. */
export function concernsAccount(error: MarketplaceError): boolean {
  return !error.maybeApplied && !ABOUT_TARGETS.has(error.reason);
}

/** A call that failed as a whole, for one of its lines. */
export function failureOf(line: number, error: MarketplaceError): Outcome {
  const nativeText = error.trouble.nativeText ?? error.message;
  if (error.maybeApplied) return { kind: 'unknown', line, nativeText };
  return {
    kind: 'refused',
    line,
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText,
    retryHelps: retryHelps(error.reason),
  };
}

/**
 * Makes one call after the other. What goes wrong with one is told of its own lines; trouble of the account is thrown,
 * unless that would take away what earlier calls achieved.
 */
export async function callByCall<Call>(
  calls: Iterable<Call>,
  linesOf: (call: Call) => readonly { readonly line: number }[],
  send: (call: Call) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const call of calls) {
    try {
      outcomes.push(...(await send(call)));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      if (outcomes.length === 0 && concernsAccount(error)) throw error;
      outcomes.push(...linesOf(call).map(({ line }) => failureOf(line, error)));
    }
  }
  return outcomes;
}
