import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { listProducts } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { productView, viewProducts } from './product-view.ts';

const query = z.strictObject({
  q: z.string().trim().min(1).max(100).optional().meta({
    description: 'A part of the name, or the beginning of a product, SKU or bar code.',
  }),
  category_id: z.string().max(100).optional(),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});
const answer = z.object({ products: z.array(productView), next_cursor: nextCursor });

/** `GET /products`: newest first. */
export const listProductsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/products', {
    schema: {
      operationId: 'listProducts',
      summary: 'Products, newest first',
      tags: ['products'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { q, category_id, limit, cursor } = request.query;
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const rows = await listProducts(scope, {
          text: q ?? null,
          categoryKey: category_id ?? null,
          limit: limit + 1,
          before: cursor === undefined ? null : productId(cursor[0]),
        });
        const { page, last } = pageOf(rows, limit);
        return {
          products: await viewProducts(scope, page),
          next_cursor: last === undefined ? null : cursorText([last.id]),
        };
      });
    },
  });
};
