import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { compact, idOf } from '../../../desk/search-params.ts';
import { catalogueWords } from '../../../pages/catalogue/catalogue-words.ts';
import { ImportPage } from '../../../pages/catalogue/import-page.tsx';

export const Route = createFileRoute('/_desk/catalogue/import')({
  validateSearch: (search): { readonly file?: string | undefined } => compact({ file: idOf(search, 'file') }),
  loader: () => Promise.all([deskWords.load(), catalogueWords.load()]),
  component: OpenFile,
});

function OpenFile() {
  const { file } = Route.useSearch();
  return <ImportPage file={file === undefined ? null : Number(file)} />;
}
