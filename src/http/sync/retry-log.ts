import { type RunId, runId } from '../../domain/ids.ts';
import { retryRuns } from '../../engine/pull/retry-runs.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { openRetryOf } from '../../store/sync-retries.ts';
import { findRun, type SyncRun } from '../../store/sync-runs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitFor, waitQuery } from '../values/wait.ts';
import { isFinished, runOf, runView } from './run-view.ts';

/** `POST /sync/logs/{id}/retry`: does a run again that did not do all it was to do. */
export const retrySyncLog: Endpoint = (api, { hub, closing }) => {
  api.post('/sync/logs/:id/retry', {
    config: { role: 'staff' },
    schema: {
      operationId: 'retrySyncLog',
      summary: 'Do a failed or partial run again',
      description:
        'The new run reads the same shop, type and range. Orders that could not be read are also read by their ' +
        'number. While a retry waits or is at work, asking again answers that one.',
      tags: ['sync'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      response: { 200: runView, 202: runView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const retry = await asOwner(hub.db, owner, (scope) =>
        retryOnce(scope, runId(request.params.id), actor),
      );
      hub.nudges.emit('nudge', 'pull');
      const seen = await waitFor(
        () => asOwner(hub.db, owner, (scope) => findRun(scope, retry)),
        (run) => run === undefined || isFinished(run),
        { seconds: request.query.wait, closing, reply },
      );
      if (seen === undefined) throw new Problem('not_found');
      reply.code(isFinished(seen) ? 200 : 202).header('location', `/api/v1/sync/logs/${seen.id}`);
      return runOf(seen, languageOf(request));
    },
  });
};

async function retryOnce(scope: OwnerScope, wanted: RunId, actor: string): Promise<RunId> {
  const run = await findRun(scope, wanted);
  if (run === undefined) throw new Problem('not_found');
  if (!isFinished(run)) throw new Problem('still_running');
  if (run.status === 'success') throw new Problem('nothing_to_retry');
  await requireReadable(scope, run);
  const open = await openRetryOf(scope, run.id);
  if (open !== undefined) return open;
  const [retry] = await retryRuns(scope, [{ run: run.id, account: run.account, syncType: run.syncType }]);
  if (retry === undefined) throw new Error(`run ${run.id} was not queued again`);
  await recordAudit(scope, [
    {
      actor,
      action: 'sync_log.retry',
      target: { kind: 'sync_log', id: run.id },
      account: run.account,
      detail: { run: retry, sync_type: run.syncType },
    },
  ]);
  return retry;
}

async function requireReadable(scope: OwnerScope, run: SyncRun): Promise<void> {
  const account = await findAccount(scope, run.account);
  if (account === undefined) {
    throw new Problem('account_disconnected', {
      detail: {
        ko: '이 동기화의 상점은 연결이 해제되었습니다. 상점을 다시 연결하면 주문을 처음부터 가져옵니다.',
        en: 'The shop of this run is no longer connected. Connect it again, and its orders are read from the start.',
        ru: 'Магазин этой загрузки больше не подключён. Подключите его снова — заказы прочитаются с начала.',
        uz: 'Bu sinxronlash do‘koni endi ulanmagan. Qayta ulang, buyurtmalar boshidan o‘qiladi.',
      },
    });
  }
  if (!account.enabled) throw new Problem('account_disabled');
}
