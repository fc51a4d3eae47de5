import { keepPreviousData } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { useNextPage } from '../../api/next-page.ts';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { ListFilters } from './list-filters.tsx';
import { NarrowLog, useLogColumns } from './log-columns.tsx';
import { LogDrawer } from './log-drawer.tsx';
import { refreshRuns } from './running-run.tsx';
import { logsQuery, placeAndDays, readSyncSearch, type SyncSearch } from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

/** What was read when, newest first, with why something failed and a way to do it again. */
export function LogList({ search, onGo }: { readonly search: SyncSearch; onGo(search: SyncSearch): void }) {
  const t = useSyncWords();
  const mayRetry = useMay('staff');
  const [open, setOpen] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const columns = useLogColumns(setOpen, setTrouble);
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/sync/logs',
    { params: { query: logsQuery(search) } },
    { ...keysetPages, placeholderData: keepPreviousData },
  );
  const { data, error, refetch } = query;
  const logs = useMemo(() => data?.pages.flatMap((page) => page.logs) ?? [], [data]);
  const { hasMore, onEnd } = useNextPage(query);
  const retryAll = queries.useMutation('post', '/api/v1/sync/logs/retry', {
    onMutate: () => setTrouble(null),
    onSettled: refreshRuns,
    onError: setTrouble,
    onSuccess: ({ runs }) => showToast({ tone: 'good', title: t('retriedRuns', { count: runs.length }) }),
  });
  const hasFailed = logs.some(({ status }) => status === 'failed');
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-start justify-between gap-2 px-4 py-2">
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
      {trouble === null && error === null ? null : (
        <div className="flex flex-col gap-2 px-4 pb-2">
          {trouble === null ? null : <TroubleNote error={trouble} />}
          {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        </div>
      )}
      {data === undefined ? (
        <div className="flex-1 border-t border-line bg-surface" aria-busy={error === null}>
          {error === null ? <Skeleton className="m-4 h-64" /> : null}
        </div>
      ) : (
        <DeskTable
          label={t.word('tabs', 'logs')}
          columns={columns}
          rows={logs}
          keyOf={({ id }) => id}
          narrow={(log) => <NarrowLog log={log} />}
          onOpen={({ id }) => setOpen(id)}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={
            <EmptyState
              icon={<History />}
              title={t('noLogs')}
              action={
                <Button onClick={() => onGo(readSyncSearch({ tab: 'logs' }))}>{t('clearFilters')}</Button>
              }
            >
              {t('noLogsHint')}
            </EmptyState>
          }
        />
      )}
      {open === null ? null : <LogDrawer id={open} onOpen={setOpen} onClose={() => setOpen(null)} />}
    </>
  );
}
