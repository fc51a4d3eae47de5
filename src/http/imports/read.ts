import { importId } from '../../domain/ids.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { idParams } from '../values/id.ts';
import { waitQuery } from '../values/wait.ts';
import { answerImport } from './answer-import.ts';
import { importView } from './import-view.ts';

/** `GET /product-imports/{id}` */
export const readImport: Endpoint = (api, context) => {
  api.get('/product-imports/:id', {
    schema: {
      operationId: 'readProductImport',
      summary: 'A file of products: what it would do, or has done',
      tags: ['products'],
      params: idParams,
      querystring: waitQuery,
      response: { 200: importView, 202: importView, ...problemAnswers(404, 422) },
    },
    handler: (request, reply) =>
      answerImport(context, request, reply, importId(request.params.id), request.query.wait),
  });
};
