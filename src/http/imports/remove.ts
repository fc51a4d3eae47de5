import { z } from 'zod';
import { importId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { deleteImport } from '../../store/imports/decide.ts';
import { findImport } from '../../store/imports/import.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';

/** `DELETE /product-imports/{id}`: forgets a file that has not been confirmed. */
export const deleteImportEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/product-imports/:id', {
    config: { role: 'staff' },
    schema: {
      operationId: 'deleteProductImport',
      summary: 'Forget a file of products that has not been confirmed',
      tags: ['products'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Forgotten.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = importId(request.params.id);
      await asOwner(hub.db, owner, async (scope) => {
        if ((await findImport(scope, id)) === undefined) throw new Problem('not_found');
        if (!(await deleteImport(scope, id))) throw new Problem('import_decided');
        const target = { kind: 'product_import', id };
        await recordAudit(scope, [{ actor, action: 'product_import.delete', target }]);
      });
      reply.code(204);
    },
  });
};
