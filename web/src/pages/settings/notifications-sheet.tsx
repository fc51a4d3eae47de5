import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../../language/language.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { MAILED_KINDS } from './event-kinds.ts';
import { EventTicks } from './event-ticks.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

/** Who gets mails about what. */
export function NotificationsSheet() {
  const query = queries.useQuery('get', '/api/v1/notifications');
  return (
    <SettingsPage sheet="notifications">
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending ? (
        <Panel>
          <Waiting />
        </Panel>
      ) : null}
      {query.data === undefined ? null : <MailState mail={query.data.mail} />}
      {query.data === undefined ? null : <MailForm settings={query.data} />}
    </SettingsPage>
  );
}

function MailState({ mail }: { readonly mail: Schema<'Notifications'>['mail'] }) {
  const t = useSettingsWords();
  const format = useFormat();
  if (!mail.available) return <p className="text-sm text-warn">{t('noMailServer')}</p>;
  return (
    <p className="text-sm text-soft">
      {t('mailFrom', { address: mail.from ?? '–' })}{' '}
      {mail.last_sent_at === null ? t('noMailYet') : t('lastMail', { at: format.moment(mail.last_sent_at) })}{' '}
      {mail.waiting === 0 ? '' : t('waitingCount', { count: mail.waiting })}{' '}
      {mail.failure === null ? null : <span className="text-danger">{mail.failure}</span>}
    </p>
  );
}

function MailForm({ settings }: { readonly settings: Schema<'Notifications'> }) {
  const t = useSettingsWords();
  const isOwner = useMay('owner');
  const [emails, setEmails] = useState(settings.emails.join('\n'));
  const [events, setEvents] = useState<Schema<'Notifications'>['events']>(settings.events);
  const [language, setLanguage] = useState(settings.language);
  const change = queries.useMutation('put', '/api/v1/notifications', {
    onSuccess: () => showToast({ tone: 'good', title: t('saved') }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/notifications'] }),
  });
  return (
    <Panel>
      <form
        className="flex flex-col gap-4 px-4 py-3"
        onSubmit={(event) => {
          event.preventDefault();
          const addresses = emails.split(/[\s,;]+/).filter(Boolean);
          change.mutate({ body: { emails: addresses, events, language } });
        }}
      >
        {change.error === null ? null : <TroubleNote error={change.error} />}
        <TextArea
          label={t('mailTo')}
          hint={t('mailToHint')}
          className="max-w-md"
          disabled={!isOwner}
          value={emails}
          error={fieldMessage(change.error, 'emails')}
          onChange={(event) => setEmails(event.target.value)}
        />
        <EventTicks
          label={t('mailAbout')}
          kinds={MAILED_KINDS}
          chosen={events}
          disabled={!isOwner}
          onChoose={(chosen) => setEvents([...chosen])}
        />
        <Field label={t('mailLanguage')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-56"
              disabled={!isOwner}
              value={language}
              choices={LANGUAGE_CODES.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
              onChoose={(chosen) => setLanguage(LANGUAGE_CODES.find((code) => code === chosen) ?? language)}
            />
          )}
        </Field>
        {isOwner ? (
          <div>
            <Button type="submit" look="primary" busy={change.isPending}>
              {t('save')}
            </Button>
          </div>
        ) : (
          <p className="text-sm text-soft">{t('ownerChanges')}</p>
        )}
      </form>
    </Panel>
  );
}
