import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { pictureAnswer, sendPicture, unchangedAnswer } from './send-picture.ts';

const query = z.strictObject({
  nth: z.coerce.number<string>().int().min(0).max(100).default(0).meta({
    description: '0 is the main one, 1 the first of the others.',
  }),
  version: z.string().max(20).optional().meta({
    description: "The product's; read by nobody, so that caches tell a changed product's pictures apart.",
  }),
});

/** `GET /products/{id}/picture`: a picture of a product, fetched by the hub. */
export const showProductPicture: Endpoint = (api, { hub, pictures }) => {
  api.get('/products/:id/picture', {
    schema: {
      operationId: 'showProductPicture',
      summary: 'A picture of a product, fetched by the hub',
      tags: ['products'],
      params: idParams,
      querystring: query,
      response: { 200: pictureAnswer, 304: unchangedAnswer, ...problemAnswers(404, 422) },
    },
    handler: async (request, reply) => {
      const product = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        findProduct(scope, productId(request.params.id)),
      );
      if (product === undefined) throw new Problem('not_found');
      return sendPicture(pictures, request, reply, product.images[request.query.nth]);
    },
  });
};
