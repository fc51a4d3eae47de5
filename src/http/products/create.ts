import { recordAudit } from '../../store/audit.ts';
import { CodeTaken } from '../../store/catalogue/product.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { addProducts } from '../../store/catalogue/write.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { countGiven } from './count-given.ts';
import { codeTakenProblem, requireFlawless } from './product-faults.ts';
import { newProduct } from './product-fields.ts';
import { newProductOf } from './product-of.ts';
import { productView, viewProduct } from './product-view.ts';

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** `POST /products`: describes something the seller sells; nothing is put on sale by it. */
export const createProduct: Endpoint = (api, { hub }) => {
  api.post('/products', {
    config: { role: 'staff' },
    bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      operationId: 'createProduct',
      summary: 'Add a product',
      description:
        'Describes it once for every shop. A product without options has one SKU, which is made by itself. ' +
        'Nothing is put on sale before it is published (`POST /sync/products`).',
      tags: ['products'],
      headers: idempotencyHeaders,
      body: newProduct,
      response: { 201: productView, ...problemAnswers(400, 403, 409, 413, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const product = newProductOf(request.body);
      requireFlawless(product, hub.allowPrivateHosts);
      const view = await asOwner(hub.db, owner, async (scope) => {
        const [id] = await addProducts(scope, [product]);
        const added = id === undefined ? undefined : await findProduct(scope, id);
        if (added === undefined) throw new Error('the product that was added is not there');
        await countGiven(scope, added, request.body, actor);
        await recordAudit(scope, [
          { actor, action: 'product.create', target: { kind: 'product', id: added.id } },
        ]);
        return viewProduct(scope, added);
      }).catch((error: unknown) => {
        throw error instanceof CodeTaken ? codeTakenProblem(error) : error;
      });
      reply.code(201).header('location', `/api/v1/products/${view.id}`);
      return view;
    },
  });
};
