import { z } from 'zod';
import { listingId } from '../../domain/ids.ts';
import { type Making, makeProducts } from '../../engine/linking/make-products.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { CodeTaken } from '../../store/catalogue/product.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { problemDetail, problemTitle } from '../problems/sentences.ts';
import { id } from '../values/id.ts';
import { codeTakenProblem } from './product-faults.ts';

const MOST_LISTINGS = 200;

const body = z
  .strictObject({ listing_ids: z.array(id).min(1).max(MOST_LISTINGS) })
  .meta({ id: 'MakeProducts' });

const results = z
  .object({
    results: z.array(
      z.object({
        listing_id: id,
        outcome: z
          .enum(['made', 'linked', 'declined'])
          .describe('`linked` to a product that has the same codes; `declined` is left as it was.'),
        product_id: id.nullable().describe('The product that was made.'),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    made: z.int(),
    linked: z.int(),
    declined: z.int(),
  })
  .meta({ id: 'MadeProducts' });
type Result = z.infer<typeof results>['results'][number];

/** `POST /products/from-listings`: makes products of what a shop has on sale, and links them. */
export const makeFromListings: Endpoint = (api, { hub }) => {
  api.post('/products/from-listings', {
    config: { role: 'staff' },
    schema: {
      operationId: 'makeProductsFromListings',
      summary: 'Make products of listings that are linked to nothing',
      description:
        'Each becomes a product with its name, price, options, picture and codes, and is linked to it; where its codes are ' +
        'those of a product that is there, or of one before it, it is linked to that one. The stock is not counted by it. ' +
        'A listing that cannot be made a product is named in the results and does not hold up the others.',
      tags: ['products'],
      headers: idempotencyHeaders,
      body,
      response: { 200: results, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const listings = [...new Set(request.body.listing_ids.map(listingId))];
      const { allowPrivateHosts } = hub;
      const makings = await asOwner(hub.db, owner, (scope) =>
        makeProducts(scope, listings, { actor, allowPrivateHosts }),
      ).catch((error: unknown) => {
        throw error instanceof CodeTaken ? codeTakenProblem(error) : error;
      });
      const count = (kind: Making['kind']) => makings.filter((one) => one.kind === kind).length;
      const language = languageOf(request);
      return {
        results: makings.map((one) => resultOf(one, language)),
        made: count('made'),
        linked: count('linked'),
        declined: count('declined'),
      };
    },
  });
};

function resultOf(making: Making, language: Language): Result {
  const because = making.kind === 'declined' ? making.because : null;
  return {
    listing_id: making.listing,
    outcome: making.kind,
    product_id: making.kind === 'made' ? making.product : null,
    code: because,
    title: because === null ? null : inLanguage(problemTitle(because), language),
    detail: because === null ? null : inLanguage(problemDetail(because), language),
  };
}
