import { z } from 'zod';
import { asOwner } from '../../store/scope.ts';
import { listWebhooks } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { webhookOf, webhookView } from './webhook-view.ts';

const webhooks = z.object({ webhooks: z.array(webhookView), next_cursor: z.null() });

/** `GET /webhooks`: every address. There are few, so they come on one page. */
export const listWebhooksEndpoint: Endpoint = (api, { hub }) => {
  api.get('/webhooks', {
    schema: {
      operationId: 'listWebhooks',
      summary: 'Addresses that are told what happens',
      tags: ['webhooks'],
      response: { 200: webhooks, ...problemAnswers() },
    },
    handler: async (request) => {
      const found = await asOwner(hub.db, callerOf(request).owner, listWebhooks);
      return { webhooks: found.map(webhookOf), next_cursor: null };
    },
  });
};
