import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { forward } from './forward.ts';
import { auditPerson, personOf } from './person-audit.ts';

const signedOut = z.object({ success: z.boolean() });

/** `POST /api/auth/sign-out`: ends the session. */
export const signOut: Endpoint = (api, context) => {
  api.post('/api/auth/sign-out', {
    schema: {
      operationId: 'signOut',
      summary: 'Sign out',
      tags: ['auth'],
      response: { 200: signedOut, ...problemAnswers(403) },
    },
    handler: async (request, reply) => {
      const user = await personOf(context, request);
      const answer = signedOut.parse(await forward(context.people, request, reply));
      if (user !== null) await auditPerson(context.hub, user, 'session.sign_out', 'done');
      return answer;
    },
  });
};
