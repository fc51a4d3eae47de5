import type { Localized } from '../kit/localized.ts';
import { MarketplaceError, type TroubleReason } from '../kit/trouble.ts';

/** What becomes of a target whose call failed, whichever desk asked for it. */
export type Failure =
  | {
      readonly kind: 'refused';
      readonly reason: TroubleReason;
      readonly nativeCode: string;
      readonly nativeText: string;
      readonly says?: Localized | undefined;
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly nativeText: string };

/** Answers about what was asked for, or about a right to do just this; the rest is about the account or ESM. */
const ABOUT_TARGETS: ReadonlySet<TroubleReason> = new Set<TroubleReason>([
  'refused',
  'wrong_state',
  'already_done',
  'too_early',
  'not_found',
  'missing_permission',
  'not_offered',
]);

/**
 * Every call is about one order or claim. Trouble of the account is thrown, unless that would take away what earlier
 * calls achieved.
 */
export async function oneByOne<Target, Outcome>(
  targets: readonly Target[],
  act: (target: Target) => Promise<Outcome>,
  fail: (target: Target, failure: Failure) => Outcome,
  worksLater: (error: MarketplaceError) => boolean,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const target of targets) {
    try {
      outcomes.push(await act(target));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      const isTheirs = error.maybeApplied || ABOUT_TARGETS.has(error.reason);
      if (outcomes.length === 0 && !isTheirs) throw error;
      outcomes.push(fail(target, failureOf(error, worksLater(error))));
    }
  }
  return outcomes;
}

function failureOf(error: MarketplaceError, retryHelps: boolean): Failure {
  const { says, nativeText = says === undefined ? error.message : '' } = error.trouble;
  if (error.maybeApplied) return { kind: 'unknown', nativeText };
  return {
    kind: 'refused',
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText,
    says: error.trouble.says,
    retryHelps,
  };
}
