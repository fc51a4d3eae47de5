import { listingId } from '../../domain/ids.ts';
import { findListing } from '../../store/listings/list.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { pictureAnswer, sendPicture, unchangedAnswer } from './send-picture.ts';

/** `GET /listings/{id}/picture`: the picture that a marketplace shows of a listing, fetched by the hub. */
export const showListingPicture: Endpoint = (api, { hub, pictures }) => {
  api.get('/listings/:id/picture', {
    schema: {
      operationId: 'showListingPicture',
      summary: 'The picture of a listing, fetched by the hub',
      tags: ['listings'],
      params: idParams,
      response: { 200: pictureAnswer, 304: unchangedAnswer, ...problemAnswers(404, 422) },
    },
    handler: async (request, reply) => {
      const listing = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        findListing(scope, listingId(request.params.id)),
      );
      if (listing === undefined) throw new Problem('not_found');
      return sendPicture(pictures, request, reply, listing.imageUrl);
    },
  });
};
