import { listingId } from '../../domain/ids.ts';
import { findListing } from '../../store/listings/list.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { viewWholeListing, wholeListingView } from './listing-view.ts';

/** `GET /listings/{id}` */
export const readListing: Endpoint = (api, { hub }) => {
  api.get('/listings/:id', {
    schema: {
      operationId: 'readListing',
      summary: 'One listing with its items, what they are linked to, and what the marketplace shows',
      tags: ['listings'],
      params: idParams,
      response: { 200: wholeListingView, ...problemAnswers(404, 422) },
    },
    handler: async (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const found = await findListing(scope, listingId(request.params.id));
        if (found === undefined) throw new Problem('not_found');
        return viewWholeListing(scope, found);
      }),
  });
};
