import type { OpenListingCommand } from '../../store/commands/command.ts';
import type { AcceptedListing } from '../../store/publish/accepted.ts';
import type { Answers } from './send.ts';

type Done = Extract<ReturnType<Answers['get']>, { readonly kind: 'done' }>;

/** What the marketplace's "done" means for the local listing. What it does not say, the next reading will. */
export function acceptedListing({ id, listing, payload }: OpenListingCommand, answer: Done): AcceptedListing {
  if (payload.kind === 'set_sale')
    return { kind: 'set_sale', command: id, listing: listing.id, onSale: payload.onSale };
  if (!('nativeListingId' in answer)) throw new Error(`command ${id} was answered without a listing`);
  const { nativeListingId, state, differences } = answer;
  return { kind: 'publish', command: id, listing: listing.id, nativeListingId, state, differences };
}
