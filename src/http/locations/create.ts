import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { asOwner } from '../../store/scope.ts';
import { addLocation } from '../../store/stock/locations.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { locationName, locationOf, locationView } from './location-view.ts';

/** `POST /locations`. */
export const createLocation: Endpoint = (api, { hub }) => {
  api.post('/locations', {
    config: { role: 'staff' },
    schema: {
      operationId: 'createLocation',
      summary: 'Add a place where goods lie',
      tags: ['inventory'],
      headers: idempotencyHeaders,
      body: z.strictObject({ name: locationName }).meta({ id: 'NewLocation' }),
      response: { 201: locationView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const added = await asOwner(hub.db, owner, async (scope) => {
        const location = await addLocation(scope, request.body.name);
        if (location === undefined) throw new Problem('location_name_taken');
        await recordAudit(scope, [
          { actor, action: 'location.create', target: { kind: 'location', id: location.id } },
        ]);
        return location;
      });
      reply.code(201);
      return locationOf(added);
    },
  });
};
