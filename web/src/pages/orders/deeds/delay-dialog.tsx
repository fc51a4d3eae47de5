import { useState } from 'react';
import { queries } from '../../../api/client.ts';
import { everyOf } from '../../../api/every.ts';
import { fieldMessage } from '../../../api/problem.ts';
import type { Schema } from '../../../api/types.ts';
import { useWishEnd, WAIT_SECONDS } from '../../../desk/commands/use-wish-end.ts';
import { Field, TextArea, TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { DeedForm, type DeedProps, LineChoice } from './deed-form.tsx';
import { useDeedWords } from './deed-words.ts';
import { ORDER } from './touches.ts';

type Reason = Schema<'OrderDelayInput'>['reason'];

const REASONS = everyOf<Reason>()([
  'preparing',
  'buyer_asked',
  'made_to_order',
  'reserved',
  'overseas',
  'other',
]);

/** Tells the buyer, through the marketplace, that it leaves later. */
export function DelayDialog({ order, lines, onClose }: DeedProps) {
  const t = useDeedWords();
  const [chosen, setChosen] = useState<readonly number[]>(lines.map(({ id }) => id));
  const [shipBy, setShipBy] = useState('');
  const [reason, setReason] = useState<Reason>('preparing');
  const [text, setText] = useState('');
  const end = useWishEnd({ touches: ORDER, title: t.word('deeds', 'delay'), onClose });
  const delay = queries.useMutation('post', '/api/v1/orders/{id}/delay', end.options);
  return (
    <DeedForm
      deed="delay"
      order={order}
      isBusy={delay.isPending}
      isReady={chosen.length > 0}
      error={delay.error}
      refused={end.refused}
      onClose={onClose}
      onSend={() =>
        delay.mutate({
          params: { path: { id: order.id }, query: { wait: WAIT_SECONDS } },
          body: { ship_by: shipBy, reason, text, line_ids: [...chosen] },
        })
      }
    >
      <LineChoice lines={lines} chosen={chosen} onChoose={setChosen} />
      <TextField
        label={t('newDay')}
        type="date"
        required
        value={shipBy}
        onChange={(event) => setShipBy(event.target.value)}
        error={fieldMessage(delay.error, 'ship_by')}
      />
      <Field label={t('reason')} error={fieldMessage(delay.error, 'reason')}>
        {(bound) => (
          <Select
            {...bound}
            className="h-9 w-full"
            value={reason}
            onChoose={(wanted) => setReason(REASONS.find((one) => one === wanted) ?? reason)}
            choices={REASONS.map((one) => ({ value: one, label: t.word('delayReasons', one) }))}
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
        error={fieldMessage(delay.error, 'text')}
      />
    </DeedForm>
  );
}
