import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { reconcileOf } from '../../marketplaces/kit/reconcile.ts';
import { MarketplaceError, type TroubleKind } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { findRereads, nextReread, type RereadWork } from '../../store/orders/reread.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { editionOf, type OpenedShop, openShop } from '../open-shop.ts';
import { ORDERS_FEED } from '../pull/write-batch.ts';
import { reportTrouble } from '../trouble-report.ts';
import { readChunk } from './read-chunk.ts';
import { writeReread } from './write-reread.ts';

/** The account whose reread lane the caller holds. */
export interface RereadLane {
  readonly owner: OwnerId;
  readonly account: AccountId;
}

/** Orders of one request, so that a fresh hint never waits behind more than this many others. */
const CHUNK = 10;

/**
 * Reads orders of an account by id: those that pushes named, those that somebody asked for, then open ones that the
 * feeds stopped showing. A turn is bounded; answers when the next is due, null for when woken. Never throws for a
 * marketplace's trouble. Aborting ends it between two transactions; nothing is lost, since what was asked for stays
 * written down until its answer is.
 */
export async function rereadOrders(
  hub: Hub,
  { owner, account: id }: RereadLane,
  signal: AbortSignal,
): Promise<Date | null> {
  const account = await asOwner(hub.db, owner, (scope) => findAccount(scope, id));
  if (account === undefined || !account.enabled) return null;
  const plan = reconcileOf(editionOf(account).edition);
  const find = () => asOwner(hub.db, owner, (scope) => findRereads(scope, id, ORDERS_FEED, CHUNK));
  const shops = new Map<'fresh' | 'bulk', OpenedShop>();
  for (let read = 0; read < plan.perRound && !signal.aborted; ) {
    const work = await find();
    const wanted = idsOf(work);
    if (wanted.length === 0) break;
    const lane = work.unseen.length > 0 ? 'bulk' : 'fresh';
    try {
      const opened = shops.get(lane) ?? (await openShop(hub, owner, account, lane, signal));
      shops.set(lane, opened);
      await writeReread(hub, owner, opened, work, await readChunk(opened.shop.orders, wanted));
    } catch (error) {
      if (signal.aborted) break;
      const trouble = reportTrouble(error);
      hub.log.warn({ account: id, trouble }, 'reading orders by id failed');
      if (!(error instanceof MarketplaceError)) throw error;
      return new Date(hub.clock().getTime() + pauseAfter(error.kind));
    }
    read += wanted.length;
  }
  return asOwner(hub.db, owner, (scope) => nextReread(scope, id, ORDERS_FEED));
}

function idsOf({ hints, asked, unseen }: RereadWork): readonly string[] {
  return [...new Set([...hints.map(({ nativeOrderId }) => nativeOrderId), ...asked, ...unseen])];
}

const AWAY_MS = 20_000;
const REFUSED_MS = 300_000;

/** The pull knocks at a marketplace that is away; reading by id only follows, so it need not hurry. */
function pauseAfter(kind: TroubleKind): number {
  const base = kind === 'unavailable' || kind === 'rate_limited' ? AWAY_MS : REFUSED_MS;
  return base * (1 + Math.random() / 4);
}
