import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { type ActEntry, bodyOf, NOTHING } from './act-entry.ts';
import { ActFields, ActNotes } from './act-fields.tsx';
import { type ClaimGroup, groupsOf } from './claim-groups.ts';
import { ClaimKindBadge, ClaimState } from './claim-state.tsx';
import { VERB_OF, type Verb } from './claim-verbs.ts';
import { useClaimWords } from './claim-words.ts';
import { useClaim } from './use-claims.ts';
import { useCurrencyOf } from './use-currency.ts';

type Acts = Schema<'ClaimActsInput'>['claims'];

/**
 * Decides on many claims at once. They are asked about group by group: what a marketplace wants to be told depends on the
 * shop, the kind and the state. What cannot be decided so says why, and is left out.
 */
export function BulkDialog({
  verb,
  claims,
  isBusy,
  error,
  onSend,
  onClose,
}: {
  readonly verb: Verb;
  readonly claims: readonly Schema<'ListedClaim'>[];
  readonly isBusy: boolean;
  readonly error: unknown;
  onSend(acts: Acts): void;
  onClose(): void;
}) {
  const t = useClaimWords();
  const ui = useUiWords();
  const currencyOf = useCurrencyOf();
  const [entries, setEntries] = useState<Readonly<Record<string, ActEntry>>>({});
  const [invoices, setInvoices] = useState<Readonly<Record<number, string>>>({});
  const groups = groupsOf(claims);
  const open = groups.filter(({ first }) => first.can.some((action) => VERB_OF[action] === verb));
  const count = open.reduce((sum, group) => sum + group.claims.length, 0);
  const send = () =>
    onSend(
      open.flatMap((group) =>
        group.claims.map(({ id, platform, fee }) => ({
          claim_id: id,
          ...bodyOf(
            { ...(entries[group.key] ?? NOTHING), invoice: invoices[id] ?? '' },
            fee?.currency ?? currencyOf(platform),
          ),
        })),
      ),
    );
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={t.word('verbs', verb)}
      description={t('bulkHint', { count, total: claims.length })}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {groups.map((group) => (
          <Group
            key={group.key}
            group={group}
            verb={verb}
            entry={entries[group.key] ?? NOTHING}
            onEnter={(entry) => setEntries({ ...entries, [group.key]: entry })}
            invoices={invoices}
            onInvoice={(id, invoice) => setInvoices({ ...invoices, [id]: invoice })}
          />
        ))}
        {error === null ? null : <TroubleNote error={error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('close')}</Button>
          <Button type="submit" look="primary" busy={isBusy} disabled={count === 0}>
            {t('bulkSend', { count, verb: t.word('verbs', verb) })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Group({
  group,
  verb,
  entry,
  onEnter,
  invoices,
  onInvoice,
}: {
  readonly group: ClaimGroup;
  readonly verb: Verb;
  readonly entry: ActEntry;
  onEnter(entry: ActEntry): void;
  readonly invoices: Readonly<Record<number, string>>;
  onInvoice(id: number, invoice: string): void;
}) {
  const t = useClaimWords();
  // One stands for all of its group: the same shop, kind and state.
  const { data: claim, error, refetch } = useClaim(group.first.id);
  const action = claim?.actions.find((one) => VERB_OF[one.action] === verb);
  const never = claim?.not_offered.find((one) => VERB_OF[one.action] === verb);
  const needsParcel = action?.needs.includes('shipment') ?? false;
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="font-medium">{group.first.account_name}</span>
        <ClaimKindBadge claim={group.first} />
        <ClaimState claim={group.first} />
        <span className="ml-auto text-soft">{t('count', { count: group.claims.length })}</span>
      </div>
      {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
      {claim === undefined ? (
        error === null ? (
          <Skeleton className="h-9" />
        ) : null
      ) : action === undefined ? (
        <p className="text-sm text-soft">{never?.detail ?? t('notNow')}</p>
      ) : (
        <>
          <ActNotes action={action} />
          <ActFields
            action={action}
            platform={claim.platform}
            entry={entry}
            onEnter={onEnter}
            withInvoice={false}
          />
          {needsParcel
            ? group.claims.map(({ id, native_order_id }) => (
                <TextField
                  key={id}
                  label={t('invoiceOf', { number: native_order_id })}
                  autoComplete="off"
                  required
                  value={invoices[id] ?? ''}
                  onChange={(event) => onInvoice(id, event.target.value)}
                />
              ))
            : null}
        </>
      )}
    </section>
  );
}
