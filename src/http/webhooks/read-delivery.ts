import { deliveryId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { findDelivery, listAttempts } from '../../store/webhooks/deliveries.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { deliveryDetail, deliveryDetailOf } from './delivery-view.ts';

/** `GET /webhooks/deliveries/{id}`: what it tells, and each try. */
export const readDelivery: Endpoint = (api, { hub }) => {
  api.get('/webhooks/deliveries/:id', {
    schema: {
      operationId: 'readWebhookDelivery',
      summary: 'One delivery with its tries',
      tags: ['webhooks'],
      params: idParams,
      response: { 200: deliveryDetail, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const id = deliveryId(request.params.id);
      const { delivery, attempts } = await asOwner(hub.db, callerOf(request).owner, async (scope) => ({
        delivery: await findDelivery(scope, id),
        attempts: await listAttempts(scope, id),
      }));
      if (delivery === undefined) throw new Problem('not_found');
      return deliveryDetailOf(delivery, attempts, languageOf(request));
    },
  });
};
