import { isOpen } from '../../domain/command.ts';
import { commandId } from '../../domain/ids.ts';
import { findCommands } from '../../store/commands/read.ts';
import { cancelCommands } from '../../store/commands/reopen.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { commandOf, commandView } from './command-view.ts';
import { auditTouched } from './touched.ts';

/** `POST /commands/{id}/cancel`: calls off what has not left yet. */
export const cancelCommand: Endpoint = (api, { hub }) => {
  api.post('/commands/:id/cancel', {
    config: { role: 'staff' },
    schema: {
      operationId: 'cancelCommand',
      summary: 'Call off a command that has not been sent',
      description: 'Only while it waits. What has left, or may have, cannot be taken back.',
      tags: ['commands'],
      headers: idempotencyHeaders,
      params: idParams,
      response: { 200: commandView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const id = commandId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        const canceled = await cancelCommands(scope, { ids: [id] }, 1);
        const [command] = await findCommands(scope, [id]);
        if (command === undefined) throw new Problem('not_found');
        if (canceled.length === 0)
          throw new Problem(isOpen(command.state) ? 'command_on_its_way' : 'command_finished');
        await auditTouched(scope, actor, 'command.cancel', canceled);
        return commandOf(command, languageOf(request));
      });
    },
  });
};
