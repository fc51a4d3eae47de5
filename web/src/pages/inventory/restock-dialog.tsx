import { useState } from 'react';
import { useAskKey } from '../../api/ask-key.ts';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useInventoryWords } from './inventory-words.ts';
import { stockChanged } from './stock-changed.ts';

const CONDITIONS = ['sellable', 'damaged'] as const;

/** Says of goods that came back how many may be sold again, and how many are broken. */
export function RestockDialog({
  goods,
  onClose,
}: {
  readonly goods: Schema<'ReturnedGoods'>;
  onClose(): void;
}) {
  const t = useInventoryWords();
  const ui = useUiWords();
  const waiting = goods.lines.filter((line) => line.waiting > 0);
  // As typed; all of them can mostly be sold again.
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(waiting.map((line) => [`${line.sku_id} sellable`, String(line.waiting)])),
  );
  const textOf = (sku: number, condition: string) => counts[`${sku} ${condition}`] ?? '';
  const countOf = (sku: number, condition: string) => Number(textOf(sku, condition));
  /** What is damaged cannot be sold: one number gives way to the other. */
  const set = ({ sku_id: sku, waiting: most }: (typeof waiting)[number], condition: string, text: string) => {
    const other = condition === 'sellable' ? 'damaged' : 'sellable';
    const left = Math.max(0, most - Number(text));
    const rest = countOf(sku, other) > left ? { [`${sku} ${other}`]: left === 0 ? '' : String(left) } : {};
    setCounts({ ...counts, [`${sku} ${condition}`]: text, ...rest });
  };
  const askKey = useAskKey();
  const restock = queries.useMutation('post', '/api/v1/claims/{id}/restock', {
    onSuccess: () => {
      askKey.answered();
      showToast({ tone: 'good', title: t('restocked') });
      onClose();
    },
    onSettled: stockChanged,
  });
  const lines = waiting.flatMap(({ sku_id }) =>
    CONDITIONS.map((condition) => ({ sku_id, quantity: countOf(sku_id, condition), condition })).filter(
      ({ quantity }) => quantity > 0,
    ),
  );
  return (
    <Dialog open onClose={onClose} title={t('restock')} description={t('restockHint')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { lines };
          const path = { id: goods.claim_id };
          restock.mutate({ params: { path, header: askKey.headerFor(body) }, body });
        }}
      >
        {waiting.map((line) => (
          <fieldset key={line.sku_id} className="grid grid-cols-2 gap-3">
            <legend className="mb-1 text-sm font-medium">
              {t('waitingOf', { sku: line.sku_code, count: line.waiting })}
            </legend>
            {CONDITIONS.map((condition) => (
              <TextField
                key={condition}
                label={t.word('condition', condition)}
                type="number"
                inputMode="numeric"
                min={0}
                max={line.waiting}
                value={textOf(line.sku_id, condition)}
                onChange={(event) => set(line, condition, event.target.value)}
              />
            ))}
          </fieldset>
        ))}
        {restock.error === null ? null : <TroubleNote error={restock.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={restock.isPending} disabled={lines.length === 0}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
