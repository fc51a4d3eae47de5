import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { type LoggedRun, listLogs } from '../../store/sync-logs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import type { Cell } from '../exports/csv.ts';
import { exportAnswer, exportFormat, sendExport } from '../exports/send-export.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { troubleOf } from '../trouble-view.ts';
import { instantOrNull } from '../values/instant.ts';
import { logFilterOf, logFilterQuery } from './log-filter.ts';
import { runOf } from './run-view.ts';

/** `GET /sync/logs/export`: the sync logs as a file, newest first. */
export const exportSyncLogs: Endpoint = (api, { hub, closing }) => {
  api.get('/sync/logs/export', {
    config: { role: 'staff' },
    schema: {
      operationId: 'exportSyncLogs',
      summary: 'Sync logs as a CSV or NDJSON file',
      tags: ['sync'],
      querystring: z.strictObject({ ...logFilterQuery, format: exportFormat }),
      response: { 200: exportAnswer, ...problemAnswers(403, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { format, ...given } = request.query;
      const filter = logFilterOf(given, await readTimeZone(hub.db, owner));
      await asOwner(hub.db, owner, (scope) =>
        recordAudit(scope, [
          {
            actor,
            action: 'sync_log.export',
            target: { kind: 'sync_log', id: null },
            account: filter.account ?? null,
            detail: { format, filter },
          },
        ]),
      );
      const language = languageOf(request);
      return sendExport(reply, {
        name: 'sync-logs',
        format,
        now: hub.clock(),
        closing,
        columns: columnsIn(language),
        view: (run) => runOf(run, language),
        page: (after, limit) => asOwner(hub.db, owner, (scope) => listLogs(scope, filter, { limit, after })),
      });
    },
  });
};

function columnsIn(language: Language): Readonly<Record<string, (run: LoggedRun) => Cell>> {
  const trouble = (run: LoggedRun) => troubleOf(run.trouble, run, language);
  return {
    id: (run) => run.id,
    account_id: (run) => run.account,
    platform: (run) => run.platform,
    sync_type: (run) => run.syncType,
    cause: (run) => run.cause,
    status: (run) => run.status,
    queued_at: (run) => run.queuedAt.toISOString(),
    started_at: (run) => instantOrNull(run.startedAt),
    finished_at: (run) => instantOrNull(run.finishedAt),
    range_from: (run) => instantOrNull(run.rangeFrom),
    range_to: (run) => instantOrNull(run.rangeTo),
    created: (run) => run.created,
    updated: (run) => run.updated,
    unchanged: (run) => run.unchanged,
    failed: (run) => run.failed,
    repeats: (run) => run.repeats,
    first_queued_at: (run) => instantOrNull(run.firstQueuedAt),
    retry_of: (run) => run.retryOf,
    error_code: (run) => trouble(run)?.code ?? null,
    error_title: (run) => trouble(run)?.title ?? null,
    error_native: (run) => trouble(run)?.native_text ?? null,
  };
}
