import { z } from 'zod';
import { claimId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { listReturnedGoods } from '../../store/stock/restock.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { returnOf, returnView } from './return-view.ts';

const query = z.strictObject({ limit: pageLimit, cursor: cursorOf(z.tuple([z.int().positive()])) });
const answer = z.object({ returns: z.array(returnView), next_cursor: nextCursor });

/** `GET /inventory/returns`: goods that came back and that nobody has looked at yet. */
export const listReturns: Endpoint = (api, { hub }) => {
  api.get('/inventory/returns', {
    schema: {
      operationId: 'listReturns',
      summary: 'Goods that came back and wait to be put on the shelf',
      description: 'Newest claims first. `POST /claims/{id}/restock` says what they are good for.',
      tags: ['inventory'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : claimId(cursor[0]);
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listReturnedGoods(scope, { limit: limit + 1, before }),
      );
      const { page, last } = pageOf(rows, limit);
      return {
        returns: page.map(returnOf),
        next_cursor: last === undefined ? null : cursorText([last.claim]),
      };
    },
  });
};
