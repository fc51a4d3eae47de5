import { z } from 'zod';
import { SYNC_TYPES } from '../../domain/schedule.ts';
import { retryRuns } from '../../engine/pull/retry-runs.ts';
import { recordAudit } from '../../store/audit.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { findRetryCandidates, RETRIABLE } from '../../store/sync-retries.ts';
import { findRuns, RUN_CAUSES } from '../../store/sync-runs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { logFilterOf } from './log-filter.ts';
import { runOf, runView } from './run-view.ts';

const MOST_RETRIES = 1_000;

const filterBody = optionalBody(
  z
    .strictObject({
      start_date: dateInput.optional(),
      end_date: dateInput.optional(),
      platform: platformName.optional(),
      account_id: id.optional(),
      status: z.array(z.enum(RETRIABLE)).min(1).max(RETRIABLE.length).default(['failed']),
      sync_type: z.enum(SYNC_TYPES).optional(),
      cause: z.enum(RUN_CAUSES).optional(),
    })
    .meta({ id: 'RetryFilter' }),
);

const retried = z
  .object({
    runs: z.array(runView).describe('The new runs.'),
    skipped: z.object({
      made_good: z.int().describe('A later run has done the same since.'),
      waiting: z.int().describe('The same reading waits or is at work already.'),
      switched_off: z.int(),
      disconnected: z.int(),
    }),
    more: z.boolean().describe(`There are further ones; at most ${MOST_RETRIES} are done at once.`),
  })
  .meta({ id: 'Retried' });

/** `POST /sync/logs/retry`: does again what went wrong, chosen by a filter. */
export const retrySyncLogs: Endpoint = (api, { hub }) => {
  api.post('/sync/logs/retry', {
    config: { role: 'staff' },
    schema: {
      operationId: 'retrySyncLogs',
      summary: 'Do failed runs again, by filter',
      description:
        'Without a body: every failed one. Failed runs of the same shop, type and range are done again once, and ' +
        'not at all when a later run has done the same.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      body: filterBody,
      response: { 202: retried, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { status, ...given } = request.body;
      const filter = logFilterOf(given, await readTimeZone(hub.db, owner));
      const { candidates, runs } = await asOwner(hub.db, owner, async (scope) => {
        const found = await findRetryCandidates(scope, filter, status, MOST_RETRIES + 1);
        const again = found.slice(0, MOST_RETRIES).filter(({ verdict }) => verdict === 'retry');
        const retries = await retryRuns(scope, again);
        await recordAudit(
          scope,
          again.map(({ run, account }, at) => ({
            actor,
            action: 'sync_log.retry',
            target: { kind: 'sync_log', id: run },
            account,
            detail: { run: retries[at] ?? null },
          })),
        );
        return { candidates: found, runs: await findRuns(scope, retries) };
      });
      hub.nudges.emit('nudge', 'pull');
      const count = (verdict: string) =>
        candidates.slice(0, MOST_RETRIES).filter((candidate) => candidate.verdict === verdict).length;
      const language = languageOf(request);
      reply.code(202);
      return {
        runs: runs.map((run) => runOf(run, language)),
        skipped: {
          made_good: count('made_good'),
          waiting: count('waiting'),
          switched_off: count('switched_off'),
          disconnected: count('disconnected'),
        },
        more: candidates.length > MOST_RETRIES,
      };
    },
  });
};
