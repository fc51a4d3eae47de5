import { createFileRoute } from '@tanstack/react-router';
import { commandWords } from '../../../desk/commands/command-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { listWords } from '../../../desk/lists/list-words.ts';
import { orderWords } from '../../../pages/orders/order-words.ts';
import { OrdersPage } from '../../../pages/orders/orders-page.tsx';
import { readOrdersSearch } from '../../../pages/orders/orders-search.ts';

export const Route = createFileRoute('/_desk/orders/')({
  validateSearch: readOrdersSearch,
  loader: () => Promise.all([deskWords.load(), listWords.load(), orderWords.load(), commandWords.load()]),
  component: () => <OrdersPage search={Route.useSearch()} />,
});
