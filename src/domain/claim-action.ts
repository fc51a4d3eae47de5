import type { ClaimFault, ClaimKind } from './claim.ts';
import type { Shipment } from './command.ts';
import type { Minor } from './money.ts';

/** What a seller can do with claims, by the kind of claim. A marketplace offers some of them. */
export const CLAIM_ACTIONS = [
  'cancel.approve',
  'cancel.reject',
  'return.approve',
  'return.reject',
  'return.pickup',
  'return.collect',
  'return.complete',
  'return.hold',
  'return.release',
  'return.charge_fee',
  'return.change_fault',
  'exchange.approve',
  'exchange.reject',
  'exchange.pickup',
  'exchange.collect',
  'exchange.ship',
  'exchange.hold',
  'exchange.release',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

export function isClaimAction(text: string): text is ClaimAction {
  return (CLAIM_ACTIONS as readonly string[]).includes(text);
}

export function kindOfAction(action: ClaimAction): ClaimKind {
  if (action.startsWith('cancel.')) return 'cancel';
  return action.startsWith('return.') ? 'return' : 'exchange';
}

/** What an action may need to be told: a text, a reason out of a list, a parcel, an amount of money, whose fault it is. */
export const CLAIM_INPUTS = ['text', 'reason', 'shipment', 'fee', 'fault'] as const;
export type ClaimInput = (typeof CLAIM_INPUTS)[number];

/** An action on a claim as it is stored. What the action does not take is null. */
export interface ClaimPayload {
  readonly kind: ClaimAction;
  readonly text: string | null;
  /** The marketplace's own code, one of those its edition lists for the action. */
  readonly reason: string | null;
  readonly shipment: Shipment | null;
  /** In the minor units of the account's currency. */
  readonly fee: Minor | null;
  readonly fault: ClaimFault | null;
}
