import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { connectionWords } from '../../../pages/connections/connection-words.ts';
import { ConnectionsPage } from '../../../pages/connections/connections-page.tsx';

export const Route = createFileRoute('/_desk/connections/')({
  loader: () => Promise.all([deskWords.load(), connectionWords.load()]),
  component: ConnectionsPage,
});
