import { z } from 'zod';
import { importId } from '../../domain/ids.ts';
import { listImports } from '../../store/imports/import.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { importOf, importView } from './import-view.ts';

const query = z.strictObject({ limit: pageLimit, cursor: cursorOf(z.tuple([z.int().positive()])) });
const answer = z.object({ product_imports: z.array(importView), next_cursor: nextCursor });

/** `GET /product-imports`: newest first. */
export const listImportsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/product-imports', {
    schema: {
      operationId: 'listProductImports',
      summary: 'Files of products, newest first',
      tags: ['products'],
      querystring: query,
      response: { 200: answer, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const { limit, cursor } = request.query;
      const before = cursor === undefined ? null : importId(cursor[0]);
      const rows = await asOwner(hub.db, callerOf(request).owner, (scope) =>
        listImports(scope, { limit: limit + 1, before }),
      );
      const { page, last } = pageOf(rows, limit);
      const language = languageOf(request);
      return {
        product_imports: page.map((found) => importOf(found, language)),
        next_cursor: last === undefined ? null : cursorText([last.id]),
      };
    },
  });
};
