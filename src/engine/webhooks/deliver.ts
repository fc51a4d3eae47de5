import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { claimDeliveries, nextDeliveryDue, type OutgoingDelivery } from '../../store/webhooks/outgoing.ts';
import type { Hub } from '../hub.ts';
import { type SentDelivery, sendDelivery } from './send.ts';
import { settleSent } from './settle.ts';

/** While slow receivers keep it waiting, it looks for new messages to others. */
const LOOK_EVERY_MS = 200;
/** Results that come closer together than this are written together. */
const GATHER_MS = 5;
/** After so long it makes room for other owners, and goes on when it is its turn again. */
const SHIFT_MS = 20_000;
/** What is due but under way elsewhere is looked at again after this long. */
const SOONEST_MS = 1_000;
/** When the process stops, calls in flight may end; one that is cut is made again elsewhere. */
const GRACE_MS = 4_000;

/**
 * Sends an owner's webhook messages that are due and answers when the next one is. Endpoints do not wait for each
 * other: each has its own places. Results are written in groups, together with taking the next messages; a process that
 * dies before that sends again, under the same id.
 */
export async function deliver(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Date | null> {
  const shiftEnd = performance.now() + SHIFT_MS;
  const cut = new AbortController();
  signal.addEventListener('abort', () => setTimeout(() => cut.abort(), GRACE_MS).unref(), { once: true });
  const flying = new Set<Promise<void>>();
  const landed: SentDelivery[] = [];
  const launch = (delivery: OutgoingDelivery) => {
    const flight = sendDelivery(hub.egress, delivery, hub.clock, cut.signal)
      .then((sent) => {
        landed.push(sent);
        logFailure(hub, sent);
      })
      // Stopped in flight: the message comes back when its lease ends, so nothing is lost.
      .catch((error: unknown) => {
        if (!cut.signal.aborted)
          hub.log.error({ err: error, delivery: delivery.id }, 'sending a webhook broke');
      })
      .finally(() => flying.delete(flight));
    flying.add(flight);
  };
  try {
    for (;;) {
      const taking = !signal.aborted && performance.now() < shiftEnd;
      const results = landed.splice(0);
      const claimed = await asOwner(hub.db, owner, async (scope) => {
        await settleSent(scope, results);
        return taking ? claimDeliveries(scope, hub.vault) : [];
      });
      claimed.forEach(launch);
      if (flying.size === 0 && landed.length === 0) break;
      if (landed.length === 0) await Promise.race([...flying, pause(LOOK_EVERY_MS)]);
      await pause(GATHER_MS);
    }
  } finally {
    await Promise.all(flying);
  }
  const next = await asOwner(hub.db, owner, nextDeliveryDue);
  if (next === null) return null;
  return new Date(Math.max(next.getTime(), hub.clock().getTime() + SOONEST_MS));
}

function logFailure(hub: Hub, sent: SentDelivery): void {
  if (sent.ok) return;
  const { delivery, status, trouble, tookMs } = sent;
  hub.log.info(
    { webhook: delivery.endpoint, delivery: delivery.id, status, trouble, tookMs: Math.round(tookMs) },
    'a webhook was not taken',
  );
}
