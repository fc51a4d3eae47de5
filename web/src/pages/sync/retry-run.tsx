import { queries } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import type { Run } from './run.ts';
import { refreshRuns } from './running-run.tsx';
import { useSyncWords } from './sync-words.ts';

/** Whether a reading ended in a way that it makes sense to do it again. */
export function isRetryable({ status }: Pick<Run, 'status'>): boolean {
  return status === 'failed' || status === 'partial' || status === 'canceled';
}

/** Does a reading again that did not go well; nothing for one that did, or for who may not. */
export function RetryRun({
  log,
  size,
  onRetried,
  onTrouble,
}: {
  readonly log: Pick<Run, 'id' | 'status'>;
  readonly size: 'small' | 'normal';
  /** Told the number of the reading that does it again. */
  onRetried(id: number): void;
  onTrouble(error: unknown): void;
}) {
  const t = useSyncWords();
  const mayRetry = useMay('staff');
  const retry = queries.useMutation('post', '/api/v1/sync/logs/{id}/retry', {
    onSettled: refreshRuns,
    onSuccess: (run) => onRetried(run.id),
    onError: onTrouble,
  });
  if (!mayRetry || !isRetryable(log)) return null;
  return (
    <Button
      size={size}
      className="self-start"
      busy={retry.isPending}
      onClick={() => retry.mutate({ params: { path: { id: log.id } } })}
    >
      {t('retry')}
    </Button>
  );
}
