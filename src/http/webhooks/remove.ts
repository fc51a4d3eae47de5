import { z } from 'zod';
import { webhookId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { deleteWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

/** `DELETE /webhooks/{id}`: with its deliveries, sent or not. */
export const deleteWebhookEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/webhooks/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'deleteWebhook',
      summary: 'Delete a webhook',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Deleted, with its secret and its deliveries.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = webhookId(request.params.id);
      await asOwner(hub.db, owner, async (scope) => {
        if (!(await deleteWebhook(scope, id))) throw new Problem('not_found');
        await recordAudit(scope, [{ actor, action: 'webhook.delete', target: { kind: 'webhook', id } }]);
      });
      reply.code(204);
    },
  });
};
