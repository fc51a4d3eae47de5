import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { disconnectAccount, findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { auditFields } from './account-audit.ts';

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
      const { owner, actor } = callerOf(request);
      const wanted = accountId(request.params.id);
      await asOwner(hub.db, owner, async (scope) => {
        const before = await findAccount(scope, wanted);
        if (before === undefined || !(await disconnectAccount(scope, wanted))) throw new Problem('not_found');
        await recordAudit(scope, [
          {
            actor,
            action: 'account.disconnect',
            target: { kind: 'account', id: wanted },
            account: wanted,
            detail: { ...auditFields(before), credentials: before.secretFields },
          },
        ]);
      });
      reply.code(204);
    },
  });
};
