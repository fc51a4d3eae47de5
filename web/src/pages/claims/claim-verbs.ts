import { everyOf } from '../../api/every.ts';
import type { Schema } from '../../api/types.ts';

/** Something that can be done with claims of a kind: `return.approve`. */
export type Action = Schema<'ClaimAction'>['action'];
/** The same without the kind: `approve`. */
export type Verb = Schema<'ClaimActsInput'>['action'];

/** The verb of each action, which is what the API is asked to do. */
export const VERB_OF: Readonly<Record<Action, Verb>> = {
  'cancel.approve': 'approve',
  'cancel.reject': 'reject',
  'return.approve': 'approve',
  'return.reject': 'reject',
  'return.pickup': 'pickup',
  'return.collect': 'collect',
  'return.complete': 'complete',
  'return.hold': 'hold',
  'return.release': 'release',
  'return.charge_fee': 'charge_fee',
  'return.change_fault': 'change_fault',
  'exchange.approve': 'approve',
  'exchange.reject': 'reject',
  'exchange.pickup': 'pickup',
  'exchange.collect': 'collect',
  'exchange.ship': 'ship',
  'exchange.hold': 'hold',
  'exchange.release': 'release',
};

/** What is decided most often comes first. */
const ORDER = everyOf<Verb>()([
  'approve',
  'reject',
  'collect',
  'complete',
  'ship',
  'pickup',
  'hold',
  'release',
  'charge_fee',
  'change_fault',
]);

/** The verbs that some of the claims allow now, each with how many do. */
export function verbsFor(claims: readonly Schema<'ListedClaim'>[]): readonly (readonly [Verb, number])[] {
  const counts = new Map<Verb, number>();
  for (const { can } of claims)
    for (const verb of new Set(can.map((action) => VERB_OF[action])))
      counts.set(verb, (counts.get(verb) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
}
