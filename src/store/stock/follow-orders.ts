import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type ListingItemId,
  type OrderId,
  orderId,
  type SkuId,
} from '../../domain/ids.ts';
import { type Held, heldForLine, heldForPromise, type SkuOfLine } from '../../domain/stock.ts';
import { type NewEvent, recordEvents } from '../events.ts';
import { changedHere, noteStockChanges, type StockChange } from '../inventory/changes.ts';
import type { OwnerScope } from '../scope.ts';
import { readLineFacts, readPromises, type SkuFacts } from './line-facts.ts';
import { defaultLocation } from './locations.ts';
import { holdLinks, lockStock, lockStockOfKnownOrders } from './lock.ts';
import { crossingsToTell } from './standings.ts';
import { type HeldChange, type HeldTarget, writeHeld } from './write-held.ts';

/**
 * Makes the ledger follow orders as they stand: what is open is kept, what has left is sold, what was cancelled is let go,
 * and what exchanges promise is kept as well. The wished state is derived from the lines and their claims, and only the
 * difference is written, so it may be told the same any number of times. The caller holds the orders and their stock.
 */
export async function followOrders(scope: OwnerScope, orders: readonly OrderId[]): Promise<void> {
  await recordEvents(scope, await followQuietly(scope, orders));
}

/** The same; answers what there is to tell for callers who have more to do before they tell it. */
export async function followQuietly(
  scope: OwnerScope,
  orders: readonly OrderId[],
): Promise<readonly NewEvent[]> {
  if (orders.length === 0) return [];
  const targets = [
    ...(await readLineFacts(scope, orders)).flatMap((pair) =>
      targetOf(pair, { causeKind: 'order_line', causeRef: String(pair.line), claim: null }, (sku) =>
        heldForLine(pair.facts, sku),
      ),
    ),
    ...(await readPromises(scope, orders)).flatMap((pair) => {
      const { claim, line, facts } = pair;
      return targetOf(pair, { causeKind: 'exchange', causeRef: `${claim}.${line}`, claim }, (sku) =>
        facts === null ? letGo(sku.known) : heldForPromise(facts, sku),
      );
    }),
  ];
  if (targets.length === 0) return [];
  const changes = await writeHeld(scope, await defaultLocation(scope), targets);
  const skus = [...new Set(changes.map(({ sku }) => sku))];
  await noteStockChanges(scope, await changesOf(scope, changes));
  return [...(await oversoldEvents(scope, changes)), ...(await crossingsToTell(scope, skus))];
}

function targetOf<Facts>(
  pair: SkuFacts<Facts>,
  cause: Pick<HeldTarget, 'causeKind' | 'causeRef' | 'claim'>,
  heldFor: (sku: SkuOfLine) => Held,
): readonly HeldTarget[] {
  const { known, linked, countsFrom } = pair;
  // What has left did so as it was linked then.
  const perUnit = known !== null && (known.shipped > 0 || linked === null) ? known.perUnit : linked;
  if (perUnit === null || pair.leftAsAnother) return [];
  const isOver = linked === null || !pair.followed;
  const held = isOver ? letGo(known) : heldFor({ perUnit, known, countsFrom });
  if (held.reserved === (known?.reserved ?? 0) && held.shipped === (known?.shipped ?? 0)) return [];
  const { order, line, sku } = pair;
  return [{ ...cause, order, line, sku, perUnit, reserved: held.reserved, shipped: held.shipped }];
}

/** Nothing is kept any more; what has left has left. */
function letGo(known: Held | null): Held {
  return { reserved: 0, shipped: known?.shipped ?? 0 };
}

/** What shops are to be told of: which one's orders took or gave back how many. */
async function changesOf(scope: OwnerScope, changes: readonly HeldChange[]): Promise<readonly StockChange[]> {
  const moving = changes.filter(({ units }) => units !== 0);
  if (moving.length === 0) return [];
  const { rows } = await sql<{ id: number; account_id: number; ordered_at: Date }>`
    select id, account_id, ordered_at from orders
    where owner_id = ${scope.owner} and id = any(${moving.map(({ order }) => order)}::bigint[])`.execute(
    scope.trx,
  );
  const orders = new Map(rows.map((row) => [orderId(row.id), row]));
  return moving.flatMap(({ sku, order, units }): readonly StockChange[] => {
    const row = orders.get(order);
    return row === undefined
      ? []
      : [{ sku, account: accountId(row.account_id), units, orderedAt: row.ordered_at }];
  });
}

async function oversoldEvents(
  scope: OwnerScope,
  changes: readonly HeldChange[],
): Promise<readonly NewEvent[]> {
  const short = changes.filter((change) => change.short > 0);
  if (short.length === 0) return [];
  const { rows } = await sql<{
    sku_id: number;
    product_id: number;
    code: string;
    available: number;
    order_id: number;
    account_id: number;
    platform: string;
    native_order_id: string;
  }>`
    select s.sku_id, s.product_id, k.code, s.on_hand - s.reserved as available, o.id as order_id, o.account_id, o.platform,
      o.native_order_id
    from unnest(${short.map(({ sku }) => sku)}::bigint[], ${short.map(({ order }) => order)}::bigint[]) as x(sku, ordered)
    join sku_stock s on s.sku_id = x.sku join skus k on k.id = s.sku_id join orders o on o.id = x.ordered
    where s.owner_id = ${scope.owner}`.execute(scope.trx);
  const facts = new Map(rows.map((row) => [`${row.sku_id}|${row.order_id}`, row]));
  return short.flatMap(({ sku, order, line, short: lacking }): readonly NewEvent[] => {
    const row = facts.get(`${sku}|${order}`);
    if (row === undefined) return [];
    const { account_id, available, code, native_order_id, platform, product_id } = row;
    const data = {
      sku_id: sku,
      product_id,
      code,
      order_id: order,
      line_id: line,
      platform,
      native_order_id,
      short: lacking,
      available,
    };
    return [{ type: 'stock.oversold', account: accountId(account_id), data }];
  });
}

/** The orders of an account with these numbers. */
export async function orderIdsOf(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<readonly OrderId[]> {
  const { rows } = await sql<{ id: number }>`
    select id from orders where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[])`.execute(scope.trx);
  return rows.map(({ id }) => orderId(id));
}

/**
 * Has the ledger catch up with orders of listing items whose links were made, changed or taken away: called by whoever
 * does that, in the same transaction, after it, and before it tells anything. `skus` are those linked now and before.
 */
export async function reserveForLinks(
  scope: OwnerScope,
  items: readonly ListingItemId[],
  skus: readonly SkuId[],
): Promise<void> {
  if (items.length === 0) return;
  await holdLinks(scope, 'links');
  await lockStock(scope, skus);
  const { rows } = await sql<{ order_id: number }>`
    select distinct l.order_id
    from listing_items i join order_lines l on l.account_id = i.account_id and l.native_item_id = i.native_item_id
    where i.owner_id = ${scope.owner} and i.id = any(${[...items]}::bigint[]) and ${CONCERNS_STOCK}`.execute(
    scope.trx,
  );
  await followOrders(
    scope,
    rows.map(({ order_id }) => orderId(order_id)),
  );
  await noteStockChanges(scope, skus.map(changedHere));
}

/** Lines of which something may still leave. */
const OPEN_LINE = sql`(l.status is null or l.status in ('PAID', 'PREPARING', 'CANCEL_REQUESTED', 'EXCHANGE_REQUESTED')
  or exists (select from claim_lines cl join claims c on c.id = cl.claim_id
    where cl.order_line_id = l.id and c.kind = 'exchange'
      and (c.state is null or c.state not in ('reshipped', 'done', 'rejected', 'withdrawn'))))`;

/** Those, and what left since the SKUs of the item were counted: older goods left before. */
const CONCERNS_STOCK = sql`(${OPEN_LINE}
  or exists (select from listing_links k join sku_stock s on s.sku_id = k.sku_id
    where k.listing_item_id = i.id
      and coalesce(l.shipped_at, l.first_seen_at) >= greatest(s.tracked_since, s.counted_at))
  or exists (select from stock_reservations r where r.order_line_id = l.id and r.reserved > 0))`;

/** Reserves for the open orders of SKUs whose stock has just become known. The caller holds their stock. */
export async function reserveForOpenOrders(
  scope: OwnerScope,
  skus: readonly SkuId[],
): Promise<readonly NewEvent[]> {
  if (skus.length === 0) return [];
  const { rows } = await sql<{ order_id: number }>`
    select distinct l.order_id
    from listing_links k join listing_items i on i.id = k.listing_item_id
    join order_lines l on l.account_id = i.account_id and l.native_item_id = i.native_item_id
    where k.owner_id = ${scope.owner} and k.sku_id = any(${[...skus]}::bigint[])
      and ${OPEN_LINE}`.execute(scope.trx);
  return followQuietly(
    scope,
    rows.map(({ order_id }) => orderId(order_id)),
  );
}

/** Lets go of what is kept for the orders of a shop that is disconnected: nobody reads what becomes of them. */
export async function releaseStockOfShop(scope: OwnerScope, account: AccountId): Promise<void> {
  const { rows } = await sql<{ order_id: number }>`
    select distinct l.order_id from order_lines l join stock_reservations r on r.order_line_id = l.id
    where l.owner_id = ${scope.owner} and l.account_id = ${account} and r.reserved > 0`.execute(scope.trx);
  const orders = rows.map(({ order_id }) => orderId(order_id));
  await lockStockOfKnownOrders(scope, orders);
  await followOrders(scope, orders);
}
