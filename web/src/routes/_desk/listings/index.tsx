import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { listWords } from '../../../desk/lists/list-words.ts';
import { listingWords } from '../../../pages/listings/listing-words.ts';
import { ListingsPage } from '../../../pages/listings/listings-page.tsx';
import { readListingsSearch } from '../../../pages/listings/listings-search.ts';

export const Route = createFileRoute('/_desk/listings/')({
  validateSearch: readListingsSearch,
  loader: () => Promise.all([deskWords.load(), listWords.load(), listingWords.load()]),
  component: () => <ListingsPage search={Route.useSearch()} />,
});
