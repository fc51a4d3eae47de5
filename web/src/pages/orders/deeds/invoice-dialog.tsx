import { useState } from 'react';
import { api, queries } from '../../../api/client.ts';
import { dataOf, fieldMessage } from '../../../api/problem.ts';
import { useCarriers } from '../../../desk/carriers/use-carriers.ts';
import { useWishEnd, WAIT_SECONDS } from '../../../desk/commands/use-wish-end.ts';
import { Field, TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { DeedForm, type DeedProps, LineChoice } from './deed-form.tsx';
import { useDeedWords } from './deed-words.ts';
import type { Line } from './fitting.ts';
import { ORDER } from './touches.ts';

/** Corrects carrier and invoice of what has been shipped. */
export function InvoiceDialog({ order, lines, onClose }: DeedProps) {
  const t = useDeedWords();
  const carriers = useCarriers(order.platform);
  const [first] = lines;
  const [chosen, setChosen] = useState<readonly number[]>(lines.map(({ id }) => id));
  const [carrier, setCarrier] = useState(first?.carrier_id ?? '');
  const [invoice, setInvoice] = useState(first?.invoice ?? '');
  const params = { path: { id: order.id }, query: { wait: WAIT_SECONDS } };
  const before = invoiceBefore(lines.filter(({ id }) => chosen.includes(id)));
  const end = useWishEnd({
    touches: ORDER,
    title: t.word('deeds', 'change_invoice'),
    onClose,
    undo:
      before === null
        ? undefined
        : async () => {
            const body = { ...before, line_ids: [...chosen] };
            return dataOf(await api.PUT('/api/v1/orders/{id}/invoice', { params, body }));
          },
  });
  const change = queries.useMutation('put', '/api/v1/orders/{id}/invoice', end.options);
  return (
    <DeedForm
      deed="change_invoice"
      order={order}
      isBusy={change.isPending}
      isReady={chosen.length > 0}
      error={change.error}
      refused={end.refused}
      onClose={onClose}
      onSend={() =>
        change.mutate({
          params,
          body: { deliveryCompanyCode: carrier, trackingNumber: invoice, line_ids: [...chosen] },
        })
      }
    >
      <LineChoice lines={lines} chosen={chosen} onChoose={setChosen} />
      <Field label={t('carrier')} error={fieldMessage(change.error, 'deliveryCompanyCode')}>
        {(bound) => (
          <Select
            {...bound}
            required
            className="h-9 w-full"
            value={carrier}
            onChoose={setCarrier}
            choices={[{ value: '', label: t('choose') }, ...carriers]}
          />
        )}
      </Field>
      <TextField
        label={t('invoice')}
        autoComplete="off"
        required
        value={invoice}
        onChange={(event) => setInvoice(event.target.value)}
        error={fieldMessage(change.error, 'trackingNumber')}
      />
    </DeedForm>
  );
}

/** Carrier and invoice that all the lines have now; null where there is no one pair to go back to. */
function invoiceBefore(lines: readonly Line[]) {
  const [first] = lines;
  if (first === undefined || first.carrier_id === null || first.invoice === null) return null;
  const { carrier_id, invoice } = first;
  if (lines.some((line) => line.carrier_id !== carrier_id || line.invoice !== invoice)) return null;
  return { deliveryCompanyCode: carrier_id, trackingNumber: invoice };
}
