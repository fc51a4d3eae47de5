import { z } from 'zod';
import type { WindowCount } from '../../marketplaces/kit/windows.ts';
import { RUN_STATUSES, type SyncRun } from '../../store/sync-runs.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const runProgress = z
  .object({
    rows: z.int().describe('Rows read so far. Marketplaces do not tell how many there are in all.'),
    rate: z.number().nullable().describe('Rows a second; null before the first ones.'),
    done: z
      .int()
      .nullable()
      .describe('Of `total`, how many are read to their end; null before the first answer.'),
    total: z
      .int()
      .nullable()
      .describe(
        'Pieces of work in all. It may change while the run learns more, as when another list becomes due.',
      ),
    unit: z
      .enum(['windows', 'listings'])
      .describe(
        'What `done` and `total` count: a window is one list of the marketplace over a stretch of time, with all its pages.',
      ),
    feed: z.string().nullable().describe('The list of the marketplace that was read last.'),
    seconds_left: z
      .int()
      .nullable()
      .describe(
        'An estimate made at `updated_at` from the windows done; null before the first one and for a finished run.',
      ),
    updated_at: instant.nullable().describe('When it was told last how far the run is.'),
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
    product_ids: z
      .null()
      .describe(
        'As in the guide: a run reads all that a shop has, so it is about no products in particular.',
      ),
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
    error: troubleOf(run.trouble, run, language),
    repeats: run.repeats,
    first_queued_at: instantOrNull(run.firstQueuedAt),
    retry_of: run.retryOf,
    product_ids: null,
  };
}

function progressOf(run: SyncRun): z.infer<typeof runProgress> {
  const rows = run.created + run.updated + run.unchanged + run.failed;
  const tookMs =
    run.startedAt === null || run.updatedAt === null ? 0 : run.updatedAt.getTime() - run.startedAt.getTime();
  return {
    rows,
    rate: rows > 0 && tookMs > 0 ? Math.round((rows * 10_000) / tookMs) / 10 : null,
    done: run.windows?.done ?? null,
    total: run.windows?.total ?? null,
    unit: run.syncType === 'products' ? 'listings' : 'windows',
    feed: run.feed,
    seconds_left: isFinished(run) ? null : secondsLeft(run.windows, tookMs),
    updated_at: instantOrNull(run.updatedAt),
    canceling: run.cancelAskedAt !== null && !isFinished(run),
  };
}

/** Windows differ, but the lists behind them are alike: those to come are taken to last as long as those done. */
function secondsLeft(windows: WindowCount | null, tookMs: number): number | null {
  if (windows === null || windows.done === 0 || tookMs <= 0) return null;
  return Math.ceil((Math.max(0, windows.total - windows.done) * tookMs) / windows.done / 1000);
}

/** Whether nothing more will come of a run. */
export function isFinished(run: SyncRun): boolean {
  return run.status !== 'queued' && run.status !== 'running';
}
