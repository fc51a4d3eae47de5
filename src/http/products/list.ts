import { z } from 'zod';
import { accountId, productId } from '../../domain/ids.ts';
import { listProducts } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idText } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { yesOrNo } from '../values/several.ts';
import { productView, viewProducts } from './product-view.ts';

const query = z.strictObject({
  q: z.string().trim().min(1).max(100).optional().meta({
    description: 'A part of the name, or the beginning of a product, SKU or bar code.',
  }),
  category_id: z.string().max(100).optional(),
  missing_in: idText.optional().meta({
    description: 'A shop: only products that it does not have, to publish them there.',
  }),
  drift: yesOrNo.optional().meta({
    description: 'True: only products that some shop shows another stock of than it was told.',
  }),
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
      const { q, category_id, missing_in, drift, limit, cursor } = request.query;
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const rows = await listProducts(scope, {
          text: q ?? null,
          categoryKey: category_id ?? null,
          missingIn: missing_in === undefined ? null : accountId(missing_in),
          drifting: drift === true,
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
