import { z } from 'zod';
import { importId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { checkAnew, confirmImport, isOutdated } from '../../store/imports/decide.ts';
import { findImport, type ProductImport } from '../../store/imports/import.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { optionalBody } from '../values/optional-body.ts';
import { waitQuery } from '../values/wait.ts';
import { answerImport } from './answer-import.ts';
import { importView, writes } from './import-view.ts';

const confirmation = z
  .strictObject({
    skip_bad: z.boolean().default(false).meta({
      description: 'Leave out the rows that need correction, and all rows of their products.',
    }),
    version: z.int().positive().optional().meta({
      description: 'The version that was looked at: refused when it shows something else by now.',
    }),
  })
  .meta({ id: 'ProductImportConfirmation' });

/** `POST /product-imports/{id}/confirm`: writes what was shown, all of it or nothing. */
export const confirmImportEndpoint: Endpoint = (api, context) => {
  const { hub } = context;
  api.post('/product-imports/:id/confirm', {
    config: { role: 'staff' },
    schema: {
      operationId: 'confirmProductImport',
      summary: 'Import what a file of products would do',
      description:
        'Refused while rows need correction, unless they are left out, and when products have changed since: it is checked ' +
        'anew then. Written in one transaction. Shops get changes of products when these are published, and stock at once.',
      tags: ['products'],
      headers: idempotencyHeaders,
      params: idParams,
      querystring: waitQuery,
      body: optionalBody(confirmation),
      response: { 200: importView, 202: importView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const id = importId(request.params.id);
      const { skip_bad: skipBad, version } = request.body;
      const isOld = await asOwner(hub.db, owner, async (scope) => {
        const shown = await findImport(scope, id);
        if (shown === undefined) throw new Problem('not_found');
        refuseUnlessReady(shown, { skipBad, version });
        if (await isOutdated(scope, id)) {
          await checkAnew(scope, id);
          return true;
        }
        // Somebody else may have decided between the two.
        if (!(await confirmImport(scope, id, { version: shown.version, skipBad, actor })))
          throw new Problem('import_decided');
        const target = { kind: 'product_import', id };
        const detail = { skip_bad: skipBad, version: shown.version, ...shown.counts };
        await recordAudit(scope, [{ actor, action: 'product_import.confirm', target, detail }]);
        return false;
      });
      if (isOld) throw new Problem('import_changed');
      return answerImport(context, request, reply, id, request.query.wait);
    },
  });
};

function refuseUnlessReady(
  shown: ProductImport,
  { skipBad, version }: { readonly skipBad: boolean; readonly version: number | undefined },
): void {
  const { state, counts } = shown;
  if (state === 'reading' || state === 'checking')
    throw new Problem('import_not_ready', { headers: { 'retry-after': '2' } });
  if (state !== 'ready') throw new Problem('import_decided');
  if (version !== undefined && version !== shown.version) throw new Problem('import_changed');
  if (!skipBad && (counts?.rows.bad ?? 0) > 0) throw new Problem('import_has_bad_rows');
  if (!writes(shown)) throw new Problem('import_empty');
}
