import type { Currency, Minor } from './money.ts';
import type { Contact, Instant } from './order.ts';

/** What a buyer or seller can want undone. One claim may turn into another kind: a cancel that came too late, a return. */
export const CLAIM_KINDS = ['cancel', 'return', 'exchange'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CLAIM_STATES = [
  'requested',
  'approved',
  'collecting',
  'collected',
  'on_hold',
  'refunded',
  'reshipped',
  'done',
  'rejected',
  'withdrawn',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export function isClaimState(text: string): text is ClaimState {
  return (CLAIM_STATES as readonly string[]).includes(text);
}

type Transitions = Readonly<Partial<Record<ClaimState, readonly ClaimState[]>>>;

/**
 * How claims of each kind move, one step at a time. `approved` means agreed to, with the rest still to come; `refunded`
 * that the buyer has the money while something is still open, as with a refund before the goods came back. A withdrawn
 * or rejected claim may come back under its own number: marketplaces reopen them.
 */
export const CLAIM_TRANSITIONS: Readonly<Record<ClaimKind, Transitions>> = {
  cancel: {
    requested: ['approved', 'done', 'rejected', 'withdrawn'],
    approved: ['done', 'withdrawn'],
    done: [],
    rejected: ['requested'],
    withdrawn: ['requested'],
  },
  return: {
    requested: ['approved', 'collecting', 'on_hold', 'refunded', 'rejected', 'withdrawn'],
    approved: ['collecting', 'on_hold', 'refunded', 'withdrawn'],
    collecting: ['collected', 'on_hold', 'refunded', 'rejected', 'withdrawn'],
    collected: ['on_hold', 'refunded', 'done', 'rejected', 'withdrawn'],
    on_hold: [
      'requested',
      'approved',
      'collecting',
      'collected',
      'refunded',
      'done',
      'rejected',
      'withdrawn',
    ],
    refunded: ['done'],
    done: [],
    rejected: ['requested'],
    withdrawn: ['requested'],
  },
  exchange: {
    requested: ['approved', 'collecting', 'on_hold', 'reshipped', 'rejected', 'withdrawn'],
    approved: ['collecting', 'on_hold', 'reshipped', 'withdrawn'],
    collecting: ['collected', 'on_hold', 'reshipped', 'rejected', 'withdrawn'],
    collected: ['on_hold', 'reshipped', 'rejected', 'withdrawn'],
    on_hold: ['requested', 'approved', 'collecting', 'collected', 'reshipped', 'rejected', 'withdrawn'],
    reshipped: ['done'],
    done: [],
    rejected: ['requested'],
    withdrawn: ['requested'],
  },
};

/** Where a claim is not moving any more by itself. */
export const CLOSED_CLAIM_STATES = ['done', 'rejected', 'withdrawn'] as const satisfies readonly ClaimState[];

export function isClosedClaim(state: ClaimState): boolean {
  return (CLOSED_CLAIM_STATES as readonly ClaimState[]).includes(state);
}

/** Whether claims of this kind know the state. */
export function hasState(kind: ClaimKind, state: ClaimState): boolean {
  return CLAIM_TRANSITIONS[kind][state] !== undefined;
}

/** Whether one step leads from one state to the other. */
export function mayMove(kind: ClaimKind, from: ClaimState, to: ClaimState): boolean {
  return CLAIM_TRANSITIONS[kind][from]?.includes(to) ?? false;
}

/**
 * Whether a claim can have come from one state to the other by steps nobody saw: marketplaces are read now and then.
 * The way does not lead through a closed claim that was reopened, unless it begins there.
 */
export function mayHaveMoved(kind: ClaimKind, from: ClaimState, to: ClaimState): boolean {
  const seen = new Set<ClaimState>([from]);
  const ahead: ClaimState[] = [...(CLAIM_TRANSITIONS[kind][from] ?? [])];
  for (let state = ahead.pop(); state !== undefined; state = ahead.pop()) {
    if (state === to) return true;
    if (seen.has(state) || isClosedClaim(state)) continue;
    seen.add(state);
    ahead.push(...(CLAIM_TRANSITIONS[kind][state] ?? []));
  }
  return false;
}

const WAY: readonly ClaimState[] = [
  'requested',
  'approved',
  'collecting',
  'collected',
  'refunded',
  'reshipped',
  'done',
];

/**
 * Whether a state lies beyond another on a claim's way, so that it cannot be an older answer about the same claim. A
 * hold is beside the way: what was before it may be told once more after it.
 */
export function isBeyond(from: ClaimState, to: ClaimState): boolean {
  if (isClosedClaim(to)) return from !== 'done';
  if (to === 'on_hold') return false;
  const least = from === 'on_hold' ? 'collected' : from;
  return WAY.includes(least) && WAY.indexOf(to) > WAY.indexOf(least);
}

/** Who answers for the claim, which decides who pays the way back. */
export const CLAIM_FAULTS = ['buyer', 'seller', 'carrier', 'marketplace'] as const;
export type ClaimFault = (typeof CLAIM_FAULTS)[number];

/** Why, in the hub's words; null where the marketplace's code has not been mapped (law 11). */
export const CLAIM_REASONS = [
  'changed_mind',
  'ordered_by_mistake',
  'wrong_option',
  'found_cheaper',
  'sold_out',
  'wrong_price_or_information',
  'late_delivery',
  'not_delivered',
  'wrong_item_sent',
  'part_missing',
  'damaged',
  'defective',
  'not_as_described',
  'wrong_address',
  'payment',
  'gift_declined',
  'converted',
  'other',
] as const;
export type ClaimReason = (typeof CLAIM_REASONS)[number];

export const CLAIM_REQUESTERS = ['buyer', 'seller', 'marketplace'] as const;
export type ClaimRequester = (typeof CLAIM_REQUESTERS)[number];

/** What a marketplace says about one claim at one moment, in the hub's words. */
export interface ClaimSnapshot {
  /** Unique within the account, whatever the kind; the connector puts it together where the marketplace has no number. */
  readonly nativeClaimId: string;
  readonly nativeOrderId: string;
  readonly kind: ClaimKind;
  /** Null when the marketplace's state is one nobody has mapped (law 11). */
  readonly state: ClaimState | null;
  readonly nativeStatus: string;
  readonly requestedAt: Instant;
  readonly requestedBy: ClaimRequester | null;
  readonly fault: ClaimFault | null;
  readonly reason: ClaimReason | null;
  readonly nativeReason: string | null;
  /** What the buyer or the marketplace wrote about it. */
  readonly reasonText: string | null;
  readonly lines: readonly ClaimLine[];
  readonly fee: ClaimFee | null;
  readonly collection: Collection | null;
  readonly replacement: Replacement | null;
  readonly hold: ClaimHold | null;
  /** When the marketplace decides by itself unless somebody does before, where it says so. */
  readonly decidesAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Where the goods are collected and where the replacement goes; null when it tells no one. Personal: a room of its own. */
  readonly contact: Contact | null;
  /** The marketplace's own document, without personal data. */
  readonly native: Readonly<Record<string, unknown>>;
}

export interface ClaimLine {
  /** The order line as the marketplace names it, where the claim tells. */
  readonly nativeLineId: string | null;
  /** The thing sold, by which a line is found when the claim does not name one. */
  readonly nativeItemId: string | null;
  /** Null means the whole line. */
  readonly quantity: number | null;
}

/** What sending back costs, and who bears it. */
export interface ClaimFee {
  readonly amount: Minor;
  readonly currency: Currency;
  readonly paidBy: 'buyer' | 'seller' | 'marketplace' | 'shared' | null;
  /** How it is paid, in the marketplace's words. */
  readonly method: string | null;
}

/** The goods on their way back. */
export interface Collection {
  readonly by: 'marketplace' | 'seller' | 'buyer' | 'nobody' | null;
  readonly nativeCarrier: string | null;
  readonly invoice: string | null;
  readonly collectedAt: Instant | null;
}

/** The new goods of an exchange on their way to the buyer. */
export interface Replacement {
  /** The package the marketplace opened for it, where invoices belong to packages. */
  readonly packageKey: string | null;
  readonly nativeCarrier: string | null;
  readonly invoice: string | null;
  readonly shippedAt: Instant | null;
  readonly deliveredAt: Instant | null;
}

export interface ClaimHold {
  readonly nativeReason: string | null;
  readonly text: string | null;
  readonly since: Instant | null;
}

/** News of a claim that only tells where it has come to: withdrawal lists say no more. */
export interface ClaimMove {
  readonly nativeClaimId: string;
  readonly nativeOrderId: string;
  readonly state: ClaimState;
  readonly nativeStatus: string;
  readonly at: Instant | null;
}
