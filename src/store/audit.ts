import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.ts';
import { currentOrigin } from './audit-origin.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export const AUDIT_RESULTS = ['done', 'refused'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

/** What the trail tells of: the first word of every action. */
export const AUDIT_AREAS = [
  'order',
  'claim',
  'contact',
  'command',
  'plan',
  'product',
  'product_import',
  'listing',
  'stock',
  'stock_settings',
  'stock_terms',
  'safety_stock',
  'location',
  'price',
  'price_rule',
  'fee_rate',
  'account',
  'schedule',
  'sync',
  'sync_log',
  'member',
  'session',
  'user',
  'token',
  'webhook',
  'notifications',
  'business',
  'retention',
  'marketplace_config',
  'audit',
  'vault',
  'owner',
] as const;

/** `account.change`, `order.ship`, `claim.return.approve`. */
export type AuditAction = `${(typeof AUDIT_AREAS)[number]}.${string}`;

export interface AuditEntry {
  /** `user:f81d`, `token:3`, `admin` for the command line, or `hub` for what the hub does by itself. */
  readonly actor: string;
  /** What was done. */
  readonly action: AuditAction;
  readonly target: { readonly kind: string; readonly id: number | null };
  readonly account?: AccountId | null;
  /** `refused` for what somebody tried and may not; `done` when absent. */
  readonly result?: AuditResult;
  /** What was asked and what changed; names of fields, never secrets or personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Adds to the trail of who did what, in the transaction of the deed itself. The request it came from is noted by
 * itself; the entry's place in the chain of hashes is found at the commit.
 */
export async function recordAudit(scope: OwnerScope, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const origin = currentOrigin();
  await sql`
    insert into audit_entries (owner_id, actor, action, target_kind, target_id, account_id, result, detail, request_id, ip)
    select ${scope.owner}, actor, action, target_kind, target_id, account, result, detail,
      ${origin?.requestId ?? null}::text, ${origin?.ip ?? null}::text
    from json_to_recordset(${sqlJson(
      entries.map(({ actor, action, target, account = null, result = 'done', detail = {} }) => ({
        actor,
        action,
        target_kind: target.kind,
        target_id: target.id,
        account,
        result,
        detail,
      })),
    )}::json) as x(actor text, action text, target_kind text, target_id bigint, account bigint, result text,
      detail jsonb)`.execute(scope.trx);
}
