import { createFileRoute } from '@tanstack/react-router';
import { commandWords } from '../../../desk/commands/command-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { SyncPage } from '../../../pages/sync/sync-page.tsx';
import { readSyncSearch } from '../../../pages/sync/sync-search.ts';
import { syncWords } from '../../../pages/sync/sync-words.ts';

export const Route = createFileRoute('/_desk/sync/')({
  validateSearch: readSyncSearch,
  loader: () => Promise.all([deskWords.load(), commandWords.load(), syncWords.load()]),
  component: () => <SyncPage search={Route.useSearch()} />,
});
