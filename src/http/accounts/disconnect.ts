import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { disconnectAccount } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

/** `DELETE /platform-accounts/{id}`: destroys the credentials. Orders already gathered stay. */
export const disconnectAccountEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/platform-accounts/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'disconnectPlatformAccount',
      summary: 'Disconnect a shop',
      tags: ['platform-accounts'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z
          .undefined()
          .meta({ description: 'Disconnected. Its orders stay; its credentials are destroyed.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const gone = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        disconnectAccount(scope, accountId(request.params.id)),
      );
      if (!gone) throw new Problem('not_found');
      reply.code(204);
    },
  });
};
