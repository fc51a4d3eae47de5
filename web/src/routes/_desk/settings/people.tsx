import { createFileRoute } from '@tanstack/react-router';
import { PeopleSheet } from '../../../pages/settings/people-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/people')({
  loader: () => settingsWords.load(),
  component: PeopleSheet,
});
