import { z } from 'zod';
import { EVENT_TYPES } from '../../domain/event.ts';
import { deliveryId, webhookId } from '../../domain/ids.ts';
import { WEBHOOK_TEST } from '../../domain/webhook.ts';
import { asOwner } from '../../store/scope.ts';
import { DELIVERY_STATES, listDeliveries } from '../../store/webhooks/deliveries.ts';
import { findWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { deliveryOf, deliveryView } from './delivery-view.ts';

const query = z.strictObject({
  state: z.enum(DELIVERY_STATES).optional(),
  type: z.enum([...EVENT_TYPES, WEBHOOK_TEST]).optional(),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});

const deliveries = z.object({ deliveries: z.array(deliveryView), next_cursor: nextCursor });

/** `GET /webhooks/{id}/deliveries`: what was sent or is to be, newest first. */
export const listDeliveriesEndpoint: Endpoint = (api, { hub }) => {
  api.get('/webhooks/:id/deliveries', {
    schema: {
      operationId: 'listWebhookDeliveries',
      summary: 'Deliveries of a webhook, newest first',
      tags: ['webhooks'],
      params: idParams,
      querystring: query,
      response: { 200: deliveries, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const endpoint = webhookId(request.params.id);
      const { state, type, limit, cursor } = request.query;
      const rows = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        if ((await findWebhook(scope, endpoint)) === undefined) throw new Problem('not_found');
        return listDeliveries(scope, {
          endpoint,
          state: state ?? null,
          type: type ?? null,
          limit: limit + 1,
          before: cursor === undefined ? null : deliveryId(cursor[0]),
        });
      });
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        deliveries: page.map((delivery) => deliveryOf(delivery, language)),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};
