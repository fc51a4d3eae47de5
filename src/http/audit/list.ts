import { z } from 'zod';
import { listAudit } from '../../store/audit-list.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { timeCursor, timeCursorText } from '../values/time-cursor.ts';
import { auditFilterOf, auditFilterQuery } from './audit-filter.ts';
import { auditOf, auditView } from './audit-view.ts';

const auditQuery = z.strictObject({ ...auditFilterQuery, limit: pageLimit, cursor: timeCursor });

const entries = z.object({ entries: z.array(auditView), next_cursor: nextCursor });

/** `GET /audit`: who did what, newest first. */
export const listAuditEndpoint: Endpoint = (api, { hub }) => {
  api.get('/audit', {
    config: { role: 'owner' },
    schema: {
      operationId: 'listAudit',
      summary: 'The audit trail, newest first',
      description: 'Entries are only ever added, and each is chained to the one before by a hash.',
      tags: ['audit'],
      querystring: auditQuery,
      response: { 200: entries, ...problemAnswers(403, 422) },
    },
    handler: async (request) => {
      const { owner } = callerOf(request);
      const { limit, cursor = null, ...given } = request.query;
      const filter = auditFilterOf(given, await readTimeZone(hub.db, owner));
      const rows = await asOwner(hub.db, owner, (scope) =>
        listAudit(scope, filter, { limit: limit + 1, after: cursor }),
      );
      const { page, last } = pageOf(rows, limit);
      return { entries: page.map(auditOf), next_cursor: timeCursorText(last) };
    },
  });
};
