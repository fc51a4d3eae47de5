import type { Instant } from './order.ts';
import { ladderStep, type OrderStatus } from './status.ts';

/** What a seller can make a marketplace do with lines of an order. */
export const COMMAND_KINDS = ['acknowledge', 'ship', 'change_invoice', 'delay'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

export interface Shipment {
  /** The hub's carrier, or null for one that only this marketplace knows. */
  readonly carrierId: string | null;
  /** The marketplace's own carrier code. */
  readonly carrierCode: string;
  readonly invoice: string;
  readonly shippedAt: Instant;
}

/** Why a parcel leaves later than promised. */
export const DELAY_REASONS = [
  'preparing',
  'buyer_asked',
  'made_to_order',
  'reserved',
  'overseas',
  'other',
] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

export type CommandPayload =
  | { readonly kind: 'acknowledge' }
  | ({ readonly kind: 'ship' } & Shipment)
  | ({ readonly kind: 'change_invoice' } & Shipment)
  | { readonly kind: 'delay'; readonly shipBy: Instant; readonly reason: DelayReason; readonly text: string };

/**
 * The life of a command. `unknown` means the marketplace may have carried it out; it is left only by reading the
 * marketplace (law 2). `dead` was tried as often as makes sense and waits for a person.
 */
export const COMMAND_TRANSITIONS = {
  pending: ['sending', 'refused', 'dead'],
  sending: ['done', 'partial', 'refused', 'pending', 'unknown', 'dead'],
  unknown: ['done', 'partial', 'refused', 'pending', 'unknown', 'dead'],
  done: [],
  partial: [],
  refused: [],
  dead: [],
} as const satisfies Record<string, readonly string[]>;

export type CommandState = keyof typeof COMMAND_TRANSITIONS;

export function mayBecome(from: CommandState, to: CommandState): boolean {
  return (COMMAND_TRANSITIONS[from] as readonly CommandState[]).includes(to);
}

/** What one line of a command has come to. */
export type ItemState = 'pending' | 'unknown' | 'done' | 'refused';

/** Derives a command's state from its items; open items keep it open. */
export function commandStateOf(items: readonly ItemState[]): CommandState {
  if (items.includes('unknown')) return 'unknown';
  if (items.includes('pending')) return 'pending';
  if (items.every((item) => item === 'done')) return 'done';
  return items.includes('done') ? 'partial' : 'refused';
}

/** What reading the marketplace shows of a line that a command was meant for. */
export interface LineNow {
  readonly status: OrderStatus | null;
  readonly invoice: string | null;
  readonly shipBy: Instant | null;
}

/**
 * Tells from the line as the marketplace shows it whether a command has taken effect: `applied`, `not_applied`
 * (it is still as it was before), or `overtaken` (something else happened to it, so sending again is wrong).
 */
export function effectOf(payload: CommandPayload, line: LineNow): 'applied' | 'not_applied' | 'overtaken' {
  const step = line.status === null ? undefined : ladderStep(line.status);
  switch (payload.kind) {
    case 'acknowledge':
      if (step === undefined) return 'overtaken';
      return step >= 1 ? 'applied' : 'not_applied';
    case 'ship':
      if (line.invoice === payload.invoice) return 'applied';
      if (step === undefined) return 'overtaken';
      return step <= 1 ? 'not_applied' : 'overtaken';
    case 'change_invoice':
      if (line.invoice === payload.invoice) return 'applied';
      return step === undefined || step < 2 ? 'overtaken' : 'not_applied';
    case 'delay':
      if (line.shipBy === payload.shipBy) return 'applied';
      return step !== undefined && step <= 1 ? 'not_applied' : 'overtaken';
  }
}
