import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { everyOf } from '../../api/every.ts';
import { keysetPages } from '../../api/keyset.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

type Delivery = Schema<'WebhookDelivery'>;

const STATES = everyOf<Delivery['state']>()(['waiting', 'sending', 'delivered', 'failed']);
const TONES: Readonly<Record<string, 'good' | 'danger'>> = {
  delivered: 'good',
  failed: 'danger',
};
const PAGE = 50;

/** What was sent to an address, newest first; each can be looked at and sent again. */
export function Deliveries({ webhook }: { readonly webhook: Schema<'Webhook'> }) {
  const t = useSettingsWords();
  const format = useFormat();
  const mayResend = useMay('staff') && webhook.state !== 'paused';
  const [state, setState] = useState<Delivery['state'] | undefined>(undefined);
  const [shown, setShown] = useState<number | null>(null);
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/webhooks/{id}/deliveries',
    {
      params: {
        path: { id: webhook.id },
        query: { limit: PAGE, ...(state === undefined ? {} : { state }) },
      },
    },
    keysetPages,
  );
  const resend = queries.useMutation('post', '/api/v1/webhooks/deliveries/{id}/resend', {
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/webhooks/{id}/deliveries'] }),
  });
  const rows = query.data?.pages.flatMap(({ deliveries }) => deliveries) ?? [];
  return (
    <Panel
      title={t('deliveries')}
      side={
        <Select
          label={t('deliveryState')}
          value={state ?? ''}
          choices={[
            { value: '', label: t('everyState') },
            ...STATES.map((one) => ({ value: one, label: t.word('deliveryStates', one) })),
          ]}
          onChoose={(chosen) => setState(STATES.find((one) => one === chosen))}
        />
      }
    >
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {resend.error === null ? null : <TroubleNote error={resend.error} />}
      {query.isPending ? <Waiting /> : null}
      {query.data !== undefined && rows.length === 0 ? (
        <p className="px-4 py-6 text-center text-sm text-soft">{t('noDeliveries')}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {rows.map((delivery) => (
          <li key={delivery.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
            <div className="min-w-0 flex-1 basis-48">
              <button
                type="button"
                className="text-left font-medium text-accent hover:underline"
                onClick={() => setShown(delivery.id)}
              >
                {t.word('event', delivery.type)}
              </button>
              <p className="text-2xs text-faint">
                {format.moment(delivery.occurred_at)} · {t('tries', { count: delivery.attempt_count })}
                {delivery.error === null ? '' : ` · ${delivery.error.message}`}
              </p>
            </div>
            <Badge tone={TONES[delivery.state] ?? 'plain'}>{t.word('deliveryStates', delivery.state)}</Badge>
            {mayResend && (delivery.state === 'delivered' || delivery.state === 'failed') ? (
              <Button
                size="small"
                disabled={resend.isPending}
                onClick={() => resend.mutate({ params: { path: { id: delivery.id } } })}
              >
                {t('resend')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="flex justify-center border-t border-line py-2">
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
      {shown === null ? null : <DeliveryDialog id={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
