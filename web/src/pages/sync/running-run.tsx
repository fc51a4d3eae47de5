import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { ProgressBar } from './progress-bar.tsx';
import type { Run } from './run.ts';
import { RunBadge } from './run-badge.tsx';
import { useSyncWords } from './sync-words.ts';

/** A reading at work: how far it is, how long it still takes, and a way to stop it. */
export function RunningRun({ run }: { readonly run: Run }) {
  const t = useSyncWords();
  const format = useFormat();
  const mayStop = useMay('staff');
  const cancel = queries.useMutation('post', '/api/v1/sync/logs/{id}/cancel', { onSettled: refreshRuns });
  const { progress } = run;
  const share =
    progress.done === null || progress.total === null || progress.total === 0
      ? null
      : Math.min(progress.done / progress.total, 1);
  const isStopping = progress.canceling || cancel.isPending;
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ShopLabel id={run.account_id} platform={run.platform} />
        <span className="text-soft">{t.word('syncType', run.sync_type)}</span>
        <RunBadge status={run.status} />
        {mayStop ? (
          <Button
            size="small"
            className="ml-auto"
            busy={isStopping}
            onClick={() => cancel.mutate({ params: { path: { id: run.id } } })}
          >
            {t(isStopping ? 'stopping' : 'stop')}
          </Button>
        ) : null}
      </div>
      <ProgressBar share={share} label={t('progress')} />
      <p className="numeric flex min-h-5 flex-wrap gap-x-3 text-soft">
        <span>{share === null ? t('begins') : format.percent(share)}</span>
        <span>{t('rows', { count: progress.rows })}</span>
        {progress.rate === null ? null : <span>{t('rate', { rate: format.number(progress.rate) })}</span>}
        {progress.seconds_left === null ? null : (
          <span>
            {progress.seconds_left < 60
              ? t('secondsLeft', { count: progress.seconds_left })
              : t('minutesLeft', { count: Math.ceil(progress.seconds_left / 60) })}
          </span>
        )}
        {run.failed === 0 ? null : (
          <span className="text-danger">{t('rowsFailed', { count: run.failed })}</span>
        )}
      </p>
      {cancel.error === null ? null : <TroubleNote error={cancel.error} />}
    </li>
  );
}

/** Asks again for what readings and their logs are about. */
export async function refreshRuns(): Promise<void> {
  await Promise.all(
    ['/api/v1/sync/status', '/api/v1/sync/logs', '/api/v1/sync/logs/{id}'].map((path) =>
      queryClient.invalidateQueries({ queryKey: ['get', path] }),
    ),
  );
}
