import { z } from 'zod';
import { webhookId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { changeWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import {
  accountFilter,
  eventTypes,
  requireAccounts,
  webhookDescription,
  webhookUrl,
} from './webhook-fields.ts';
import { webhookOf, webhookView } from './webhook-view.ts';

/** `PATCH /webhooks/{id}`: changes the fields that are given. What waits goes to the new address. */
export const changeWebhookEndpoint: Endpoint = (api, { hub }) => {
  api.patch('/webhooks/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeWebhook',
      summary: 'Change a webhook',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      body: z.strictObject({
        url: webhookUrl(hub.allowPrivateHosts).optional(),
        description: webhookDescription.optional(),
        event_types: eventTypes.optional(),
        account_ids: accountFilter.optional(),
      }),
      response: { 200: webhookView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { url, description, event_types, account_ids } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        const accounts = account_ids === undefined ? undefined : await requireAccounts(scope, account_ids);
        const id = webhookId(request.params.id);
        const changed = await changeWebhook(scope, id, {
          url,
          description,
          eventTypes: event_types,
          accounts,
        });
        if (changed === undefined) throw new Problem('not_found');
        await recordAudit(scope, [
          {
            actor,
            action: 'webhook.change',
            target: { kind: 'webhook', id },
            detail: { fields: Object.keys(request.body), host: new URL(changed.url).host },
          },
        ]);
        return webhookOf(changed);
      });
    },
  });
};
