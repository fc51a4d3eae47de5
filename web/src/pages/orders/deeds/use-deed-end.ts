import { useState } from 'react';
import { queryClient } from '../../../api/query-client.ts';
import type { Schema } from '../../../api/types.ts';
import { showToast } from '../../../ui/toast.tsx';
import { useTroubleToast } from '../../../ui/trouble-toast.ts';
import { useDeedWords } from './deed-words.ts';

type Command = Schema<'Command'>;
type Accepted = Schema<'AcceptedWish'>;

/** So long is waited for the marketplace's answer; it goes on in the background after that. */
export const WAIT_SECONDS = 10;
const UNDER_WAY: readonly Command['state'][] = ['pending', 'sending', 'unknown'];

/**
 * What follows once a deed was asked for: told in passing when it is done or under way, with the way back where there is
 * one, and kept in sight when refused.
 */
export function useDeedEnd({
  title,
  onClose,
  undo,
}: {
  readonly title: string;
  onClose(): void;
  /** Asks for the opposite. */
  readonly undo?: (() => Promise<Accepted>) | undefined;
}) {
  const t = useDeedWords();
  const tellTrouble = useTroubleToast();
  const [refused, setRefused] = useState<readonly Command[]>([]);
  const takeBack = async (ask: () => Promise<Accepted>) => {
    try {
      const { commands } = await ask();
      showToast(toldOf(t('undoing'), commands));
    } catch (error) {
      tellTrouble(error);
    }
    await forgetOrder();
  };
  const toldOf = (what: string, commands: readonly Command[]) => {
    const isDone = commands.every(({ state }) => state === 'done');
    const failed = commands.find(hasFailed);
    if (failed !== undefined)
      return { tone: 'danger', title: what, detail: failed.trouble?.detail ?? failed.state_text } as const;
    return { tone: isDone ? 'good' : 'plain', title: what, detail: t(isDone ? 'done' : 'underWay') } as const;
  };
  return {
    refused,
    options: {
      onMutate: () => setRefused([]),
      onSuccess: ({ commands }: Accepted) => {
        const failed = commands.filter(hasFailed);
        if (failed.length > 0) {
          setRefused(failed);
          return;
        }
        showToast({
          ...toldOf(title, commands),
          action: undo === undefined ? undefined : { label: t('undo'), run: () => takeBack(undo) },
        });
        onClose();
      },
      onSettled: forgetOrder,
    },
  };
}

function hasFailed({ state }: Command): boolean {
  return state !== 'done' && !UNDER_WAY.includes(state);
}

function forgetOrder(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/orders/{id}'] });
}
