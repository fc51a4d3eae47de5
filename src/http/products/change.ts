import { productId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { CodeTaken } from '../../store/catalogue/product.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { replaceProduct } from '../../store/catalogue/write.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { countGiven } from './count-given.ts';
import { codeTakenProblem, requireFlawless } from './product-faults.ts';
import { productChange } from './product-fields.ts';
import { changedProductOf } from './product-of.ts';
import { productView, viewProduct } from './product-view.ts';

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** `PUT /products/{id}`: changes the fields that are given, the counted stock among them. */
export const changeProduct: Endpoint = (api, { hub }) => {
  api.put('/products/:id', {
    config: { role: 'staff' },
    bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      operationId: 'changeProduct',
      summary: 'Change a product',
      description:
        'Fields that are left out stay. Given `skus` replace all: those with a known code are changed, new ones added, ' +
        'missing ones given up. Shops get the change when it is published.',
      tags: ['products'],
      headers: idempotencyHeaders,
      params: idParams,
      body: productChange,
      response: { 200: productView, ...problemAnswers(400, 403, 404, 409, 413, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { version, ...given } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        const before = await findProduct(scope, productId(request.params.id));
        if (before === undefined) throw new Problem('not_found');
        const product = changedProductOf(before, given);
        requireFlawless(product, hub.allowPrivateHosts);
        if (version !== undefined && version !== before.version) throw new Problem('changed_meanwhile');
        if (!(await replaceProduct(scope, before.id, product, before.version)))
          throw new Problem('changed_meanwhile');
        const after = await findProduct(scope, before.id);
        if (after === undefined) throw new Problem('not_found');
        await countGiven(scope, after, given, actor);
        const detail = { fields: Object.keys(given) };
        await recordAudit(scope, [
          { actor, action: 'product.change', target: { kind: 'product', id: after.id }, detail },
        ]);
        return viewProduct(scope, after);
      }).catch((error: unknown) => {
        throw error instanceof CodeTaken ? codeTakenProblem(error) : error;
      });
    },
  });
};
