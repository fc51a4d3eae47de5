import { z } from 'zod';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { listLogs } from '../../store/sync-logs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { timeCursor, timeCursorText } from '../values/time-cursor.ts';
import { logFilterOf, logFilterQuery } from './log-filter.ts';
import { runOf, runView } from './run-view.ts';

const logsQuery = z.strictObject({ ...logFilterQuery, limit: pageLimit, cursor: timeCursor });

const logs = z.object({ logs: z.array(runView), next_cursor: nextCursor });

/** `GET /sync/logs`: what was read when, newest first. */
export const listSyncLogs: Endpoint = (api, { hub }) => {
  api.get('/sync/logs', {
    schema: {
      operationId: 'listSyncLogs',
      summary: 'Sync logs, newest first',
      description: 'Scheduled runs in a row that found nothing new are one log a day; `repeats` counts them.',
      tags: ['sync'],
      querystring: logsQuery,
      response: { 200: logs, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const { limit, cursor = null, ...given } = request.query;
      const filter = logFilterOf(given, await readTimeZone(hub.db, owner));
      const rows = await asOwner(hub.db, owner, (scope) =>
        listLogs(scope, filter, { limit: limit + 1, after: cursor }),
      );
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return { logs: page.map((run) => runOf(run, language)), next_cursor: timeCursorText(last) };
    },
  });
};
