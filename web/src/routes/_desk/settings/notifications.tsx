import { createFileRoute } from '@tanstack/react-router';
import { NotificationsSheet } from '../../../pages/settings/notifications-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/notifications')({
  loader: () => settingsWords.load(),
  component: NotificationsSheet,
});
