import { createFileRoute } from '@tanstack/react-router';
import { commandWords } from '../../../desk/commands/command-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { priceWords } from '../../../pages/prices/price-words.ts';
import { PricesPage } from '../../../pages/prices/prices-page.tsx';
import { readPricesSearch } from '../../../pages/prices/prices-search.ts';

export const Route = createFileRoute('/_desk/prices/')({
  validateSearch: readPricesSearch,
  loader: () => Promise.all([deskWords.load(), commandWords.load(), priceWords.load()]),
  component: () => <PricesPage search={Route.useSearch()} />,
});
