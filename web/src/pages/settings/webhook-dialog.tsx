import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { TextField } from '../../ui/field.tsx';
import { EVENT_KINDS, type EventKind, knownKinds } from './event-kinds.ts';
import { EventTicks } from './event-ticks.tsx';
import { SecretForm } from './secret-form.tsx';
import { useSettingsWords } from './settings-words.ts';

/** Adds an address, and then shows its secret once; or changes one that is there. */
export function WebhookDialog({
  webhook,
  onSaved,
  onClose,
}: {
  /** Null for a new one. */
  readonly webhook: Schema<'Webhook'> | null;
  onSaved(): void;
  onClose(): void;
}) {
  const t = useSettingsWords();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [kinds, setKinds] = useState<readonly EventKind[]>(knownKinds(webhook?.event_types ?? []));
  const add = queries.useMutation('post', '/api/v1/webhooks', { onSuccess: onSaved });
  const change = queries.useMutation('patch', '/api/v1/webhooks/{id}', {
    onSuccess: () => {
      onSaved();
      onClose();
    },
  });
  const error = add.error ?? change.error;
  const made =
    typeof add.data?.secret === 'string'
      ? { title: t('webhookAdded'), label: t('webhookSecret'), secret: add.data.secret }
      : null;
  return (
    <SecretForm
      width="wide"
      title={t(webhook === null ? 'addWebhook' : 'changeWebhook')}
      deed={t('save')}
      isBusy={add.isPending || change.isPending}
      error={error}
      made={made}
      onMake={() => {
        const body = { url: url.trim(), description: description.trim(), event_types: [...kinds] };
        if (webhook === null) add.mutate({ body });
        else change.mutate({ params: { path: { id: webhook.id } }, body });
      }}
      onClose={onClose}
    >
      <TextField
        label={t('webhookUrl')}
        type="url"
        placeholder="https://"
        required
        value={url}
        error={fieldMessage(error, 'url')}
        onChange={(event) => setUrl(event.target.value)}
      />
      <TextField
        label={t('description')}
        maxLength={200}
        value={description}
        error={fieldMessage(error, 'description')}
        onChange={(event) => setDescription(event.target.value)}
      />
      <EventTicks label={t('whichEvents')} kinds={EVENT_KINDS} chosen={kinds} onChoose={setKinds} />
      <p className="text-sm text-faint">{t('whichEventsHint')}</p>
    </SecretForm>
  );
}
