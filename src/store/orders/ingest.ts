import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { AccountId, CommandId, OrderId, RunId } from '../../domain/ids.ts';
import type { OrderLineSnapshot, OrderSnapshot, PartSnapshot } from '../../domain/order.ts';
import { FULFILMENT_LADDER, orderStatusOf } from '../../domain/status.ts';
import { sumOrders } from '../analytics/order-sums.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contactRows, mergeContact } from './merge-contacts.ts';
import { type LineMove, type OrderFacts, tellOfOrders } from './order-events.ts';
import { deriveOrderStatuses } from './order-status.ts';
import { type CheckTimes, checkAfterSighting, USUAL_CHECKS } from './seen.ts';

export interface IngestTarget {
  readonly account: AccountId;
  readonly platform: string;
  /** The hub's carrier for a native code or name, from the edition's table. */
  readonly carrierIdOf: (native: string) => string | null;
  /** When new orders are asked for by id, should the feeds not show them again. */
  readonly checks?: CheckTimes;
  /** When an order must leave whose lines tell no day of their own. */
  readonly shipWithin?: (paidAt: Date) => Date;
}

/** Why rows change, for the history. */
export interface IngestCause {
  readonly run: RunId | null;
  readonly command: CommandId | null;
}

/** How many orders a batch created, changed and left as they were. */
export interface IngestCount {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Writes what a marketplace said about some orders. Identity is (account, native order id, native line id), only
 * differences are written, and the same batch may come again at any time. A status that steps back within the
 * line's floor time is an old answer and is not taken. Set-based: a handful of statements, whatever the size.
 */
export async function ingestOrders(
  scope: OwnerScope,
  vault: Vault,
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
  cause: IngestCause,
): Promise<IngestCount> {
  if (orders.length === 0) return { created: 0, updated: 0, unchanged: 0 };
  const merged = mergeSnapshots(orders);
  const key = await vault.dataKey(scope, target.account);
  const { created, changed: changedOrders } = await writeOrders(scope, target, merged);
  const changed = new Set<OrderId>([
    ...changedOrders,
    ...(await writePackages(scope, target, merged)),
    ...(await writeContacts(scope, target, merged, new Set(created.values()), key)),
    ...(await rekeyLines(scope, target, merged)),
  ]);
  const lines = await writeLines(scope, target, merged, cause);
  for (const order of lines.changed) changed.add(order);
  // A new order came with its status; of a known one other lines may stand in the table.
  const updated = [...changed].filter((id) => !created.has(id));
  const derived = await deriveOrderStatuses(scope, updated);
  await sumOrders(scope, [...created.keys(), ...updated]);
  await tellOfOrders(scope, target.account, {
    created: createdFacts(target, merged, created),
    derived,
    moves: lines.moves,
  });
  return {
    created: created.size,
    updated: updated.length,
    unchanged: merged.length - created.size - updated.length,
  };
}

function createdFacts(
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
  created: ReadonlyMap<OrderId, string>,
): readonly OrderFacts[] {
  const byNativeId = new Map(orders.map((order) => [order.nativeOrderId, order]));
  return [...created].flatMap(([order, nativeOrderId]) => {
    const snapshot = byNativeId.get(nativeOrderId);
    if (snapshot === undefined) return [];
    return {
      order,
      account: target.account,
      platform: target.platform,
      nativeOrderId,
      orderedAt: new Date(snapshot.orderedAt),
      status: orderStatusOf(snapshot.lines.map((line) => line.status)),
    };
  });
}

/** One batch may name an order several times, as when its boxes come one by one: the last word of each part counts. */
function mergeSnapshots(orders: readonly OrderSnapshot[]): readonly OrderSnapshot[] {
  const byId = new Map<string, OrderSnapshot>();
  for (const order of orders) {
    const known = byId.get(order.nativeOrderId);
    byId.set(order.nativeOrderId, known === undefined || order.complete ? order : mergeTwo(known, order));
  }
  return [...byId.values()].sort((a, b) => (a.nativeOrderId < b.nativeOrderId ? -1 : 1));
}

function mergeTwo(before: OrderSnapshot, after: OrderSnapshot): OrderSnapshot {
  const packages = new Map(before.packages.map((pack) => [pack.key, pack]));
  for (const pack of after.packages) {
    const known = packages.get(pack.key);
    const contact = known === undefined ? pack.contact : mergeContact(known.contact, pack.contact);
    const shippingFee = pack.shippingFee ?? known?.shippingFee ?? null;
    packages.set(pack.key, { ...pack, shippingFee, contact });
  }
  const lines = new Map([...before.lines, ...after.lines].map((line) => [line.nativeLineId, line]));
  return {
    ...after,
    complete: before.complete,
    packages: [...packages.values()],
    lines: [...lines.values()],
  };
}

async function writeOrders(
  scope: OwnerScope,
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
): Promise<{ readonly created: ReadonlyMap<OrderId, string>; readonly changed: readonly OrderId[] }> {
  const rows = orders.map((order) => ({
    native_order_id: order.nativeOrderId,
    ordered_at: order.orderedAt,
    paid_at: order.paidAt,
    currency: order.currency,
    status: orderStatusOf(order.lines.map((line) => line.status)),
    ship_within: shipWithinOf(order, target),
    due_at: dueOf(order, target),
  }));
  // The update locks every order row of the batch, also unchanged ones: whoever writes lines holds its order.
  const written = await sql<{ id: OrderId; native_order_id: string; created: boolean }>`
    insert into orders as o (owner_id, account_id, platform, native_order_id, ordered_at, paid_at, currency, status,
      ship_within, due_at, check_at)
    select ${scope.owner}, ${target.account}, ${target.platform}, x.native_order_id, x.ordered_at, x.paid_at, x.currency,
      x.status, x.ship_within, x.due_at, ${checkAfterSighting(target.checks ?? USUAL_CHECKS, 'x')}
    from json_to_recordset(${sqlJson(rows)}::json)
      as x(native_order_id text, ordered_at timestamptz, paid_at timestamptz, currency text, status text,
        ship_within timestamptz, due_at timestamptz)
    on conflict (account_id, native_order_id) do update
    set ordered_at = excluded.ordered_at, paid_at = excluded.paid_at, currency = excluded.currency,
      ship_within = excluded.ship_within, changed_at = now()
    where (o.ordered_at, o.paid_at, o.currency) is distinct from (excluded.ordered_at, excluded.paid_at, excluded.currency)
    returning id, native_order_id, (xmax = 0) as created`.execute(scope.trx);
  return {
    created: new Map(written.rows.filter((row) => row.created).map((row) => [row.id, row.native_order_id])),
    changed: written.rows.filter((row) => !row.created).map((row) => row.id),
  };
}

function shipWithinOf({ paidAt }: OrderSnapshot, { shipWithin }: IngestTarget): string | null {
  return paidAt === null || shipWithin === undefined ? null : shipWithin(new Date(paidAt)).toISOString();
}

/** The first day by which something of a new order must leave; later it is derived from the lines as they stand. */
function dueOf(order: OrderSnapshot, target: IngestTarget): string | null {
  const within = shipWithinOf(order, target);
  const days = order.lines
    .filter(({ status }) => status === 'PAID' || status === 'PREPARING')
    .flatMap(({ shipBy }) => shipBy ?? within ?? []);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

async function writePackages(
  scope: OwnerScope,
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
): Promise<readonly OrderId[]> {
  const rows = orders.flatMap((order) =>
    order.packages.map((pack) => ({
      native_order_id: order.nativeOrderId,
      key: pack.key,
      shipping_fee: pack.shippingFee,
      remote_area_fee: pack.remoteAreaFee,
      remote_area: pack.remoteArea,
      native: pack.native,
    })),
  );
  const written = await sql<{ order_id: OrderId }>`
    with incoming as (
      select o.id as order_id, x.key, coalesce(x.shipping_fee, known.shipping_fee, 0) as shipping_fee,
        x.remote_area_fee, x.remote_area, x.native
      from json_to_recordset(${sqlJson(rows)}::json) as x(native_order_id text, key text, shipping_fee bigint,
        remote_area_fee bigint, remote_area boolean, native jsonb)
      join orders o on o.account_id = ${target.account} and o.native_order_id = x.native_order_id
      left join packages known on known.order_id = o.id and known.key = x.key),
    written as (
      insert into packages as p (order_id, key, owner_id, shipping_fee, remote_area_fee, remote_area, native)
      select order_id, key, ${scope.owner}, shipping_fee, remote_area_fee, remote_area, native from incoming
      on conflict (order_id, key) do update set shipping_fee = excluded.shipping_fee,
        remote_area_fee = excluded.remote_area_fee, remote_area = excluded.remote_area, native = excluded.native
      where (p.shipping_fee, p.remote_area_fee, p.remote_area, p.native)
        is distinct from (excluded.shipping_fee, excluded.remote_area_fee, excluded.remote_area, excluded.native)
      returning order_id)
    select distinct order_id from written`.execute(scope.trx);
  return written.rows.map((row) => row.order_id);
}

async function writeContacts(
  scope: OwnerScope,
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
  created: ReadonlySet<string>,
  key: KeyObject,
): Promise<readonly OrderId[]> {
  const rows = await contactRows(scope, target.account, key, orders, created);
  const written = await sql<{ order_id: OrderId }>`
    with incoming as (
      select o.id as order_id, x.key, decode(x.sealed, 'base64') as sealed,
        decode(x.customs_sealed, 'base64') as customs_sealed, decode(x.digest, 'base64') as digest, x.search_tokens
      from json_to_recordset(${sqlJson(rows)}::json)
        as x(native_order_id text, key text, sealed text, customs_sealed text, digest text, search_tokens text[])
      join orders o on o.account_id = ${target.account} and o.native_order_id = x.native_order_id),
    written as (
      insert into contacts as c (order_id, package_key, owner_id, account_id, sealed, customs_sealed, digest, search_tokens)
      select order_id, key, ${scope.owner}, ${target.account}, sealed, customs_sealed, digest, search_tokens from incoming
      on conflict (order_id, package_key) do update set sealed = excluded.sealed, digest = excluded.digest,
        customs_sealed = coalesce(excluded.customs_sealed, c.customs_sealed), search_tokens = excluded.search_tokens, updated_at = now()
      where c.digest <> excluded.digest
      returning order_id)
    select distinct order_id from written`.execute(scope.trx);
  return written.rows.map((row) => row.order_id);
}

/**
 * A marketplace may move a line to a new package and so give it a new line id (Coupang split shipping). When an
 * order was read whole, a known line that is not in it and an unknown one of the same item and quantity are one.
 */
async function rekeyLines(
  scope: OwnerScope,
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
): Promise<readonly OrderId[]> {
  const rows = orders
    .filter((order) => order.complete)
    .flatMap((order) =>
      order.lines.map((line) => ({
        native_order_id: order.nativeOrderId,
        native_line_id: line.nativeLineId,
        native_item_id: line.nativeItemId,
        quantity: line.quantity,
        package_key: line.packageKey,
      })),
    );
  if (rows.length === 0) return [];
  const moved = await sql<{ order_id: OrderId }>`
    with incoming as (
      select o.id as order_id, x.native_line_id, x.native_item_id, x.quantity, x.package_key
      from json_to_recordset(${sqlJson(rows)}::json) as x(native_order_id text, native_line_id text,
        native_item_id text, quantity integer, package_key text)
      join orders o on o.account_id = ${target.account} and o.native_order_id = x.native_order_id),
    appeared as (
      select *, row_number() over (partition by order_id, native_item_id, quantity order by native_line_id) as nth
      from incoming i
      where not exists (select from order_lines l where l.order_id = i.order_id and l.native_line_id = i.native_line_id)),
    vanished as (
      select l.id, l.order_id, l.native_item_id, l.quantity,
        row_number() over (partition by l.order_id, l.native_item_id, l.quantity order by l.native_line_id) as nth
      from order_lines l
      where l.order_id in (select order_id from incoming)
        and not exists (select from incoming i where i.order_id = l.order_id and i.native_line_id = l.native_line_id))
    update order_lines l set native_line_id = a.native_line_id, package_key = a.package_key
    from vanished v join appeared a using (order_id, native_item_id, quantity, nth)
    where l.id = v.id
    returning l.order_id`.execute(scope.trx);
  return moved.rows.map((row) => row.order_id);
}

function lineRow(order: OrderSnapshot, line: OrderLineSnapshot, target: IngestTarget) {
  return {
    native_order_id: order.nativeOrderId,
    native_line_id: line.nativeLineId,
    package_key: line.packageKey,
    native_item_id: line.nativeItemId,
    native_product_id: line.nativeProductId,
    status: line.status,
    native_status: line.nativeStatus,
    product_name: line.productName,
    option_text: line.optionText,
    seller_sku: line.sellerSku,
    quantity: line.quantity,
    shippable_quantity: line.shippableQuantity,
    tax_free: line.taxFree,
    unit_price: line.unitPrice,
    amount: line.amount,
    discount: line.discount,
    seller_discount: line.sellerDiscount,
    paid_amount: line.paidAmount,
    commission: line.commission,
    expected_settlement: line.expectedSettlement,
    ship_by: line.shipBy,
    carrier_id: line.parcel === null ? null : target.carrierIdOf(line.parcel.nativeCarrier),
    native_carrier: line.parcel?.nativeCarrier ?? null,
    invoice: line.parcel?.invoice ?? null,
    shipped_at: line.parcel?.shippedAt ?? null,
    delivered_at: line.deliveredAt,
    confirmed_at: line.confirmedAt,
    locked_because: line.lockedBecause,
    held: line.held ?? false,
    parts: line.parts === undefined ? null : partsOf(line.parts, target),
    native: line.native,
  };
}

function partsOf(parts: readonly PartSnapshot[], target: IngestTarget) {
  return parts.map(({ nativeCarrier, invoice, shippedAt, quantity }) => ({
    quantity,
    carrierId: target.carrierIdOf(nativeCarrier),
    carrierCode: nativeCarrier,
    invoice,
    shippedAt,
  }));
}

const LINE_RECORD =
  sql.raw(`x(native_order_id text, native_line_id text, package_key text, native_item_id text,
  native_product_id text, status text, native_status text, product_name text, option_text text, seller_sku text,
  quantity integer, shippable_quantity integer, tax_free boolean, unit_price bigint, amount bigint, discount bigint,
  seller_discount bigint, paid_amount bigint, commission bigint, expected_settlement bigint, ship_by timestamptz,
  carrier_id text, native_carrier text, invoice text, shipped_at timestamptz, delivered_at timestamptz,
  confirmed_at timestamptz, locked_because text, held boolean, parts jsonb, native jsonb)`);

/** Columns that are taken as they come; those of status and parcel obey the floor and the claims on the line. */
const PLAIN = `package_key, native_item_id, native_product_id, product_name, option_text, seller_sku, quantity,
  shippable_quantity, tax_free, unit_price, amount, discount, seller_discount, paid_amount, commission,
  expected_settlement, ship_by, delivered_at, confirmed_at, locked_because, held, native`;
const FLOORED =
  'status, told_status, status_known, native_status, carrier_id, native_carrier, invoice, shipped_at, parts';

const PLAIN_COLUMNS = sql.raw(PLAIN);
const FLOORED_COLUMNS = sql.raw(FLOORED);
const FRESH_PLAIN = sql.raw(prefixed(PLAIN, 'x'));
const SET_ALL = sql.raw(
  `${PLAIN}, ${FLOORED}`
    .split(',')
    .map((column) => `${column.trim()} = excluded.${column.trim()}`)
    .join(', '),
);
const OLD_ALL = sql.raw(prefixed(`${PLAIN}, ${FLOORED}`, 'l'));
const NEW_ALL = sql.raw(prefixed(`${PLAIN}, ${FLOORED}`, 'excluded'));

function prefixed(columns: string, alias: string): string {
  return columns
    .split(',')
    .map((column) => `${alias}.${column.trim()}`)
    .join(', ');
}

async function writeLines(
  scope: OwnerScope,
  target: IngestTarget,
  orders: readonly OrderSnapshot[],
  cause: IngestCause,
): Promise<{ readonly changed: readonly OrderId[]; readonly moves: readonly LineMove[] }> {
  const rows = orders.flatMap((order) => order.lines.map((line) => lineRow(order, line, target)));
  const written = await sql<{ order_id: OrderId; moves: Omit<LineMove, 'order'>[] | null }>`
    with incoming as (
      select o.id as order_id, x.native_line_id, ${FRESH_PLAIN},
        case when b.stale then b.status else coalesce(b.claim_status, x.status, b.status) end as status,
        case when b.stale then b.told_status else coalesce(x.status, b.told_status) end as told_status,
        case when b.stale then b.status_known else x.status is not null end as status_known,
        case when b.stale then b.native_status else x.native_status end as native_status,
        case when b.stale then b.carrier_id else x.carrier_id end as carrier_id,
        case when b.stale then b.native_carrier else x.native_carrier end as native_carrier,
        case when b.stale then b.invoice else x.invoice end as invoice,
        case when b.stale then b.shipped_at else x.shipped_at end as shipped_at,
        case when b.stale then b.parts else coalesce(x.parts, b.parts) end as parts
      from json_to_recordset(${sqlJson(rows)}::json) as ${LINE_RECORD}
      join orders o on o.account_id = ${target.account} and o.native_order_id = x.native_order_id
      left join lateral (
        select l.*, coalesce(l.floor_until > now() and array_position(${[...FULFILMENT_LADDER]}::text[], x.status)
          < array_position(${[...FULFILMENT_LADDER]}::text[], l.told_status), false) as stale
        from order_lines l where l.order_id = o.id and l.native_line_id = x.native_line_id) b on true),
    written as (
      insert into order_lines as l (order_id, owner_id, account_id, native_line_id, ${PLAIN_COLUMNS}, ${FLOORED_COLUMNS})
      select order_id, ${scope.owner}, ${target.account}, native_line_id, ${PLAIN_COLUMNS}, ${FLOORED_COLUMNS} from incoming
      on conflict (order_id, native_line_id) do update set ${SET_ALL}
      where (${OLD_ALL}) is distinct from (${NEW_ALL})
      returning id, order_id, status, native_status, (xmax = 0) as fresh),
    history as (
      insert into order_line_history
        (owner_id, order_line_id, from_status, to_status, from_native, to_native, run_id, command_id)
      select ${scope.owner}, w.id, before.status, w.status, before.native_status, w.native_status, ${cause.run}::bigint,
        ${cause.command}::bigint
      -- One statement sees the table as it was before it, so this is the line before the write.
      from written w join order_lines before on before.id = w.id
      where (before.status, before.native_status) is distinct from (w.status, w.native_status)
      returning order_line_id, from_status, to_status)
    select w.order_id,
      json_agg(json_build_object('line', w.id, 'from', h.from_status, 'to', w.status, 'fresh', w.fresh))
        filter (where h.from_status is distinct from h.to_status) as moves
    from written w left join history h on h.order_line_id = w.id
    group by w.order_id`.execute(scope.trx);
  return {
    changed: written.rows.map((row) => row.order_id),
    moves: written.rows.flatMap(({ order_id, moves }) =>
      (moves ?? []).map((move) => ({ ...move, order: order_id })),
    ),
  };
}
