import { z } from 'zod';
import { HEALTH_STATES } from '../../domain/health.ts';
import { type Account, listAccounts } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { listLogs } from '../../store/sync-logs.ts';
import { latestRuns, type SyncRun, unfinishedRuns } from '../../store/sync-runs.ts';
import { coarseHealth, coarseHealthView } from '../accounts/account-view.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { runOf, runView } from './run-view.ts';

const RECENT_RUNS = 10;

const accountStatus = z
  .object({
    account_id: id,
    platform: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    health: coarseHealthView,
    state: z
      .enum(HEALTH_STATES)
      .describe('The health in full: `degraded` may pass, `unhealthy` needs a look.'),
    state_since: instant,
    last_success_at: instant.nullable(),
    trouble: troubleView.nullable(),
    health_at: instant.nullable(),
    key_expires_at: instant.nullable(),
    running: z.boolean(),
    queued: z.int(),
    last_run: runView.nullable(),
  })
  .meta({ id: 'AccountSyncStatus' });

const status = z
  .object({
    accounts: z.array(accountStatus),
    running: z.array(runView),
    recent: z.array(runView).describe('The newest runs of all shops.'),
    totals: z.object({
      accounts: z.int(),
      healthy: z.int(),
      troubled: z.int(),
      running: z.int(),
      queued: z.int(),
    }),
  })
  .meta({ id: 'SyncStatus' });

/** `GET /sync/status`: how every shop is doing now. */
export const readSyncStatus: Endpoint = (api, { hub }) => {
  api.get('/sync/status', {
    schema: {
      operationId: 'readSyncStatus',
      summary: 'What is being read now, and how the shops are',
      tags: ['sync'],
      response: { 200: status, ...problemAnswers() },
    },
    handler: async (request): Promise<z.infer<typeof status>> => {
      const language = languageOf(request);
      const { accounts, unfinished, latest, recent } = await asOwner(
        hub.db,
        callerOf(request).owner,
        async (scope) => ({
          accounts: await listAccounts(scope),
          unfinished: await unfinishedRuns(scope),
          latest: await latestRuns(scope),
          recent: await listLogs(scope, {}, { limit: RECENT_RUNS, after: null }),
        }),
      );
      const lastRuns = new Map(latest.map((run) => [run.account, run]));
      const running = unfinished.filter((run) => run.status === 'running');
      return {
        accounts: accounts.map((account) =>
          statusOf(account, unfinished, lastRuns.get(account.id), language),
        ),
        running: running.map((run) => runOf(run, language)),
        recent: recent.map((run) => runOf(run, language)),
        totals: {
          accounts: accounts.length,
          healthy: accounts.filter(({ health }) => health === 'healthy').length,
          troubled: accounts.filter(({ health }) => coarseHealth(health) === 'troubled').length,
          running: running.length,
          queued: unfinished.length - running.length,
        },
      };
    },
  });
};

function statusOf(
  account: Account,
  unfinished: readonly SyncRun[],
  last: SyncRun | undefined,
  language: Language,
): z.infer<typeof accountStatus> {
  const own = unfinished.filter((run) => run.account === account.id);
  return {
    account_id: account.id,
    platform: account.platform,
    name: account.name,
    enabled: account.enabled,
    health: coarseHealth(account.health),
    state: account.health,
    state_since: account.healthSince.toISOString(),
    last_success_at: instantOrNull(account.lastGoodAt),
    trouble: troubleOf(account.trouble, account, language),
    health_at: instantOrNull(account.healthAt),
    key_expires_at: instantOrNull(account.keyExpiresAt),
    running: own.some((run) => run.status === 'running'),
    queued: own.filter((run) => run.status === 'queued').length,
    last_run: last === undefined ? null : runOf(last, language),
  };
}
