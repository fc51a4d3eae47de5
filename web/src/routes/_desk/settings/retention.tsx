import { createFileRoute } from '@tanstack/react-router';
import { RetentionSheet } from '../../../pages/settings/retention-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/retention')({
  loader: () => settingsWords.load(),
  component: RetentionSheet,
});
