import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { EVENT_KINDS, type EventKind, knownKinds } from './event-kinds.ts';
import { EventTicks } from './event-ticks.tsx';
import { useSettingsWords } from './settings-words.ts';
import { ShownOnce } from './shown-once.tsx';

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
  const ui = useUiWords();
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
  if (typeof add.data?.secret === 'string') {
    return (
      <ShownOnce
        title={t('webhookAdded')}
        label={t('webhookSecret')}
        secret={add.data.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} width="wide" title={t(webhook === null ? 'addWebhook' : 'changeWebhook')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { url, description, event_types: [...kinds] };
          if (webhook === null) add.mutate({ body });
          else change.mutate({ params: { path: { id: webhook.id } }, body });
        }}
      >
        {error === null ? null : <TroubleNote error={error} />}
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
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={add.isPending || change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
