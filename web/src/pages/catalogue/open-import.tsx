import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { ImportRows, ROW_STATES, ROW_TONES } from './import-rows.tsx';

type Import = Schema<'ProductImport'>;

/** While a file is worked on it is asked for again after this. */
const AGAIN_MS = 1_500;
const UNDER_WAY: readonly Import['state'][] = ['reading', 'checking', 'confirmed'];

/** A file that was sent: where it stands, what it would change, and the decision. */
export function OpenImport({ id }: { readonly id: number }) {
  const t = useCatalogueWords();
  const params = { params: { path: { id } } };
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/product-imports/{id}', params, {
    refetchInterval: ({ state }) =>
      state.data !== undefined && UNDER_WAY.includes(state.data.state) ? AGAIN_MS : false,
  });
  const trouble = error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />;
  if (data === undefined)
    return (
      trouble ?? (
        <div aria-busy="true">
          <Skeleton className="h-72" />
        </div>
      )
    );
  return (
    <>
      {trouble}
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
      {data.rows === null ? null : <ImportRows key={data.version} id={id} />}
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
          <Badge tone={ROW_TONES[state]}>{t.word('rowState', state)}</Badge>
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
  const box = useId();
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
        <label htmlFor={box} className="flex items-center gap-2">
          <Checkbox id={box} label={t('skipBad', { count: bad })} checked={skipBad} onCheck={setSkipBad} />
          <span aria-hidden="true">{t('skipBad', { count: bad })}</span>
        </label>
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
