import { recordAudit } from '../../store/audit.ts';
import { changeRetention, readRetention } from '../../store/retention.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { retentionBody, retentionOf, retentionView } from './retention-view.ts';

/** `GET /settings/retention`: how long what is kept. */
export const readRetentionEndpoint: Endpoint = (api, { hub }) => {
  api.get('/settings/retention', {
    schema: {
      operationId: 'readRetention',
      summary: 'How long things are kept',
      tags: ['settings'],
      response: { 200: retentionView, ...problemAnswers() },
    },
    handler: async (request) =>
      retentionOf(await asOwner(hub.db, callerOf(request).owner, readRetention), languageOf(request)),
  });
};

/** `PUT /settings/retention`: changes how long some of it is kept. What is too old goes the next night. */
export const changeRetentionEndpoint: Endpoint = (api, { hub }) => {
  api.put('/settings/retention', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeRetention',
      summary: 'Change how long things are kept',
      description: 'What is older than its days is deleted every night at 3:30 in Korea.',
      tags: ['settings'],
      headers: idempotencyHeaders,
      body: retentionBody,
      response: { 200: retentionView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const after = await asOwner(hub.db, owner, async (scope) => {
        const before = await readRetention(scope);
        await changeRetention(scope, request.body.days);
        const days = await readRetention(scope);
        await recordAudit(scope, [
          {
            actor,
            action: 'retention.change',
            target: { kind: 'retention', id: null },
            detail: { before, after: days },
          },
        ]);
        return days;
      });
      return retentionOf(after, languageOf(request));
    },
  });
};
