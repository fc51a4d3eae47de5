import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { listWords } from '../../../desk/lists/list-words.ts';
import { CataloguePage } from '../../../pages/catalogue/catalogue-page.tsx';
import { readCatalogueSearch } from '../../../pages/catalogue/catalogue-search.ts';
import { catalogueWords } from '../../../pages/catalogue/catalogue-words.ts';

export const Route = createFileRoute('/_desk/catalogue/')({
  validateSearch: readCatalogueSearch,
  loader: () => Promise.all([deskWords.load(), listWords.load(), catalogueWords.load()]),
  component: () => <CataloguePage search={Route.useSearch()} />,
});
