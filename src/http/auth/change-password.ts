import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { forward } from './forward.ts';
import { MIN_PASSWORD_LENGTH } from './people.ts';
import { person } from './person.ts';
import { auditPerson, personOf } from './person-audit.ts';

const changeBody = z
  .strictObject({
    currentPassword: z.string().min(1).max(128),
    newPassword: z.string().min(MIN_PASSWORD_LENGTH).max(128),
    revokeOtherSessions: z.boolean().optional(),
  })
  .meta({ id: 'PasswordChange' });

const changed = z.object({ user: person }).meta({ id: 'PasswordChanged' });

/** `POST /api/auth/change-password`, for the person who is signed in. */
export const changePassword: Endpoint = (api, context) => {
  const { hub, people } = context;
  api.post('/api/auth/change-password', {
    schema: {
      operationId: 'changePassword',
      summary: 'Change the own password',
      tags: ['auth'],
      body: changeBody,
      response: { 200: changed, ...problemAnswers(403, 422, 429) },
    },
    handler: async (request, reply) => {
      const user = await personOf(context, request);
      const answer = await forward(people, request, reply).catch(async (error: unknown) => {
        if (user !== null && error instanceof Problem && error.code === 'wrong_password')
          await auditPerson(hub, user, 'user.change_password', 'refused');
        throw error;
      });
      const found = changed.parse(answer);
      await auditPerson(hub, found.user.id, 'user.change_password', 'done');
      return found;
    },
  });
};
