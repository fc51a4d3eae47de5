import { keepPreviousData } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { CommandRow } from './command-row.tsx';
import { ListFilters } from './list-filters.tsx';
import { MoreButton } from './more-button.tsx';
import { RetryCommands } from './retry-commands.tsx';
import { commandsQuery, readSyncSearch, type SyncSearch, statesThat } from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

const OPEN = statesThat('open');
/** Commands that are on the way say nothing until they are over. */
const LOOK_AGAIN_MS = 5_000;

/** What marketplaces were asked to do, and what came of it. */
export function CommandList({
  search,
  onGo,
}: {
  readonly search: SyncSearch;
  onGo(search: SyncSearch): void;
}) {
  const t = useSyncWords();
  const mayRetry = useMay('staff');
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/commands',
    { params: { query: commandsQuery(search) } },
    {
      ...keysetPages,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state: { data } }) =>
        data?.pages.some(({ commands }) => commands.some(({ state }) => OPEN.includes(state))) === true
          ? LOOK_AGAIN_MS
          : false,
    },
  );
  const commands = query.data?.pages.flatMap((page) => page.commands) ?? [];
  const mayRetryAll = mayRetry && commands.some(({ may }) => may.includes('retry'));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <ListFilters list="commands" search={search} onGo={onGo} />
        {mayRetryAll ? <RetryCommands search={search} /> : null}
      </div>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.data === undefined ? (
        query.error === null ? (
          <Skeleton className="h-96 rounded-lg" />
        ) : null
      ) : commands.length === 0 ? (
        <EmptyState
          icon={<Send />}
          title={t(search.state === 'failed' ? 'noFailedCommands' : 'noCommands')}
          action={
            <Button onClick={() => onGo(readSyncSearch({ tab: 'commands' }))}>{t('clearFilters')}</Button>
          }
        >
          {t('noCommandsHint')}
        </EmptyState>
      ) : (
        <div className="rounded-lg border border-line bg-surface">
          <ul className="divide-y divide-line">
            {commands.map((command) => (
              <CommandRow key={command.id} command={command} />
            ))}
          </ul>
          <MoreButton query={query} />
        </div>
      )}
    </div>
  );
}
