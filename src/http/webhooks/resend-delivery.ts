import { deliveryId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { findDelivery, resendDelivery } from '../../store/webhooks/deliveries.ts';
import { findWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { deliveryOf, deliveryView } from './delivery-view.ts';

/** `POST /webhooks/deliveries/{id}/resend`: sends it again under the id it had, with a new day of tries. */
export const resendDeliveryEndpoint: Endpoint = (api, { hub }) => {
  api.post('/webhooks/deliveries/:id/resend', {
    config: { role: 'staff' },
    schema: {
      operationId: 'resendWebhookDelivery',
      summary: 'Send a delivery again',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      response: { 202: deliveryView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = deliveryId(request.params.id);
      const delivery = await asOwner(hub.db, owner, async (scope) => {
        const before = await findDelivery(scope, id);
        if (before === undefined) throw new Problem('not_found');
        const endpoint = await findWebhook(scope, before.endpoint);
        if (endpoint !== undefined && endpoint.pausedAt !== null) throw new Problem('webhook_paused');
        await resendDelivery(scope, id);
        await recordAudit(scope, [
          {
            actor,
            action: 'webhook.resend',
            target: { kind: 'webhook', id: before.endpoint },
            detail: { delivery_id: id, type: before.type },
          },
        ]);
        return findDelivery(scope, id);
      });
      if (delivery === undefined) throw new Problem('not_found');
      reply.code(202);
      return deliveryOf(delivery, languageOf(request));
    },
  });
};
