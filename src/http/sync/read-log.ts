import { z } from 'zod';
import { runId } from '../../domain/ids.ts';
import { asOwner } from '../../store/scope.ts';
import { listSetAsides } from '../../store/set-asides.ts';
import { retriesOf } from '../../store/sync-logs.ts';
import { findRun } from '../../store/sync-runs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { instant } from '../values/instant.ts';
import { runOf, runView } from './run-view.ts';

const log = z
  .object({
    ...runView.shape,
    set_asides: z
      .array(
        z.object({
          native_order_id: z.string().nullable(),
          native_listing_id: z.string().nullable(),
          reason: z.string(),
          first_seen_at: instant,
          last_seen_at: instant,
        }),
      )
      .describe('Rows that could not be read. Their originals are kept, sealed.'),
    retries: z.array(id).describe('The logs of the runs that did this one again, oldest first.'),
  })
  .meta({ id: 'SyncLog' });

/** `GET /sync/logs/{id}`: one run, with the rows it could not read. */
export const readSyncLog: Endpoint = (api, { hub }) => {
  api.get('/sync/logs/:id', {
    schema: {
      operationId: 'readSyncLog',
      summary: 'One sync log with the rows set aside',
      tags: ['sync'],
      params: idParams,
      response: { 200: log, ...problemAnswers(404, 422) },
    },
    handler: async (request) => {
      const wanted = runId(request.params.id);
      const found = await asOwner(hub.db, callerOf(request).owner, async (scope) => {
        const run = await findRun(scope, wanted);
        if (run === undefined) return undefined;
        return {
          run,
          asides: await listSetAsides(scope, wanted),
          retries: await retriesOf(scope, wanted),
        };
      });
      if (found === undefined) throw new Problem('not_found');
      return {
        ...runOf(found.run, languageOf(request)),
        set_asides: found.asides.map((aside) => ({
          native_order_id: aside.nativeOrderId,
          native_listing_id: aside.nativeListingId,
          reason: aside.reason,
          first_seen_at: aside.firstSeenAt.toISOString(),
          last_seen_at: aside.lastSeenAt.toISOString(),
        })),
        retries: [...found.retries],
      };
    },
  });
};
