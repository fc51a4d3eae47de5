import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { InventoryPage } from '../../../pages/inventory/inventory-page.tsx';
import { readInventorySearch } from '../../../pages/inventory/inventory-search.ts';
import { inventoryWords } from '../../../pages/inventory/inventory-words.ts';

export const Route = createFileRoute('/_desk/inventory/')({
  validateSearch: readInventorySearch,
  loader: () => Promise.all([deskWords.load(), inventoryWords.load()]),
  component: () => <InventoryPage search={Route.useSearch()} />,
});
