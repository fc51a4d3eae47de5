import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { isDatabaseAway } from '../../store/database-away.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import type { HeldLane } from '../../store/lanes.ts';
import { endWholeReading } from '../../store/listings/whole-reading.ts';
import { asOwner } from '../../store/scope.ts';
import {
  beginRun,
  finishRun,
  queuedRuns,
  recoverRuns,
  type SyncRun,
  stopRun,
} from '../../store/sync-runs.ts';
import type { Hub } from '../hub.ts';
import { readStock } from '../inventory/read-stock.ts';
import { linkByThemselves } from '../linking/link-by-themselves.ts';
import { openShop } from '../open-shop.ts';
import { hearCancel, RunCanceled } from '../pull/hear-cancel.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { readEverything } from './read-everything.ts';

export interface ImportOptions {
  /** Aborting ends the work between two transactions. */
  readonly signal?: AbortSignal;
  /** Aborting cuts off calls in flight as well. */
  readonly hard?: AbortSignal;
  /** The held lane: without it no call leaves any more. */
  readonly fence?: HeldLane;
}

/** A run that came to its end, and what ended it before it had read everything. */
export interface EndedRun {
  readonly run: SyncRun;
  readonly trouble: TroubleReport | null;
}

/**
 * Carries out the runs that wait for an account: reads all its listings, and then its stock. The caller holds the
 * account's catalogue lane, so no other process does the same. A reading that was interrupted goes on where it was.
 * Never throws for a marketplace's trouble: that is written into the run and the account's health, and answered.
 */
export async function importListings(
  hub: Hub,
  { owner, account }: { readonly owner: OwnerId; readonly account: AccountId },
  options: ImportOptions = {},
): Promise<readonly EndedRun[]> {
  const runs = await asOwner(hub.db, owner, async (scope) => {
    await recoverRuns(scope, account, 'products');
    await recoverRuns(scope, account, 'inventory');
    return [
      ...(await queuedRuns(scope, account, 'products')),
      ...(await queuedRuns(scope, account, 'inventory')),
    ];
  });
  const ended: EndedRun[] = [];
  for (const run of runs) {
    if (options.signal?.aborted) break;
    const trouble = await carryOut(hub, owner, run, options);
    if (trouble !== 'left') ended.push({ run, trouble });
  }
  return ended;
}

/** Answers the trouble that ended a run, null where all was read, `left` where it was stopped or is to be gone on with. */
async function carryOut(
  hub: Hub,
  owner: OwnerId,
  run: SyncRun,
  { signal, hard, fence }: ImportOptions,
): Promise<TroubleReport | null | 'left'> {
  const cancel = hearCancel(hub, owner, run.id);
  const leave = anyOf(signal, cancel.signal);
  try {
    const account = await asOwner(hub.db, owner, async (scope) =>
      (await beginRun(scope, run.id)) ? await findAccount(scope, run.account) : null,
    );
    if (account === null) return 'left';
    if (account === undefined) throw new Error('the account was disconnected');
    const opened = await openShop(hub, owner, account, 'bulk', anyOf(hard, cancel.signal), {
      fence,
      leaving: leave,
    });
    if (run.syncType === 'inventory') await readStock(hub, owner, opened, run.id, leave);
    else {
      await readEverything(hub, owner, opened, run.id, leave);
      await linkByThemselves(hub, owner, { account: account.id }, leave);
    }
    await finish(hub, owner, run, null);
    return null;
  } catch (error) {
    if (cancel.signal.aborted || error instanceof RunCanceled) {
      await asOwner(hub.db, owner, async (scope) => {
        await endWholeReading(scope, run.account);
        await stopRun(scope, run.id);
      });
      return 'left';
    }
    // Left as running: whoever takes the lane next recovers it.
    if (signal?.aborted || hard?.aborted) return 'left';
    if (isDatabaseAway(error)) throw error;
    const trouble = reportTrouble(error);
    hub.log.warn({ account: run.account, run: run.id, trouble }, 'reading the catalogue failed');
    if (!(error instanceof MarketplaceError))
      hub.log.error({ err: error, run: run.id }, 'reading the catalogue broke');
    await finish(hub, owner, run, trouble);
    return trouble;
  } finally {
    cancel.stop();
  }
}

async function finish(hub: Hub, owner: OwnerId, run: SyncRun, trouble: TroubleReport | null): Promise<void> {
  await asOwner(hub.db, owner, async (scope) => {
    await finishRun(scope, run.id, trouble);
    await noteHealth(scope, run.account, trouble);
  });
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
