import type { OwnerId } from '../../domain/ids.ts';
import { nextPublicationAt, waitingPublications } from '../../store/publish/publications.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { publishNow } from './publish-now.ts';

/** Publications of one round: what is read of their products stays in memory. */
const AT_ONCE = 50;

/** Looks at every publication that waits. Answers when the next one is due, null for when asked. */
export async function workPublications(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Date | null> {
  while (!signal.aborted) {
    const waiting = await asOwner(hub.db, owner, (scope) =>
      waitingPublications(scope, { pairs: null, limit: AT_ONCE }),
    );
    if (waiting.length === 0) break;
    await publishNow(hub, owner, waiting, signal);
  }
  return asOwner(hub.db, owner, nextPublicationAt);
}
