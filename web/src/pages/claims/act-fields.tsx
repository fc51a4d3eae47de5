import { TriangleAlert } from 'lucide-react';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useCarriers } from '../../desk/carriers/use-carriers.ts';
import { Field, TextArea, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { type ActEntry, FAULTS } from './act-entry.ts';
import { useClaimWords } from './claim-words.ts';

type Action = Schema<'ClaimAction'>;
type Input = Action['needs'][number];

interface FieldsProps {
  readonly action: Action;
  readonly platform: string;
  readonly entry: ActEntry;
  onEnter(entry: ActEntry): void;
  readonly error?: unknown;
  /** Whether the invoice is asked for here; with many claims each has its own. */
  readonly withInvoice?: boolean;
}

/** What an act must and may be told, as the API says. */
export function ActFields({ action, platform, entry, onEnter, error, withInvoice = true }: FieldsProps) {
  const t = useClaimWords();
  const carriers = useCarriers(platform);
  const asks = (input: Input) => action.needs.includes(input) || action.takes.includes(input);
  const needs = (input: Input) => action.needs.includes(input);
  const labelOf = (name: string, input: Input) => (needs(input) ? name : t('optional', { name }));
  return (
    <>
      {asks('reason') ? (
        <Field label={labelOf(t('reason'), 'reason')} error={fieldMessage(error, 'reason')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              required={needs('reason')}
              value={entry.reason}
              onChoose={(reason) => onEnter({ ...entry, reason })}
              choices={[
                { value: '', label: t('choose') },
                ...action.reasons.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
          )}
        </Field>
      ) : null}
      {asks('fault') ? (
        <Field label={labelOf(t('fault'), 'fault')} error={fieldMessage(error, 'fault')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              required={needs('fault')}
              value={entry.fault}
              onChoose={(fault) => onEnter({ ...entry, fault: FAULTS.find((one) => one === fault) ?? '' })}
              choices={[
                { value: '', label: t('choose') },
                ...FAULTS.map((fault) => ({ value: fault, label: t.word('faults', fault) })),
              ]}
            />
          )}
        </Field>
      ) : null}
      {asks('fee') ? (
        <TextField
          label={labelOf(t('feeToCharge'), 'fee')}
          inputMode="decimal"
          autoComplete="off"
          required={needs('fee')}
          pattern="[0-9][0-9,. ]*"
          value={entry.fee}
          onChange={(event) => onEnter({ ...entry, fee: event.target.value })}
          error={fieldMessage(error, 'fee')}
        />
      ) : null}
      {asks('shipment') ? (
        <Field label={labelOf(t('carrier'), 'shipment')} error={fieldMessage(error, 'deliveryCompanyCode')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              required={needs('shipment')}
              value={entry.carrier}
              onChoose={(carrier) => onEnter({ ...entry, carrier })}
              choices={[{ value: '', label: t('choose') }, ...carriers]}
            />
          )}
        </Field>
      ) : null}
      {asks('shipment') && withInvoice ? (
        <TextField
          label={labelOf(t('invoice'), 'shipment')}
          autoComplete="off"
          required={needs('shipment')}
          value={entry.invoice}
          onChange={(event) => onEnter({ ...entry, invoice: event.target.value })}
          error={fieldMessage(error, 'trackingNumber')}
        />
      ) : null}
      {asks('text') ? (
        <TextArea
          label={labelOf(t('textToBuyer'), 'text')}
          required={needs('text')}
          maxLength={1000}
          rows={3}
          value={entry.text}
          onChange={(event) => onEnter({ ...entry, text: event.target.value })}
          error={fieldMessage(error, 'text')}
        />
      ) : null}
    </>
  );
}

/** What to know before an act: what is really done, what to watch out for, what it costs. */
export function ActNotes({ action }: { readonly action: Action }) {
  const t = useClaimWords();
  const { means, warns, penalties } = action;
  return (
    <>
      {means === null ? null : <p className="text-sm text-soft">{means}</p>}
      {warns === null && penalties.length === 0 ? null : (
        <div className="flex gap-2 rounded-md border border-warn bg-warn-soft px-3 py-2 text-sm text-ink">
          <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
          <div className="flex min-w-0 flex-col gap-1">
            {warns === null ? null : <p>{warns}</p>}
            {penalties.map(({ detail, points }) => (
              <p key={detail}>{points === null ? detail : t('penalty', { detail, points })}</p>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
