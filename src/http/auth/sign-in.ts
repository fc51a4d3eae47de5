import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { forward } from './forward.ts';
import { person } from './person.ts';
import { auditPerson, auditRefusedSignIn } from './person-audit.ts';

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
export const signIn: Endpoint = (api, context) => {
  const { hub, people } = context;
  api.post('/api/auth/sign-in/email', {
    schema: {
      operationId: 'signIn',
      summary: 'Sign in with e-mail and password',
      tags: ['auth'],
      security: [],
      body: signInBody,
      response: { 200: signedIn, ...problemAnswers(400, 403, 422, 429) },
    },
    handler: async (request, reply) => {
      const answer = await forward(people, request, reply).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'wrong_password')
          auditRefusedSignIn(context, request.body.email);
        throw error;
      });
      const found = signedIn.parse(answer);
      await auditPerson(hub, found.user.id, 'session.sign_in', 'done');
      return found;
    },
  });
};
