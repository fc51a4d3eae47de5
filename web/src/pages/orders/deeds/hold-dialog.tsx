import { useState } from 'react';
import { api, queries } from '../../../api/client.ts';
import { dataOf, fieldMessage } from '../../../api/problem.ts';
import { useWishEnd, WAIT_SECONDS } from '../../../desk/commands/use-wish-end.ts';
import { TextArea } from '../../../ui/field.tsx';
import { DeedForm, type DeedProps, LineChoice } from './deed-form.tsx';
import { useDeedWords } from './deed-words.ts';
import { ORDER } from './touches.ts';

/** Puts a dispatch on hold at the marketplace. */
export function HoldDialog({ order, lines, onClose }: DeedProps) {
  const t = useDeedWords();
  const [chosen, setChosen] = useState<readonly number[]>(lines.map(({ id }) => id));
  const [text, setText] = useState('');
  const params = { path: { id: order.id }, query: { wait: WAIT_SECONDS } };
  const end = useWishEnd({
    touches: ORDER,
    title: t.word('deeds', 'hold'),
    onClose,
    undo: async () =>
      dataOf(await api.POST('/api/v1/orders/{id}/release', { params, body: { line_ids: [...chosen] } })),
  });
  const hold = queries.useMutation('post', '/api/v1/orders/{id}/hold', end.options);
  return (
    <DeedForm
      deed="hold"
      order={order}
      isBusy={hold.isPending}
      isReady={chosen.length > 0}
      error={hold.error}
      refused={end.refused}
      onClose={onClose}
      onSend={() =>
        hold.mutate({
          params,
          body: { text, line_ids: [...chosen] },
        })
      }
    >
      <LineChoice lines={lines} chosen={chosen} onChoose={setChosen} />
      <TextArea
        label={t('why')}
        required
        maxLength={500}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={fieldMessage(hold.error, 'text')}
      />
    </DeedForm>
  );
}

/** Lets what was on hold go on. */
export function ReleaseDialog({ order, lines, onClose }: DeedProps) {
  const t = useDeedWords();
  const [chosen, setChosen] = useState<readonly number[]>(lines.map(({ id }) => id));
  const end = useWishEnd({ touches: ORDER, title: t.word('deeds', 'release'), onClose });
  const release = queries.useMutation('post', '/api/v1/orders/{id}/release', end.options);
  return (
    <DeedForm
      deed="release"
      order={order}
      isBusy={release.isPending}
      isReady={chosen.length > 0}
      error={release.error}
      refused={end.refused}
      onClose={onClose}
      onSend={() =>
        release.mutate({
          params: { path: { id: order.id }, query: { wait: WAIT_SECONDS } },
          body: { line_ids: [...chosen] },
        })
      }
    >
      <LineChoice lines={lines} chosen={chosen} onChoose={setChosen} />
    </DeedForm>
  );
}
