import type { OwnerId } from '../../domain/ids.ts';
import type { RetentionKind } from '../../domain/retention.ts';
import { type AuditEntry, recordAudit } from '../../store/audit.ts';
import { auditHead, forgetAudit } from '../../store/audit-chain.ts';
import { listOwners } from '../../store/owners.ts';
import { AGE_RULES, forgetByAge, forgetContacts, readRetention } from '../../store/retention.ts';
import { asOwner } from '../../store/scope.ts';
import { forgetEndedSessions } from '../../store/sessions.ts';
import { tidy } from '../../store/tidy.ts';
import type { Hub } from '../hub.ts';

const DAY_MS = 86_400_000;
/** Rows deleted in one transaction, so that nobody waits long behind one. */
const ROWS_AT_ONCE = 2_000;

/** What was deleted, by kind. */
export type Forgotten = ReadonlyMap<RetentionKind, number>;

/**
 * Deletes what every owner wants kept no longer, owner by owner in small transactions. One owner's failure does not
 * keep the others' data. It may be stopped anywhere and begun again.
 */
export async function forgetOld(hub: Hub, signal: AbortSignal): Promise<void> {
  for (const { id: owner } of await listOwners(hub.db)) {
    if (signal.aborted) return;
    try {
      const forgotten = await forgetOwnersOld(hub, owner, signal);
      const head = await asOwner(hub.db, owner, auditHead);
      // The log is another place than the database: a trail rewritten there no longer ends in this hash.
      hub.log.info({ owner, forgotten: Object.fromEntries(forgotten), audit: head }, 'old rows were deleted');
    } catch (error) {
      hub.log.error({ err: error, owner }, 'old rows could not be deleted');
    }
  }
  if (!signal.aborted) await forgetEndedSessions(hub.db);
  if (hub.db.place !== 'server' && !signal.aborted) await tidy(hub.db);
}

/** Deletes what one owner wants kept no longer, and writes down how much. */
export async function forgetOwnersOld(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Forgotten> {
  const days = await asOwner(hub.db, owner, readRetention);
  const now = hub.clock().getTime();
  const before = (kind: RetentionKind) => new Date(now - days[kind] * DAY_MS);
  const forgotten = new Map<RetentionKind, number>();
  const note = (kind: RetentionKind, count: number) => {
    if (count > 0) forgotten.set(kind, (forgotten.get(kind) ?? 0) + count);
  };
  for (const rule of AGE_RULES) {
    const atOnce = rule.atOnce ?? ROWS_AT_ONCE;
    for (let count = atOnce; count === atOnce && !signal.aborted; ) {
      count = await asOwner(hub.db, owner, (scope) => forgetByAge(scope, rule, before(rule.kind), atOnce));
      note(rule.kind, count);
    }
  }
  for (let after: number | null = 0; after !== null && !signal.aborted; ) {
    const from: number = after;
    const walk = await asOwner(hub.db, owner, (scope) =>
      forgetContacts(scope, before('contacts'), from, ROWS_AT_ONCE),
    );
    note('contacts', walk.forgotten);
    after = walk.after;
  }
  for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE && !signal.aborted; ) {
    count = await asOwner(hub.db, owner, (scope) => forgetAudit(scope, before('audit'), ROWS_AT_ONCE));
    note('audit', count);
  }
  if (forgotten.size > 0) await asOwner(hub.db, owner, (scope) => recordAudit(scope, [entryOf(forgotten)]));
  return forgotten;
}

function entryOf(forgotten: Forgotten): AuditEntry {
  return {
    actor: 'hub',
    action: 'retention.forget',
    target: { kind: 'retention', id: null },
    detail: Object.fromEntries(forgotten),
  };
}
