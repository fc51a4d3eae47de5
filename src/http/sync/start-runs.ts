import type { FastifyReply } from 'fastify';
import type { RunId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';
import { type AuditAction, recordAudit } from '../../store/audit.ts';
import { wakeLanes } from '../../store/lanes.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { findRuns, queueRuns, type SyncRun } from '../../store/sync-runs.ts';
import type { Caller } from '../caller.ts';
import { waitFor } from '../values/wait.ts';
import { isFinished } from './run-view.ts';

/** Writes down a wish to read the orders of some shops, with who wished it, and wakes whoever does it. */
export async function startRuns(
  hub: Hub,
  { owner, actor }: Caller,
  action: AuditAction,
  range: { readonly from: Date; readonly to: Date } | null,
  shopsMeant: (scope: OwnerScope) => Promise<readonly Account[]>,
): Promise<readonly RunId[]> {
  const ids = await asOwner(hub.db, owner, async (scope) => {
    const shops = await shopsMeant(scope);
    if (shops.length === 0) return [];
    const accounts = shops.map(({ id }) => id);
    const queued = await queueRuns(scope, accounts, 'request', range);
    await wakeLanes(scope, 'pull', accounts);
    await recordAudit(scope, [
      {
        actor,
        action,
        target: { kind: 'sync_log', id: queued.length === 1 ? (queued[0] ?? null) : null },
        account: accounts.length === 1 ? (accounts[0] ?? null) : null,
        detail: { runs: queued, from: range?.from ?? null, to: range?.to ?? null },
      },
    ]);
    return queued;
  });
  hub.nudges.emit('nudge', 'pull');
  return ids;
}

/** The runs as they are when all have ended or the wait is over; the answer is 200 when they have, else 202. */
export async function waitForRuns(
  hub: Hub,
  { owner }: Caller,
  ids: readonly RunId[],
  wait: { readonly seconds: number; readonly closing: AbortSignal; readonly reply: FastifyReply },
): Promise<readonly SyncRun[]> {
  const seen = await waitFor(
    () => asOwner(hub.db, owner, (scope) => findRuns(scope, ids)),
    (found) => found.every(isFinished),
    wait,
  );
  wait.reply.code(seen.every(isFinished) ? 200 : 202);
  return seen;
}
