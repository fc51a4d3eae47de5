import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import type { Selection } from '../../desk/selection.ts';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import type { Work } from './work.ts';

/** Acknowledges what is selected, and keeps the piece of work whose outcome is shown. */
export function useActing(selection: Selection, rows: readonly Schema<'OrderSummary'>[]) {
  const tellTrouble = useTroubleToast();
  const [work, setWork] = useState<Work | null>(null);
  const confirm = queries.useMutation('post', '/api/v1/orders/batch-confirm', {
    onSuccess: ({ results }) => {
      const numbers = new Map(rows.map(({ id, native_order_id }) => [id, native_order_id]));
      setWork({
        kind: 'acknowledge',
        rows: results.map(({ order_id, accepted, commands, title, detail }) => ({
          orderId: order_id,
          number: numbers.get(order_id) ?? String(order_id),
          declined: accepted ? null : (detail ?? title),
          commandIds: commands.map(({ id }) => id),
        })),
      });
      selection.clear();
    },
    onError: tellTrouble,
  });
  return {
    work,
    show: setWork,
    isBusy: confirm.isPending,
    acknowledge: () => {
      if (!confirm.isPending) confirm.mutate({ body: { order_ids: [...selection.keys] } });
    },
  };
}
