import { z } from 'zod';
import { accountId, runId } from '../../domain/ids.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { listRuns, RUN_STATUSES } from '../../store/sync-runs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { idText } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { runOf, runView } from './run-view.ts';

const logsQuery = z.strictObject({
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
  platform: platformName.optional(),
  account_id: idText.optional(),
  status: z.enum(RUN_STATUSES).optional(),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});

const logs = z.object({ logs: z.array(runView), next_cursor: nextCursor });

/** `GET /sync/logs`: what was read when, newest first. */
export const listSyncLogs: Endpoint = (api, { hub }) => {
  api.get('/sync/logs', {
    schema: {
      operationId: 'listSyncLogs',
      summary: 'Sync logs, newest first',
      tags: ['sync'],
      querystring: logsQuery,
      response: { 200: logs, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const { platform, account_id, status, limit, cursor } = request.query;
      const range = rangeOf(request.query, await readTimeZone(hub.db, owner));
      const rows = await asOwner(hub.db, owner, (scope) =>
        listRuns(scope, {
          ...range,
          platform: platform?.id ?? null,
          account: account_id === undefined ? null : accountId(account_id),
          status: status ?? null,
          limit: limit + 1,
          before: cursor === undefined ? null : runId(cursor[0]),
        }),
      );
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        logs: page.map((run) => runOf(run, language)),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};
