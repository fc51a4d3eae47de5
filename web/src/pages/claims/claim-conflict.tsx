import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useClaimWords } from './claim-words.ts';
import { forgetClaims } from './use-claims.ts';

/** What marketplace and warehouse disagree about, and a note of what a person has done about it. */
export function ClaimConflict({ claim }: { readonly claim: Schema<'ClaimDetail'> }) {
  const t = useClaimWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const [note, setNote] = useState('');
  const resolve = queries.useMutation('put', '/api/v1/claims/{id}/resolution', { onSuccess: forgetClaims });
  const { conflict } = claim;
  if (conflict === null) return null;
  if (conflict.resolved_at !== null) {
    return (
      <p className="rounded-lg border border-line bg-surface px-4 py-3 text-sm text-soft">
        {t('resolved', { at: format.moment(conflict.resolved_at) })} {conflict.resolution}
      </p>
    );
  }
  return (
    <section
      aria-label={t('toResolve')}
      className="flex flex-col gap-3 rounded-lg border border-warn bg-surface px-4 py-3 text-sm"
    >
      <p>
        <span className="font-medium text-warn">{t('toResolve')}</span> {conflict.detail}
      </p>
      {mayAct ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            resolve.mutate({ params: { path: { id: claim.id } }, body: { note } });
          }}
        >
          <TextField
            label={t('resolution')}
            hint={t('resolutionHint')}
            required
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            error={fieldMessage(resolve.error, 'note')}
          />
          {resolve.error === null ? null : <TroubleNote error={resolve.error} />}
          <Button type="submit" busy={resolve.isPending} className="self-start">
            {t('settle')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
