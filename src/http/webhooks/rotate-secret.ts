import { webhookId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { rotateWebhookSecret } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { webhookOf, webhookWithSecret } from './webhook-view.ts';

/** `POST /webhooks/{id}/rotate-secret`: a new secret; for a day the old one signs too. */
export const rotateSecret: Endpoint = (api, { hub }) => {
  api.post('/webhooks/:id/rotate-secret', {
    config: { role: 'owner', shownOnce: ['secret'] },
    schema: {
      operationId: 'rotateWebhookSecret',
      summary: 'Change the secret of a webhook',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      response: { 200: webhookWithSecret, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const id = webhookId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        const rotated = await rotateWebhookSecret(scope, hub.vault, id);
        if (rotated === undefined) throw new Problem('not_found');
        await recordAudit(scope, [
          { actor, action: 'webhook.rotate_secret', target: { kind: 'webhook', id } },
        ]);
        return { ...webhookOf(rotated.endpoint), secret: rotated.secret };
      });
    },
  });
};
