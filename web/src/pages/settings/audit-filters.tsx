import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { everyOf } from '../../api/every.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { AuditActorField } from './audit-actor-field.tsx';
import { type AuditSearch, readAuditSearch } from './audit-search.ts';
import { useSettingsWords } from './settings-words.ts';
import type ko from './words/ko.json';

/** Which entries of the trail are shown: by what was done, by whom, to what, and when. */
export function AuditFilters({ search }: { readonly search: AuditSearch }) {
  const t = useSettingsWords();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<AuditSearch>(search);
  const go = (next: AuditSearch) => navigate({ to: '/settings/audit', search: readAuditSearch({ ...next }) });
  return (
    <form
      className="grid grid-cols-2 items-end gap-2 lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault();
        go(draft);
      }}
    >
      <Field label={t.word('auditFilter', 'action')}>
        {(bound) => (
          <Select
            {...bound}
            className="h-9 w-full"
            value={draft.action ?? ''}
            choices={areaChoices(t, draft.action)}
            onChoose={(action) => setDraft({ ...draft, action: action === '' ? undefined : action })}
          />
        )}
      </Field>
      <AuditActorField
        actor={draft.actor ?? ''}
        onChoose={(actor) => setDraft({ ...draft, actor: actor === '' ? undefined : actor })}
      />
      <TextField
        label={t.word('auditFilter', 'target')}
        placeholder="order:12"
        value={draft.target ?? ''}
        pattern="[A-Za-z0-9_.:@\-]{1,100}"
        onChange={(event) => setDraft({ ...draft, target: event.target.value })}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          label={t.word('auditFilter', name)}
          type="date"
          value={draft[name] ?? ''}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      ))}
      <Field label={t.word('auditFilter', 'result')}>
        {(bound) => (
          <Select
            {...bound}
            className="h-9 w-full"
            value={draft.result ?? ''}
            choices={[
              { value: '', label: t('everyResult') },
              { value: 'done', label: t.word('auditResult', 'done') },
              { value: 'refused', label: t.word('auditResult', 'refused') },
            ]}
            onChoose={(chosen) =>
              setDraft({ ...draft, result: chosen === 'done' || chosen === 'refused' ? chosen : undefined })
            }
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary">
          {t('show')}
        </Button>
        {Object.keys(search).length === 0 ? null : <Button onClick={() => go({})}>{t('clear')}</Button>}
      </div>
    </form>
  );
}

/** What the trail tells of, by the first word of its actions; words for other things name what was acted upon. */
type Area = Exclude<keyof (typeof ko)['auditArea'], 'marketplace' | 'listing_item' | 'offer'>;

const AREAS = everyOf<Area>()([
  'order',
  'claim',
  'contact',
  'command',
  'plan',
  'product',
  'product_import',
  'listing',
  'stock',
  'stock_settings',
  'stock_terms',
  'safety_stock',
  'location',
  'price',
  'price_rule',
  'fee_rate',
  'account',
  'schedule',
  'sync',
  'sync_log',
  'member',
  'session',
  'user',
  'token',
  'webhook',
  'notifications',
  'business',
  'retention',
  'marketplace_config',
  'audit',
  'vault',
  'owner',
]);

function areaChoices(t: ReturnType<typeof useSettingsWords>, chosen: string | undefined) {
  const known: readonly string[] = AREAS;
  return [
    { value: '', label: t('everyArea') },
    ...AREAS.map((area) => ({ value: area, label: t.word('auditArea', area) })),
    // An address may name a single action, such as `order.ship`.
    ...(chosen === undefined || known.includes(chosen)
      ? []
      : [{ value: chosen, label: t.word('auditAction', chosen) }]),
  ];
}
