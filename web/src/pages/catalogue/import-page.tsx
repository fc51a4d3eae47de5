import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { OpenImport } from './open-import.tsx';

/** Products and stock from a file: first what it would do, then, confirmed, all of it at once. */
export function ImportPage({ file }: { readonly file: number | null }) {
  const t = useCatalogueWords();
  const mayAct = useMay('staff');
  return (
    <Page title={t('importTitle')}>
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/catalogue">{t('title')}</BackLink>
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
