import { z } from 'zod';
import { listCommands } from '../../store/commands/read.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { timeCursor, timeCursorText } from '../values/time-cursor.ts';
import { commandFilterOf, commandFilterQuery } from './command-filter.ts';
import { commandOf, commandView } from './command-view.ts';

const commandsQuery = z.strictObject({ ...commandFilterQuery, limit: pageLimit, cursor: timeCursor });

const commands = z.object({ commands: z.array(commandView), next_cursor: nextCursor });

/** `GET /commands`: everything that was asked of marketplaces, newest first. */
export const listCommandsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/commands', {
    schema: {
      operationId: 'listCommands',
      summary: 'Commands, newest first',
      description:
        'What failed and waits for a person is `retryable=true`; all that ended badly is `state=partial,refused,dead`.',
      tags: ['commands'],
      querystring: commandsQuery,
      response: { 200: commands, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const { limit, cursor = null, ...given } = request.query;
      const filter = commandFilterOf(given, await readTimeZone(hub.db, owner));
      const rows = await asOwner(hub.db, owner, (scope) =>
        listCommands(scope, filter, { limit: limit + 1, after: cursor }),
      );
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        commands: page.map(({ command }) => commandOf(command, language)),
        next_cursor: timeCursorText(last),
      };
    },
  });
};
