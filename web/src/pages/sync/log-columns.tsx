import { useMemo } from 'react';
import type { Column } from '../../desk/desk-table.tsx';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { RetryRun } from './retry-run.tsx';
import type { Run } from './run.ts';
import { RunBadge } from './run-badge.tsx';
import { useSyncWords } from './sync-words.ts';

/** A row of the log; several that came to the same lie behind one. */
export type Log = Run & { readonly repeats: number };

/** The columns of the log. */
export function useLogColumns(
  onOpen: (id: number) => void,
  onTrouble: (error: unknown) => void,
): readonly Column<Log>[] {
  const t = useSyncWords();
  const format = useFormat();
  const mayRetry = useMay('staff');
  return useMemo(
    () => [
      {
        id: 'id',
        title: t('logNumber'),
        width: '5.5rem',
        cell: ({ id }) => (
          <button type="button" className="numeric text-accent hover:underline" onClick={() => onOpen(id)}>
            {id}
          </button>
        ),
      },
      {
        id: 'status',
        title: t('result'),
        width: '7.5rem',
        cell: ({ status, repeats }) => (
          <span className="flex items-center gap-1.5">
            <RunBadge status={status} />
            {repeats <= 1 ? null : (
              <span className="numeric text-2xs text-faint" title={t('repeats', { count: repeats })}>
                ×{format.number(repeats)}
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'shop',
        title: t('shop'),
        width: 'minmax(14rem, 1.5fr)',
        cell: ({ account_id, platform }) => <ShopLabel id={account_id} platform={platform} />,
      },
      {
        id: 'what',
        title: t('what'),
        width: 'minmax(10rem, 1fr)',
        cell: ({ sync_type, cause }) => (
          <span className="text-soft">
            {t.word('syncType', sync_type)} · {t.word('cause', cause)}
          </span>
        ),
      },
      {
        id: 'created',
        title: t('createdRows'),
        width: '5rem',
        align: 'right',
        cell: ({ created }) => <span className="numeric">{format.number(created)}</span>,
      },
      {
        id: 'updated',
        title: t('updatedRows'),
        width: '5rem',
        align: 'right',
        cell: ({ updated }) => <span className="numeric">{format.number(updated)}</span>,
      },
      {
        id: 'failed',
        title: t('failedRows'),
        width: '5rem',
        align: 'right',
        cell: ({ failed }) => (
          <span className={failed === 0 ? 'numeric text-faint' : 'numeric text-danger'}>
            {format.number(failed)}
          </span>
        ),
      },
      {
        id: 'reason',
        title: t('reason'),
        width: 'minmax(10rem, 1.5fr)',
        cell: ({ error }) =>
          error === null ? null : (
            <span title={`${error.detail} ${error.todo}`}>
              <span className="text-danger">{error.title}</span>{' '}
              <span className="text-soft">{error.todo}</span>
            </span>
          ),
      },
      {
        id: 'at',
        title: t('queuedAt'),
        width: '8.5rem',
        cell: ({ queued_at }) => <span className="numeric text-soft">{format.moment(queued_at)}</span>,
      },
      ...(mayRetry
        ? [
            {
              id: 'retry',
              title: t('deed'),
              width: '7rem',
              cell: (log: Log) => (
                <RetryRun log={log} size="small" onRetried={onOpen} onTrouble={onTrouble} />
              ),
            },
          ]
        : []),
    ],
    [t, format, mayRetry, onOpen, onTrouble],
  );
}

/** A row of the log on a phone. */
export function NarrowLog({ log }: { readonly log: Log }) {
  const t = useSyncWords();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1 pl-3 text-sm">
      <div className="flex items-center gap-2">
        <RunBadge status={log.status} />
        <ShopLabel id={log.account_id} platform={log.platform} />
        <span className="numeric ml-auto shrink-0 text-2xs text-faint">{format.moment(log.queued_at)}</span>
      </div>
      <p className="truncate text-soft">
        {log.error === null ? (
          <>
            {t.word('syncType', log.sync_type)} ·{' '}
            {t('rowsBrought', { created: log.created, updated: log.updated })}
            {log.failed === 0 ? null : (
              <span className="text-danger"> · {t('rowsFailed', { count: log.failed })}</span>
            )}
          </>
        ) : (
          <>
            {t.word('syncType', log.sync_type)} · <span className="text-danger">{log.error.title}</span>
          </>
        )}
      </p>
    </div>
  );
}
