import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useCarriers } from '../../desk/carriers/use-carriers.ts';
import { Refused } from '../../desk/commands/refused.tsx';
import { useWishEnd, WAIT_SECONDS } from '../../desk/commands/use-wish-end.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { ORDER } from './deeds/touches.ts';
import { useOrderWords } from './order-words.ts';

const CARRIER = 'shipping_info.deliveryCompanyCode';
const INVOICE = 'shipping_info.trackingNumber';

/** Ships what of one order has not left: carrier and invoice. */
export function ShipOneDialog({ order, onClose }: { readonly order: Schema<'Order'>; onClose(): void }) {
  const t = useOrderWords();
  const ui = useUiWords();
  const carriers = useCarriers(order.platform);
  const [carrier, setCarrier] = useState('');
  const [invoice, setInvoice] = useState('');
  const chosen = carrier === '' ? (carriers[0]?.value ?? '') : carrier;
  const end = useWishEnd({ touches: ORDER, title: t('ship'), onClose });
  const ship = queries.useMutation('put', '/api/v1/orders/{id}/status', end.options);
  return (
    <Dialog open onClose={onClose} title={t('ship')} description={order.native_order_id}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ship.mutate({
            params: { path: { id: order.id }, query: { wait: WAIT_SECONDS } },
            body: {
              status: 'shipped',
              shipping_info: { deliveryCompanyCode: chosen, trackingNumber: invoice },
            },
          });
        }}
      >
        <Field label={t('carrier')} error={fieldMessage(ship.error, CARRIER)}>
          {(bound) => (
            <Select
              {...bound}
              value={chosen}
              onChoose={setCarrier}
              choices={carriers}
              className="h-9 w-full"
            />
          )}
        </Field>
        <TextField
          label={t('invoice')}
          inputMode="numeric"
          autoComplete="off"
          required
          value={invoice}
          onChange={(event) => setInvoice(event.target.value)}
          error={fieldMessage(ship.error, INVOICE)}
        />
        {ship.error === null ? null : <TroubleNote error={ship.error} />}
        <Refused commands={end.refused} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={ship.isPending} disabled={chosen === ''}>
            {t('ship')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
