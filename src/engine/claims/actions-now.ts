import type { ClaimFault, ClaimKind, ClaimState } from '../../domain/claim.ts';
import { CLAIM_ACTIONS, type ClaimAction, kindOfAction } from '../../domain/claim-action.ts';
import type { ClaimActionFacts, Edition, Penalty, Unsupported } from '../../marketplaces/kit/edition.ts';
import { penaltiesOf } from '../../marketplaces/kit/penalties.ts';

/** Something that can be done with a claim now. */
export interface PossibleAction {
  readonly action: ClaimAction;
  readonly facts: ClaimActionFacts;
  /** What it costs the seller, where it admits a fault. */
  readonly penalties: readonly Penalty[];
}

/** Something that sellers expect and the marketplace does not offer, with the way around it. */
export interface ImpossibleAction {
  readonly action: ClaimAction;
  readonly unsupported: Unsupported | null;
}

export interface ClaimFacts {
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly fault: ClaimFault | null;
}

/** What can be done with a claim now, by its state and what the edition offers. */
export function actionsNow(edition: Edition, { kind, state }: ClaimFacts): readonly PossibleAction[] {
  return CLAIM_ACTIONS.flatMap((action): readonly PossibleAction[] => {
    const facts = edition.claims?.[action];
    if (facts === undefined || kindOfAction(action) !== kind || state === null) return [];
    return facts.from.includes(state) ? [{ action, facts, penalties: penaltiesFor(edition, action) }] : [];
  });
}

/** What is never offered for claims of this kind, and what to do instead. */
export function actionsNever(edition: Edition, kind: ClaimKind): readonly ImpossibleAction[] {
  return CLAIM_ACTIONS.filter(
    (action) => kindOfAction(action) === kind && edition.claims?.[action] === undefined,
  ).map((action) => ({ action, unsupported: unsupportedFor(edition, action) }));
}

export function unsupportedFor(edition: Edition, action: ClaimAction): Unsupported | null {
  return edition.unsupported.find(({ operation }) => operation === `claims.${action}`) ?? null;
}

/** Taking the fault costs what a seller's fault costs. */
function penaltiesFor(edition: Edition, action: ClaimAction): readonly Penalty[] {
  return action === 'return.change_fault' ? penaltiesOf(edition, 'late_return', 'seller') : [];
}
