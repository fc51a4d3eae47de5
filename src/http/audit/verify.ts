import { z } from 'zod';
import { verifyAudit } from '../../store/audit-chain.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id } from '../values/id.ts';

const verification = z
  .object({
    sound: z.boolean(),
    entries: z.int().describe('How many entries were recomputed.'),
    head: z
      .object({ seq: id, hash: z.string() })
      .nullable()
      .describe('The end of the chain. Written down elsewhere, it proves later that nothing was changed.'),
    broken: z
      .object({
        seq: id.nullable(),
        entry_id: id.nullable(),
        why: z.enum(['changed', 'missing', 'gap', 'cut', 'unlinked']),
      })
      .nullable()
      .describe(
        'The first break. `changed`: not what was written; `missing`: the entry was taken out; `gap`: links were taken out; `cut`: the beginning was cut off; `unlinked`: slipped in.',
      ),
  })
  .meta({ id: 'AuditVerification' });

/** `GET /audit/verification`: recomputes the chain of the business from its entries. */
export const verifyAuditEndpoint: Endpoint = (api, { hub }) => {
  api.get('/audit/verification', {
    config: { role: 'owner' },
    schema: {
      operationId: 'verifyAudit',
      summary: 'Whether the audit trail is what was written',
      tags: ['audit'],
      response: { 200: verification, ...problemAnswers(403) },
    },
    handler: async (request) => {
      const { entries, head, broken } = await verifyAudit(hub.db, callerOf(request).owner);
      return {
        sound: broken === null,
        entries,
        head,
        broken: broken === null ? null : { seq: broken.seq, entry_id: broken.entry, why: broken.why },
      };
    },
  });
};
