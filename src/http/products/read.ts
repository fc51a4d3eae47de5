import { productId } from '../../domain/ids.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { productView, viewProduct } from './product-view.ts';

/** `GET /products/{id}` */
export const readProduct: Endpoint = (api, { hub }) => {
  api.get('/products/:id', {
    schema: {
      operationId: 'readProduct',
      summary: 'One product with its SKUs',
      tags: ['products'],
      params: idParams,
      response: { 200: productView, ...problemAnswers(404, 422) },
    },
    handler: async (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const found = await findProduct(scope, productId(request.params.id));
        if (found === undefined) throw new Problem('not_found');
        return viewProduct(scope, found);
      }),
  });
};
