import { useState } from 'react';
import { useAskKey } from '../../api/ask-key.ts';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useInventoryWords } from './inventory-words.ts';
import { ShopOffers } from './shop-offers.tsx';
import { stockChanged } from './stock-changed.ts';

export const MOVES = ['count', 'receipt', 'correction', 'transfer'] as const;
export type Move = (typeof MOVES)[number];

/** Shops are told within seconds of a change; so long their numbers are watched. */
const WATCH_MS = 30_000;

/** Counts, receives, corrects or moves one SKU, and shows what that changes in which shop. */
export function MoveDialog({
  stock,
  kind,
  onClose,
}: {
  readonly stock: Schema<'Stock'>;
  readonly kind: Move;
  onClose(): void;
}) {
  const t = useInventoryWords();
  const ui = useUiWords();
  const known = queries.useQuery('get', '/api/v1/locations');
  const places = known.data?.locations ?? [];
  const [quantity, setQuantity] = useState('');
  const [place, setPlace] = useState('');
  const [to, setTo] = useState('');
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [movedAt, setMovedAt] = useState<number | null>(null);
  const askKey = useAskKey();
  const move = queries.useMutation('post', '/api/v1/inventory/movements', {
    onSuccess: ({ accepted }) => {
      askKey.answered();
      if (accepted > 0) setMovedAt(Date.now());
    },
    onSettled: stockChanged,
  });
  const result = move.data?.results[0];
  const from = Number(place === '' ? places.find(({ is_default }) => is_default)?.id : place);
  const others = places.filter(({ id }) => id !== from);
  const target = to === '' ? others[0]?.id : Number(to);
  const send = () => {
    const common = {
      sku_id: stock.sku_id,
      quantity: Number(quantity),
      ...(place === '' ? {} : { location_id: Number(place) }),
      ...(note.trim() === '' ? {} : { note }),
      ...(reference.trim() === '' ? {} : { reference }),
    };
    const ask = (body: Schema<'StockMovesInput'>) =>
      move.mutate({ params: { header: askKey.headerFor(body) }, body });
    if (kind !== 'transfer') ask({ movements: [{ type: kind, ...common }] });
    else if (target !== undefined) ask({ movements: [{ type: kind, to_location_id: target, ...common }] });
  };
  if (movedAt !== null)
    return (
      <Dialog
        open
        onClose={onClose}
        width="wide"
        title={t(result?.repeated === true ? 'movedBefore' : 'moved', { balance: result?.balance ?? 0 })}
        description={t(result?.repeated === true ? 'movedBeforeHint' : 'movedHint')}
        footer={
          <Button look="primary" onClick={onClose}>
            {ui('close')}
          </Button>
        }
      >
        <ShopOffers sku={stock.sku_id} watchUntil={movedAt + WATCH_MS} />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.word('move', kind)}
      description={`${stock.sku_code} · ${t.word('moveHint', kind)}`}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={t.word('moveQuantity', kind)}
          type="number"
          inputMode="numeric"
          required
          autoComplete="off"
          min={kind === 'correction' ? undefined : kind === 'count' ? 0 : 1}
          value={quantity}
          onChange={(event) => setQuantity(event.target.value)}
          error={fieldMessage(move.error, 'movements[0].quantity')}
        />
        {kind !== 'transfer' && places.length < 2 ? null : (
          <Field label={t(kind === 'transfer' ? 'fromPlace' : 'place')}>
            {(bound) => (
              <Select
                {...bound}
                value={Number.isNaN(from) ? '' : String(from)}
                onChoose={setPlace}
                className="h-9 w-full"
                choices={places.map(({ id, name }) => ({ value: String(id), label: name }))}
              />
            )}
          </Field>
        )}
        {kind !== 'transfer' ? null : (
          <Field
            label={t('toPlace')}
            hint={known.data !== undefined && others.length === 0 ? t('noOtherPlace') : undefined}
          >
            {(bound) => (
              <Select
                {...bound}
                value={String(target ?? '')}
                onChoose={setTo}
                className="h-9 w-full"
                choices={others.map(({ id, name }) => ({ value: String(id), label: name }))}
              />
            )}
          </Field>
        )}
        {kind === 'receipt' ? (
          <TextField
            label={t('reference')}
            hint={t('referenceHint')}
            maxLength={100}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        ) : null}
        <TextField
          label={t('note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {result === undefined || result.accepted ? null : (
          <p role="alert" className="rounded-lg border border-danger bg-danger-soft px-3 py-2 text-sm">
            <span className="font-medium text-danger">{result.title}</span> {result.detail}
          </p>
        )}
        {known.error === null ? null : <TroubleNote error={known.error} onRetry={() => known.refetch()} />}
        {move.error === null ? null : <TroubleNote error={move.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            busy={move.isPending}
            disabled={quantity === '' || (kind === 'transfer' && target === undefined)}
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
