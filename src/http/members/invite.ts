import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { listMembers } from '../../store/members.ts';
import { ROLES } from '../../store/owners.ts';
import { addPerson } from '../../store/people.ts';
import { asOwner } from '../../store/scope.ts';
import { newPerson } from '../auth/users.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { memberOf, memberWithPassword } from './member-view.ts';

const body = z
  .strictObject({
    email: z.email().max(254),
    name: z.string().trim().min(1).max(100),
    role: z.enum(ROLES).default('staff'),
  })
  .meta({ id: 'NewMember' });

/**
 * `POST /members`: somebody new works for the business. Their first password is made here and shown once: whoever
 * invites them tells it, since not every hub can send mail.
 */
export const inviteMember: Endpoint = (api, { hub, people }) => {
  api.post('/members', {
    config: { role: 'owner', shownOnce: ['password'] },
    schema: {
      operationId: 'inviteMember',
      summary: 'Let somebody work for the business',
      tags: ['members'],
      headers: idempotencyHeaders,
      body,
      response: { 201: memberWithPassword, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { email, name, role } = request.body;
      const password = randomBytes(12).toString('base64url');
      const person = await newPerson(people, { email, name, role, password });
      const member = await asOwner(hub.db, owner, async (scope) => {
        const userId = await addPerson(scope, person);
        if (userId === null) throw new Problem('email_taken');
        // The address is personal data; the number of the person is enough.
        await recordAudit(scope, [
          {
            actor,
            action: 'member.invite',
            target: { kind: 'member', id: null },
            detail: { user: userId, role },
          },
        ]);
        return (await listMembers(scope)).find((one) => one.userId === userId);
      });
      if (member === undefined) throw new Problem('not_found');
      reply.code(201);
      return { ...memberOf(member), password };
    },
  });
};
