import { webhookId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { createTestDelivery, findDelivery, listAttempts } from '../../store/webhooks/deliveries.ts';
import { findWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitFor, waitQuery } from '../values/wait.ts';
import { deliveryDetail, deliveryDetailOf } from './delivery-view.ts';

/** `POST /webhooks/{id}/test`: sends a `webhook.test` once, also to a paused webhook. */
export const testWebhook: Endpoint = (api, { hub, closing }) => {
  api.post('/webhooks/:id/test', {
    config: { role: 'staff' },
    schema: {
      operationId: 'testWebhook',
      summary: 'Send a test to a webhook',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      response: {
        200: deliveryDetail.describe('Tried; `state` says whether it was taken.'),
        202: deliveryDetail.describe('On its way.'),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const endpoint = webhookId(request.params.id);
      const id = await asOwner(hub.db, owner, async (scope) => {
        if ((await findWebhook(scope, endpoint)) === undefined) throw new Problem('not_found');
        await recordAudit(scope, [
          { actor, action: 'webhook.test', target: { kind: 'webhook', id: endpoint } },
        ]);
        return createTestDelivery(scope, endpoint);
      });
      const look = () =>
        asOwner(hub.db, owner, async (scope) => ({
          delivery: await findDelivery(scope, id),
          attempts: await listAttempts(scope, id),
        }));
      const over = ({ delivery }: Awaited<ReturnType<typeof look>>) =>
        delivery === undefined || delivery.state === 'delivered' || delivery.state === 'failed';
      const seen = await waitFor(look, over, { seconds: request.query.wait, closing, reply });
      if (seen.delivery === undefined) throw new Problem('not_found');
      reply.code(over(seen) ? 200 : 202);
      return deliveryDetailOf(seen.delivery, seen.attempts, languageOf(request));
    },
  });
};
