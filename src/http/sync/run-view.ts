import { z } from 'zod';
import { RUN_STATUSES, type SyncRun } from '../../store/sync-runs.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const runProgress = z
  .object({
    done: z.int().describe('Rows read so far.'),
    total: z.int().nullable().describe('Rows in all; null where the marketplace does not tell.'),
    feed: z.string().nullable().describe('The list of the marketplace that was read last.'),
    rate: z.number().nullable().describe('Rows a second; null before the first ones.'),
    seconds_left: z.int().nullable().describe('Null where the total is not known.'),
    updated_at: instant.nullable().describe('When rows were written last.'),
    canceling: z.boolean().describe('Somebody asked it to stop, and it will.'),
  })
  .meta({ id: 'RunProgress' });

/** One reading of one shop: what the guide calls a sync log. */
export const runView = z
  .object({
    id,
    account_id: id,
    platform: z.string(),
    sync_type: z.string(),
    cause: z.enum(['schedule', 'request', 'first']),
    status: z
      .enum(RUN_STATUSES)
      .describe(
        '`partial`: everything was read, but some rows were set aside. `canceled`: stopped on request; what was read stays.',
      ),
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
    progress: runProgress,
    error: troubleView.nullable(),
    repeats: z
      .int()
      .describe(
        'Scheduled runs in a row that found nothing new are one log; this is how many it stands for.',
      ),
    first_queued_at: instant.nullable().describe('When the first of them began, where there are several.'),
    retry_of: id.nullable().describe('The log that this run does again.'),
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
    progress: progressOf(run),
    error: troubleOf(run.trouble, run.platform, language),
    repeats: run.repeats,
    first_queued_at: instantOrNull(run.firstQueuedAt),
    retry_of: run.retryOf,
  };
}

function progressOf(run: SyncRun): z.infer<typeof runProgress> {
  const done = run.created + run.updated + run.unchanged + run.failed;
  const tookMs =
    run.startedAt === null || run.updatedAt === null ? 0 : run.updatedAt.getTime() - run.startedAt.getTime();
  const rate = done > 0 && tookMs > 0 ? (done * 1000) / tookMs : null;
  const left = run.total === null || isFinished(run) ? null : Math.max(0, run.total - done);
  return {
    done,
    total: run.total,
    feed: run.feed,
    rate: rate === null ? null : Math.round(rate * 10) / 10,
    seconds_left: left === null || rate === null ? null : Math.ceil(left / rate),
    updated_at: instantOrNull(run.updatedAt),
    canceling: run.cancelAskedAt !== null && !isFinished(run),
  };
}

/** Whether nothing more will come of a run. */
export function isFinished(run: SyncRun): boolean {
  return run.status !== 'queued' && run.status !== 'running';
}
