import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { USUAL_HOOKS } from '../../marketplaces/kit/hooks.ts';
import { parseLossless } from '../../marketplaces/kit/lossless.ts';
import { type KeptPush, nextPushAt, settlePushes, takePushes } from '../../store/inbox.ts';
import { wakeLane } from '../../store/lanes.ts';
import { hintOrders } from '../../store/orders/hints.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { editionOf } from '../open-shop.ts';

const AT_ONCE = 100;

/**
 * Works through what was pushed to an owner's accounts: each order that a push names will be read by id, and a push
 * that names none makes its account be read soon. Nothing else of a push is used, so that a forged, old or reordered
 * one does no harm. Claims its rows, so it may run twice at once.
 */
export async function workInbox(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Date | null> {
  while (!signal.aborted) {
    const taken = await asOwner(hub.db, owner, async (scope) => {
      const pushes = await takePushes(scope, hub.vault, AT_ONCE);
      const byAccount = Map.groupBy(pushes, ({ account }) => account);
      // In one order everywhere, since two processes may hint the same orders at once.
      for (const account of [...byAccount.keys()].sort((a, b) => a - b)) {
        const ids = byAccount.get(account)?.map((push) => idsIn(hub, account, push)) ?? [];
        await hintOrders(scope, account, ids.flat(), { cause: 'push', inSeconds: 0 });
        if (ids.some((named) => named.length === 0)) await wakeLane(scope, account, 'pull', null);
      }
      if (pushes.length > 0)
        await settlePushes(
          scope,
          pushes.map(({ id }) => id),
        );
      return pushes.length;
    });
    if (taken < AT_ONCE) break;
  }
  return asOwner(hub.db, owner, nextPushAt);
}

/** A push that its connector cannot read is like one that names no order. */
function idsIn(hub: Hub, account: AccountId, push: KeptPush): readonly string[] {
  try {
    const { hintsOf } = editionOf(push).edition.hooks ?? USUAL_HOOKS;
    return hintsOf(parseLossless(push.body.toString('utf8'))).map(({ nativeOrderId }) => nativeOrderId);
  } catch (error) {
    hub.log.warn({ account, push: push.id, err: error }, 'a push could not be read');
    return [];
  }
}
