import type { CommandId, ListingId } from '../../domain/ids.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { liftPauses } from '../../store/commands/pauses.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { wakeLane } from '../../store/lanes.ts';
import { findListing } from '../../store/listings/list.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { editionOf } from '../open-shop.ts';

/** What became of a wish to take a listing off sale, or to put it back. */
export type SaleAnswer =
  | { readonly kind: 'accepted'; readonly command: CommandId }
  | {
      readonly kind: 'declined';
      readonly because: 'not_found' | 'account_disconnected' | 'not_offered' | 'not_there_yet' | 'gone';
    };

/** Turns the wish into a durable command, in the caller's transaction (law 2). */
export async function wishSale(
  scope: OwnerScope,
  listing: ListingId,
  onSale: boolean,
  { actor, cause }: { readonly actor: string; readonly cause: string },
): Promise<SaleAnswer> {
  const declined = (because: Extract<SaleAnswer, { kind: 'declined' }>['because']): SaleAnswer => ({
    kind: 'declined',
    because,
  });
  const found = await findListing(scope, listing);
  if (found === undefined) return declined('not_found');
  const account = await findAccount(scope, found.account);
  if (account === undefined) return declined('account_disconnected');
  if (editionOf(account).edition.promises['catalog.setOnSale'] === undefined) return declined('not_offered');
  if (found.nativeListingId === null) return declined('not_there_yet');
  if (found.goneAt !== null || found.state === 'ended') return declined('gone');
  const [command] = await storeCommands(scope, [
    {
      account: account.id,
      listing,
      payload: { kind: 'set_sale', onSale },
      draft: null,
      key: `set_sale:${listing}:${onSale}`,
      lane: 'click',
      actor,
      cause,
    },
  ]);
  if (command === undefined) throw new Error('the wish was not stored');
  await liftPauses(scope, [account.id]);
  await wakeLane(scope, account.id, 'commands', null);
  await recordAudit(scope, [
    {
      actor,
      action: onSale ? 'listing.resume' : 'listing.pause',
      target: { kind: 'listing', id: listing },
      account: account.id,
      detail: { cause, command_ids: [command] },
    },
  ]);
  return { kind: 'accepted', command };
}
