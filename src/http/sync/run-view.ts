import { z } from 'zod';
import { RUN_STATUSES, type SyncRun } from '../../store/sync-runs.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

/** One reading of one shop: what the guide calls a sync log. */
export const runView = z
  .object({
    id,
    account_id: id,
    platform: z.string(),
    sync_type: z.string(),
    cause: z.enum(['schedule', 'request', 'first']),
    status: z.enum(RUN_STATUSES).describe('`partial`: everything was read, but some rows were set aside.'),
    range: z
      .object({ from: instant, to: instant })
      .nullable()
      .describe('Orders placed in this range; null for everything that changed since the last run.'),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    failed: z.int().describe('Rows that could not be read; they are kept and named in the log.'),
    queued_at: instant,
    started_at: instant.nullable(),
    finished_at: instant.nullable(),
    duration_ms: z.int().nullable(),
    error: troubleView.nullable(),
  })
  .meta({ id: 'SyncRun' });

export function runOf(run: SyncRun, language: Language): z.infer<typeof runView> {
  return {
    id: run.id,
    account_id: run.account,
    platform: run.platform,
    sync_type: run.syncType,
    cause: run.cause,
    status: run.status,
    range:
      run.rangeFrom === null || run.rangeTo === null
        ? null
        : { from: run.rangeFrom.toISOString(), to: run.rangeTo.toISOString() },
    created: run.created,
    updated: run.updated,
    unchanged: run.unchanged,
    failed: run.failed,
    queued_at: run.queuedAt.toISOString(),
    started_at: instantOrNull(run.startedAt),
    finished_at: instantOrNull(run.finishedAt),
    duration_ms:
      run.startedAt === null || run.finishedAt === null
        ? null
        : Math.round(run.finishedAt.getTime() - run.startedAt.getTime()),
    error: troubleOf(run.trouble, run.platform, language),
  };
}

/** Whether nothing more will come of a run. */
export function isFinished(run: SyncRun): boolean {
  return run.status !== 'queued' && run.status !== 'running';
}
