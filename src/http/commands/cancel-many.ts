import { z } from 'zod';
import { cancelCommands } from '../../store/commands/reopen.ts';
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

const cancelBody = optionalBody(z.strictObject(commandFilterBody).meta({ id: 'CancelCommands' }));

const canceledMany = z
  .object({
    canceled: z.int().describe('How many were called off.'),
    more: z.boolean().describe(`There may be further ones; at most ${MOST} are done at once.`),
  })
  .meta({ id: 'CanceledCommands' });

/** `POST /commands/cancel`: calls off what waits, chosen by a filter. */
export const cancelCommandsEndpoint: Endpoint = (api, { hub }) => {
  api.post('/commands/cancel', {
    config: { role: 'staff' },
    schema: {
      operationId: 'cancelCommands',
      summary: 'Call off waiting commands, by filter',
      description: 'Without a body: everything that waits, newest first. What has left goes on.',
      tags: ['commands'],
      headers: idempotencyHeaders,
      body: cancelBody,
      response: { 200: canceledMany, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const filter = commandFilterOf(request.body, await readTimeZone(hub.db, owner));
      const canceled = await asOwner(hub.db, owner, async (scope) => {
        const called = await cancelCommands(scope, filter, MOST);
        await auditTouched(scope, actor, 'command.cancel', called);
        return called.length;
      });
      return { canceled, more: canceled === MOST };
    },
  });
};
