import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { controlClass } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

/** How long what is kept. */
export function RetentionSheet() {
  const t = useSettingsWords();
  const query = queries.useQuery('get', '/api/v1/settings/retention');
  return (
    <SettingsPage sheet="retention">
      <p className="text-sm text-soft">{t('retentionHint')}</p>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending ? (
        <Panel>
          <Waiting />
        </Panel>
      ) : null}
      {query.data === undefined ? null : <RetentionForm retention={query.data} />}
    </SettingsPage>
  );
}

type Kind = Schema<'Retention'>['kinds'][number]['kind'];

function RetentionForm({ retention }: { readonly retention: Schema<'Retention'> }) {
  const t = useSettingsWords();
  const isOwner = useMay('owner');
  /** What was typed and differs from what is kept. */
  const [typed, setTyped] = useState<Readonly<Partial<Record<Kind, string>>>>({});
  const change = queries.useMutation('put', '/api/v1/settings/retention', {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/settings/retention'] });
      setTyped({});
      showToast({ tone: 'good', title: t('saved') });
    },
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const days: Partial<Record<Kind, number>> = {};
        for (const { kind } of retention.kinds) {
          const text = typed[kind];
          if (text !== undefined) days[kind] = Number(text);
        }
        change.mutate({ body: { days } });
      }}
    >
      {change.error === null ? null : <TroubleNote error={change.error} />}
      <Panel>
        <ul className="divide-y divide-line">
          {retention.kinds.map(({ kind, meaning, default_days, least_days, most_days }) => (
            <li key={kind} className="flex items-start gap-4 px-4 py-2.5 text-sm">
              <label htmlFor={`keep-${kind}`} className="min-w-0 flex-1">
                {meaning}
                <span id={`keep-${kind}-bounds`} className="block text-2xs text-faint">
                  {t('retentionBounds', { usual: default_days, least: least_days, most: most_days })}
                </span>
                {fieldMessage(change.error, `days.${kind}`) === undefined ? null : (
                  <span className="block text-danger">{fieldMessage(change.error, `days.${kind}`)}</span>
                )}
              </label>
              <input
                id={`keep-${kind}`}
                type="number"
                inputMode="numeric"
                aria-describedby={`keep-${kind}-bounds`}
                className={`${controlClass} numeric h-9 w-24 text-right`}
                required
                min={least_days}
                max={most_days}
                disabled={!isOwner}
                value={typed[kind] ?? String(retention.days[kind])}
                onChange={(event) => setTyped({ ...typed, [kind]: event.target.value })}
              />
            </li>
          ))}
        </ul>
      </Panel>
      {isOwner ? (
        <div>
          <Button
            type="submit"
            look="primary"
            busy={change.isPending}
            disabled={Object.keys(typed).length === 0}
          >
            {t('save')}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-soft">{t('ownerChanges')}</p>
      )}
    </form>
  );
}
