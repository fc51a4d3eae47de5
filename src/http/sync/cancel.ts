import { runId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { cancelRun, findRun } from '../../store/sync-runs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { runOf, runView } from './run-view.ts';
import { waitForRuns } from './start-runs.ts';

/** `POST /sync/logs/{id}/cancel`: stops a run; what it has read stays. */
export const cancelSyncLog: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/logs/:id/cancel', {
    config: { role: 'staff' },
    schema: {
      operationId: 'cancelSyncLog',
      summary: 'Stop a run that waits or is at work',
      description:
        'One that waits is canceled at once (200). One at work stops after what it is writing (202, or 200 with `wait`).',
      tags: ['sync'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      response: { 200: runView, 202: runView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const id = runId(request.params.id);
      await asOwner(hub.db, caller.owner, async (scope) => {
        const canceled = await cancelRun(scope, id);
        if (canceled !== undefined) {
          return recordAudit(scope, [
            {
              actor: caller.actor,
              action: 'sync_log.cancel',
              target: { kind: 'sync_log', id },
              account: canceled.account,
            },
          ]);
        }
        throw new Problem((await findRun(scope, id)) === undefined ? 'not_found' : 'run_finished');
      });
      const wait = { seconds: request.query.wait, closing, reply };
      const [run] = await waitForRuns(hub, caller, [id], wait);
      if (run === undefined) throw new Problem('not_found');
      return runOf(run, languageOf(request));
    },
  });
};
