import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCommandWords } from './command-words.ts';

type Command = Schema<'Command'>;

/** Why a command has not been done, when it is tried again, and what a person can do about it. */
export function CommandNote({ command }: { readonly command: Command }) {
  const t = useCommandWords();
  const format = useFormat();
  return (
    <div className="flex flex-col items-start gap-1 text-sm text-soft">
      {sentencesOf(command).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {command.next_attempt_at === null || command.attempts === 0 ? null : (
        <p>{t('nextTry', { count: command.attempts, at: format.moment(command.next_attempt_at) })}</p>
      )}
      <CommandDeeds command={command} />
    </div>
  );
}

/** What is in the way of the whole command and of each of its lines; how it stands, where nothing is. */
function sentencesOf({ trouble, lines, state_text }: Command): readonly string[] {
  const troubles = [trouble, ...lines].flatMap((one) =>
    one === null || one.title === null
      ? []
      : [[one.title, one.detail, one.todo].filter((text) => text !== null && text !== '').join(' ')],
  );
  return troubles.length === 0 ? [state_text] : [...new Set(troubles)];
}

function CommandDeeds({ command: { id, may } }: { readonly command: Command }) {
  const t = useCommandWords();
  const mayAct = useMay('staff');
  const retry = queries.useMutation('post', '/api/v1/commands/{id}/retry', { onSettled: forgetCommands });
  const cancel = queries.useMutation('post', '/api/v1/commands/{id}/cancel', { onSettled: forgetCommands });
  const error = retry.error ?? cancel.error;
  const params = { path: { id } };
  if (!mayAct || (may.length === 0 && error === null)) return null;
  return (
    <>
      <div className="flex gap-2">
        {may.includes('retry') ? (
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate({ params })}>
            {t('retry')}
          </Button>
        ) : null}
        {may.includes('cancel') ? (
          <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
      {error === null ? null : <TroubleNote error={error} />}
    </>
  );
}

/** Commands are told of where they are listed and counted, and with the order or claim they are about. */
function forgetCommands(): Promise<unknown> {
  return Promise.all(
    ['/api/v1/commands', '/api/v1/today', '/api/v1/orders/{id}', '/api/v1/claims/{id}'].map((path) =>
      queryClient.invalidateQueries({ queryKey: ['get', path] }),
    ),
  );
}
