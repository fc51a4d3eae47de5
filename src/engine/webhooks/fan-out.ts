import type { OwnerId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { fanOutEvents } from '../../store/webhooks/fan-out.ts';
import type { Hub } from '../hub.ts';

/** Events handled in one transaction. */
const AT_ONCE = 500;

/** Hands new events to the webhook endpoints that want them. */
export async function fanOut(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<null> {
  while (!signal.aborted) {
    const taken = await asOwner(hub.db, owner, (scope) => fanOutEvents(scope, AT_ONCE));
    if (taken < AT_ONCE) break;
  }
  return null;
}
