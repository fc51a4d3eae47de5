import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { refreshCommands } from './refresh-commands.ts';
import { placeAndDays, type SyncSearch } from './sync-search.ts';
import { useSyncWords } from './sync-words.ts';

/** Sends again everything that failed under the filters shown, once somebody has said so twice. */
export function RetryCommands({ search }: { readonly search: SyncSearch }) {
  const t = useSyncWords();
  const [isAsking, setAsking] = useState(false);
  const retry = queries.useMutation('post', '/api/v1/commands/retry', {
    onSettled: refreshCommands,
    onSuccess: ({ retried }) => {
      setAsking(false);
      showToast({ tone: 'good', title: t('retriedCommands', { count: retried }) });
    },
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('retryFailed')}</Button>
      {isAsking ? (
        <ConfirmDialog
          title={t('retryAllAsk')}
          detail={t('retryAllHint')}
          deed={t('retry')}
          look="primary"
          isBusy={retry.isPending}
          error={retry.error}
          onDo={() =>
            retry.mutate({
              body: {
                ...placeAndDays(search),
                ...(search.kind === undefined ? {} : { kind: [search.kind] }),
              },
            })
          }
          onClose={() => {
            retry.reset();
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}
