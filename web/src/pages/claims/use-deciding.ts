import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import type { OutcomeRow } from '../../desk/commands/outcomes-drawer.tsx';
import type { Selection } from '../../desk/selection.ts';
import type { Verb } from './claim-verbs.ts';
import { forgetClaims } from './use-claims.ts';

/** What was asked of many claims, and what came of it. */
export interface Decided {
  readonly verb: Verb;
  readonly rows: readonly OutcomeRow[];
}

/** Decides on what is selected, and keeps the outcome that is shown. */
export function useDeciding(selection: Selection, claims: readonly Schema<'ListedClaim'>[]) {
  const [verb, setVerb] = useState<Verb | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const decide = queries.useMutation('post', '/api/v1/claims/actions', {
    onSuccess: ({ results }, { body: { action } }) => {
      const names = new Map(claims.map(({ id, native_order_id }) => [id, native_order_id]));
      setDecided({
        verb: action,
        rows: results.map(({ claim_id, accepted, command_id, title, detail }) => ({
          id: claim_id,
          name: names.get(claim_id) ?? String(claim_id),
          href: `/claims/${claim_id}`,
          declined: accepted ? null : (detail ?? title),
          commandIds: command_id === null ? [] : [command_id],
        })),
      });
      setVerb(null);
      selection.clear();
    },
    onSettled: forgetClaims,
  });
  return {
    verb,
    decided,
    isBusy: decide.isPending,
    error: decide.error,
    ask(wanted: Verb | null) {
      decide.reset();
      setVerb(wanted);
    },
    send(acts: Schema<'ClaimActsInput'>['claims']) {
      if (verb !== null && !decide.isPending) decide.mutate({ body: { action: verb, claims: acts } });
    },
    closeOutcome: () => setDecided(null),
  };
}
