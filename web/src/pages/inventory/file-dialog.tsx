import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useInventoryWords } from './inventory-words.ts';
import { stockChanged } from './stock-changed.ts';

const AGAIN_MS = 700;
const MOVING: readonly Schema<'ProductImport'>['state'][] = ['reading', 'checking', 'confirmed'];

/** Takes a counted sheet, shows what it would change, and writes it once that is confirmed. */
export function FileDialog({
  file,
  onSent,
  onClose,
}: {
  /** The number of a file that was sent already. */
  readonly file: number | null;
  onSent(file: number): void;
  onClose(): void;
}) {
  const t = useInventoryWords();
  return (
    <Dialog open onClose={onClose} width="wide" title={t('importTitle')} description={t('importHint')}>
      {file === null ? <SendFile onSent={onSent} /> : <SentFile file={file} onClose={onClose} />}
    </Dialog>
  );
}

function SendFile({ onSent }: { onSent(file: number): void }) {
  const t = useInventoryWords();
  const [chosen, setChosen] = useState<File | null>(null);
  const send = queries.useMutation('post', '/api/v1/product-imports', { onSuccess: ({ id }) => onSent(id) });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) return;
        send.mutate({
          body: { file: chosen.name },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', chosen);
            return form;
          },
        });
      }}
    >
      <Field label={t('chooseFile')} hint={t('chooseFileHint')}>
        {(bound) => (
          <input
            {...bound}
            type="file"
            accept=".xlsx,.csv"
            required
            onChange={(event) => setChosen(event.target.files?.[0] ?? null)}
            className="text-sm text-soft file:mr-3 file:h-8 file:rounded-md file:border file:border-brim file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-hover"
          />
        )}
      </Field>
      {send.error === null ? null : <TroubleNote error={send.error} />}
      <div className="flex justify-end gap-2">
        <a className={buttonClass('plain')} href="/api/v1/inventory/export?format=xlsx" download>
          {t('exportExcel')}
        </a>
        <Button type="submit" look="primary" busy={send.isPending} disabled={chosen === null}>
          {t('checkFile')}
        </Button>
      </div>
    </form>
  );
}

function SentFile({ file, onClose }: { readonly file: number; onClose(): void }) {
  const t = useInventoryWords();
  const ui = useUiWords();
  const path = { id: file };
  const query = queries.useQuery(
    'get',
    '/api/v1/product-imports/{id}',
    { params: { path } },
    {
      refetchInterval: ({ state }) =>
        state.data !== undefined && MOVING.includes(state.data.state) ? AGAIN_MS : false,
    },
  );
  const confirm = queries.useMutation('post', '/api/v1/product-imports/{id}/confirm', {
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/product-imports/{id}'] }),
        stockChanged(),
      ]),
  });
  return (
    <Answered query={query} height="h-40">
      {(sent) => (
        <div className="flex flex-col gap-3 text-sm">
          <p role="status" className="font-medium">
            {sent.state_text}
          </p>
          {sent.refusal === null ? null : <p className="text-danger">{sent.refusal.detail}</p>}
          {sent.rows === null ? null : <p className="text-soft">{t('importRows', { ...sent.rows })}</p>}
          {sent.written === null ? null : (
            <p className="text-good">{t('importWritten', { count: sent.written.skus_counted })}</p>
          )}
          {sent.unknown_columns.length === 0 ? null : (
            <p className="text-soft">{t('unknownColumns', { columns: sent.unknown_columns.join(', ') })}</p>
          )}
          {(sent.rows?.changed ?? 0) > 0 ? <Rows file={file} isBad={false} /> : null}
          {(sent.rows?.bad ?? 0) > 0 ? <Rows file={file} isBad /> : null}
          {confirm.error === null ? null : <TroubleNote error={confirm.error} />}
          <div className="flex flex-wrap justify-end gap-2">
            {(sent.rows?.bad ?? 0) > 0 ? (
              <a
                className={buttonClass('plain')}
                href={`/api/v1/product-imports/${file}/errors.xlsx`}
                download
              >
                {t('errorsFile')}
              </a>
            ) : null}
            <Button onClick={onClose}>{ui('close')}</Button>
            {sent.may.includes('confirm') ? (
              <Button
                look="primary"
                busy={confirm.isPending}
                onClick={() =>
                  confirm.mutate({
                    params: { path },
                    body: { version: sent.version, skip_bad: (sent.rows?.bad ?? 0) > 0 },
                  })
                }
              >
                {t((sent.rows?.bad ?? 0) > 0 ? 'importGood' : 'importAll')}
              </Button>
            ) : null}
          </div>
        </div>
      )}
    </Answered>
  );
}

function Rows({ file, isBad }: { readonly file: number; readonly isBad: boolean }) {
  const t = useInventoryWords();
  const query = queries.useQuery('get', '/api/v1/product-imports/{id}/rows', {
    params: { path: { id: file }, query: { state: isBad ? 'bad' : 'changed', limit: 50 } },
  });
  const label = t(isBad ? 'badRows' : 'changedRows');
  return (
    <Answered query={query} height="h-24">
      {({ rows }) =>
        rows.length === 0 ? null : (
          <DataTable
            label={label}
            rows={rows}
            keyOf={({ row }) => row}
            columns={[
              { id: 'row', title: t('row'), align: 'right', cell: ({ row }) => row },
              { id: 'sku', title: t('sku'), cell: ({ sku, seller_code }) => sku ?? seller_code ?? '–' },
              {
                id: 'what',
                title: label,
                cell: ({ errors, changes }) =>
                  isBad
                    ? errors.map(({ message }) => message).join(' ')
                    : changes
                        .map(({ column, before, after }) => `${column} ${before || '–'} → ${after || '–'}`)
                        .join(', '),
              },
            ]}
          />
        )
      }
    </Answered>
  );
}
