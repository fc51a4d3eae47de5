import { z } from 'zod';
import { revokeApiToken } from '../../store/api-tokens.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

/** `DELETE /api-tokens/{id}`: the program is let in no more, from the next request on. */
export const revokeToken: Endpoint = (api, { hub }) => {
  api.delete('/api-tokens/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'revokeApiToken',
      summary: 'Let a program in no more',
      tags: ['members'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Revoked.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { id } = request.params;
      await asOwner(hub.db, owner, async (scope) => {
        const name = await revokeApiToken(scope, id);
        if (name === undefined) throw new Problem('not_found');
        // The token's row is gone, so its name is kept here.
        const target = { kind: 'token', id };
        await recordAudit(scope, [{ actor, action: 'token.revoke', target, detail: { name } }]);
      });
      reply.code(204);
    },
  });
};
