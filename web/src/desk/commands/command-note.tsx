import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import { useCommandWords } from './command-words.ts';

type Command = Schema<'Command'>;

/** Why a command has not been done, and what can be done about it. */
export function CommandNote({ command }: { readonly command: Command }) {
  const t = useCommandWords();
  const after = { onError: useTroubleToast(), onSettled: forgetCommands };
  const retry = queries.useMutation('post', '/api/v1/commands/{id}/retry', after);
  const cancel = queries.useMutation('post', '/api/v1/commands/{id}/cancel', after);
  const params = { path: { id: command.id } };
  const refusals = command.lines.flatMap(({ title, detail, todo }) =>
    title === null ? [] : [[title, detail, todo].filter(Boolean).join(' ')],
  );
  const sentences = [...new Set(refusals)];
  return (
    <div className="flex flex-col items-start gap-1 text-sm text-soft">
      {sentences.length === 0 ? <p>{command.trouble?.detail ?? command.state_text}</p> : null}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="flex gap-2">
        {command.may.includes('retry') ? (
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate({ params })}>
            {t('retry')}
          </Button>
        ) : null}
        {command.may.includes('cancel') ? (
          <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Commands are told of where they are listed, and with the order or claim they are about. */
function forgetCommands(): Promise<unknown> {
  return Promise.all(
    ['/api/v1/commands', '/api/v1/orders/{id}', '/api/v1/claims/{id}'].map((path) =>
      queryClient.invalidateQueries({ queryKey: ['get', path] }),
    ),
  );
}
