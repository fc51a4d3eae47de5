import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { troubleOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import type { Selection } from '../../desk/selection.ts';
import { showToast } from '../../ui/toast.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import type { Work } from './work.ts';

/** Acknowledges what is selected, and keeps the piece of work whose outcome is shown. */
export function useActing(selection: Selection, rows: readonly Schema<'OrderSummary'>[]) {
  const ui = useUiWords();
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
    onError: (error) => {
      const trouble = troubleOf(error);
      if (trouble.kind === 'problem')
        showToast({ tone: 'danger', title: trouble.problem.title, detail: trouble.problem.detail });
      else showToast({ tone: 'danger', title: ui('unreachable'), detail: ui('unreachableDetail') });
    },
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
