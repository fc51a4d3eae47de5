import type { OwnerId, RunId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { findRun, readRunNotice } from '../../store/sync-runs.ts';
import type { Hub } from '../hub.ts';

/** Thrown between two batches when the run was asked to stop. */
export class RunCanceled extends Error {
  override readonly name = 'RunCanceled';
}

/** Aborts its signal when somebody, in any process, asks a run to stop. A lost notice is made up for at the next batch. */
export function hearCancel(
  hub: Hub,
  owner: OwnerId,
  run: RunId,
): { readonly signal: AbortSignal; stop(): void } {
  const canceling = new AbortController();
  const stop = hub.notices.follow({
    onNotice(channel, text) {
      if (channel !== 'moa_runs') return;
      const notice = readRunNotice(text);
      if (notice.cancel && notice.run === run) canceling.abort(new RunCanceled());
    },
    onGap() {
      asOwner(hub.db, owner, (scope) => findRun(scope, run)).then(
        (found) => {
          if (found !== undefined && found.cancelAskedAt !== null) canceling.abort(new RunCanceled());
        },
        // The database is away; the next batch tells.
        () => {},
      );
    },
  });
  return { signal: canceling.signal, stop };
}
