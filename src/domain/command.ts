import { CLAIM_ACTIONS, type ClaimAction, type ClaimPayload, isClaimAction } from './claim-action.ts';
import type { Instant } from './order.ts';
import type { Shipment } from './shipment.ts';
import { ladderStep, type OrderStatus } from './status.ts';

/** What a seller can make a marketplace do with lines of an order. */
export const ORDER_COMMAND_KINDS = [
  'acknowledge',
  'ship',
  'split',
  'change_invoice',
  'delay',
  'hold',
  'release',
  'cancel',
] as const;
export type OrderCommandKind = (typeof ORDER_COMMAND_KINDS)[number];

/** What a seller can make a marketplace do with something on sale. Only the last value counts. */
export const OFFER_COMMAND_KINDS = ['set_stock', 'set_price'] as const;
export type OfferCommandKind = (typeof OFFER_COMMAND_KINDS)[number];

/** What a seller can make a marketplace do with a listing as a whole. Of each kind only the newest wish counts. */
export const LISTING_COMMAND_KINDS = ['publish', 'set_sale'] as const;
export type ListingCommandKind = (typeof LISTING_COMMAND_KINDS)[number];

export type ClaimCommandKind = ClaimAction;

export const COMMAND_KINDS = [
  ...ORDER_COMMAND_KINDS,
  ...OFFER_COMMAND_KINDS,
  ...LISTING_COMMAND_KINDS,
  ...CLAIM_ACTIONS,
] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

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

export type OrderPayload =
  | { readonly kind: 'acknowledge' }
  | ({ readonly kind: 'ship' } & Shipment)
  | ({ readonly kind: 'change_invoice' } & Shipment)
  | { readonly kind: 'split'; readonly parts: readonly ShippedPart[] }
  | { readonly kind: 'delay'; readonly shipBy: Instant; readonly reason: DelayReason; readonly text: string }
  | { readonly kind: 'hold'; readonly text: string }
  | { readonly kind: 'release' }
  | ({ readonly kind: 'cancel' } & SellerCancel);

/** A part of one line's quantity in a parcel of its own. */
export interface ShippedPart extends Shipment {
  readonly quantity: number;
}

export interface SellerCancel {
  /** The marketplace's own code, one of those its edition lists. */
  readonly reason: string;
  readonly text: string;
  /** How many of the one line it is meant for; null is all that is left of every line. */
  readonly quantity: number | null;
  /** How many of that line were still to be shipped when it was asked for, so that a read can tell that it arrived. */
  readonly leftBefore: number | null;
}

export type OfferPayload =
  | { readonly kind: 'set_stock'; readonly nativeItemId: string; readonly quantity: number }
  | {
      readonly kind: 'set_price';
      readonly nativeItemId: string;
      /** In the currency's minor units. */
      readonly price: number;
      readonly currency: string;
    };

export type ListingPayload =
  | {
      /** What the listing is to be is the draft beside it. */
      readonly kind: 'publish';
      /** What each SKU cost by the catalogue when it was asked for, by its code. */
      readonly prices: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'set_sale'; readonly onSale: boolean };

export type CommandPayload = OrderPayload | OfferPayload | ListingPayload | ClaimPayload;

export function isOfferPayload(payload: CommandPayload): payload is OfferPayload {
  return payload.kind === 'set_stock' || payload.kind === 'set_price';
}

export function isListingPayload(payload: CommandPayload): payload is ListingPayload {
  return payload.kind === 'publish' || payload.kind === 'set_sale';
}

export function isClaimPayload(payload: CommandPayload): payload is ClaimPayload {
  return isClaimAction(payload.kind);
}

/**
 * The life of a command. `unknown` means the marketplace may have carried it out; it is left only by reading the
 * marketplace (law 2), or by a newer value that makes the question idle. What ended badly opens again only when a
 * person asks: to be sent, or to be read first where it may have arrived.
 */
export const COMMAND_TRANSITIONS = {
  pending: ['sending', 'partial', 'refused', 'dead', 'superseded', 'canceled'],
  sending: ['done', 'partial', 'refused', 'pending', 'unknown', 'dead', 'superseded'],
  unknown: ['done', 'partial', 'refused', 'pending', 'unknown', 'dead', 'superseded'],
  done: [],
  partial: ['pending', 'unknown'],
  refused: ['pending', 'unknown'],
  dead: ['pending', 'unknown'],
  superseded: [],
  canceled: [],
} as const satisfies Record<string, readonly string[]>;

export type CommandState = keyof typeof COMMAND_TRANSITIONS;

export const COMMAND_STATES = [
  'pending',
  'sending',
  'unknown',
  'done',
  'partial',
  'refused',
  'dead',
  'superseded',
  'canceled',
] as const satisfies readonly CommandState[];

/** States in which the hub still works on a command by itself. */
export const OPEN_STATES = ['pending', 'sending', 'unknown'] as const satisfies readonly CommandState[];
export type OpenState = (typeof OPEN_STATES)[number];

export function isOpen(state: CommandState): state is OpenState {
  return (OPEN_STATES as readonly CommandState[]).includes(state);
}

/** States that a person may open again. */
export const RETRY_STATES = ['partial', 'refused', 'dead'] as const satisfies readonly CommandState[];

export function mayBecome(from: CommandState, to: CommandState): boolean {
  return (COMMAND_TRANSITIONS[from] as readonly CommandState[]).includes(to);
}

/** What one line, or one thing on sale, of a command has come to. */
export const ITEM_STATES = ['pending', 'unknown', 'done', 'refused', 'canceled'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Derives a command's state from its items; open items keep it open. */
export function commandStateOf(items: readonly ItemState[]): CommandState {
  if (items.includes('unknown')) return 'unknown';
  if (items.includes('pending')) return 'pending';
  if (items.every((item) => item === 'done')) return 'done';
  if (items.includes('done')) return 'partial';
  return items.includes('refused') ? 'refused' : 'canceled';
}

/** What reading the marketplace shows of a line that a command was meant for. */
export interface LineNow {
  readonly status: OrderStatus | null;
  readonly invoice: string | null;
  readonly shipBy: Instant | null;
  /** Whether the seller has put it on hold at the marketplace. */
  readonly held: boolean;
  /** How many are still to be shipped. */
  readonly left: number;
}

/** What a reading shows of a command; `underway` is on its way there, or something else that looks the same. */
export type Effect = 'applied' | 'not_applied' | 'overtaken' | 'underway';

/**
 * Tells from the line as the marketplace shows it whether a command has taken effect: `applied`, `not_applied`
 * (it is still as it was before), or `overtaken` (something else happened to it, so sending again is wrong).
 */
export function effectOf(payload: OrderPayload, line: LineNow): Effect {
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
    case 'split':
      if (payload.parts.some((part) => part.invoice === line.invoice)) return 'applied';
      if (step === undefined) return 'overtaken';
      return step <= 1 ? 'not_applied' : 'overtaken';
    case 'hold':
      if (line.held) return 'applied';
      return step !== undefined && step <= 1 ? 'not_applied' : 'overtaken';
    case 'release':
      if (!line.held) return 'applied';
      return step !== undefined && step <= 1 ? 'not_applied' : 'overtaken';
    case 'cancel':
      return canceled(payload, line, step);
  }
}

/** A part of a line that is cancelled leaves the rest where it was: then the number left to ship tells. */
function canceled({ quantity, leftBefore }: SellerCancel, line: LineNow, step: number | undefined): Effect {
  if (line.status === 'CANCELED') return 'applied';
  if (quantity !== null && leftBefore !== null && line.left <= leftBefore - quantity) return 'applied';
  // Marketplaces show a cancel that they carry out step by step like one that the buyer asks for.
  if (line.status === 'CANCEL_REQUESTED') return 'underway';
  return step !== undefined && step <= 1 ? 'not_applied' : 'overtaken';
}

/** What reading the marketplace shows of a thing on sale. */
export interface OfferValues {
  readonly quantity: number | null;
  readonly price: number | null;
  readonly currency: string | null;
}

/** Whether the marketplace shows the value a command wants. */
export function offerShows(payload: OfferPayload, now: OfferValues): boolean {
  if (payload.kind === 'set_stock') return now.quantity === payload.quantity;
  return now.price === payload.price && now.currency === payload.currency;
}
