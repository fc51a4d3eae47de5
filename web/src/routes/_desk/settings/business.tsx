import { createFileRoute } from '@tanstack/react-router';
import { BusinessSheet } from '../../../pages/settings/business-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/business')({
  loader: () => settingsWords.load(),
  component: BusinessSheet,
});
