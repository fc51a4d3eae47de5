import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { forward } from './forward.ts';
import { person } from './person.ts';

const signInBody = z
  .strictObject({
    email: z.string().min(1).max(254),
    password: z.string().min(1).max(128),
    rememberMe: z.boolean().optional(),
  })
  .meta({ id: 'SignIn' });

const signedIn = z
  .object({
    token: z.string().describe('The session as a bearer token, for programs; browsers keep the cookie.'),
    user: person,
  })
  .meta({ id: 'SignedIn' });

/** `POST /api/auth/sign-in/email`: opens a session, as an HttpOnly cookie and as a token. */
export const signIn: Endpoint = (api, { people }) => {
  api.post('/api/auth/sign-in/email', {
    schema: {
      operationId: 'signIn',
      summary: 'Sign in with e-mail and password',
      tags: ['auth'],
      security: [],
      body: signInBody,
      response: { 200: signedIn, ...problemAnswers(400, 403, 422, 429) },
    },
    handler: async (request, reply) => signedIn.parse(await forward(people, request, reply)),
  });
};
