import { type RawBuilder, sql } from 'kysely';
import { type AccountId, accountId } from '../domain/ids.ts';
import type { AuditResult } from './audit.ts';
import type { OwnerScope } from './scope.ts';
import { allOf, type TimePosition } from './time-keyset.ts';

export interface StoredAuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  /** The token's name or the person's e-mail address; null for those who are gone, and for the hub itself. */
  readonly actorName: string | null;
  readonly action: string;
  readonly targetKind: string;
  readonly targetId: number | null;
  readonly account: AccountId | null;
  readonly requestId: string | null;
  readonly ip: string | null;
  readonly result: AuditResult;
  readonly detail: unknown;
  /** Its place in the owner's chain, and the hash of the chain up to it. */
  readonly seq: number | null;
  readonly hash: string | null;
  readonly position: TimePosition;
}

export interface AuditFilter {
  readonly from?: Date | null;
  /** Exclusive. */
  readonly to?: Date | null;
  readonly actor?: string | null;
  /** A whole action, or the first part of one: `order` finds `order.ship`. */
  readonly action?: string | null;
  readonly targetKind?: string | null;
  readonly targetId?: number | null;
  readonly account?: AccountId | null;
  readonly requestId?: string | null;
  readonly result?: AuditResult | null;
}

interface EntryRow {
  id: number;
  at: Date;
  actor: string;
  actor_name: string | null;
  action: string;
  target_kind: string;
  target_id: number | null;
  account_id: number | null;
  request_id: string | null;
  ip: string | null;
  result: AuditResult;
  detail: unknown;
  seq: number | null;
  hash: string | null;
  at_text: string;
}

/** Entries, newest first. */
export async function listAudit(
  scope: OwnerScope,
  filter: AuditFilter,
  page: { readonly limit: number; readonly after: TimePosition | null },
): Promise<readonly StoredAuditEntry[]> {
  const { rows } = await sql<EntryRow>`
    select e.*, c.seq, encode(c.hash, 'hex') as hash,
      case split_part(e.actor, ':', 1)
        when 'token' then (select t.name from api_tokens t
          where t.owner_id = e.owner_id and t.id::text = split_part(e.actor, ':', 2))
        when 'user' then (select u.email from auth_users u join members m on m.user_id = u.id
          where m.owner_id = e.owner_id and u.id = split_part(e.actor, ':', 2)) end as actor_name
    from (
      select id, owner_id, at, actor, action, target_kind, target_id, account_id, request_id, ip, result, detail,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text
      from audit_entries where ${conditions(scope, filter, page.after)}
      order by at desc, id desc limit ${page.limit}) e
    left join audit_chain c on c.entry_id = e.id and c.owner_id = e.owner_id
    order by e.at desc, e.id desc`.execute(scope.trx);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    targetKind: row.target_kind,
    targetId: row.target_id,
    account: row.account_id === null ? null : accountId(row.account_id),
    requestId: row.request_id,
    ip: row.ip,
    result: row.result,
    detail: row.detail,
    seq: row.seq,
    hash: row.hash,
    position: { at: row.at_text, id: row.id },
  }));
}

function conditions(
  { owner }: OwnerScope,
  filter: AuditFilter,
  after: TimePosition | null,
): RawBuilder<unknown> {
  const { from, to, actor, action, targetKind, targetId, account, requestId, result } = filter;
  return allOf([
    sql`owner_id = ${owner}`,
    from && sql`at >= ${from}::timestamptz`,
    to && sql`at < ${to}::timestamptz`,
    actor && sql`actor = ${actor}`,
    action && (action.includes('.') ? sql`action = ${action}` : sql`starts_with(action, ${`${action}.`})`),
    targetKind && sql`target_kind = ${targetKind}`,
    targetId && sql`target_id = ${targetId}`,
    account && sql`account_id = ${account}`,
    requestId && sql`request_id = ${requestId}`,
    result && sql`result = ${result}`,
    after && sql`(at, id) < (${after.at}::timestamptz, ${after.id})`,
  ]);
}
