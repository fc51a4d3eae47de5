import { useState } from 'react';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { type Message, showToast } from '../../ui/toast.tsx';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import { useCommandWords } from './command-words.ts';

type Command = Schema<'Command'>;

/** What the API answers to a wish: the commands that carry it out, as they stand. */
interface Answer {
  readonly commands: readonly Command[];
}

/** So long is waited for the marketplace's answer; it goes on in the background after that. */
export const WAIT_SECONDS = 10;
const UNDER_WAY: readonly Command['state'][] = ['pending', 'sending', 'unknown'];

/**
 * What follows once something was asked of a marketplace: told in passing when it is done or under way, with the way
 * back where there is one, and kept in sight when refused.
 */
export function useWishEnd({
  title,
  touches,
  onClose,
  undo,
}: {
  readonly title: string;
  /** The API's paths that answer otherwise afterwards. */
  readonly touches: readonly string[];
  onClose(): void;
  /** Asks for the opposite. */
  readonly undo?: (() => Promise<Answer>) | undefined;
}) {
  const t = useCommandWords();
  const tellTrouble = useTroubleToast();
  const [refused, setRefused] = useState<readonly Command[]>([]);
  const forget = () =>
    Promise.all(touches.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })));
  const toldOf = (what: string, commands: readonly Command[]): Message => {
    const failed = commands.find(hasFailed);
    if (failed !== undefined)
      return { tone: 'danger', title: what, detail: failed.trouble?.detail ?? failed.state_text };
    const isDone = commands.every(({ state }) => state === 'done');
    return { tone: isDone ? 'good' : 'plain', title: what, detail: t(isDone ? 'taken' : 'underWay') };
  };
  const takeBack = async (ask: () => Promise<Answer>) => {
    try {
      const { commands } = await ask();
      showToast(toldOf(t('undoing'), commands));
    } catch (error) {
      tellTrouble(error);
    }
    await forget();
  };
  return {
    refused,
    options: {
      onMutate: () => setRefused([]),
      onSuccess: ({ commands }: Answer) => {
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
      onSettled: forget,
    },
  };
}

function hasFailed({ state }: Command): boolean {
  return state !== 'done' && !UNDER_WAY.includes(state);
}
