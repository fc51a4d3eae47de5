import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useOrderWords } from './order-words.ts';

/** What people of the business noted about the order for each other. */
export function OrderMemos({ order }: { readonly order: Schema<'Order'> }) {
  const t = useOrderWords();
  const format = useFormat();
  const mayWrite = useMay('staff');
  const [note, setNote] = useState('');
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/orders/{id}'] });
  const add = queries.useMutation('post', '/api/v1/orders/{id}/memos', {
    onSettled,
    onSuccess: () => setNote(''),
  });
  const remove = queries.useMutation('delete', '/api/v1/orders/{id}/memos/{memo_id}', { onSettled });
  const error = add.error ?? remove.error;
  return (
    <Panel title={t('memos')}>
      <div className="flex flex-col gap-3 px-4 py-3 text-sm">
        {order.memos.length === 0 ? <p className="text-soft">{t('noMemos')}</p> : null}
        <ul className="flex flex-col gap-3">
          {order.memos.map((memo) => (
            <li key={memo.id} className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <p className="whitespace-pre-wrap">{memo.note}</p>
                <p className="text-2xs text-faint">
                  {memo.author ?? memo.actor} · {format.moment(memo.written_at)}
                </p>
              </div>
              {mayWrite ? (
                <IconButton
                  label={t('removeMemo')}
                  disabled={remove.isPending}
                  onClick={() => {
                    add.reset();
                    remove.mutate({ params: { path: { id: order.id, memo_id: memo.id } } });
                  }}
                >
                  <Trash2 aria-hidden="true" />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
        {error === null ? null : <TroubleNote error={error} />}
        {mayWrite ? (
          <form
            className="flex flex-col items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              remove.reset();
              add.mutate({ params: { path: { id: order.id } }, body: { note } });
            }}
          >
            <div className="w-full">
              <TextArea
                label={t('newMemo')}
                rows={2}
                maxLength={2000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                className="min-h-16"
              />
            </div>
            <Button type="submit" size="small" busy={add.isPending} disabled={note.trim() === ''}>
              {t('saveMemo')}
            </Button>
          </form>
        ) : null}
      </div>
    </Panel>
  );
}
