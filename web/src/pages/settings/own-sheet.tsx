import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../language/format.ts';
import { LANGUAGE_CODES, LANGUAGES, useLanguage } from '../../language/language.ts';
import { switchLanguage } from '../../language/words.ts';
import { useMe } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { deviceName } from './device-name.ts';
import { PasswordForm } from './password-form.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

const SESSIONS = ['get', '/api/v1/me/sessions'] as const;

/** One's own login: password, where one is signed in, and the language of the desk. */
export function OwnSheet() {
  const t = useSettingsWords();
  const me = useMe();
  const language = useLanguage();
  return (
    <SettingsPage sheet="own">
      <Panel title={t('deskLanguage')}>
        <div className="px-4 py-3">
          <Field label={t('language')} hint={t('deskLanguageHint')}>
            {(bound) => (
              <Select
                {...bound}
                className="h-9 w-56"
                value={language}
                choices={LANGUAGE_CODES.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
                onChoose={(chosen) => {
                  const code = LANGUAGE_CODES.find((one) => one === chosen);
                  if (code !== undefined) switchLanguage(code);
                }}
              />
            )}
          </Field>
        </div>
      </Panel>
      {me.user === null ? null : (
        <>
          <PasswordForm email={me.user.email} onChanged={forgetSessions} />
          <Sessions />
        </>
      )}
    </SettingsPage>
  );
}

function forgetSessions() {
  return queryClient.invalidateQueries({ queryKey: SESSIONS });
}

function Sessions() {
  const t = useSettingsWords();
  const format = useFormat();
  const query = queries.useQuery('get', '/api/v1/me/sessions');
  const end = queries.useMutation('delete', '/api/v1/me/sessions/{session_id}', {
    onSettled: forgetSessions,
  });
  return (
    <Panel title={t('sessions')}>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {end.error === null ? null : <TroubleNote error={end.error} />}
      {query.isPending ? <Waiting /> : null}
      <ul className="divide-y divide-line">
        {query.data?.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
            <div className="min-w-0 flex-1 basis-48">
              <p className="truncate" title={session.user_agent ?? undefined}>
                {deviceName(session.user_agent) ?? session.user_agent ?? t('unknownBrowser')}
              </p>
              <p className="text-2xs text-faint">
                {t('sessionFacts', {
                  ip: session.ip ?? '–',
                  since: format.moment(session.created_at),
                  until: format.moment(session.expires_at),
                })}
              </p>
            </div>
            {session.current ? (
              <Badge tone="accent">{t('thisSession')}</Badge>
            ) : (
              <Button
                size="small"
                disabled={end.isPending}
                onClick={() => end.mutate({ params: { path: { session_id: session.id } } })}
              >
                {t('endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
