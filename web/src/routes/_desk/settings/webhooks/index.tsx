import { createFileRoute } from '@tanstack/react-router';
import { settingsWords } from '../../../../pages/settings/settings-words.ts';
import { WebhooksSheet } from '../../../../pages/settings/webhooks-sheet.tsx';

export const Route = createFileRoute('/_desk/settings/webhooks/')({
  loader: () => settingsWords.load(),
  component: WebhooksSheet,
});
