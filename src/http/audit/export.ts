import { z } from 'zod';
import { recordAudit } from '../../store/audit.ts';
import { listAudit, type StoredAuditEntry } from '../../store/audit-list.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import type { Cell } from '../exports/csv.ts';
import { exportAnswer, exportFormat, sendExport } from '../exports/send-export.ts';
import { problemAnswers } from '../problems/answers.ts';
import { auditFilterOf, auditFilterQuery } from './audit-filter.ts';
import { auditOf } from './audit-view.ts';

const COLUMNS: Readonly<Record<string, (entry: StoredAuditEntry) => Cell>> = {
  id: (entry) => entry.id,
  at: (entry) => entry.at.toISOString(),
  actor: (entry) => entry.actor,
  actor_name: (entry) => entry.actorName,
  action: (entry) => entry.action,
  target_kind: (entry) => entry.targetKind,
  target_id: (entry) => entry.targetId,
  account_id: (entry) => entry.account,
  result: (entry) => entry.result,
  detail: (entry) => JSON.stringify(entry.detail),
  request_id: (entry) => entry.requestId,
  ip: (entry) => entry.ip,
  seq: (entry) => entry.seq,
  hash: (entry) => entry.hash,
};

/** `GET /audit/export`: the audit trail as a file, newest first. */
export const exportAudit: Endpoint = (api, { hub, closing }) => {
  api.get('/audit/export', {
    config: { role: 'owner' },
    schema: {
      operationId: 'exportAudit',
      summary: 'The audit trail as a CSV or NDJSON file',
      tags: ['audit'],
      querystring: z.strictObject({ ...auditFilterQuery, format: exportFormat }),
      response: { 200: exportAnswer, ...problemAnswers(403, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { format, ...given } = request.query;
      const filter = auditFilterOf(given, await readTimeZone(hub.db, owner));
      await asOwner(hub.db, owner, (scope) =>
        recordAudit(scope, [
          {
            actor,
            action: 'audit.export',
            target: { kind: 'audit', id: null },
            account: filter.account ?? null,
            detail: { format, filter },
          },
        ]),
      );
      return sendExport(reply, {
        name: 'audit',
        format,
        now: hub.clock(),
        closing,
        columns: COLUMNS,
        view: auditOf,
        page: (after, limit) => asOwner(hub.db, owner, (scope) => listAudit(scope, filter, { limit, after })),
      });
    },
  });
};
