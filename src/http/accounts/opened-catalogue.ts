import type { OwnerId } from '../../domain/ids.ts';
import { accountId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { type PublishingShop, publishingShop } from '../../engine/publish/publishing-shop.ts';
import { reportTrouble, type TroubleReport } from '../../engine/trouble-report.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { Problem } from '../problems/problem.ts';

/** A marketplace that has not answered by then counts as not answering. */
const LONGEST_MS = 45_000;

/** A connected shop whose marketplace can be asked about its catalogue now. Throws 404, 409 or 422. */
export async function openedCatalogue(
  hub: Hub,
  owner: OwnerId,
  account: number,
  closing: AbortSignal,
): Promise<PublishingShop> {
  const found = await asOwner(hub.db, owner, (scope) => findAccount(scope, accountId(account)));
  if (found === undefined) throw new Problem('not_found');
  if (!found.enabled) throw new Problem('account_disabled');
  const signal = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_MS)]);
  const shop = publishingShop(hub, owner, found, 'click', signal);
  if (shop === null) throw new Problem('not_offered');
  return shop;
}

/** What a marketplace told, or why it could not be asked. */
export type Asked<Told> =
  | { readonly told: Told; readonly trouble: null }
  | { readonly told: null; readonly trouble: TroubleReport };

/** Asks a marketplace; its trouble is answered. Throws a 404 for what it does not have. */
export async function askShop<Told>(question: () => Promise<Told>): Promise<Asked<Told>> {
  try {
    return { told: await question(), trouble: null };
  } catch (error) {
    if (error instanceof MarketplaceError && error.reason === 'not_found') throw new Problem('not_found');
    if (error instanceof MarketplaceError) return { told: null, trouble: reportTrouble(error) };
    if (!isTimeout(error)) throw error;
    const late = new MarketplaceError({ reason: 'timeout', operation: 'catalog' });
    return { told: null, trouble: reportTrouble(late) };
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
