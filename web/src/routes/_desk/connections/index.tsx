import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { firstRunWords } from '../../../desk/first-run/first-run-words.ts';
import { connectionWords } from '../../../pages/connections/connection-words.ts';
import { ConnectionsPage } from '../../../pages/connections/connections-page.tsx';
import { readConnectionsSearch } from '../../../pages/connections/connections-search.ts';

export const Route = createFileRoute('/_desk/connections/')({
  validateSearch: readConnectionsSearch,
  loader: () => Promise.all([deskWords.load(), firstRunWords.load(), connectionWords.load()]),
  component: () => <ConnectionsPage search={Route.useSearch()} />,
});
