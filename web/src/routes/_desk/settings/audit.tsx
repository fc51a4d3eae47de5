import { createFileRoute } from '@tanstack/react-router';
import { readAuditSearch } from '../../../pages/settings/audit-search.ts';
import { AuditSheet } from '../../../pages/settings/audit-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/audit')({
  validateSearch: readAuditSearch,
  loader: () => settingsWords.load(),
  component: () => <AuditSheet search={Route.useSearch()} />,
});
