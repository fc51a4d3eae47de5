import { z } from 'zod';
import { importId } from '../../domain/ids.ts';
import { ROW_STATES } from '../../domain/product-sheet/judge.ts';
import { findImport } from '../../store/imports/import.ts';
import { listImportRows } from '../../store/imports/list-rows.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { rowOf, rowView } from './row-view.ts';

const query = z.strictObject({
  state: z.enum(ROW_STATES).optional(),
  limit: pageLimit,
  cursor: cursorOf(z.tuple([z.int().positive()])),
});
const answer = z.object({ rows: z.array(rowView), next_cursor: nextCursor });

/** `GET /product-imports/{id}/rows`: what each row would do, or what is wrong with it, in the order of the file. */
export const listImportRowsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/product-imports/:id/rows', {
    schema: {
      operationId: 'listProductImportRows',
      summary: 'What a file of products would change, row by row',
      tags: ['products'],
      params: idParams,
      querystring: query,
      response: { 200: answer, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const id = importId(request.params.id);
      const { state = null, limit, cursor } = request.query;
      const rows = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        if ((await findImport(scope, id)) === undefined) throw new Problem('not_found');
        return listImportRows(scope, id, { state, limit: limit + 1, after: cursor?.[0] ?? 0 });
      });
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        rows: page.map((row) => rowOf(row, language)),
        next_cursor: last === undefined ? null : cursorText([last.nth]),
      };
    },
  });
};
