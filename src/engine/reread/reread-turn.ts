import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { dueFollows, nextFollowAt } from '../../store/publish/follow.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { followListings } from '../publish/follow-listings.ts';
import { type RereadOptions, rereadOrders } from './reread-orders.ts';

/**
 * A turn of an account's reread lane: listings of which something is awaited, of which there are few, then orders and
 * claims, which may be hundreds and give way to a listing that comes due. Answers when the next of them is due, null for
 * when woken.
 */
export async function rereadTurn(
  hub: Hub,
  whose: { readonly owner: OwnerId; readonly account: AccountId },
  options: RereadOptions,
): Promise<Date | null> {
  const { owner, account } = whose;
  const postponed = await followListings(hub, whose, options);
  const isListingDue = () =>
    asOwner(hub.db, owner, async (scope) => (await dueFollows(scope, account, 1)).length > 0);
  // A marketplace that does not answer for its listings is left alone for a while.
  const waits = postponed !== null && postponed > hub.clock() && (await isListingDue());
  const orders = await rereadOrders(hub, whose, { ...options, ...(waits ? {} : { givesWay: isListingDue }) });
  const listings = waits ? postponed : await asOwner(hub.db, owner, (scope) => nextFollowAt(scope, account));
  if (listings === null || orders === null) return listings ?? orders;
  return listings < orders ? listings : orders;
}
