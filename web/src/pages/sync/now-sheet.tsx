import { CircleCheck } from 'lucide-react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { HEALTH_TONES } from '../../desk/health-tone.ts';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useNow } from '../../desk/use-now.ts';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import type { Run } from './run.ts';
import { RunBadge } from './run-badge.tsx';
import { RunningRun } from './running-run.tsx';
import { useSyncWords } from './sync-words.ts';

type Account = Omit<Schema<'AccountSyncStatus'>, 'last_run'> & { readonly last_run: Run | null };

const MINUTE_MS = 60_000;

/** What is being read now, and how each shop stands. */
export function NowSheet() {
  const t = useSyncWords();
  const { data: status, error, refetch } = queries.useQuery('get', '/api/v1/sync/status');
  if (status === undefined)
    return error === null ? (
      <div className="flex flex-col gap-4" aria-busy="true">
        <Skeleton className="h-32 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    ) : (
      <TroubleNote error={error} onRetry={() => refetch()} />
    );
  return (
    <div className="flex flex-col gap-4">
      {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
      <Panel
        title={t('running')}
        side={
          status.totals.queued === 0 ? null : (
            <span className="text-sm text-soft">{t('queued', { count: status.totals.queued })}</span>
          )
        }
      >
        <div className="min-h-24" aria-live="polite">
          {status.running.length === 0 ? (
            <p className="flex items-center gap-2 px-4 py-8 text-sm text-soft">
              <CircleCheck className="size-4 text-good" aria-hidden="true" />
              {t('nothingRuns')}
            </p>
          ) : (
            <ul className="divide-y divide-line">
              {status.running.map((run) => (
                <RunningRun key={run.id} run={run} />
              ))}
            </ul>
          )}
        </div>
      </Panel>
      <ShopStates accounts={status.accounts} />
    </div>
  );
}

function ShopStates({ accounts }: { readonly accounts: readonly Account[] }) {
  const t = useSyncWords();
  const format = useFormat();
  const now = useNow();
  if (accounts.length === 0) return <EmptyState title={t('noShop')}>{t('noShopHint')}</EmptyState>;
  return (
    <Panel title={t('shops')}>
      <ul className="divide-y divide-line">
        {accounts.map((account) => (
          <li key={account.account_id} className="flex flex-col gap-1 px-4 py-2.5 text-sm">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <ShopLabel id={account.account_id} platform={account.platform} />
              {account.enabled ? (
                <Badge tone={HEALTH_TONES[account.state]}>{t.word('health', account.state)}</Badge>
              ) : (
                <Badge>{t('paused')}</Badge>
              )}
              <span className="ml-auto text-soft">
                {account.last_success_at === null
                  ? t('neverRead')
                  : now - Date.parse(account.last_success_at) < MINUTE_MS
                    ? t('justNow')
                    : t('lastSuccess', { at: format.distance(account.last_success_at, now) })}
              </span>
            </div>
            {account.last_run === null ? null : (
              <p className="flex flex-wrap items-center gap-2 text-soft">
                <RunBadge status={account.last_run.status} />
                <span>{t.word('syncType', account.last_run.sync_type)}</span>
                <span className="numeric">
                  {t('rowsBrought', { created: account.last_run.created, updated: account.last_run.updated })}
                </span>
              </p>
            )}
            {account.trouble === null ? null : (
              <p className="text-danger">
                {account.trouble.title} <span className="text-ink">{account.trouble.todo}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
