import { type RawBuilder, sql } from 'kysely';
import { isRetentionKind, RETENTION, type RetentionDays, type RetentionKind } from '../domain/retention.ts';
import type { OrderStatus } from '../domain/status.ts';
import type { OwnerScope } from './scope.ts';

/** How long the owner wants things kept. */
export async function readRetention({ trx, owner }: OwnerScope): Promise<RetentionDays> {
  const { rows } = await sql<{ kind: string; days: number }>`
    select kind, days from retention_settings where owner_id = ${owner}`.execute(trx);
  const chosen = new Map(rows.map(({ kind, days }) => [kind, days]));
  const daysOf = (kind: RetentionKind) => chosen.get(kind) ?? RETENTION[kind].usual;
  return {
    sync_logs: daysOf('sync_logs'),
    quiet_sync_logs: daysOf('quiet_sync_logs'),
    set_asides: daysOf('set_asides'),
    events: daysOf('events'),
    webhook_deliveries: daysOf('webhook_deliveries'),
    inbox: daysOf('inbox'),
    idempotency_keys: daysOf('idempotency_keys'),
    call_tallies: daysOf('call_tallies'),
    plans: daysOf('plans'),
    imports: daysOf('imports'),
    offer_commands: daysOf('offer_commands'),
    contacts: daysOf('contacts'),
    audit: daysOf('audit'),
  };
}

/** Changes how long some kinds are kept; null goes back to what is usual. The bounds are checked before. */
export async function changeRetention(
  { trx, owner }: OwnerScope,
  changes: Readonly<Partial<Record<RetentionKind, number | null | undefined>>>,
): Promise<void> {
  for (const [kind, days] of Object.entries(changes)) {
    if (!isRetentionKind(kind) || days === undefined) continue;
    if (days === null || days === RETENTION[kind].usual) {
      await sql`delete from retention_settings where owner_id = ${owner} and kind = ${kind}`.execute(trx);
    } else {
      await sql`
        insert into retention_settings (owner_id, kind, days) values (${owner}, ${kind}, ${days})
        on conflict (owner_id, kind) do update set days = excluded.days, changed_at = now()`.execute(trx);
    }
  }
}

interface AgeRule {
  readonly kind: RetentionKind;
  readonly table: string;
  /** The rows of the owner that are older than a moment and that nothing waits for. */
  readonly old: (owner: number, before: Date) => RawBuilder<unknown>;
  /** In the order of an index, so that the old rows are found first. */
  readonly order: string;
  /** Rows deleted in one transaction, where one takes many others with it. */
  readonly atOnce?: number;
}

/** What goes by its age alone. A new table of this sort needs one more line. */
export const AGE_RULES: readonly AgeRule[] = [
  {
    kind: 'sync_logs',
    table: 'sync_runs',
    old: (owner, before) =>
      sql`owner_id = ${owner} and queued_at < ${before} and status not in ('queued', 'running')`,
    order: 'queued_at, id',
  },
  {
    kind: 'quiet_sync_logs',
    table: 'sync_runs',
    old: (owner, before) => sql`owner_id = ${owner} and status = 'success' and queued_at < ${before}
      and cause = 'schedule' and created = 0 and updated = 0 and failed = 0`,
    order: 'queued_at, id',
  },
  {
    kind: 'set_asides',
    table: 'set_asides',
    old: (owner, before) => sql`owner_id = ${owner} and last_seen_at < ${before}`,
    order: 'id',
  },
  {
    // The marketplace has not shown the order since, so it would be asked for in vain for ever.
    kind: 'set_asides',
    table: 'order_hints',
    old: (owner, before) => sql`owner_id = ${owner} and cause = 'set_aside' and asked_at < ${before}
      and not exists (select from set_asides s
        where s.account_id = order_hints.account_id and s.native_order_id = order_hints.native_order_id)`,
    order: 'account_id, native_order_id',
  },
  {
    kind: 'events',
    table: 'events',
    old: (owner, before) => sql`owner_id = ${owner} and at < ${before} and fanned_out`,
    order: 'at',
  },
  {
    kind: 'webhook_deliveries',
    table: 'webhook_deliveries',
    old: (owner, before) => sql`owner_id = ${owner} and occurred_at < ${before}
      and round_started_at < ${before} and state in ('delivered', 'failed')`,
    order: 'occurred_at',
  },
  {
    kind: 'inbox',
    table: 'inbox',
    old: (owner, before) => sql`owner_id = ${owner} and received_at < ${before} and processed_at is not null`,
    order: 'received_at',
  },
  {
    kind: 'idempotency_keys',
    table: 'idempotency_keys',
    old: (owner, before) => sql`owner_id = ${owner} and created_at < ${before}`,
    order: 'key',
  },
  {
    kind: 'call_tallies',
    table: 'call_tallies',
    old: (owner, before) => sql`hour < ${before} and account_id in (
      select id from accounts where owner_id = ${owner})`,
    order: 'account_id, hour',
  },
  {
    kind: 'plans',
    table: 'plans',
    old: (owner, before) => sql`owner_id = ${owner} and finished_at < ${before}`,
    order: 'finished_at',
    // Each with up to 10,000 items.
    atOnce: 5,
  },
  {
    kind: 'imports',
    table: 'product_imports',
    old: (owner, before) => sql`owner_id = ${owner} and state in ('refused', 'ready', 'imported')
      and coalesce(finished_at, ready_at, created_at) < ${before}`,
    order: 'id',
    // Each with up to 100,000 rows.
    atOnce: 1,
  },
  {
    // What a plan has come to is read from its commands, so they stay as long as it. So does what came after a failed
    // one that stays: without it the older value could be sent again, after the newer one.
    kind: 'offer_commands',
    table: 'commands',
    old: (owner, before) => sql`owner_id = ${owner} and native_item_id is not null and finished_at < ${before}
      and not exists (select from plan_items i where i.command_id = commands.id)
      and not exists (select from commands e join plan_items i on i.command_id = e.id
        where e.account_id = commands.account_id and e.queue = commands.queue and e.id < commands.id
          and e.state in ('partial', 'refused', 'dead'))`,
    order: 'finished_at',
  },
  {
    // The newest failed one stays, since it may have arrived, and so does what came after a failed one, as above.
    kind: 'offer_commands',
    table: 'commands',
    old: (owner, before) => sql`owner_id = ${owner} and order_id is null and listing_id is not null
      and finished_at < ${before}
      and (state not in ('partial', 'refused', 'dead') or exists (
        select from commands n where n.account_id = commands.account_id and n.queue = commands.queue
          and n.kind = commands.kind and n.id > commands.id))
      and not exists (select from listings g where g.id = commands.listing_id and not g.settled
        and g.published_by = commands.id)
      and not exists (select from commands e where e.account_id = commands.account_id and e.queue = commands.queue
        and e.id < commands.id and e.state in ('partial', 'refused', 'dead'))`,
    order: 'finished_at',
  },
  {
    kind: 'contacts',
    table: 'claim_contacts',
    old: (owner, before) => sql`owner_id = ${owner} and updated_at < ${before} and exists (
      select from claims c where c.id = claim_contacts.claim_id and c.ended_at < ${before})`,
    order: 'claim_id',
  },
  {
    // Reveals stand in the audit trail as well, and stay as long as it.
    kind: 'audit',
    table: 'contact_reveals',
    old: (owner, before) => sql`owner_id = ${owner} and at < ${before}`,
    order: 'id',
  },
];

/** Deletes up to `atMost` rows of a table from before a moment. Answers how many. */
export async function forgetByAge(
  { trx, owner }: OwnerScope,
  { table, old, order }: AgeRule,
  before: Date,
  atMost: number,
): Promise<number> {
  const name = sql.table(table);
  const { rows } = await sql`
    delete from ${name} where ctid = any(array(
      select ctid from ${name} where ${old(owner, before)} order by ${sql.raw(order)} limit ${atMost}
      for update skip locked))
    returning 1`.execute(trx);
  return rows.length;
}

/** The seller still has something to do; so it may be with a status that nobody knows. */
const TO_DO: readonly OrderStatus[] = [
  'PAID',
  'PREPARING',
  'CANCEL_REQUESTED',
  'RETURN_REQUESTED',
  'EXCHANGE_REQUESTED',
];

/** Contacts of orders with something to do stay, but not longer than any record has to. */
const LONGEST_DAYS = RETENTION.contacts.most;

export interface ContactWalk {
  readonly forgotten: number;
  /** Where the next part begins; null when younger orders follow. */
  readonly after: number | null;
}

/**
 * Deletes the contacts of orders that have not changed since a moment and ask nothing of the seller, in the next `atMost` rows after an
 * order's id. The orders stay. Order ids grow with time, so the walk ends at the first young one.
 */
export async function forgetContacts(
  { trx, owner }: OwnerScope,
  before: Date,
  after: number,
  atMost: number,
): Promise<ContactWalk> {
  const { rows } = await sql<{ last: number | null; walked: number; young: boolean; forgotten: number }>`
    with part as (
      select order_id, package_key, updated_at from contacts
      where owner_id = ${owner} and order_id > ${after} order by order_id fetch first ${atMost} rows with ties),
    walked as (
      select p.order_id, p.package_key, o.first_seen_at >= ${before} as young,
        greatest(o.changed_at, p.updated_at) as changed_at,
        o.status is null or o.status = any(${[...TO_DO]}::text[]) as to_do
      from part p join orders o on o.id = p.order_id),
    gone as (
      delete from contacts c using walked w
      where c.order_id = w.order_id and c.package_key = w.package_key and w.changed_at < ${before}
        and (not w.to_do or w.changed_at < now() - make_interval(days => ${LONGEST_DAYS}))
      returning 1)
    select max(order_id) as last, count(*) as walked, coalesce(bool_or(young), false) as young,
      (select count(*) from gone) as forgotten
    from walked`.execute(trx);
  const [part] = rows;
  if (part === undefined) return { forgotten: 0, after: null };
  const goesOn = part.walked >= atMost && !part.young;
  return { forgotten: part.forgotten, after: goesOn ? part.last : null };
}
