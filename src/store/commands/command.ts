import type { ClaimPayload } from '../../domain/claim-action.ts';
import type {
  CommandPayload,
  CommandState,
  ItemState,
  ListingPayload,
  OfferPayload,
  OrderPayload,
} from '../../domain/command.ts';
import type {
  AccountId,
  ClaimId,
  CommandId,
  CommandItemId,
  ListingId,
  OrderId,
  OrderLineId,
  ProductId,
} from '../../domain/ids.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { FieldChange, ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { ClaimRef } from '../../marketplaces/kit/shop.ts';
import type { StandingItem } from '../publish/standing-items.ts';

interface NewCommandFacts {
  readonly account: AccountId;
  /** The same wish for the same target has the same key; while it stands, it is stored once. */
  readonly key: string;
  readonly lane: Lane;
  readonly actor: string;
  readonly cause: string;
  readonly plan?: number | null;
}

export interface NewOrderCommand extends NewCommandFacts {
  readonly payload: OrderPayload;
  readonly order: OrderId;
  readonly lines: readonly OrderLineId[];
}

/** Only the last value counts: it takes the place of those that still wait for the same thing on sale. */
export interface NewOfferCommand extends NewCommandFacts {
  readonly payload: OfferPayload;
}

export interface NewClaimCommand extends NewCommandFacts {
  readonly payload: ClaimPayload;
  readonly claim: ClaimId;
  /** The order it is about, where the hub has it: then it goes out in turn with the order's own commands. */
  readonly order: OrderId | null;
}

/** Only the newest of each kind counts: it takes the place of those that still wait for the same listing. */
export interface NewListingCommand extends NewCommandFacts {
  readonly payload: ListingPayload;
  readonly listing: ListingId;
  /** What the listing is to be; null unless it is published. */
  readonly draft: ListingDraft | null;
}

export type NewCommand = NewOrderCommand | NewOfferCommand | NewListingCommand | NewClaimCommand;

/** A command as it is shown. */
export interface Command {
  readonly id: CommandId;
  readonly account: AccountId;
  readonly platform: string;
  readonly edition: string;
  /** Null for a command about a thing on sale, which its payload names, or a claim whose order is not known. */
  readonly order: OrderId | null;
  readonly claim: ClaimId | null;
  readonly listing: ListingId | null;
  readonly payload: CommandPayload;
  /** For `publish`, once it is done: what the marketplace shows otherwise than it was asked for. */
  readonly differences: readonly FieldChange[] | null;
  readonly lane: Lane;
  readonly state: CommandState;
  readonly attempts: number;
  readonly retried: number;
  readonly notBefore: Date;
  readonly actor: string;
  readonly cause: string;
  readonly plan: number | null;
  readonly supersededBy: CommandId | null;
  /** Whether a person may open it again. */
  readonly mayRetry: boolean;
  readonly trouble: unknown;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly items: readonly CommandItem[];
}

export interface CommandItem {
  readonly line: OrderLineId | null;
  readonly state: ItemState;
  readonly reason: string | null;
  readonly nativeCode: string | null;
  readonly nativeText: string | null;
  /** Why it was turned down before anything was sent, in words of our own. */
  readonly says: Localized | null;
}

interface OpenFacts {
  readonly id: CommandId;
  readonly state: 'pending' | 'unknown';
  /** Calls made for it since it was asked for, or asked for again. */
  readonly attempts: number;
  /** How long ago it was asked for, or asked for again, when it was taken. */
  readonly triedForMs: number;
  /** When it was last sent, or null for one that never was. */
  readonly sentAt: Date | null;
  /** What its other items have come to, which are not worked on any more. */
  readonly ended: readonly ItemState[];
}

/** A command for an order that may be worked on now, with what the marketplace needs to know of its lines. */
export interface OpenOrderCommand extends OpenFacts {
  readonly order: OrderId;
  readonly nativeOrderId: string;
  readonly payload: OrderPayload;
  readonly items: readonly OpenLine[];
}

export interface OpenOfferCommand extends OpenFacts {
  readonly payload: OfferPayload;
  /** The listing that it is part of, where that has been read. */
  readonly nativeListingId: string | null;
  readonly items: readonly OpenItem[];
}

/** A command for a listing, with the listing as the hub knows it now: it may have changed since the command was made. */
export interface OpenListingCommand extends OpenFacts {
  readonly payload: ListingPayload;
  readonly draft: ListingDraft | null;
  readonly listing: OpenListing;
  readonly items: readonly OpenItem[];
}

export interface OpenListing {
  readonly id: ListingId;
  readonly product: ProductId | null;
  /** Null while the marketplace has not taken it. */
  readonly nativeListingId: string | null;
  readonly items: readonly StandingItem[];
  /** How many are left of the product's SKUs, by their codes; what nobody counts is not among them. */
  readonly left: Readonly<Record<string, number>>;
}

/** A command for a claim, with the claim as the marketplace names it. */
export interface OpenClaimCommand extends OpenFacts {
  readonly claim: ClaimId;
  readonly ref: ClaimRef;
  readonly payload: ClaimPayload;
  readonly items: readonly OpenItem[];
}

export type OpenCommand = OpenOrderCommand | OpenOfferCommand | OpenListingCommand | OpenClaimCommand;

export interface OpenItem {
  readonly id: CommandItemId;
  readonly state: 'pending' | 'unknown';
  /** Why the marketplace refused it, when that refusal is in doubt. */
  readonly suspicion: string | null;
  readonly nativeCode: string | null;
  readonly nativeText: string | null;
  readonly says: Localized | null;
}

export interface OpenLine extends OpenItem {
  readonly line: OrderLineId;
  readonly nativeLineId: string;
  readonly nativeItemId: string;
  readonly packageKey: string;
  /** How many of it are still to be shipped, as far as the hub knows. */
  readonly left: number;
}

/** How long ago a command was sent; for one that never was, how long ago it was asked for. */
export function sentForMs({ sentAt, triedForMs }: OpenCommand, now: Date): number {
  return sentAt === null ? triedForMs : now.getTime() - sentAt.getTime();
}

export function isForClaim(command: OpenCommand): command is OpenClaimCommand {
  return 'claim' in command;
}

export function isForOrder(command: OpenCommand): command is OpenOrderCommand {
  return 'order' in command;
}

export function isForListing(command: OpenCommand): command is OpenListingCommand {
  return 'listing' in command;
}

export function isForOffer(command: OpenCommand): command is OpenOfferCommand {
  return 'nativeListingId' in command;
}
