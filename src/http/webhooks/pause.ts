import { webhookId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { findWebhook, pauseWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { webhookOf, webhookView } from './webhook-view.ts';

/** `POST /webhooks/{id}/pause`: what happens meanwhile waits until it is resumed. Pausing twice changes nothing. */
export const pauseWebhookEndpoint: Endpoint = (api, { hub }) => {
  api.post('/webhooks/:id/pause', {
    config: { role: 'owner' },
    schema: {
      operationId: 'pauseWebhook',
      summary: 'Pause a webhook',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      response: { 200: webhookView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const id = webhookId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        const paused = await pauseWebhook(scope, id, 'asked');
        if (paused !== undefined) {
          await recordAudit(scope, [
            {
              actor,
              action: 'webhook.pause',
              target: { kind: 'webhook', id },
              detail: { reason: 'asked' },
            },
          ]);
          return webhookOf(paused);
        }
        const known = await findWebhook(scope, id);
        if (known === undefined) throw new Problem('not_found');
        return webhookOf(known);
      });
    },
  });
};
