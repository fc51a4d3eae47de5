import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../../api/client.ts';
import { fieldMessage } from '../../../api/problem.ts';
import { useWishEnd, WAIT_SECONDS } from '../../../desk/commands/use-wish-end.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field, TextArea, TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { DeedForm, type DeedProps, LineChoice } from './deed-form.tsx';
import { useDeedWords } from './deed-words.ts';
import { ORDER } from './touches.ts';

/** Cancels as the seller what has not left. What it costs is shown by reason, and must be accepted. */
export function CancelDialog({ order, lines, onClose }: DeedProps) {
  const t = useDeedWords();
  const offer = order.seller_cancel;
  const [chosen, setChosen] = useState<readonly number[]>(lines.map(({ id }) => id));
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [quantity, setQuantity] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const end = useWishEnd({ touches: ORDER, title: t.word('deeds', 'cancel'), onClose });
  const cancel = queries.useMutation('post', '/api/v1/orders/{id}/cancel', end.options);
  const [only, ...others] = lines.filter(({ id }) => chosen.includes(id));
  const most = only === undefined || others.length > 0 ? 0 : only.shippable_quantity;
  const isPartly = offer?.partly === true && most > 1;
  const penalties = offer?.reasons.find(({ code }) => code === reason)?.penalties ?? [];
  return (
    <DeedForm
      deed="cancel"
      order={order}
      isBusy={cancel.isPending}
      isReady={chosen.length > 0 && (penalties.length === 0 || isAccepted)}
      error={cancel.error}
      refused={end.refused}
      onClose={onClose}
      onSend={() =>
        cancel.mutate({
          params: { path: { id: order.id }, query: { wait: WAIT_SECONDS } },
          body: {
            reason,
            text,
            line_ids: [...chosen],
            ...(isPartly && quantity !== '' ? { quantity: Number(quantity) } : {}),
            penalty_accepted: penalties.length > 0 && isAccepted,
          },
        })
      }
    >
      <LineChoice lines={lines} chosen={chosen} onChoose={setChosen} />
      {isPartly ? (
        <TextField
          label={t('howMany')}
          hint={t('howManyHint', { most })}
          type="number"
          min={1}
          max={most}
          value={quantity}
          onChange={(event) => setQuantity(event.target.value)}
          error={fieldMessage(cancel.error, 'quantity')}
        />
      ) : null}
      <Field label={t('reason')} error={fieldMessage(cancel.error, 'reason')}>
        {(bound) => (
          <Select
            {...bound}
            required
            className="h-9 w-full"
            value={reason}
            onChoose={(code) => {
              setReason(code);
              setAccepted(false);
            }}
            choices={[
              { value: '', label: t('choose') },
              ...(offer?.reasons ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </Field>
      <TextArea
        label={t('textToBuyer')}
        required
        maxLength={500}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={fieldMessage(cancel.error, 'text')}
      />
      {(offer?.warns ?? null) === null && penalties.length === 0 ? null : (
        <div className="flex gap-2 rounded-md border border-warn bg-warn-soft px-3 py-2 text-sm text-ink">
          <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
          <div className="flex min-w-0 flex-col gap-1.5">
            {offer?.warns == null ? null : <p>{offer.warns}</p>}
            {penalties.map(({ detail }) => (
              <p key={detail}>{detail}</p>
            ))}
            {penalties.length === 0 ? null : (
              <label className="flex items-center gap-2 font-medium" htmlFor="accept-penalty">
                <Checkbox
                  id="accept-penalty"
                  label={t('acceptPenalty')}
                  checked={isAccepted}
                  onCheck={setAccepted}
                />
                {t('acceptPenalty')}
              </label>
            )}
          </div>
        </div>
      )}
    </DeedForm>
  );
}
