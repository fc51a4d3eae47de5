import { z } from 'zod';
import { presentPlace } from '../../store/event-feed.ts';
import { ROLES, readBusiness } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { placeText } from '../live/place.ts';
import { problemAnswers } from '../problems/answers.ts';
import { businessOf, businessView } from '../settings/business-view.ts';

const me = z
  .object({
    actor: z.string().describe('As the audit trail names the caller.'),
    role: z.enum(ROLES),
    user: z.object({ name: z.string(), email: z.string() }).nullable().describe('Null for API tokens.'),
    business: businessView,
    events_from: z
      .string()
      .describe(
        'Now, as a place in the live stream: with `GET /events?after=` nothing is missed from here on.',
      ),
  })
  .meta({ id: 'Me' });

/** `GET /me`: who asks, what they may do, and for which business. */
export const readMe: Endpoint = (api, { hub }) => {
  api.get('/me', {
    schema: {
      operationId: 'readMe',
      summary: 'Who asks, and for which business',
      tags: ['auth'],
      response: { 200: me, ...problemAnswers() },
    },
    handler: async (request) => {
      const { owner, actor, role, user } = callerOf(request);
      const business = businessOf(await readBusiness(hub.db, owner));
      const place = await asOwner(hub.db, owner, presentPlace);
      return {
        actor,
        role,
        user: user && { name: user.name, email: user.email },
        business,
        events_from: placeText(place),
      };
    },
  });
};
