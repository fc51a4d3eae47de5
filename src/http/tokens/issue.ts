import { z } from 'zod';
import { addApiToken, listApiTokens } from '../../store/api-tokens.ts';
import { recordAudit } from '../../store/audit.ts';
import { ROLES } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { tokenOf, tokenWithSecret } from './token-view.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 3_650;
const MOST_TOKENS = 100;

const body = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    role: z.enum(ROLES).default('staff'),
    days: z
      .int()
      .min(1)
      .max(LONGEST_DAYS)
      .nullable()
      .default(null)
      .meta({ description: 'How long it is good for; null: until it is revoked.' }),
  })
  .meta({ id: 'NewApiToken' });

/** `POST /api-tokens`: lets a program in. */
export const issueToken: Endpoint = (api, { hub }) => {
  api.post('/api-tokens', {
    config: { role: 'owner', shownOnce: ['token'] },
    schema: {
      operationId: 'issueApiToken',
      summary: 'Let a program in',
      tags: ['members'],
      headers: idempotencyHeaders,
      body,
      response: { 201: tokenWithSecret, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { name, role, days } = request.body;
      const expiresAt = days === null ? null : new Date(hub.clock().getTime() + days * DAY_MS);
      const issued = await asOwner(hub.db, owner, async (scope) => {
        if ((await listApiTokens(scope)).length >= MOST_TOKENS) throw new Problem('too_many_tokens');
        const { id, token } = await addApiToken(scope, { name, role, expiresAt });
        await recordAudit(scope, [
          {
            actor,
            action: 'token.issue',
            target: { kind: 'token', id },
            detail: { name, role, expires_at: expiresAt },
          },
        ]);
        return { token, shown: (await listApiTokens(scope)).find((one) => one.id === id) };
      });
      if (issued.shown === undefined) throw new Problem('not_found');
      reply.code(201);
      return { ...tokenOf(issued.shown), token: issued.token };
    },
  });
};
