import { z } from 'zod';
import { RETRY_STATES } from '../../domain/command.ts';
import { reopenCommands } from '../../engine/commands/reopen.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { optionalBody } from '../values/optional-body.ts';
import { commandFilterBody, commandFilterOf } from './command-filter.ts';
import { auditTouched } from './touched.ts';

const MOST = 10_000;

const retryBody = optionalBody(
  z
    .strictObject({
      ...commandFilterBody,
      state: z
        .array(z.enum(RETRY_STATES))
        .min(1)
        .max(RETRY_STATES.length)
        .default([...RETRY_STATES]),
    })
    .meta({ id: 'RetryCommands' }),
);

const retriedMany = z
  .object({
    retried: z.int().describe('How many are tried again.'),
    more: z.boolean().describe(`There may be further ones; at most ${MOST} are done at once.`),
  })
  .meta({ id: 'RetriedCommands' });

/** `POST /commands/retry`: tries failed commands again, chosen by a filter. */
export const retryCommandsEndpoint: Endpoint = (api, { hub }) => {
  api.post('/commands/retry', {
    config: { role: 'staff' },
    schema: {
      operationId: 'retryCommands',
      summary: 'Try failed commands again, by filter',
      description:
        'Without a body: every failed one, newest first. Left out are those that a later command replaces and those ' +
        'of disconnected shops.',
      tags: ['commands'],
      headers: idempotencyHeaders,
      body: retryBody,
      response: { 202: retriedMany, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const filter = commandFilterOf(request.body, await readTimeZone(hub.db, owner));
      const retried = await asOwner(hub.db, owner, async (scope) => {
        const reopened = await reopenCommands(scope, filter, MOST);
        await auditTouched(scope, actor, 'command.retry', reopened);
        return reopened.length;
      });
      hub.nudges.emit('nudge', 'commands');
      reply.code(202);
      return { retried, more: retried === MOST };
    },
  });
};
