import { useState } from 'react';
import { queryClient } from '../../../api/query-client.ts';
import type { Schema } from '../../../api/types.ts';
import { showToast } from '../../../ui/toast.tsx';
import { useDeedWords } from './deed-words.ts';
import type { Deed } from './fitting.ts';

type Command = Schema<'Command'>;

/** So long is waited for the marketplace's answer; it goes on in the background after that. */
export const WAIT_SECONDS = 10;
const UNDER_WAY: readonly Command['state'][] = ['pending', 'sending', 'unknown'];

/** What follows once a deed was asked for: told in passing when it is done or under way, kept in sight when refused. */
export function useDeedEnd(deed: Deed, onClose: () => void) {
  const t = useDeedWords();
  const [refused, setRefused] = useState<readonly Command[]>([]);
  return {
    refused,
    options: {
      onMutate: () => setRefused([]),
      onSuccess: ({ commands }: Schema<'AcceptedWish'>) => {
        const failed = commands.filter(({ state }) => state !== 'done' && !UNDER_WAY.includes(state));
        if (failed.length > 0) {
          setRefused(failed);
          return;
        }
        const isDone = commands.every(({ state }) => state === 'done');
        showToast({
          tone: isDone ? 'good' : 'plain',
          title: t.word('deeds', deed),
          detail: t(isDone ? 'done' : 'underWay'),
        });
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/orders/{id}'] }),
    },
  };
}
