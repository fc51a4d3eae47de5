import { z } from 'zod';
import { accountId, productId } from '../../domain/ids.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { forgetChoices } from '../../store/publish/choices.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idText } from '../values/id.ts';

const params = z.object({ id: idText, account_id: idText });

/** `DELETE /products/{id}/listings/{account_id}`: forgets what was chosen; what is on sale stays there. */
export const forgetChoicesEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/products/:id/listings/:account_id', {
    config: { role: 'staff' },
    schema: {
      operationId: 'forgetChoices',
      summary: 'Forget what was chosen for a product in a shop',
      description:
        'It is no longer published there with everything else. What is on sale stays: pause it to take it off sale.',
      tags: ['products'],
      headers: idempotencyHeaders,
      params,
      response: {
        204: z.undefined().meta({ description: 'Forgotten.' }),
        ...problemAnswers(403, 404, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      await asOwner(hub.db, owner, async (scope) => {
        const product = await findProduct(scope, productId(request.params.id));
        const account = await findAccount(scope, accountId(request.params.account_id));
        if (product === undefined || account === undefined) throw new Problem('not_found');
        if (!(await forgetChoices(scope, product.id, account.id))) throw new Problem('not_found');
        await recordAudit(scope, [
          {
            actor,
            action: 'product.forget_choices',
            target: { kind: 'product', id: product.id },
            account: account.id,
          },
        ]);
      });
      reply.code(204);
    },
  });
};
