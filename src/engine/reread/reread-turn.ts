import type { AccountId, OwnerId } from '../../domain/ids.ts';
import type { Hub } from '../hub.ts';
import { followListings } from '../publish/follow-listings.ts';
import { type RereadOptions, rereadOrders } from './reread-orders.ts';

/**
 * A turn of an account's reread lane: listings of which something is awaited, of which there are few, then orders and
 * claims. Answers when the next of them is due, null for when woken.
 */
export async function rereadTurn(
  hub: Hub,
  whose: { readonly owner: OwnerId; readonly account: AccountId },
  options: RereadOptions,
): Promise<Date | null> {
  const listings = await followListings(hub, whose, options);
  const orders = await rereadOrders(hub, whose, options);
  if (listings === null || orders === null) return listings ?? orders;
  return listings < orders ? listings : orders;
}
