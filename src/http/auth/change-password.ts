import { z } from 'zod';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { forward } from './forward.ts';
import { MIN_PASSWORD_LENGTH } from './people.ts';
import { person } from './person.ts';

const changeBody = z
  .strictObject({
    currentPassword: z.string().min(1).max(128),
    newPassword: z.string().min(MIN_PASSWORD_LENGTH).max(128),
    revokeOtherSessions: z.boolean().optional(),
  })
  .meta({ id: 'PasswordChange' });

const changed = z.object({ user: person }).meta({ id: 'PasswordChanged' });

/** `POST /api/auth/change-password`, for the person who is signed in. */
export const changePassword: Endpoint = (api, { people }) => {
  api.post('/api/auth/change-password', {
    schema: {
      operationId: 'changePassword',
      summary: 'Change the own password',
      tags: ['auth'],
      body: changeBody,
      response: { 200: changed, ...problemAnswers(403, 422, 429) },
    },
    handler: async (request, reply) => changed.parse(await forward(people, request, reply)),
  });
};
