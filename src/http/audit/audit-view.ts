import { z } from 'zod';
import { AUDIT_RESULTS } from '../../store/audit.ts';
import type { StoredAuditEntry } from '../../store/audit-list.ts';
import { id } from '../values/id.ts';
import { instant } from '../values/instant.ts';

/** Who did what to which of the owner's things. */
export const auditView = z
  .object({
    id,
    at: instant,
    actor: z
      .string()
      .describe('`user:…`, `token:…`, `admin` for the command line, `hub` for what it does by itself.'),
    actor_name: z.string().nullable().describe("The person's e-mail address or the token's name."),
    action: z.string(),
    target: z.object({ kind: z.string(), id: id.nullable() }),
    account_id: id.nullable(),
    result: z.enum(AUDIT_RESULTS).describe('`refused`: tried, and not allowed.'),
    detail: z.unknown().describe('What was asked and what changed; never a secret or personal data.'),
    request_id: z.string().nullable(),
    ip: z.string().nullable(),
    seq: id.nullable().describe('Its place in the chain of the business.'),
    hash: z
      .string()
      .nullable()
      .describe(
        'SHA-256 of the chain up to it. Written down elsewhere, it proves later that nothing was changed.',
      ),
  })
  .meta({ id: 'AuditEntry' });

export function auditOf(entry: StoredAuditEntry): z.infer<typeof auditView> {
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: entry.actor,
    actor_name: entry.actorName,
    action: entry.action,
    target: { kind: entry.targetKind, id: entry.targetId },
    account_id: entry.account,
    result: entry.result,
    detail: entry.detail,
    request_id: entry.requestId,
    ip: entry.ip,
    seq: entry.seq,
    hash: entry.hash,
  };
}
