import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { forward } from './forward.ts';

const signedOut = z.object({ success: z.boolean() });

/** `POST /api/auth/sign-out`: ends the session. */
export const signOut: Endpoint = (api, { people }) => {
  api.post('/api/auth/sign-out', {
    schema: {
      operationId: 'signOut',
      summary: 'Sign out',
      tags: ['auth'],
      response: { 200: signedOut, ...problemAnswers(403) },
    },
    handler: async (request, reply) => signedOut.parse(await forward(people, request, reply)),
  });
};
