import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { storeImport } from '../../store/imports/new-import.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Api, Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { waitQuery } from '../values/wait.ts';
import { answerImport } from './answer-import.ts';
import { importView } from './import-view.ts';
import { acceptUploads, UPLOAD_LIMIT_BYTES, uploadFrom } from './upload.ts';

const form = z
  .object({ file: z.file().meta({ description: 'An .xlsx workbook, or CSV in UTF-8 or CP949.' }) })
  .meta({ id: 'ProductFile' });

/** `POST /product-imports`: shows what a file of products would do; nothing is written before it is confirmed. */
export const createImport: Endpoint = (api, context) => {
  const { hub } = context;
  api.register(async (uploads: Api) => {
    acceptUploads(uploads);
    uploads.post('/product-imports', {
      config: { role: 'staff' },
      bodyLimit: UPLOAD_LIMIT_BYTES,
      schema: {
        operationId: 'createProductImport',
        summary: 'Send an Excel or CSV file of products and stock and see what it would do',
        description:
          'One row for each SKU; rows of one product share its `seller_code`. Columns are known by their names, in Korean or ' +
          'English, in any order; `GET /products/export` has them all. An empty cell leaves things as they are. The file may ' +
          'also be the body itself, under any content type but JSON. It is read in the background; wait for the state `ready`.',
        tags: ['products'],
        consumes: ['multipart/form-data'],
        headers: idempotencyHeaders,
        querystring: waitQuery,
        body: form,
        response: { 200: importView, 202: importView, ...problemAnswers(400, 403, 409, 413, 422) },
      },
      handler: async (request, reply) => {
        const { owner, actor } = callerOf(request);
        const { bytes: file, fileName, sha256 } = uploadFrom(request.body);
        const id = await asOwner(hub.db, owner, async (scope) => {
          const stored = await storeImport(scope, { file, fileName, sha256, actor });
          if (stored === undefined) throw new Problem('too_many_imports');
          const target = { kind: 'product_import', id: stored };
          const detail = { bytes: file.length, sha256 };
          await recordAudit(scope, [{ actor, action: 'product_import.create', target, detail }]);
          return stored;
        });
        return answerImport(context, request, reply, id, request.query.wait);
      },
    });
  });
};
