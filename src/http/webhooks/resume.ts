import { z } from 'zod';
import { webhookId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { MISSED, requeueMissed } from '../../store/webhooks/deliveries.ts';
import { findWebhook, resumeWebhook } from '../../store/webhooks/endpoints.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { webhookOf, webhookView } from './webhook-view.ts';

const resumeBody = optionalBody(
  z.strictObject({
    missed: z.enum(MISSED).default('recent').meta({
      description:
        '`recent`: send what happened in the last 24 hours; `all`: everything it missed, also what was given up; `none`.',
    }),
  }),
);

const resumed = z.object({
  webhook: webhookView,
  resent: z.int().describe('Messages that are sent now.'),
});

/** `POST /webhooks/{id}/resume`: sends again, beginning with what it missed. One in use is left as it is. */
export const resumeWebhookEndpoint: Endpoint = (api, { hub }) => {
  api.post('/webhooks/:id/resume', {
    config: { role: 'owner' },
    schema: {
      operationId: 'resumeWebhook',
      summary: 'Resume a webhook',
      tags: ['webhooks'],
      headers: idempotencyHeaders,
      params: idParams,
      body: resumeBody,
      response: { 200: resumed, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { missed } = request.body;
      const id = webhookId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        const before = await findWebhook(scope, id);
        if (before === undefined) throw new Problem('not_found');
        if (before.pausedAt === null) return { webhook: webhookOf(before), resent: 0 };
        await resumeWebhook(scope, id);
        const resent = await requeueMissed(scope, id, missed);
        await recordAudit(scope, [
          {
            actor,
            action: 'webhook.resume',
            target: { kind: 'webhook', id },
            detail: { missed, resent },
          },
        ]);
        const after = await findWebhook(scope, id);
        if (after === undefined) throw new Problem('not_found');
        return { webhook: webhookOf(after), resent };
      });
    },
  });
};
