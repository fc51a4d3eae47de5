import { z } from 'zod';
import { CLAIM_ACTIONS, CLAIM_INPUTS } from '../../domain/claim-action.ts';
import type { ImpossibleAction, PossibleAction } from '../../engine/claims/actions-now.ts';
import type { NativeReason, Penalty } from '../../marketplaces/kit/edition.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { notOffered } from '../orders/declined.ts';
import type { Language } from '../problems/language.ts';

/** A reason to choose, in the marketplace's code and the seller's words. */
export const reasonView = z
  .object({ code: z.string(), name: z.string(), fault: z.string().nullable() })
  .meta({ id: 'NativeReason' });

export function reasonOf(
  { code, says, fault }: NativeReason,
  language: Language,
): z.infer<typeof reasonView> {
  return { code, name: inLanguage(says, language), fault: fault ?? null };
}

/** What an act costs the seller at the marketplace. */
export const penaltyView = z
  .object({
    points: z.number().nullable().describe('Null where the marketplace counts in no points.'),
    detail: z.string(),
    source: z.string().describe('Where the rule is from: marketplaces change them.'),
  })
  .meta({ id: 'Penalty' });

export function penaltyOf(
  { points, says, source }: Penalty,
  language: Language,
): z.infer<typeof penaltyView> {
  return { points, detail: inLanguage(says, language), source };
}

/** Something that can be done with a claim now. */
export const actionView = z
  .object({
    action: z.enum(CLAIM_ACTIONS),
    needs: z.array(z.enum(CLAIM_INPUTS)).describe('What must be told along.'),
    takes: z.array(z.enum(CLAIM_INPUTS)).describe('What may be told along.'),
    reasons: z.array(reasonView),
    means: z.string().nullable().describe('What is really done, where the name does not say.'),
    warns: z.string().nullable().describe('What to know before.'),
    penalties: z.array(penaltyView),
    promise: z.string(),
  })
  .meta({ id: 'ClaimAction' });

export function actionOfClaim(
  { action, facts, penalties }: PossibleAction,
  language: Language,
): z.infer<typeof actionView> {
  return {
    action,
    needs: [...facts.needs],
    takes: [...(facts.takes ?? [])],
    reasons: (facts.reasons ?? []).map((reason) => reasonOf(reason, language)),
    means: facts.means === undefined ? null : inLanguage(facts.means, language),
    warns: facts.warns === undefined ? null : inLanguage(facts.warns, language),
    penalties: penalties.map((penalty) => penaltyOf(penalty, language)),
    promise: facts.promise,
  };
}

/** Something the marketplace does not offer, with what to do instead. */
export const impossibleView = z
  .object({ action: z.enum(CLAIM_ACTIONS), detail: z.string() })
  .meta({ id: 'ImpossibleClaimAction' });

export function impossibleOf(
  { action, unsupported }: ImpossibleAction,
  platform: string,
  language: Language,
): z.infer<typeof impossibleView> {
  return { action, detail: inLanguage(notOffered({ code: 'not_offered', platform, unsupported }), language) };
}
