import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { changeMemberRole, listMembers, type MemberChange, removeMember } from '../../store/members.ts';
import { ROLES } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { memberOf, memberParams, memberView } from './member-view.ts';

const body = z.strictObject({ role: z.enum(ROLES) }).meta({ id: 'MemberChange' });

/** `PATCH /members/{user_id}`: another role, from the next request on. */
export const changeMember: Endpoint = (api, { hub }) => {
  api.patch('/members/:user_id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changeMember',
      summary: 'Change what somebody may do',
      tags: ['members'],
      headers: idempotencyHeaders,
      params: memberParams,
      body,
      response: { 200: memberView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { user_id } = request.params;
      const { role } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        requireChanged(await changeMemberRole(scope, user_id, role));
        await recordAudit(scope, [
          {
            actor,
            action: 'member.change',
            target: { kind: 'member', id: null },
            detail: { user: user_id, role },
          },
        ]);
        const member = (await listMembers(scope)).find((one) => one.userId === user_id);
        if (member === undefined) throw new Problem('not_found');
        return memberOf(member);
      });
    },
  });
};

/** `DELETE /members/{user_id}`: somebody works here no more; their sessions end. */
export const removeMemberEndpoint: Endpoint = (api, { hub }) => {
  api.delete('/members/:user_id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'removeMember',
      summary: 'Take somebody out of the business',
      tags: ['members'],
      headers: idempotencyHeaders,
      params: memberParams,
      response: {
        204: z.undefined().meta({ description: 'Removed.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { user_id } = request.params;
      await asOwner(hub.db, owner, async (scope) => {
        requireChanged(await removeMember(scope, user_id));
        await recordAudit(scope, [
          { actor, action: 'member.remove', target: { kind: 'member', id: null }, detail: { user: user_id } },
        ]);
      });
      reply.code(204);
    },
  });
};

function requireChanged(change: MemberChange): void {
  if (change === 'unknown') throw new Problem('not_found');
  if (change === 'last_owner') throw new Problem('last_owner');
}
