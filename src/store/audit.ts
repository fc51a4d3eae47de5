import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export interface AuditEntry {
  /** `user:f81d`, `token:3`, or `hub` for what the hub does by itself. */
  readonly actor: string;
  /** What was done: `account.change`, `order.ship`, `contact.reveal`. */
  readonly action: string;
  readonly target: { readonly kind: string; readonly id: number | null };
  readonly account?: AccountId | null;
  /** What was asked and what changed; names of fields, never secrets or personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds to the trail of who did what, in the transaction of the deed itself. */
export async function recordAudit(scope: OwnerScope, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into audit_entries (owner_id, actor, action, target_kind, target_id, account_id, detail)
    select ${scope.owner}, actor, action, target_kind, target_id, account, detail
    from json_to_recordset(${sqlJson(
      entries.map(({ actor, action, target, account = null, detail = {} }) => ({
        actor,
        action,
        target_kind: target.kind,
        target_id: target.id,
        account,
        detail,
      })),
    )}::json) as x(actor text, action text, target_kind text, target_id bigint, account bigint, detail jsonb)`.execute(
    scope.trx,
  );
}
