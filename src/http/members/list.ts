import { z } from 'zod';
import { listMembers } from '../../store/members.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { memberOf, memberView } from './member-view.ts';

const members = z.object({ members: z.array(memberView) });

/** `GET /members`: who works for the business. */
export const listMembersEndpoint: Endpoint = (api, { hub }) => {
  api.get('/members', {
    config: { role: 'owner' },
    schema: {
      operationId: 'listMembers',
      summary: 'Who works for the business',
      tags: ['members'],
      response: { 200: members, ...problemAnswers(403) },
    },
    handler: async (request) => {
      const found = await asOwner(hub.db, callerOf(request).owner, listMembers);
      return { members: found.map(memberOf) };
    },
  });
};
