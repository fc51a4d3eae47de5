import { type ClaimFault, type ClaimKind, type ClaimState, isClosedClaim, mayHaveMoved } from './claim.ts';
import type { Minor } from './money.ts';
import type { Shipment } from './shipment.ts';

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
  /** Where the claim stood when it was asked for, so that a reading can tell whether it moved. */
  readonly stateBefore?: ClaimState;
}

/** Where an action is taken, and where it leads: what an edition says of it. */
export interface ActionPath {
  readonly from: readonly ClaimState[];
  readonly leadsTo: readonly ClaimState[];
  readonly becomes?: ClaimKind;
}

/** What reading the marketplace shows of a claim that an action was meant for. */
export interface ClaimNow {
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly fault: ClaimFault | null;
  readonly fee: Minor | null;
  readonly collectionInvoice: string | null;
  readonly replacementInvoice: string | null;
}

/**
 * Tells from the claim as the marketplace shows it whether an action has taken effect: `applied`, `not_applied` (it
 * is still as it was), `unclear` (it stands where it stood, and that is also where the action leads), or `overtaken`
 * (something else happened to it, so that sending again is wrong).
 */
export function claimEffect(
  payload: ClaimPayload,
  path: ActionPath,
  now: ClaimNow,
): 'applied' | 'not_applied' | 'unclear' | 'overtaken' {
  if (showsDetail(payload, now)) return 'applied';
  const { kind, state } = now;
  const meant = kindOfAction(payload.kind);
  if (kind !== meant) return kind === path.becomes ? 'applied' : 'overtaken';
  if (state === null) return 'overtaken';
  const stands = path.from.includes(state);
  if (isDetail(payload)) return stands ? 'not_applied' : 'overtaken';
  if (path.leadsTo.includes(state)) {
    return stands && (payload.stateBefore ?? state) === state ? 'unclear' : 'applied';
  }
  if (stands) return 'not_applied';
  const beyond = path.leadsTo.some((lead) => mayHaveMoved(kind, lead, state));
  return beyond && !isTurnedDown(state) ? 'applied' : 'overtaken';
}

/** Actions that set something on a claim without moving it. */
function isDetail({ kind }: ClaimPayload): boolean {
  return kind === 'return.pickup' || kind === 'exchange.pickup' || kind === 'return.change_fault';
}

function showsDetail({ kind, shipment, fault, fee }: ClaimPayload, now: ClaimNow): boolean {
  switch (kind) {
    case 'return.pickup':
    case 'exchange.pickup':
      return shipment !== null && now.collectionInvoice === shipment.invoice;
    case 'exchange.ship':
      return shipment !== null && now.replacementInvoice === shipment.invoice;
    case 'return.change_fault':
      return fault !== null && now.fault === fault;
    case 'return.charge_fee':
      return fee !== null && now.fee === fee && now.state === 'on_hold';
    default:
      return false;
  }
}

function isTurnedDown(state: ClaimState): boolean {
  return isClosedClaim(state) && state !== 'done';
}
