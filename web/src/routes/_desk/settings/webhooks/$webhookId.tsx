import { createFileRoute, notFound } from '@tanstack/react-router';
import { settingsWords } from '../../../../pages/settings/settings-words.ts';
import { WebhookSheet } from '../../../../pages/settings/webhook-sheet.tsx';

export const Route = createFileRoute('/_desk/settings/webhooks/$webhookId')({
  params: {
    parse: ({ webhookId }) => {
      if (!/^\d{1,15}$/.test(webhookId)) throw notFound();
      return { webhookId };
    },
  },
  loader: () => settingsWords.load(),
  component: OpenWebhook,
});

function OpenWebhook() {
  const { webhookId } = Route.useParams();
  return <WebhookSheet key={webhookId} id={Number(webhookId)} />;
}
