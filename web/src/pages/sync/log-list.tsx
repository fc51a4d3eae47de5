import { History } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { ListFilters } from './list-filters.tsx';
import { LogDrawer } from './log-drawer.tsx';
import { MoreButton } from './more-button.tsx';
import { RunBadge } from './run-badge.tsx';
import { refreshRuns } from './running-run.tsx';
import { ShopLabel } from './shop-label.tsx';
import { logsQuery, placeAndDays, readSyncSearch, type SyncSearch } from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

/** What was read when, newest first, with why something failed and a way to do it again. */
export function LogList({ search, onGo }: { readonly search: SyncSearch; onGo(search: SyncSearch): void }) {
  const t = useSyncWords();
  const format = useFormat();
  const mayRetry = useMay('staff');
  const [open, setOpen] = useState<number | null>(null);
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/sync/logs',
    { params: { query: logsQuery(search) } },
    { ...keysetPages, placeholderData: (before) => before },
  );
  const retryAll = queries.useMutation('post', '/api/v1/sync/logs/retry', {
    onSettled: refreshRuns,
    onSuccess: ({ runs }) => showToast({ tone: 'good', title: t('retriedRuns', { count: runs.length }) }),
  });
  const logs = query.data?.pages.flatMap((page) => page.logs) ?? [];
  const hasFailed = logs.some(({ status }) => status === 'failed');
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <ListFilters list="logs" search={search} onGo={onGo} />
        {mayRetry && hasFailed ? (
          <Button
            busy={retryAll.isPending}
            onClick={() =>
              retryAll.mutate({
                body: {
                  ...placeAndDays(search),
                  ...(search.type === undefined ? {} : { sync_type: search.type }),
                  status: ['failed'],
                },
              })
            }
          >
            {t('retryFailed')}
          </Button>
        ) : null}
      </div>
      {retryAll.error === null ? null : <TroubleNote error={retryAll.error} />}
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.data === undefined ? (
        query.error === null ? (
          <Skeleton className="h-96 rounded-lg" />
        ) : null
      ) : logs.length === 0 ? (
        <EmptyState
          icon={<History />}
          title={t('noLogs')}
          action={<Button onClick={() => onGo(readSyncSearch({ tab: 'logs' }))}>{t('clearFilters')}</Button>}
        >
          {t('noLogsHint')}
        </EmptyState>
      ) : (
        <div className="rounded-lg border border-line bg-surface">
          <ul className="divide-y divide-line">
            {logs.map((run) => (
              <li key={run.id}>
                <button
                  type="button"
                  onClick={() => setOpen(run.id)}
                  className="flex w-full flex-col gap-1 px-4 py-2.5 text-left text-sm hover:bg-hover"
                >
                  <span className="flex w-full flex-wrap items-center gap-x-3 gap-y-1">
                    <RunBadge status={run.status} />
                    <ShopLabel id={run.account_id} platform={run.platform} />
                    <span className="text-soft">
                      {t.word('syncType', run.sync_type)} · {t.word('cause', run.cause)}
                    </span>
                    <span className="numeric text-soft">
                      {t('rowsBrought', { created: run.created, updated: run.updated })}
                    </span>
                    {run.failed === 0 ? null : (
                      <span className="text-danger">{t('rowsFailed', { count: run.failed })}</span>
                    )}
                    {run.repeats <= 1 ? null : (
                      <span className="text-faint">{t('repeats', { count: run.repeats })}</span>
                    )}
                    <span className="numeric ml-auto text-faint">{format.moment(run.queued_at)}</span>
                  </span>
                  {run.error === null ? null : (
                    <span className="text-soft">
                      <span className="text-danger">{run.error.title}</span> {run.error.todo}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
          <MoreButton query={query} />
        </div>
      )}
      {open === null ? null : <LogDrawer id={open} onOpen={setOpen} onClose={() => setOpen(null)} />}
    </div>
  );
}
