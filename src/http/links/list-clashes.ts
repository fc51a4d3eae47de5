import { z } from 'zod';
import { CLASH_KINDS, listClashes } from '../../store/links/clashes.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { several } from '../values/several.ts';
import { clashView, viewClashes } from './clash-view.ts';

const query = z.strictObject({
  kind: several(CLASH_KINDS).optional(),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.enum(CLASH_KINDS), z.string()])),
});
const answer = z.object({ clashes: z.array(clashView), next_cursor: nextCursor });

/** `GET /listing-links/clashes`: what is linked so that it will hurt. */
export const listClashesEndpoint: Endpoint = (api, { hub }) => {
  api.get('/listing-links/clashes', {
    schema: {
      operationId: 'listLinkClashes',
      summary: 'Codes and links that contradict each other',
      tags: ['listings'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { kind, limit, cursor } = request.query;
      return asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const rows = await listClashes(scope, {
          kinds: kind ?? CLASH_KINDS,
          limit: limit + 1,
          after: cursor === undefined ? null : { kind: cursor[0], key: cursor[1] },
        });
        const { page, last } = pageOf(rows, limit);
        return {
          clashes: await viewClashes(scope, page, languageOf(request)),
          next_cursor: last === undefined ? null : cursorText([last.kind, last.key]),
        };
      });
    },
  });
};
