import { sql } from 'kysely';
import type { ClaimKind } from '../../domain/claim.ts';
import {
  type CommandKind,
  type CommandPayload,
  type ItemState,
  isClaimPayload,
  isListingPayload,
  isOfferPayload,
} from '../../domain/command.ts';
import {
  type AccountId,
  type CommandId,
  claimId,
  commandId,
  commandItemId,
  listingId,
  orderId,
  orderLineId,
  productId,
} from '../../domain/ids.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { ClaimedLine } from '../../marketplaces/kit/shop.ts';
import { STANDING_ITEMS, type StandingItem } from '../publish/standing-items.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type {
  OpenClaimCommand,
  OpenCommand,
  OpenItem,
  OpenListingCommand,
  OpenOfferCommand,
  OpenOrderCommand,
} from './command.ts';
import { cancelCommands } from './reopen.ts';

/** A command whose sending was begun by a process that died may have arrived: it becomes unknown. */
export async function recoverSending(scope: OwnerScope, account: AccountId): Promise<void> {
  await sql`
    with stuck as (
      update commands set state = 'unknown', not_before = now()
      where owner_id = ${scope.owner} and account_id = ${account} and state = 'sending' returning id)
    update command_items i set state = 'unknown' from stuck
    where i.command_id = stuck.id and i.state = 'pending'`.execute(scope.trx);
}

export interface TakeRules {
  /** How many items one call of a kind takes. */
  readonly sizeOf: (kind: CommandKind) => number;
  /** How many unknown commands are looked up in one go. */
  readonly readAtOnce: number;
  /** Unknown commands that are being looked up now. */
  readonly busy: readonly CommandId[];
  readonly now: Date;
  /** Only what a person waits for. */
  readonly clicksOnly: boolean;
}

/** Work for one call: commands of one kind and lane, all to be sent, or all to be looked up. */
export interface TakenWork {
  readonly kind: CommandKind;
  readonly lane: Lane;
  readonly state: 'pending' | 'unknown';
  readonly commands: readonly OpenCommand[];
}

/**
 * The next work of an account: the highest lane first, in it whoever waits longest, and of each queue only its oldest
 * open command, so that what was asked first happens first. What it answers to be sent is noted as `sending`, so it
 * must be committed before the call leaves. Null when nothing is due.
 */
export async function takeCommands(
  scope: OwnerScope,
  account: AccountId,
  rules: TakeRules,
): Promise<TakenWork | null> {
  for (;;) {
    const found = await findDue(scope, account, rules);
    const [head] = found;
    if (head === undefined) return null;
    const overtaken = found.filter(({ newer }) => newer !== null);
    if (overtaken.length > 0) await supersedeBy(scope, overtaken);
    const idle = found.filter(({ newer, isIdle }) => newer === null && isIdle);
    if (idle.length > 0)
      await cancelCommands(scope, { ids: idle.map(({ command }) => command.id) }, idle.length);
    const standing = found.filter(({ newer, isIdle }) => newer === null && !isIdle);
    if (standing.length === 0) continue;
    const size = head.state === 'unknown' ? rules.readAtOnce : rules.sizeOf(head.kind);
    const fit = fitting(standing, size, head.state === 'unknown');
    const commands = head.state === 'unknown' ? fit : await noteSending(scope, fit, rules.now);
    if (commands.length > 0) return { kind: head.kind, lane: head.lane, state: head.state, commands };
  }
}

interface Due {
  readonly kind: CommandKind;
  readonly lane: Lane;
  readonly state: 'pending' | 'unknown';
  readonly command: OpenCommand;
  /** The newer value that came between storing and now. */
  readonly newer: CommandId | null;
  /** It would publish a product that was deleted since, and has not left. */
  readonly isIdle: boolean;
}

interface Head {
  readonly id: number;
  readonly kind: CommandKind;
  readonly lane_rank: number;
  readonly state: 'pending' | 'unknown';
  readonly alone: boolean;
}

async function findDue(scope: OwnerScope, account: AccountId, rules: TakeRules): Promise<readonly Due[]> {
  const ready = sql`c.owner_id = ${scope.owner} and c.account_id = ${account} and c.state in ('pending', 'unknown')
    and c.not_before <= now() and c.id <> all(${[...rules.busy]}::bigint[]) and ${inTurn(rules.busy)}`;
  const heads = await sql<Head>`
    with paused as materialized (
      select kind from command_pauses
      where owner_id = ${scope.owner} and account_id = ${account} and until > now())
    select c.id, c.kind, c.lane_rank, c.state, c.alone from commands c
    where ${ready} and coalesce((select false from paused where paused.kind in ('any', c.kind) limit 1), true)
      and c.lane_rank <= ${rules.clicksOnly ? 0 : 3}
    order by c.lane_rank, c.waiting_since, c.id limit 1`.execute(scope.trx);
  const [head] = heads.rows;
  if (head === undefined) return [];
  const limit = head.alone ? 1 : head.state === 'unknown' ? rules.readAtOnce : rules.sizeOf(head.kind);
  const shares = head.alone ? sql`c.id = ${head.id}` : sql`not c.alone`;
  const { rows } = await sql<DueRow>`
    with due as materialized (
      select c.* from commands c
      where ${ready} and c.lane_rank = ${head.lane_rank} and c.kind = ${head.kind} and c.state = ${head.state}
        and ${shares}
      order by c.waiting_since, c.id limit ${limit})
    select c.id, c.order_id, o.native_order_id, c.kind, c.lane, c.payload, c.state, c.attempts,
      extract(epoch from now() - c.tried_since)::float8 * 1000 as tried_for_ms, c.sent_at,
      array(select e.state from command_items e
        where e.command_id = c.id and e.state not in ('pending', 'unknown')) as ended,
      case when c.native_item_id is not null or c.listing_id is not null and c.state = 'pending' then (
        select n.id from (
          select id from commands
          where account_id = c.account_id and queue = c.queue and kind = c.kind and state <> 'canceled'
          order by id desc limit 1) n
        where n.id > c.id) end as newer,
      i.id as item_id, i.order_line_id, i.state as item_state, i.reason, i.native_code, i.native_text, i.says, l.native_line_id,
      l.native_item_id, l.package_key, l.shippable_quantity, cl.ref as claim, offered.native_listing_id, c.draft,
      listed.listing
    from due c
    join command_items i on i.command_id = c.id and i.state in ('pending', 'unknown')
    left join orders o on o.id = c.order_id
    left join order_lines l on l.id = i.order_line_id
    left join lateral (
      select json_build_object('id', q.id, 'native_claim_id', q.native_claim_id, 'native_order_id', q.native_order_id,
        'kind', q.kind, 'requested_at', q.requested_at, 'native_status', q.native_status,
        'replacement_package', q.replacement_package, 'lines', (
          select coalesce(json_agg(json_build_object('nativeLineId', coalesce(ql.native_line_id, p.native_line_id),
            'nativeItemId', coalesce(ql.native_item_id, p.native_item_id), 'packageKey', p.package_key,
            'quantity', coalesce(ql.quantity, p.quantity)) order by ql.nth), '[]')
          from claim_lines ql left join order_lines p on p.id = ql.order_line_id where ql.claim_id = q.id)) as ref
      from claims q where q.id = c.claim_id) cl on true
    left join lateral (
      select g.native_listing_id from listing_items t join listings g on g.id = t.listing_id
      where t.account_id = c.account_id and t.native_item_id = c.native_item_id) offered on true
    left join lateral (
      select json_build_object('id', g.id, 'product_id', g.product_id,
        'native_listing_id', g.native_listing_id, 'items', ${STANDING_ITEMS}, 'left', (
          select coalesce(json_object_agg(s.code, greatest(0, st.on_hand - st.reserved)), '{}')
          from skus s join sku_stock st on st.sku_id = s.id
          where s.product_id = g.product_id and s.deleted_at is null and st.tracked_since is not null),
        'is_deleted', exists (
          select from products p where p.id = g.product_id and p.deleted_at is not null)) as listing
      from listings g where g.id = c.listing_id) listed on true
    order by c.waiting_since, c.id, i.order_line_id`.execute(scope.trx);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(dueFrom);
}

/**
 * Whether nothing stands before a command in its queue. Written so that the queue of each command that comes into
 * question is looked up by itself (`store.ts` says why), and so that the planner does not expect next to none to pass:
 * it would read and sort them all. What a newer wish replaces does not stand before it, unless it is on its way; for a
 * listing, not before it is known whether it has arrived either.
 */
function inTurn(busy: readonly CommandId[]) {
  return sql`coalesce((
    select false from (
      select id, state, kind from commands
      where account_id = c.account_id and queue = c.queue and state in ('pending', 'sending', 'unknown')
      order by id offset 0) earlier
    where earlier.id < c.id
      and (c.native_item_id is null and (c.listing_id is null or earlier.kind <> c.kind or earlier.state = 'unknown')
        or earlier.state = 'sending' or earlier.id = any(${[...busy]}::bigint[]))
    limit 1), true)`;
}

interface DueRow {
  readonly id: number;
  readonly order_id: number | null;
  readonly native_order_id: string | null;
  readonly kind: CommandKind;
  readonly lane: Lane;
  readonly payload: CommandPayload;
  readonly state: 'pending' | 'unknown';
  readonly attempts: number;
  readonly tried_for_ms: number;
  readonly sent_at: Date | null;
  readonly ended: readonly ItemState[];
  readonly newer: number | null;
  readonly item_id: number;
  readonly order_line_id: number | null;
  readonly item_state: 'pending' | 'unknown';
  readonly reason: string | null;
  readonly native_code: string | null;
  readonly native_text: string | null;
  readonly says: Localized | null;
  readonly native_line_id: string | null;
  readonly native_item_id: string | null;
  readonly package_key: string | null;
  readonly shippable_quantity: number | null;
  readonly claim: ClaimRow | null;
  readonly native_listing_id: string | null;
  readonly draft: ListingDraft | null;
  readonly listing: {
    readonly id: number;
    readonly product_id: number | null;
    readonly native_listing_id: string | null;
    readonly items: readonly StandingItem[];
    readonly left: Readonly<Record<string, number>>;
    /** Whether its product was. */
    readonly is_deleted: boolean;
  } | null;
}

interface ClaimRow {
  readonly id: number;
  readonly native_claim_id: string;
  readonly native_order_id: string;
  readonly kind: ClaimKind;
  readonly requested_at: string;
  readonly native_status: string;
  readonly replacement_package: string | null;
  readonly lines: readonly ClaimedLine[];
}

function dueFrom(rows: readonly DueRow[]): readonly Due[] {
  const [row] = rows;
  if (row === undefined) return [];
  const { kind, lane, state } = row;
  const newer = row.newer === null ? null : commandId(row.newer);
  const isIdle = kind === 'publish' && state === 'pending' && row.listing?.is_deleted === true;
  return [{ kind, lane, state, newer, isIdle, command: commandFrom(row, rows) }];
}

function commandFrom(row: DueRow, rows: readonly DueRow[]): OpenCommand {
  const facts = {
    id: commandId(row.id),
    state: row.state,
    attempts: row.attempts,
    triedForMs: row.tried_for_ms,
    sentAt: row.sent_at,
    ended: row.ended,
  };
  const { payload } = row;
  if (isOfferPayload(payload)) {
    const nativeListingId = row.native_listing_id;
    return { ...facts, payload, nativeListingId, items: rows.map(itemFrom) } satisfies OpenOfferCommand;
  }
  if (isListingPayload(payload)) {
    const { listing, draft } = row;
    if (listing === null) throw new Error(`command ${row.id} has no listing`);
    return {
      ...facts,
      payload,
      draft,
      listing: {
        id: listingId(listing.id),
        product: listing.product_id === null ? null : productId(listing.product_id),
        nativeListingId: listing.native_listing_id,
        items: listing.items,
        left: listing.left,
      },
      items: rows.map(itemFrom),
    } satisfies OpenListingCommand;
  }
  if (isClaimPayload(payload)) {
    const { claim } = row;
    if (claim === null) throw new Error(`command ${row.id} has no claim`);
    const ref = {
      nativeClaimId: claim.native_claim_id,
      nativeOrderId: claim.native_order_id,
      kind: claim.kind,
      requestedAt: new Date(claim.requested_at).toISOString(),
      nativeStatus: claim.native_status,
      lines: claim.lines,
      replacementPackage: claim.replacement_package,
    };
    const items = rows.map(itemFrom);
    return { ...facts, claim: claimId(claim.id), ref, payload, items } satisfies OpenClaimCommand;
  }
  if (row.order_id === null || row.native_order_id === null)
    throw new Error(`command ${row.id} has no order`);
  return {
    ...facts,
    order: orderId(row.order_id),
    nativeOrderId: row.native_order_id,
    payload,
    items: rows.map((item) => {
      const { order_line_id, native_line_id, native_item_id, package_key } = item;
      if (
        order_line_id === null ||
        native_line_id === null ||
        native_item_id === null ||
        package_key === null
      )
        throw new Error(`command ${row.id} has an item without a line`);
      return {
        ...itemFrom(item),
        line: orderLineId(order_line_id),
        nativeLineId: native_line_id,
        nativeItemId: native_item_id,
        packageKey: package_key,
        left: item.shippable_quantity ?? 0,
      };
    }),
  } satisfies OpenOrderCommand;
}

function itemFrom(row: DueRow): OpenItem {
  return {
    id: commandItemId(row.item_id),
    state: row.item_state,
    suspicion: row.reason,
    nativeCode: row.native_code,
    nativeText: row.native_text,
    says: row.says,
  };
}

/** Whole commands of at most `size` items together; a larger one goes alone. */
function fitting(due: readonly Due[], size: number, countsCommands: boolean): readonly OpenCommand[] {
  const taken: OpenCommand[] = [];
  let items = 0;
  for (const { command } of due) {
    items += countsCommands ? 1 : command.items.length;
    if (taken.length > 0 && items > size) break;
    taken.push(command);
  }
  return taken;
}

/** Leaves out what was called off or overtaken in this very moment. */
async function noteSending(
  scope: OwnerScope,
  commands: readonly OpenCommand[],
  now: Date,
): Promise<readonly OpenCommand[]> {
  const { rows } = await sql<{ id: number }>`
    update commands set state = 'sending', attempts = attempts + 1, sent_at = ${now}
    where owner_id = ${scope.owner} and id = any(${commands.map(({ id }) => id)}::bigint[]) and state = 'pending'
    returning id`.execute(scope.trx);
  const leaving = new Set(rows.map(({ id }) => id));
  return commands.filter(({ id }) => leaving.has(id));
}

async function supersedeBy(scope: OwnerScope, overtaken: readonly Due[]): Promise<void> {
  await sql`
    with gone as (
      update commands c set state = 'superseded', superseded_by = x.newer, finished_at = now()
      from json_to_recordset(${sqlJson(
        overtaken.map(({ command, newer }) => ({ id: command.id, newer })),
      )}::json) as x(id bigint, newer bigint)
      where c.owner_id = ${scope.owner} and c.id = x.id returning c.id)
    update command_items i set state = 'canceled' from gone
    where i.command_id = gone.id and i.state in ('pending', 'unknown')`.execute(scope.trx);
}

/** When the account's next command becomes due, or null when none is open. What waits for its turn does not count. */
export async function nextCommandAt(scope: OwnerScope, account: AccountId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(greatest(c.not_before, p.until)) as at
    from commands c
    left join lateral (
      select max(until) as until from command_pauses p
      where p.account_id = c.account_id and p.kind in ('any', c.kind)) p on true
    where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.state in ('pending', 'unknown')
      and ${inTurn([])}`.execute(scope.trx);
  return rows[0]?.at ?? null;
}
