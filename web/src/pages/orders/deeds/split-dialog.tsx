import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../../api/client.ts';
import { fieldMessage } from '../../../api/problem.ts';
import { useCarriers } from '../../../desk/carriers/use-carriers.ts';
import { useWishEnd, WAIT_SECONDS } from '../../../desk/commands/use-wish-end.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Field, TextField } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { DeedForm, type DeedProps, nameOf } from './deed-form.tsx';
import { useDeedWords } from './deed-words.ts';
import { ORDER } from './touches.ts';

interface Part {
  readonly id: number;
  readonly quantity: string;
  readonly carrier: string;
  readonly invoice: string;
}

const LEAST_PARTS = 2;
const MOST_PARTS = 20;

/** Ships one line's quantity in several parcels, whose quantities add up to what is left of it. */
export function SplitDialog({ order, lines, onClose }: DeedProps) {
  const t = useDeedWords();
  const carriers = useCarriers(order.platform);
  const [lineId, setLineId] = useState(lines[0]?.id);
  const [parts, setParts] = useState<readonly Part[]>([emptyPart(0), emptyPart(1)]);
  const end = useWishEnd({ touches: ORDER, title: t.word('deeds', 'split'), onClose });
  const split = queries.useMutation('post', '/api/v1/orders/{id}/split', end.options);
  const left = lines.find(({ id }) => id === lineId)?.shippable_quantity ?? 0;
  const sum = parts.reduce((total, { quantity }) => total + (Number(quantity) || 0), 0);
  const set = (id: number, change: Partial<Part>) =>
    setParts(parts.map((part) => (part.id === id ? { ...part, ...change } : part)));
  return (
    <DeedForm
      deed="split"
      order={order}
      isBusy={split.isPending}
      isReady={sum === left && lineId !== undefined}
      error={split.error}
      refused={end.refused}
      onClose={onClose}
      onSend={() => {
        if (lineId === undefined) return;
        split.mutate({
          params: { path: { id: order.id }, query: { wait: WAIT_SECONDS } },
          body: {
            line_id: lineId,
            parts: parts.map(({ quantity, carrier, invoice }) => ({
              quantity: Number(quantity),
              deliveryCompanyCode: carrier,
              trackingNumber: invoice,
            })),
          },
        });
      }}
    >
      {lines.length < 2 ? null : (
        <Field label={t('line')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={String(lineId)}
              onChoose={(id) => setLineId(Number(id))}
              choices={lines.map((line) => ({ value: String(line.id), label: nameOf(line) }))}
            />
          )}
        </Field>
      )}
      {parts.map(({ id, quantity, carrier, invoice }, place) => (
        <fieldset key={id} className="flex flex-col gap-2 rounded-md border border-line px-3 pt-1 pb-3">
          <legend className="px-1 text-sm font-medium">{t('parcel', { number: place + 1 })}</legend>
          <div className="flex items-end gap-2">
            <div className="w-20">
              <TextField
                label={t('quantity')}
                type="number"
                min={1}
                max={left}
                required
                value={quantity}
                onChange={(event) => set(id, { quantity: event.target.value })}
              />
            </div>
            <div className="min-w-0 flex-1">
              <Field label={t('carrier')}>
                {(bound) => (
                  <Select
                    {...bound}
                    required
                    className="h-9 w-full"
                    value={carrier}
                    onChoose={(wanted) => set(id, { carrier: wanted })}
                    choices={[{ value: '', label: t('choose') }, ...carriers]}
                  />
                )}
              </Field>
            </div>
            {parts.length > LEAST_PARTS ? (
              <IconButton
                label={t('removeParcel', { number: place + 1 })}
                onClick={() => setParts(parts.filter((part) => part.id !== id))}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            ) : null}
          </div>
          <TextField
            label={t('invoice')}
            autoComplete="off"
            required
            value={invoice}
            onChange={(event) => set(id, { invoice: event.target.value })}
            error={fieldMessage(split.error, `parts[${place}].trackingNumber`)}
          />
        </fieldset>
      ))}
      <div className="flex items-center gap-3">
        <Button
          size="small"
          disabled={parts.length >= Math.min(MOST_PARTS, left)}
          onClick={() => setParts([...parts, emptyPart(Math.max(...parts.map(({ id }) => id)) + 1)])}
        >
          <Plus aria-hidden="true" />
          {t('addParcel')}
        </Button>
        <span role="status" className={classNames('text-sm', sum === left ? 'text-soft' : 'text-danger')}>
          {t('sum', { sum, left })}
        </span>
      </div>
    </DeedForm>
  );
}

function emptyPart(id: number): Part {
  return { id, quantity: '1', carrier: '', invoice: '' };
}
