import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { CommandNote } from '../../desk/commands/command-note.tsx';
import { CommandState } from '../../desk/commands/command-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { bodyOf, NOTHING } from './act-entry.ts';
import { ActFields, ActNotes } from './act-fields.tsx';
import { VERB_OF } from './claim-verbs.ts';
import { useActionName, useClaimWords } from './claim-words.ts';
import { forgetClaims } from './use-claims.ts';
import { useCurrencyOf } from './use-currency.ts';

/** So long is waited for the marketplace's answer; it goes on in the background after that. */
const WAIT_SECONDS = 10;
const UNDER_WAY: readonly Schema<'Command'>['state'][] = ['pending', 'sending', 'unknown'];

/** Decides on one claim. What the marketplace refuses stays in sight with its reason. */
export function ActDialog({
  claim,
  action,
  onClose,
}: {
  readonly claim: Schema<'ClaimDetail'>;
  readonly action: Schema<'ClaimAction'>;
  onClose(): void;
}) {
  const t = useClaimWords();
  const ui = useUiWords();
  const nameOf = useActionName();
  const currencyOf = useCurrencyOf();
  const [entry, setEntry] = useState(NOTHING);
  const name = nameOf(action.action);
  const act = queries.useMutation('post', '/api/v1/claims/{id}/{verb}', {
    onSuccess: ({ commands }) => {
      const failed = commands.some(({ state }) => state !== 'done' && !UNDER_WAY.includes(state));
      if (failed) return;
      const isDone = commands.every(({ state }) => state === 'done');
      showToast({
        tone: isDone ? 'good' : 'plain',
        title: name,
        detail: t(isDone ? 'actDone' : 'actUnderWay'),
      });
      onClose();
    },
    onSettled: forgetClaims,
  });
  const refused = act.data?.commands.filter(({ state }) => state !== 'done') ?? [];
  return (
    <Dialog
      open
      onClose={onClose}
      title={name}
      description={`${claim.account_name} · ${claim.native_order_id}`}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({
            params: {
              path: { id: claim.id, verb: VERB_OF[action.action] },
              query: { wait: WAIT_SECONDS },
            },
            body: bodyOf(entry, claim.fee?.currency ?? currencyOf(claim.platform)),
          });
        }}
      >
        <ActNotes action={action} />
        <ActFields
          action={action}
          platform={claim.platform}
          entry={entry}
          onEnter={setEntry}
          error={act.error}
        />
        {act.error === null ? null : <TroubleNote error={act.error} />}
        {act.isPending
          ? null
          : refused.map((command) => (
              <div key={command.id} role="alert" className="flex flex-col items-start gap-1">
                <CommandState state={command.state} />
                <CommandNote command={command} />
              </div>
            ))}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('close')}</Button>
          <Button type="submit" look="primary" busy={act.isPending}>
            {name}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
