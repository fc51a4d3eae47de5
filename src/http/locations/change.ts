import { z } from 'zod';
import { locationId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { changeLocation } from '../../store/stock/locations.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { locationName, locationOf, locationView } from './location-view.ts';

/** `PUT /locations/{id}`. */
export const changeLocationEndpoint: Endpoint = (api, { hub }) => {
  api.put('/locations/:id', {
    config: { role: 'staff' },
    schema: {
      operationId: 'changeLocation',
      summary: 'Rename a place, or make it the default one',
      description: 'Another one stops being the default by making this one it; `false` leaves that as it is.',
      tags: ['inventory'],
      headers: idempotencyHeaders,
      params: idParams,
      body: z
        .strictObject({ name: locationName, is_default: z.boolean().default(false) })
        .meta({ id: 'LocationChange' }),
      response: { 200: locationView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { name: called, is_default: isDefault } = request.body;
      const wanted = locationId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        const location = await changeLocation(scope, wanted, { name: called, isDefault });
        if (location === 'not_found') throw new Problem('not_found');
        if (location === 'name_taken') throw new Problem('location_name_taken');
        await recordAudit(scope, [
          {
            actor,
            action: 'location.change',
            target: { kind: 'location', id: wanted },
            detail: { isDefault },
          },
        ]);
        return locationOf(location);
      });
    },
  });
};
