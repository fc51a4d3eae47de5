import { z } from 'zod';
import { SYNC_TYPES } from '../../domain/schedule.ts';
import { hasCatalogue, waitingFor } from '../../engine/pull/synced-types.ts';
import { listAccounts } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { runOf, runView } from './run-view.ts';
import { startImports } from './start-imports.ts';
import { startRuns, waitForRuns } from './start-runs.ts';
import { startStockReading } from './start-stock-reading.ts';

const body = optionalBody(z.strictObject({}).meta({ id: 'FullSync' }));

const answer = z.object({
  runs: z.array(runView),
  waiting_for: z
    .array(z.enum(SYNC_TYPES))
    .describe('Types that no connected shop offers. Claims come with the orders they are about.'),
});

/** `POST /sync/all`: reads all that each shop offers. */
export const startFullSync: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/all', {
    config: { role: 'staff' },
    schema: {
      operationId: 'syncAll',
      summary: 'Read everything from every shop',
      tags: ['sync'],
      headers: idempotencyHeaders,
      querystring: waitQuery,
      body,
      response: { 200: answer, 202: answer, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const shops = await asOwner(hub.db, caller.owner, async (scope) =>
        (await listAccounts(scope)).filter(({ enabled }) => enabled),
      );
      const orders = await startRuns(hub, caller, 'sync.all', null, async () => shops);
      const listings = await startImports(hub, caller, async () => shops.filter(hasCatalogue));
      const stock = await startStockReading(hub, caller, undefined);
      const ids = [...orders, ...listings, ...stock.runs];
      const seen = await waitForRuns(hub, caller, ids, { seconds: request.query.wait, closing, reply });
      const language = languageOf(request);
      return {
        runs: seen.map((run) => runOf(run, language)),
        waiting_for: [...waitingFor(SYNC_TYPES, shops)],
      };
    },
  });
};
