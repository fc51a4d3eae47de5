import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { RetryRun } from './retry-run.tsx';
import { RunBadge } from './run-badge.tsx';
import { RunningRun } from './running-run.tsx';
import { useSyncWords } from './sync-words.ts';

type Log = Omit<Schema<'SyncLog'>, 'product_ids'>;

/** One reading in full: numbers, why it failed, the rows it could not read, and a way to do it again. */
export function LogDrawer({
  id,
  onOpen,
  onClose,
}: {
  readonly id: number;
  onOpen(id: number): void;
  onClose(): void;
}) {
  const t = useSyncWords();
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/sync/logs/{id}', {
    params: { path: { id } },
  });
  return (
    <Drawer open onClose={onClose} title={t('logTitle', { id })}>
      <div className="flex flex-col gap-3 px-2 text-sm">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {data === undefined ? (
          error === null ? (
            <Skeleton className="h-64" />
          ) : null
        ) : (
          <LogFacts log={data} onOpen={onOpen} />
        )}
      </div>
    </Drawer>
  );
}

function LogFacts({ log, onOpen }: { readonly log: Log; onOpen(id: number): void }) {
  const t = useSyncWords();
  const format = useFormat();
  const [trouble, setTrouble] = useState<unknown>(null);
  const isOpen = log.status === 'queued' || log.status === 'running';
  return (
    <>
      {isOpen ? (
        <ul className="-mx-4">
          <RunningRun run={log} />
        </ul>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          <RunBadge status={log.status} />
          <ShopLabel id={log.account_id} platform={log.platform} />
          <span className="text-soft">{t.word('syncType', log.sync_type)}</span>
        </p>
      )}
      {log.error === null ? null : (
        <div className="rounded-md bg-danger-soft px-3 py-2">
          <p className="font-medium text-danger">{log.error.title}</p>
          <p>{log.error.detail}</p>
          <p className="font-medium">{log.error.todo}</p>
          {log.error.native_text === null ? null : (
            <p className="mt-1 text-2xs text-soft">
              {[log.error.native_code, log.error.native_text].filter((text) => text !== null).join(' · ')}
            </p>
          )}
        </div>
      )}
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-1">
        <dt className="text-faint">{t('queuedAt')}</dt>
        <dd className="numeric">{format.moment(log.queued_at)}</dd>
        {log.finished_at === null ? null : (
          <>
            <dt className="text-faint">{t('finishedAt')}</dt>
            <dd className="numeric">{format.moment(log.finished_at)}</dd>
          </>
        )}
        {log.range === null ? null : (
          <>
            <dt className="text-faint">{t('range')}</dt>
            <dd className="numeric">
              {format.moment(log.range.from)} – {format.moment(log.range.to)}
            </dd>
          </>
        )}
        <dt className="text-faint">{t('brought')}</dt>
        <dd className="numeric">
          {t('rowsBrought', { created: log.created, updated: log.updated })} ·{' '}
          {t('rowsUnchanged', { count: log.unchanged })}
        </dd>
      </dl>
      <RetryRun log={log} size="normal" onRetried={onOpen} onTrouble={setTrouble} />
      {trouble === null ? null : <TroubleNote error={trouble} />}
      {log.set_asides.length === 0 ? null : (
        <section className="flex flex-col gap-1">
          <h3 className="font-medium">{t('setAsides')}</h3>
          <p className="text-soft">{t('setAsidesHint')}</p>
          <ul className="divide-y divide-line">
            {log.set_asides.map(({ native_order_id, native_listing_id, reason, first_seen_at }) => (
              <li key={`${native_order_id} ${native_listing_id} ${first_seen_at}`} className="py-1.5">
                <p className="numeric">{native_order_id ?? native_listing_id ?? '—'}</p>
                <p className="text-soft">{reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {log.retries.map((id) => (
        <Button key={id} size="small" className="self-start" onClick={() => onOpen(id)}>
          {t('retriedBy', { id })}
        </Button>
      ))}
    </>
  );
}
