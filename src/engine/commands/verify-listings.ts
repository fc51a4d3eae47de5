import type { OwnerId } from '../../domain/ids.ts';
import type { ListingSnapshot } from '../../domain/listing.ts';
import type { CatalogDesk, ListingDraft } from '../../marketplaces/kit/catalog.ts';
import { MarketplaceError, type TroubleReason } from '../../marketplaces/kit/trouble.ts';
import { type OpenListingCommand, sentForMs } from '../../store/commands/command.ts';
import type { CommandResult } from '../../store/commands/results.ts';
import type { AcceptedListing } from '../../store/publish/accepted.ts';
import { knownListings, numbersLeftFor } from '../../store/publish/known-numbers.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { draftNow } from '../publish/draft-now.ts';
import { type Judged, resultOf } from './judged.ts';
import { lookAgainMs } from './retry.ts';
import type { Verdict } from './verdict.ts';

/** What a reading shows of a command for a listing. */
export type Sighting =
  | { readonly kind: 'done'; readonly accepted: AcceptedListing }
  /** `late`: what was written may not show yet, and writing it again would make a second one. */
  | { readonly kind: 'not_seen'; readonly late: boolean }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly reason: TroubleReason; readonly nativeText: string };

export type Sightings = ReadonlyMap<OpenListingCommand['id'], Sighting>;

/** Looks up whether commands for listings have been carried out. */
export async function sightListings(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  commands: readonly OpenListingCommand[],
): Promise<Sightings> {
  const desk = opened.shop.catalog;
  if (desk === undefined) throw new MarketplaceError({ reason: 'not_offered', operation: 'catalog.read' });
  const found = new Map<OpenListingCommand['id'], Sighting>();
  for (const command of commands) {
    const draft = draftNow(command, opened.edition.listingRules);
    found.set(
      command.id,
      draft === null
        ? await sightSale(desk, command)
        : draft.nativeListingId === null
          ? await sightCreated(hub, owner, opened, desk, command, draft)
          : await sightUpdated(opened, desk, command, draft, draft.nativeListingId),
    );
  }
  return found;
}

/**
 * A new listing is found by the seller's code. One that belongs to another product, or is over, is not it, and of several
 * nobody knows which.
 */
async function sightCreated(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  desk: CatalogDesk,
  { id, listing }: OpenListingCommand,
  draft: ListingDraft,
): Promise<Sighting> {
  const skus = draft.items.map(({ sellerSku }) => sellerSku);
  const numbers = await desk.findBySellerCode(draft.sellerCode, skus);
  const known = await asOwner(hub.db, owner, (scope) => knownListings(scope, opened.account.id, numbers));
  const [nativeListingId, ...more] = numbersLeftFor(listing.product, numbers, known);
  if (nativeListingId === undefined) return { kind: 'not_seen', late: true };
  if (more.length > 0)
    return {
      kind: 'refused',
      reason: 'unexplained',
      nativeText: `${draft.sellerCode}: ${[nativeListingId, ...more].join(', ')}`,
    };
  return published(id, listing.id, nativeListingId);
}

/**
 * An update has been carried out when sending it again would change nothing. Not everything that is sent can be read
 * again, such as pictures that the marketplace keeps under addresses of its own: so what was sent once is sent a second
 * time, which costs nothing where nobody reviews it.
 */
async function sightUpdated(
  { edition }: OpenedShop,
  desk: CatalogDesk,
  { id, listing, attempts, items }: OpenListingCommand,
  draft: ListingDraft,
  nativeListingId: string,
): Promise<Sighting> {
  try {
    const { changes } = await desk.preview(draft);
    if (changes.length > 0) return { kind: 'not_seen', late: false };
    const isInDoubt = attempts < 2 && items.every(({ suspicion }) => suspicion === null);
    if (isInDoubt && edition.listingRules?.reviewed === false) return { kind: 'not_seen', late: false };
    return published(id, listing.id, nativeListingId);
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    // A listing in review shows nobody what it is to become.
    if (error.reason === 'wrong_state') return { kind: 'closed' };
    if (error.reason !== 'not_found' && error.reason !== 'refused') throw error;
    return { kind: 'refused', reason: error.reason, nativeText: error.trouble.nativeText ?? '' };
  }
}

function published(
  command: OpenListingCommand['id'],
  listing: OpenListingCommand['listing']['id'],
  nativeListingId: string,
): Sighting {
  return {
    kind: 'done',
    accepted: { kind: 'publish', command, listing, nativeListingId, state: null, differences: [] },
  };
}

async function sightSale(desk: CatalogDesk, { id, listing, payload }: OpenListingCommand): Promise<Sighting> {
  const { nativeListingId } = listing;
  if (payload.kind !== 'set_sale' || nativeListingId === null)
    return { kind: 'refused', reason: 'not_found', nativeText: '' };
  const { reads, missing } = await desk.read([nativeListingId]);
  const gone = missing.find((one) => one.nativeListingId === nativeListingId);
  if (gone !== undefined) return { kind: 'refused', reason: 'not_found', nativeText: gone.nativeText };
  const seen = reads.flatMap((read) => (read.kind === 'listing' ? [read.listing] : []));
  const now = seen.find((one) => one.nativeListingId === nativeListingId);
  if (now === undefined || isOnSale(now) !== payload.onSale) return { kind: 'not_seen', late: false };
  return {
    kind: 'done',
    accepted: { kind: 'set_sale', command: id, listing: listing.id, onSale: payload.onSale },
  };
}

/** What has run out is on sale as far as the seller's wish goes. */
function isOnSale({ state, items }: ListingSnapshot): boolean {
  if (state === 'on_sale' || state === 'sold_out') return true;
  return state === null && items.some(({ onSale }) => onSale === true);
}

/**
 * Searches may show a new listing only so long after it was made: ESM's calls know a product after about 3 minutes
 * (E:21), Coupang's after up to 10 (sheet §3.6), and the others tell nothing. To make a second one is worse than to wait.
 */
const SHOWN_WITHIN_MS = 10 * 60_000;

/** Judges a command by what was seen of its listing. */
export function judgeByListing(
  command: OpenListingCommand,
  sighting: Sighting,
  now: Date,
  lagMs: number,
): CommandResult {
  const ageMs = sentForMs(command, now);
  const isCreate = sighting.kind === 'not_seen' && sighting.late;
  const mayLag = ageMs < (isCreate ? Math.max(lagMs, SHOWN_WITHIN_MS) : lagMs);
  const judged = command.items.map((item): Judged => {
    const verdict = verdictOn(sighting, item.suspicion !== null, mayLag);
    if (sighting.kind !== 'refused') return { item, verdict, reason: item.suspicion ?? 'wrong_state' };
    const { reason, nativeText } = sighting;
    return { item: { ...item, nativeText }, verdict, reason };
  });
  const result = resultOf(command, judged, now);
  if (sighting.kind !== 'closed' || result.state !== 'unknown') return result;
  // A review takes days: it is looked at ever more seldom.
  return { ...result, notBefore: new Date(now.getTime() + lookAgainMs(ageMs, Math.random())) };
}

/** An update may be sent again at once: twice is the same as once. A create waits until it would show. */
export function verdictOn(sighting: Sighting, wasRefused: boolean, mayLag: boolean): Verdict {
  switch (sighting.kind) {
    case 'done':
      return 'done';
    case 'refused':
      return 'refused';
    case 'closed':
      return mayLag || !wasRefused ? 'wait' : 'refused';
    case 'not_seen':
      if (mayLag && (sighting.late || wasRefused)) return 'wait';
      return wasRefused ? 'refused' : 'send_again';
  }
}
