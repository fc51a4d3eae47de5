import type { OwnerId } from '../../domain/ids.ts';
import { reconcileOf } from '../../marketplaces/kit/reconcile.ts';
import { tellOfClaims } from '../../store/claims/claim-events.ts';
import { noteUnknownOrders } from '../../store/claims/conflicts.ts';
import { endHints, postponeHints } from '../../store/orders/hints.ts';
import { lockOrders } from '../../store/orders/lock.ts';
import { endAsking, ordersIn, type RereadWork } from '../../store/orders/reread.ts';
import { noteChecked } from '../../store/orders/seen.ts';
import { noteLinesGone, noteNotShown } from '../../store/orders/vanished.ts';
import { asOwner } from '../../store/scope.ts';
import { clearSetAsides, setAside } from '../../store/set-asides.ts';
import { lockStockOfOrders } from '../../store/stock/lock.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { itemsSoldIn, ordersNamedIn, partition } from '../pull/told.ts';
import { ingest } from '../pull/write-batch.ts';
import type { ChunkRead } from './read-chunk.ts';

/** Writes what reading orders by id brought, and ends what asked for it, in one transaction. */
export async function writeReread(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  work: RereadWork,
  { reads, missing, stumbled }: ChunkRead,
): Promise<void> {
  const account = opened.account.id;
  const plan = reconcileOf(opened.edition);
  const told = partition(reads);
  const { orders, unreadable } = told;
  const broken = new Set(unreadable.map(({ nativeOrderId }) => nativeOrderId));
  const readIds = [...new Set(orders.map(({ nativeOrderId }) => nativeOrderId))];
  const good = readIds.filter((id) => !broken.has(id));
  const isGood = new Set(good);
  const rest = ordersIn(work).filter((id) => !isGood.has(id));
  const wholes = orders.filter(({ nativeOrderId, complete }) => complete && !broken.has(nativeOrderId));
  const hinted = new Set(work.hints.map(({ nativeOrderId }) => nativeOrderId));

  const dropped = await asOwner(hub.db, owner, async (scope) => {
    const named = [...readIds, ...rest];
    const concerned = [...new Set([...named, ...ordersNamedIn(told)])];
    await lockStockOfOrders(scope, account, { orders: concerned, items: itemsSoldIn(told) });
    const known = await lockOrders(scope, account, named);
    await ingest(scope, hub, opened, told, { run: null, command: null });
    await noteLinesGone(
      scope,
      account,
      wholes.map((order) => ({
        nativeOrderId: order.nativeOrderId,
        nativeLineIds: order.lines.map(({ nativeLineId }) => nativeLineId),
      })),
    );
    await noteChecked(scope, account, readIds, work.askedBy, plan);
    await noteNotShown(scope, account, missing, plan);
    await setAside(scope, hub.vault, { account, run: null, rows: unreadable });
    await clearSetAsides(scope, account, good);
    await endAsking(scope, account, rest, work.askedBy, plan.seenWithinMs);
    // A known order that is not shown is flagged and checked from now on; an unknown one may only be late.
    const settled = rest.filter((id) => known.has(id) && !broken.has(id));
    await endHints(scope, account, [...good, ...settled], work.askedBy);
    const open = new Set(settled);
    const vain = await postponeHints(
      scope,
      account,
      rest.filter((id) => hinted.has(id) && !open.has(id)),
    );
    const conflicts = await noteUnknownOrders(scope, account, vain);
    await tellOfClaims(scope, account, { written: [], conflicts });
    return vain;
  });

  for (const { nativeOrderId, nativeText, ended } of missing)
    hub.log.info({ account, nativeOrderId, nativeText, ended }, 'the marketplace does not show this order');
  for (const { nativeOrderId, error } of stumbled)
    hub.log.warn(
      { account, nativeOrderId, error: error.message },
      'the marketplace stumbles over this order',
    );
  for (const nativeOrderId of dropped)
    hub.log.info({ account, nativeOrderId }, 'an order was asked for that the marketplace does not know');
}
