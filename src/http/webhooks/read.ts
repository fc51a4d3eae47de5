import { webhookId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { findWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { webhookOf, webhookView } from './webhook-view.ts';

/** `GET /webhooks/{id}`. */
export const readWebhook: Endpoint = (api, { hub }) => {
  api.get('/webhooks/:id', {
    schema: {
      operationId: 'readWebhook',
      summary: 'One address that is told what happens',
      tags: ['webhooks'],
      params: idParams,
      response: { 200: webhookView, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const endpoint = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        findWebhook(scope, webhookId(request.params.id)),
      );
      if (endpoint === undefined) throw new Problem('not_found');
      return webhookOf(endpoint);
    },
  });
};
