import { commandId } from '../../domain/ids.ts';
import { reopenCommands } from '../../engine/commands/reopen.ts';
import { findAccount } from '../../store/accounts.ts';
import type { Command } from '../../store/commands/command.ts';
import { findCommands } from '../../store/commands/read.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { waitFor, waitQuery } from '../values/wait.ts';
import { commandOf, commandView, isClosed } from './command-view.ts';
import { auditTouched } from './touched.ts';

/** `POST /commands/{id}/retry`: tries again what did not work; what was done is not done twice. */
export const retryCommand: Endpoint = (api, { hub, closing }) => {
  api.post('/commands/:id/retry', {
    config: { role: 'staff' },
    schema: {
      operationId: 'retryCommand',
      summary: 'Try a failed command again',
      description:
        'For commands that are refused, partial or dead. Only what was not done is sent; where nobody knows whether ' +
        'it arrived, the marketplace is read first.',
      tags: ['commands'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      response: { 200: commandView, 202: commandView, ...problemAnswers(403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = commandId(request.params.id);
      const read = (scope: OwnerScope) => findCommands(scope, [id]);
      await asOwner(hub.db, owner, async (scope) => {
        const reopened = await reopenCommands(scope, { ids: [id] }, 1);
        if (reopened.length > 0) return auditTouched(scope, actor, 'command.retry', reopened);
        const [command] = await read(scope);
        throw await whyNot(scope, command);
      });
      hub.nudges.emit('nudge', 'commands');
      const [command] = await waitFor(
        () => asOwner(hub.db, owner, read),
        (seen) => seen.every(isClosed),
        { seconds: request.query.wait, closing, reply },
      );
      if (command === undefined) throw new Problem('not_found');
      reply.code(isClosed(command) ? 200 : 202);
      return commandOf(command, languageOf(request));
    },
  });
};

async function whyNot(scope: OwnerScope, command: Command | undefined): Promise<Problem> {
  if (command === undefined) return new Problem('not_found');
  switch (command.state) {
    case 'pending':
    case 'sending':
    case 'unknown':
      return new Problem('command_open');
    case 'done':
      return new Problem('nothing_to_retry', {
        detail: {
          ko: '이미 마켓에 반영되었습니다. 다시 시도할 것이 없습니다.',
          en: 'The marketplace has taken it already. There is nothing to try again.',
          ru: 'Маркетплейс уже принял это. Повторять нечего.',
          uz: 'Marketpleys buni qabul qilgan. Takrorlaydigan narsa yo‘q.',
        },
      });
    case 'canceled':
      return new Problem('command_canceled');
    case 'superseded':
      return new Problem('command_replaced');
    case 'partial':
    case 'refused':
    case 'dead': {
      const account = await findAccount(scope, command.account);
      return new Problem(account === undefined ? 'account_disconnected' : 'command_replaced');
    }
  }
}
