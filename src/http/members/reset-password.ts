import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../store/audit.ts';
import { listMembers } from '../../store/members.ts';
import { membershipsOf } from '../../store/owners.ts';
import { replacePassword } from '../../store/passwords.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { memberOf, memberParams, memberWithPassword } from './member-view.ts';

/**
 * `POST /members/{user_id}/reset-password`: somebody has forgotten the password. A new one is made here and shown
 * once, and every session of theirs ends. Who works for another business as well keeps theirs: it opens that one too.
 */
export const resetMemberPassword: Endpoint = (api, { hub, people }) => {
  api.post('/members/:user_id/reset-password', {
    config: { role: 'owner', shownOnce: ['password'] },
    schema: {
      operationId: 'resetMemberPassword',
      summary: 'Give somebody a new password',
      description:
        'It is shown once, and all their sessions end. The own password is changed with the old one.',
      tags: ['members'],
      headers: idempotencyHeaders,
      params: memberParams,
      response: { 200: memberWithPassword, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor, user } = callerOf(request);
      const { user_id } = request.params;
      const businesses = await membershipsOf(hub.db, user_id);
      if (!businesses.some((business) => business.owner === owner)) throw new Problem('not_found');
      if (user?.id === user_id) throw new Problem('own_password');
      if (businesses.length > 1) throw new Problem('works_elsewhere');
      const password = randomBytes(12).toString('base64url');
      const hash = await (await people.$context).password.hash(password);
      return asOwner(hub.db, owner, async (scope) => {
        const member = (await listMembers(scope)).find((one) => one.userId === user_id);
        if (member === undefined || !(await replacePassword(scope, user_id, hash)))
          throw new Problem('not_found');
        await recordAudit(scope, [
          {
            actor,
            action: 'member.reset_password',
            target: { kind: 'member', id: null },
            detail: { user: user_id },
          },
        ]);
        return { ...memberOf({ ...member, lastSeenAt: null }), password };
      });
    },
  });
};
