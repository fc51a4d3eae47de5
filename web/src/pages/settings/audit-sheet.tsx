import { ScrollText } from 'lucide-react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, auditQuery } from './audit-search.ts';
import { AuditVerification } from './audit-verification.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

const PAGE = 50;

/** Who did what, by filters, and whether the trail is what was written. */
export function AuditSheet({ search }: { readonly search: AuditSearch }) {
  const t = useSettingsWords();
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(auditQuery(search))) query.set(name, String(value));
  query.set('format', 'csv');
  return (
    <SettingsPage
      sheet="audit"
      side={
        <a className={buttonClass()} href={`/api/v1/audit/export?${query}`} download>
          {t('asCsv')}
        </a>
      }
    >
      <AuditVerification />
      <AuditFilters key={JSON.stringify(search)} search={search} />
      <Entries search={search} />
    </SettingsPage>
  );
}

function Entries({ search }: { readonly search: AuditSearch }) {
  const t = useSettingsWords();
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/audit',
    { params: { query: { ...auditQuery(search), limit: PAGE } } },
    keysetPages,
  );
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Panel>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending ? <Waiting /> : null}
      {query.data !== undefined && entries.length === 0 ? (
        <EmptyState icon={<ScrollText />} title={t('noEntries')}>
          {t('noEntriesHint')}
        </EmptyState>
      ) : null}
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="flex justify-center border-t border-line py-2">
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: Schema<'AuditEntry'> }) {
  const t = useSettingsWords();
  const format = useFormat();
  const [area = ''] = entry.target.kind.split('.');
  return (
    <li className="flex flex-col gap-0.5 px-4 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium" title={entry.action}>
          {t.word('auditAction', entry.action)}
        </span>
        {entry.target.id === null ? null : (
          <span className="numeric text-soft">
            {t.word('auditArea', area)} {entry.target.id}
          </span>
        )}
        {entry.result === 'refused' ? (
          <Badge tone="danger">{t.word('auditResult', entry.result)}</Badge>
        ) : null}
        <span className="ml-auto text-2xs text-faint">{format.moment(entry.at)}</span>
      </div>
      <p className="text-2xs break-all text-faint">
        {entry.actor_name ?? entry.actor}
        {entry.ip === null ? '' : ` · ${entry.ip}`}
        <Detail detail={entry.detail} />
      </p>
    </li>
  );
}

/** What else was written down, as it was: names of fields with their values. */
function Detail({ detail }: { readonly detail: Schema<'AuditEntry'>['detail'] }) {
  const further: Readonly<Record<string, unknown>> =
    typeof detail === 'object' && detail !== null ? { ...detail } : {};
  return Object.entries(further).map(([name, value]) => (
    <span key={name}>
      {' · '}
      {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
    </span>
  ));
}
