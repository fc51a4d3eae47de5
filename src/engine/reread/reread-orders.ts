import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { reconcileOf } from '../../marketplaces/kit/reconcile.ts';
import { MarketplaceError, type TroubleKind } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { nextClaimReread } from '../../store/claims/reread.ts';
import type { HeldLane } from '../../store/lanes.ts';
import { findRereads, nextReread, ordersIn } from '../../store/orders/reread.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { editionOf, type OpenedShop, openShop } from '../open-shop.ts';
import { ORDERS_FEED } from '../pull/write-batch.ts';
import { reportTrouble } from '../trouble-report.ts';
import { readChunk } from './read-chunk.ts';
import { rereadClaims } from './reread-claims.ts';
import { writeReread } from './write-reread.ts';

export interface RereadOptions {
  /** Aborting ends the work between two calls. */
  readonly signal?: AbortSignal;
  /** Aborting cuts off calls in flight as well. */
  readonly hard?: AbortSignal;
  /** The held lane: without it no call leaves any more. */
  readonly fence?: HeldLane;
  /** Asked between requests: whether other work of the lane goes first now. */
  readonly givesWay?: () => Promise<boolean>;
}

/** Orders of one request, so that a fresh hint never waits behind more than this many others. */
const CHUNK = 10;

/**
 * Reads orders of an account by id: those that pushes named, those that somebody asked for, then open ones that the
 * feeds stopped showing; and claims, when no order is due. A turn is bounded; answers when the next is due, null for when woken. Never throws for a
 * marketplace's trouble, but when the database is away or the lane was lost. Aborting ends it between two transactions; nothing is lost, since what was asked for stays
 * written down until its answer is.
 */
export async function rereadOrders(
  hub: Hub,
  { owner, account: id }: { readonly owner: OwnerId; readonly account: AccountId },
  { signal, hard, fence, givesWay }: RereadOptions = {},
): Promise<Date | null> {
  const account = await asOwner(hub.db, owner, (scope) => findAccount(scope, id));
  if (account === undefined || !account.enabled) return null;
  const plan = reconcileOf(editionOf(account).edition);
  const shops = new Map<'fresh' | 'bulk', OpenedShop>();
  for (let read = 0; read < plan.perRound && !signal?.aborted; ) {
    const work = await asOwner(hub.db, owner, (scope) => findRereads(scope, id, ORDERS_FEED, CHUNK));
    const wanted = ordersIn(work);
    const lane = work.unseen.length > 0 ? 'bulk' : 'fresh';
    try {
      const opened =
        shops.get(lane) ?? (await openShop(hub, owner, account, lane, hard, { fence, leaving: signal }));
      shops.set(lane, opened);
      if (wanted.length > 0) {
        await writeReread(hub, owner, opened, work, await readChunk(opened.shop.orders, wanted));
        read += wanted.length;
      } else {
        const claims = await rereadClaims(hub, owner, opened);
        if (claims === 0) break;
        read += claims;
      }
      if (await givesWay?.()) break;
    } catch (error) {
      if (signal?.aborted || hard?.aborted) break;
      if (!(error instanceof MarketplaceError)) throw error;
      hub.log.warn({ account: id, trouble: reportTrouble(error) }, 'reading orders by id failed');
      return new Date(hub.clock().getTime() + pauseAfter(error.kind));
    }
  }
  return earlier(
    await asOwner(hub.db, owner, (scope) => nextReread(scope, id, ORDERS_FEED)),
    await asOwner(hub.db, owner, (scope) => nextClaimReread(scope, id)),
  );
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

const AWAY_MS = 20_000;
const REFUSED_MS = 300_000;

/** The pull knocks at a marketplace that is away; reading by id only follows, so it need not hurry. */
function pauseAfter(kind: TroubleKind): number {
  const base = kind === 'unavailable' || kind === 'rate_limited' ? AWAY_MS : REFUSED_MS;
  return base * (1 + Math.random() / 4);
}
