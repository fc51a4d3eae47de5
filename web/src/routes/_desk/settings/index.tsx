import { createFileRoute } from '@tanstack/react-router';
import { OwnSheet } from '../../../pages/settings/own-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/')({
  loader: () => settingsWords.load(),
  component: OwnSheet,
});
