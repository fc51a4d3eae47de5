import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { openProblemAnswers } from '../problems/answers.ts';
import { forward } from './forward.ts';
import { person } from './person.ts';

const session = z
  .object({ session: z.object({ expiresAt: z.string() }), user: person })
  .nullable()
  .meta({ id: 'Session', description: 'Null when nobody is signed in.' });

/** `GET /api/auth/get-session`: who is signed in. */
export const readSession: Endpoint = (api, { people }) => {
  api.get('/api/auth/get-session', {
    schema: {
      operationId: 'readSession',
      summary: 'Who is signed in',
      tags: ['auth'],
      security: [],
      response: { 200: session, ...openProblemAnswers() },
    },
    handler: async (request, reply) => session.parse(await forward(people, request, reply)),
  });
};
