import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Refused } from '../../desk/commands/refused.tsx';
import { useWishEnd, WAIT_SECONDS } from '../../desk/commands/use-wish-end.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { bodyOf, NOTHING } from './act-entry.ts';
import { ActFields, ActNotes } from './act-fields.tsx';
import { VERB_OF } from './claim-verbs.ts';
import { useActionName } from './claim-words.ts';
import { CLAIMS } from './use-claims.ts';
import { useCurrencyOf } from './use-currency.ts';

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
  const ui = useUiWords();
  const nameOf = useActionName();
  const currencyOf = useCurrencyOf();
  const [entry, setEntry] = useState(NOTHING);
  const name = nameOf(action.action);
  const end = useWishEnd({ touches: CLAIMS, title: name, onClose });
  const act = queries.useMutation('post', '/api/v1/claims/{id}/{verb}', end.options);
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
        <Refused commands={end.refused} />
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
