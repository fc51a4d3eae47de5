import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { Deliveries } from './deliveries.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { ShownOnce } from './shown-once.tsx';
import { Waiting } from './waiting.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookState } from './webhook-state.tsx';

function forgetWebhooks() {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith('/api/v1/webhooks'),
  });
}

/** One address: what it is told, its log, and what can be done with it. */
export function WebhookSheet({ id }: { readonly id: number }) {
  const t = useSettingsWords();
  const query = queries.useQuery('get', '/api/v1/webhooks/{id}', { params: { path: { id } } });
  return (
    <SettingsPage sheet="webhooks">
      <Link to="/settings/webhooks" className="self-start text-sm text-accent hover:underline">
        {t('allWebhooks')}
      </Link>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending ? (
        <Panel>
          <Waiting />
        </Panel>
      ) : null}
      {query.data === undefined ? null : <Facts webhook={query.data} />}
      {query.data === undefined ? null : <Deliveries webhook={query.data} />}
    </SettingsPage>
  );
}

function Facts({ webhook }: { readonly webhook: Schema<'Webhook'> }) {
  const t = useSettingsWords();
  const isOwner = useMay('owner');
  const mayTest = useMay('staff');
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'change' | 'remove' | 'secret' | null>(null);
  const params = { path: { id: webhook.id } };
  const settled = { onSettled: forgetWebhooks };
  const test = queries.useMutation('post', '/api/v1/webhooks/{id}/test', {
    ...settled,
    onSuccess: () => showToast({ tone: 'plain', title: t('testSent') }),
  });
  const pause = queries.useMutation('post', '/api/v1/webhooks/{id}/pause', settled);
  const resume = queries.useMutation('post', '/api/v1/webhooks/{id}/resume', {
    ...settled,
    onSuccess: ({ resent }) => showToast({ tone: 'good', title: t('resumed', { count: resent }) }),
  });
  const rotate = queries.useMutation('post', '/api/v1/webhooks/{id}/rotate-secret', settled);
  const remove = queries.useMutation('delete', '/api/v1/webhooks/{id}', {
    onSuccess: async () => {
      await navigate({ to: '/settings/webhooks' });
      await forgetWebhooks();
    },
  });
  const close = () => {
    remove.reset();
    rotate.reset();
    setAsking(null);
  };
  const error = test.error ?? pause.error ?? resume.error;
  return (
    <Panel
      title={webhook.description === '' ? t('webhook') : webhook.description}
      side={<WebhookState state={webhook.state} />}
    >
      <div className="flex flex-col gap-3 px-4 py-3 text-sm">
        <p className="font-mono break-all">{webhook.url}</p>
        <p className="text-soft">
          {webhook.event_types.length === 0
            ? t('everyEvent')
            : webhook.event_types.map((kind) => t.word('event', kind)).join(', ')}
        </p>
        {webhook.paused_because === null ? null : (
          <p className="text-warn">{t.word('pausedBecause', webhook.paused_because)}</p>
        )}
        {error === null ? null : <TroubleNote error={error} />}
        <div className="flex flex-wrap gap-2">
          {mayTest ? (
            <Button size="small" busy={test.isPending} onClick={() => test.mutate({ params })}>
              {t('sendTest')}
            </Button>
          ) : null}
          {isOwner ? (
            <>
              {webhook.state === 'paused' ? (
                <Button
                  size="small"
                  busy={resume.isPending}
                  onClick={() => resume.mutate({ params, body: { missed: 'recent' } })}
                >
                  {t('resume')}
                </Button>
              ) : (
                <Button size="small" busy={pause.isPending} onClick={() => pause.mutate({ params })}>
                  {t('pause')}
                </Button>
              )}
              <Button size="small" onClick={() => setAsking('change')}>
                {t('changeWebhook')}
              </Button>
              <Button size="small" onClick={() => setAsking('secret')}>
                {t('newSecret')}
              </Button>
              <Button size="small" look="danger" onClick={() => setAsking('remove')}>
                {t('delete')}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {asking === 'change' ? (
        <WebhookDialog webhook={webhook} onSaved={forgetWebhooks} onClose={close} />
      ) : null}
      {asking === 'remove' ? (
        <ConfirmDialog
          title={t('deleteWebhook')}
          detail={t('deleteWebhookHint')}
          deed={t('delete')}
          isBusy={remove.isPending}
          error={remove.error}
          onDo={() => remove.mutate({ params })}
          onClose={close}
        />
      ) : null}
      {asking === 'secret' && typeof rotate.data?.secret !== 'string' ? (
        <ConfirmDialog
          title={t('newSecret')}
          detail={t('newSecretHint')}
          deed={t('newSecret')}
          isBusy={rotate.isPending}
          error={rotate.error}
          onDo={() => rotate.mutate({ params })}
          onClose={close}
        />
      ) : null}
      {asking === 'secret' && typeof rotate.data?.secret === 'string' ? (
        <ShownOnce
          title={t('newSecret')}
          label={t('webhookSecret')}
          secret={rotate.data.secret}
          onClose={close}
        />
      ) : null}
    </Panel>
  );
}
