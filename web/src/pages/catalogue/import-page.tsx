import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, FileUp } from 'lucide-react';
import { useState } from 'react';
import { api, queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import { dataOf } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

type Import = Schema<'ProductImport'>;
type Row = Schema<'ProductImportRow'>;

const ROW_STATES = ['bad', 'new', 'changed', 'unchanged'] as const;
const TONES: Readonly<Record<Row['state'], Tone>> = {
  bad: 'danger',
  new: 'good',
  changed: 'accent',
  unchanged: 'plain',
};
const ROWS = 100;
/** While a file is worked on it is asked for again after this. */
const AGAIN_MS = 1_500;
const UNDER_WAY: readonly Import['state'][] = ['reading', 'checking', 'confirmed'];

/** Products and stock from a file: first what it would do, then, confirmed, all of it at once. */
export function ImportPage({ file }: { readonly file: number | null }) {
  const t = useCatalogueWords();
  const mayAct = useMay('staff');
  return (
    <Page title={t('importTitle')}>
      <div className="flex flex-col gap-4 px-4">
        <Link to="/catalogue" className="flex items-center gap-1 self-start text-sm text-soft hover:text-ink">
          <ArrowLeft className="size-4" aria-hidden="true" />
          {t('title')}
        </Link>
        {!mayAct ? (
          <p className="text-sm text-soft">{t('mayNot')}</p>
        ) : file === null ? (
          <ChooseFile />
        ) : (
          <OpenImport key={file} id={file} />
        )}
      </div>
    </Page>
  );
}

function ChooseFile() {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const form = new FormData();
      form.set('file', chosen);
      return dataOf(
        await api.POST('/api/v1/product-imports', {
          body: { file: chosen.name },
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: ({ id }) => navigate({ to: '/catalogue/import', search: { file: String(id) } }),
  });
  return (
    <Panel title={t('chooseFile')}>
      <div className="flex flex-col items-start gap-3 px-4 py-4">
        <p className="text-sm text-soft">{t('importHint')}</p>
        <label
          className={`${buttonClass('primary')} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent`}
        >
          <FileUp aria-hidden="true" />
          {t(send.isPending ? 'sendingFile' : 'openFile')}
          <input
            type="file"
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            className="sr-only"
            disabled={send.isPending}
            onChange={({ target }) => {
              const chosen = target.files?.[0];
              if (chosen !== undefined) send.mutate(chosen);
              // The same file can be chosen again once it was mended.
              target.value = '';
            }}
          />
        </label>
        <a href="/api/v1/products/export?format=xlsx" className="text-sm text-accent hover:underline">
          {t('exportAsForm')}
        </a>
        {send.error === null ? null : <TroubleNote error={send.error} />}
      </div>
    </Panel>
  );
}

function OpenImport({ id }: { readonly id: number }) {
  const t = useCatalogueWords();
  const params = { params: { path: { id } } };
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/product-imports/{id}', params, {
    refetchInterval: ({ state }) =>
      state.data !== undefined && UNDER_WAY.includes(state.data.state) ? AGAIN_MS : false,
  });
  if (error !== null) return <TroubleNote error={error} onRetry={() => refetch()} />;
  if (data === undefined)
    return (
      <div aria-busy="true">
        <Skeleton className="h-72" />
      </div>
    );
  return (
    <>
      <Panel title={data.file_name ?? t('file')}>
        <div className="flex flex-col gap-3 px-4 py-4 text-sm">
          <p role="status">{data.state_text}</p>
          {data.refusal === null ? null : (
            <p role="alert" className="text-danger">
              {data.refusal.detail}
            </p>
          )}
          {data.outdated ? <p className="text-warn">{t('outdated')}</p> : null}
          <Numbers shown={data} />
          {data.unknown_columns.length === 0 ? null : (
            <p className="text-warn">{t('unknownColumns', { list: data.unknown_columns.join(', ') })}</p>
          )}
          {data.other_sheets.length === 0 ? null : (
            <p className="text-soft">{t('otherSheets', { list: data.other_sheets.join(', ') })}</p>
          )}
          <Decide shown={data} />
        </div>
      </Panel>
      {data.rows === null ? null : <Rows id={id} version={data.version} />}
    </>
  );
}

function Numbers({ shown: { rows, written } }: { readonly shown: Import }) {
  const t = useCatalogueWords();
  const format = useFormat();
  if (written !== null)
    return (
      <p>
        {t('written', {
          added: written.products_added,
          changed: written.products_changed,
          counted: written.skus_counted,
          left: written.rows_left_out,
        })}
      </p>
    );
  if (rows === null) return null;
  return (
    <ul className="flex flex-wrap gap-3">
      {ROW_STATES.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <Badge tone={TONES[state]}>{t.word('rowState', state)}</Badge>
          <span className="numeric">{format.number(rows[state])}</span>
        </li>
      ))}
    </ul>
  );
}

/** Confirms exactly what is shown, or forgets the file. */
function Decide({ shown }: { readonly shown: Import }) {
  const t = useCatalogueWords();
  const navigate = useNavigate();
  const [skipBad, setSkipBad] = useState(false);
  const params = { path: { id: shown.id } };
  const settled = () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/product-imports/{id}'] });
  const confirm = queries.useMutation('post', '/api/v1/product-imports/{id}/confirm', {
    onSettled: settled,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/products'] }),
  });
  const forget = queries.useMutation('delete', '/api/v1/product-imports/{id}', {
    onSuccess: () => navigate({ to: '/catalogue/import' }),
  });
  const bad = shown.rows?.bad ?? 0;
  const error = confirm.error ?? forget.error;
  return (
    <>
      {error === null ? null : <TroubleNote error={error} />}
      {bad === 0 || !shown.may.includes('confirm') ? null : (
        <div className="flex items-center gap-2">
          <Checkbox label={t('skipBad', { count: bad })} checked={skipBad} onCheck={setSkipBad} />
          <span aria-hidden="true">{t('skipBad', { count: bad })}</span>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {bad === 0 ? null : (
          <a href={`/api/v1/product-imports/${shown.id}/errors.xlsx`} className={buttonClass('plain')}>
            {t('errorsFile')}
          </a>
        )}
        {shown.may.includes('delete') ? (
          <Button look="quiet" busy={forget.isPending} onClick={() => forget.mutate({ params })}>
            {t('forgetFile')}
          </Button>
        ) : (
          <Link to="/catalogue/import" className={buttonClass('plain')}>
            {t('anotherFile')}
          </Link>
        )}
        {shown.may.includes('confirm') ? (
          <Button
            look="primary"
            busy={confirm.isPending}
            disabled={bad > 0 && !skipBad}
            onClick={() => confirm.mutate({ params, body: { skip_bad: skipBad, version: shown.version } })}
          >
            {t('confirmImport')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Rows({ id, version }: { readonly id: number; readonly version: number }) {
  const t = useCatalogueWords();
  const [state, setState] = useState<Row['state'] | ''>('');
  const query = { limit: ROWS, ...(state === '' ? {} : { state }) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = queries.useInfiniteQuery(
    'get',
    '/api/v1/product-imports/{id}/rows',
    { params: { path: { id }, query } },
    keysetPages,
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel
      key={version}
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
        <Badge tone={TONES[row.state]}>{t.word('rowState', row.state)}</Badge>
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
