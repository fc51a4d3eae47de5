import { Link } from '@tanstack/react-router';
import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookState } from './webhook-state.tsx';

/** Addresses that are told what happens. */
export function WebhooksSheet() {
  const t = useSettingsWords();
  const format = useFormat();
  const isOwner = useMay('owner');
  const [adding, setAdding] = useState(false);
  const query = queries.useQuery('get', '/api/v1/webhooks');
  return (
    <SettingsPage
      sheet="webhooks"
      side={
        isOwner ? (
          <Button look="primary" onClick={() => setAdding(true)}>
            <Webhook aria-hidden="true" />
            {t('addWebhook')}
          </Button>
        ) : null
      }
    >
      <p className="text-sm text-soft">{t('webhooksHint')}</p>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      <Panel>
        {query.isPending ? <Waiting /> : null}
        {query.data?.webhooks.length === 0 ? (
          <EmptyState icon={<Webhook />} title={t('noWebhooks')}>
            {t('noWebhooksHint')}
          </EmptyState>
        ) : null}
        <ul className="divide-y divide-line">
          {query.data?.webhooks.map((webhook) => (
            <li key={webhook.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
              <div className="min-w-0 flex-1 basis-48">
                <Link
                  to="/settings/webhooks/$webhookId"
                  params={{ webhookId: String(webhook.id) }}
                  className="block truncate font-medium text-accent hover:underline"
                >
                  {webhook.description === '' ? webhook.url : webhook.description}
                </Link>
                <p className="truncate text-2xs text-faint">
                  {webhook.url} ·{' '}
                  {webhook.last_success_at === null
                    ? t('neverDelivered')
                    : t('lastDelivered', { at: format.moment(webhook.last_success_at) })}
                </p>
              </div>
              {webhook.waiting === 0 ? null : (
                <span className="text-soft">{t('waitingCount', { count: webhook.waiting })}</span>
              )}
              <WebhookState state={webhook.state} />
            </li>
          ))}
        </ul>
      </Panel>
      {adding ? (
        <WebhookDialog
          webhook={null}
          onSaved={() => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/webhooks'] })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </SettingsPage>
  );
}
