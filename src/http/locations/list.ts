import { z } from 'zod';
import { asOwner } from '../../store/scope.ts';
import { listLocations } from '../../store/stock/locations.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { nextCursor } from '../values/keyset.ts';
import { locationOf, locationView } from './location-view.ts';

/** `GET /locations`: where goods lie. */
export const listLocationsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/locations', {
    schema: {
      operationId: 'listLocations',
      summary: 'Where goods lie',
      tags: ['inventory'],
      response: {
        200: z.object({ locations: z.array(locationView), next_cursor: nextCursor }),
        ...problemAnswers(),
      },
    },
    handler: async (request) => {
      const locations = await asOwner(hub.db, callerOf(request).owner, listLocations);
      return { locations: locations.map(locationOf), next_cursor: null };
    },
  });
};
