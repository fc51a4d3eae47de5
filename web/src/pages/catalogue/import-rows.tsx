import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { everyOf } from '../../api/every.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

type Row = Schema<'ProductImportRow'>;

export const ROW_STATES = everyOf<Row['state']>()(['bad', 'new', 'changed', 'unchanged']);
export const ROW_TONES: Readonly<Record<Row['state'], Tone>> = {
  bad: 'danger',
  new: 'good',
  changed: 'accent',
  unchanged: 'plain',
};
const ROWS = 100;

/** What each row of the file comes to. Give it a key of what was checked: rows of the check before are not those of the next. */
export function ImportRows({ id }: { readonly id: number }) {
  const t = useCatalogueWords();
  const [state, setState] = useState<Row['state'] | ''>('');
  const query = { limit: ROWS, ...(state === '' ? {} : { state }) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = queries.useInfiniteQuery(
    'get',
    '/api/v1/product-imports/{id}/rows',
    { params: { path: { id }, query } },
    { ...keysetPages, refetchOnMount: 'always' },
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel
      title={t('rows')}
      side={
        <Select
          label={t('rowsShown')}
          value={state}
          onChoose={(chosen) => setState(ROW_STATES.find((one) => one === chosen) ?? '')}
          choices={[
            { value: '', label: t('everyRow') },
            ...ROW_STATES.map((one) => ({ value: one, label: t.word('rowState', one) })),
          ]}
        />
      }
    >
      <div className="flex flex-col px-4 py-2">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {data !== undefined && rows.length === 0 ? (
          <p className="py-2 text-sm text-soft">{t('noRows')}</p>
        ) : null}
        <ul className="flex flex-col divide-y divide-line">
          {rows.map((row) => (
            <ImportRow key={row.row} row={row} />
          ))}
        </ul>
        {hasNextPage ? (
          <Button look="quiet" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t('moreRows')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

function ImportRow({ row }: { readonly row: Row }) {
  const t = useCatalogueWords();
  return (
    <li className="flex flex-col gap-1 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="numeric w-16 text-faint">{t('row', { nth: row.row })}</span>
        <Badge tone={ROW_TONES[row.state]}>{t.word('rowState', row.state)}</Badge>
        <span className="min-w-0 truncate">{[row.seller_code, row.sku].filter(Boolean).join(' · ')}</span>
      </div>
      {row.errors.map(({ column, code, value, message }) => (
        <p key={`${column} ${code}`} className="text-danger">
          {column === null ? '' : `${column}: `}
          {message}
          {value === null || value === '' ? '' : ` (${value})`}
        </p>
      ))}
      {row.changes.map(({ column, before, after }) => (
        <p key={column} className="text-soft">
          {column}: {before === '' ? '–' : before} → <span className="text-ink">{after}</span>
        </p>
      ))}
    </li>
  );
}
