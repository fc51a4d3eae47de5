import { commandId } from '../../domain/ids.ts';
import { findCommands } from '../../store/commands/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { commandOf, commandView } from './command-view.ts';

/** `GET /commands/{id}`: how far something that was asked of a marketplace has come. */
export const readCommand: Endpoint = (api, { hub }) => {
  api.get('/commands/:id', {
    schema: {
      operationId: 'readCommand',
      summary: 'Outcome of a command, per line',
      tags: ['commands'],
      params: idParams,
      response: { 200: commandView, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const [command] = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        findCommands(scope, [commandId(request.params.id)]),
      );
      if (command === undefined) throw new Problem('not_found');
      return commandOf(command, languageOf(request));
    },
  });
};
