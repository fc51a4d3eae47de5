import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { LANGUAGE_CODES, LANGUAGES } from '../../language/language.ts';
import { setTimeZone } from '../../language/time-zone.ts';
import { meQuery, useMe } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';

/** What the business is called, which clock it lives by, and which language people meet first. */
export function BusinessSheet() {
  return (
    <SettingsPage sheet="business">
      <BusinessForm />
    </SettingsPage>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

function BusinessForm() {
  const t = useSettingsWords();
  const { business } = useMe();
  const [name, setName] = useState(business.name);
  const [zone, setZone] = useState(business.time_zone);
  const [language, setLanguage] = useState(business.language);
  const change = queries.useMutation('put', '/api/v1/settings/business', {
    onSuccess: async (saved) => {
      setTimeZone(saved.time_zone);
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      showToast({ tone: 'good', title: t('saved') });
    },
  });
  const isKnown = ZONES.some(({ value }) => value === zone);
  return (
    <Panel>
      <form
        className="flex max-w-md flex-col gap-3 px-4 py-3"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ body: { name, time_zone: zone, language } });
        }}
      >
        {change.error === null ? null : <TroubleNote error={change.error} />}
        <TextField
          label={t('businessName')}
          required
          maxLength={100}
          value={name}
          error={fieldMessage(change.error, 'name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Field label={t('timeZone')} hint={t('timeZoneHint')} error={fieldMessage(change.error, 'time_zone')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={zone}
              choices={isKnown ? ZONES : [{ value: zone, label: zone }, ...ZONES]}
              onChoose={setZone}
            />
          )}
        </Field>
        <Field label={t('firstLanguage')} hint={t('firstLanguageHint')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={language}
              choices={LANGUAGE_CODES.map((code) => ({ value: code, label: LANGUAGES[code].name }))}
              onChoose={(chosen) => setLanguage(LANGUAGE_CODES.find((code) => code === chosen) ?? language)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" look="primary" busy={change.isPending} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
