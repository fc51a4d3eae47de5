import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { endOwnSession, listOwnSessions } from '../../store/own-sessions.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { instant } from '../values/instant.ts';

const ownSession = z
  .object({
    id: z.string(),
    current: z.boolean().describe('The one that asks.'),
    created_at: instant,
    last_seen_at: instant.describe('When it was last prolonged, at most a day ago for one in use.'),
    expires_at: instant,
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
  })
  .meta({ id: 'OwnSession' });

const sessions = z.object({ sessions: z.array(ownSession) });

/** `GET /me/sessions`: where one is signed in. */
export const listSessions: Endpoint = (api, { hub }) => {
  api.get('/me/sessions', {
    schema: {
      operationId: 'listOwnSessions',
      summary: 'Where one is signed in',
      description: 'Empty for API tokens, which have no sessions.',
      tags: ['auth'],
      response: { 200: sessions, ...problemAnswers() },
    },
    handler: async (request) => {
      const { owner, user } = callerOf(request);
      if (user === null) return { sessions: [] };
      const found = await asOwner(hub.db, owner, (scope) => listOwnSessions(scope, user.id));
      return {
        sessions: found.map((session) => ({
          id: session.id,
          current: session.id === user.session,
          created_at: session.createdAt.toISOString(),
          last_seen_at: session.seenAt.toISOString(),
          expires_at: session.expiresAt.toISOString(),
          ip: session.ip,
          user_agent: session.userAgent,
        })),
      };
    },
  });
};

/** `DELETE /me/sessions/{session_id}`: signs oneself out there. */
export const endSession: Endpoint = (api, { hub }) => {
  api.delete('/me/sessions/:session_id', {
    schema: {
      operationId: 'endOwnSession',
      summary: 'Sign out elsewhere',
      tags: ['auth'],
      headers: idempotencyHeaders,
      params: z.object({ session_id: z.string().min(1).max(64) }),
      response: {
        204: z.undefined().meta({ description: 'Ended.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor, user } = callerOf(request);
      if (user === null) throw new Problem('not_found');
      await asOwner(hub.db, owner, async (scope) => {
        if (!(await endOwnSession(scope, user.id, request.params.session_id))) throw new Problem('not_found');
        const target = { kind: 'user', id: null };
        await recordAudit(scope, [{ actor, action: 'session.end', target }]);
      });
      reply.code(204);
    },
  });
};
