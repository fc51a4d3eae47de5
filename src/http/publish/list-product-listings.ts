import { z } from 'zod';
import { productId } from '../../domain/ids.ts';
import { findProduct } from '../../store/catalogue/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { productListingView, viewProductListings } from './product-listing-view.ts';

const answer = z.object({ listings: z.array(productListingView) });

/** `GET /products/{id}/listings`: what a product is in each shop. */
export const listProductListings: Endpoint = (api, { hub }) => {
  api.get('/products/:id/listings', {
    schema: {
      operationId: 'listProductListings',
      summary: 'What a product is in each shop, with what was chosen there',
      tags: ['products'],
      params: idParams,
      response: { 200: answer, ...problemAnswers(404, 422) },
    },
    handler: async (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const product = productId(request.params.id);
        if ((await findProduct(scope, product)) === undefined) throw new Problem('not_found');
        return { listings: await viewProductListings(scope, product, languageOf(request)) };
      }),
  });
};
