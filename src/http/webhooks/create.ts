import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { createWebhook, MOST_ENDPOINTS } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import {
  accountFilter,
  eventTypes,
  requireAccounts,
  webhookDescription,
  webhookUrl,
} from './webhook-fields.ts';
import { webhookOf, webhookWithSecret } from './webhook-view.ts';

/** `POST /webhooks`: an address to be told what happens from now on. */
export const createWebhookEndpoint: Endpoint = (api, { hub }) => {
  api.post('/webhooks', {
    config: { role: 'owner', shownOnce: ['secret'] },
    schema: {
      operationId: 'createWebhook',
      summary: 'Be told what happens',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      body: z.strictObject({
        url: webhookUrl(hub.allowPrivateHosts),
        description: webhookDescription.default(''),
        event_types: eventTypes.default([]),
        account_ids: accountFilter.default([]),
      }),
      response: { 201: webhookWithSecret, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { url, description, event_types, account_ids } = request.body;
      const { endpoint, secret } = await asOwner(hub.db, owner, async (scope) => {
        const accounts = await requireAccounts(scope, account_ids);
        const fields = { url, description, eventTypes: event_types, accounts };
        const created = await createWebhook(scope, hub.vault, fields);
        if (created === undefined) throw tooMany();
        await recordAudit(scope, [
          {
            actor,
            action: 'webhook.create',
            target: { kind: 'webhook', id: created.endpoint.id },
            detail: { host: new URL(url).host, event_types, account_ids },
          },
        ]);
        return created;
      });
      reply.code(201).header('location', `/api/v1/webhooks/${endpoint.id}`);
      return { ...webhookOf(endpoint), secret };
    },
  });
};

function tooMany(): Problem {
  return new Problem('too_many_webhooks', {
    detail: {
      ko: `웹훅 주소는 ${MOST_ENDPOINTS}개까지 등록할 수 있습니다. 쓰지 않는 것을 먼저 지우세요.`,
      en: `There may be up to ${MOST_ENDPOINTS} webhooks. Delete one that is not used.`,
      ru: `Вебхуков может быть не больше ${MOST_ENDPOINTS}. Удалите ненужный.`,
      uz: `Vebhuklar ${MOST_ENDPOINTS} tagacha bo‘lishi mumkin. Keraksizini o‘chiring.`,
    },
  });
}
