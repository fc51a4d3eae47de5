import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type OrderId, type OwnerId, orderId, type SkuId, skuId } from '../../src/domain/ids.ts';
import { chunked } from '../../src/marketplaces/kit/windows.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { followOrders } from '../../src/store/stock/follow-orders.ts';
import { lockStockOfKnownOrders } from '../../src/store/stock/lock.ts';
import { moveStock } from '../../src/store/stock/move.ts';
import { verifyStock } from '../../src/store/stock/verify.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { bareUpdate, floorTable } from './bare-updates.ts';
import { holdsOf, type MeasuredHolds } from './holds.ts';
import { rate } from './rate.ts';

const SKUS = 1_000;
const UPDATES = 10_000;
const TRANSACTIONS = 3_000;
const HOLDS_A_ROUND = 2_000;
const LINES = 9_000;
/** What a pull writes at once. */
const BATCH = 300;
const AT_ONCE = 10;

interface Measured {
  readonly database: 'PostgreSQL' | 'PGlite';
  /** Bare `UPDATE … WHERE available >= n`, each its own transaction, ten at once. */
  readonly floorPerSecond: number;
  /** The same update with a row written beside it, as BEGIN, UPDATE, INSERT, COMMIT. */
  readonly plainTransactionsPerSecond: number;
  /** Order lines of a batch reserved: locked, read, decided, written, with every guard. */
  readonly linesPerSecond: number;
  readonly ratioToFloor: number;
  /** The same lines when they have shipped: a movement each. */
  readonly salesPerSecond: number;
  readonly salesRatioToFloor: number;
  /** The same lines read again, when there is nothing to do. */
  readonly rereadLinesPerSecond: number;
  /** Checked reservations of a single thing, of as many buyers as the floor has clients. */
  readonly holds: MeasuredHolds;
  readonly holdsRatioToPlainTransactions: number;
  /** The same by one buyer after the other: there is nobody to share a transaction with. */
  readonly holdsOfOneBuyer: MeasuredHolds;
}

/** Reservation throughput against a bare guarded update on the same database, in the same run. */
export async function reservations(): Promise<readonly Measured[]> {
  const server = await startPostgres(DURABLE);
  const folder = mkdtempSync(join(tmpdir(), 'moa-bench-stock-'));
  try {
    const measured = [
      await measure('PostgreSQL', { kind: 'server', url: server.url, connections: AT_ONCE }),
      await measure('PGlite', { kind: 'embedded', home: folder }),
    ];
    for (const one of measured) console.log(JSON.stringify(one));
    return measured;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(database: Measured['database'], place: DatabasePlace): Promise<Measured> {
  const db = await openDatabase(place);
  try {
    await migrate(db);
    const owner = await createOwner(db, 'bench');
    const skus = await shelf(db, owner);
    const orders = await openOrders(db, owner);
    await sql`analyze`.execute(db.root);

    const floor = await floorRate(db);
    const plain = await plainTransactionRate(db);
    const lines = await followRate(db, owner, orders);
    const reread = await followRate(db, owner, orders);
    await asOwner(db, owner, ({ trx }) =>
      sql`update order_lines set status = 'SHIPPED', told_status = 'SHIPPED', shipped_at = now()`.execute(
        trx,
      ),
    );
    const sales = await followRate(db, owner, orders);
    const holds = await holdsOf({ db, owner, skus }, AT_ONCE, HOLDS_A_ROUND);
    const holdsOfOneBuyer = await holdsOf({ db, owner, skus }, 1, HOLDS_A_ROUND / 4);
    const faults = await asOwner(db, owner, verifyStock);
    if (faults.length > 0) throw new Error(`the ledger disagrees with itself: ${JSON.stringify(faults)}`);
    return {
      database,
      floorPerSecond: Math.round(floor),
      plainTransactionsPerSecond: Math.round(plain),
      linesPerSecond: Math.round(lines),
      ratioToFloor: ratio(lines, floor),
      salesPerSecond: Math.round(sales),
      salesRatioToFloor: ratio(sales, floor),
      rereadLinesPerSecond: Math.round(reread),
      holds,
      holdsRatioToPlainTransactions: ratio(holds.holdsPerSecond, plain),
      holdsOfOneBuyer,
    };
  } finally {
    await db.close();
  }
}

function ratio(value: number, floor: number): number {
  return Number((value / floor).toFixed(2));
}

/** SKUs with more than anybody buys. */
async function shelf(db: Database, owner: OwnerId): Promise<readonly SkuId[]> {
  return asOwner(db, owner, async (scope) => {
    const { rows } = await sql<{ id: number }>`
      with product as (
        insert into products (owner_id, seller_code, name, description, price, currency, tax, minors_may_buy, images, delivery,
          certifications, option_names)
        select ${owner}, 'p-' || n, '상품 ' || n, '', 1000, 'KRW', 'taxed', true, '{}', '{}', '[]', '{}'
        from generate_series(1, ${SKUS}::integer) n returning id)
      insert into skus (owner_id, product_id, code, nth, option_values)
      select ${owner}, id, 's-' || id, 0, '{}' from product order by id returning id`.execute(scope.trx);
    const skus = rows.map(({ id }) => skuId(id));
    await moveStock(
      scope,
      skus.map((sku) => ({
        kind: 'receipt' as const,
        sku,
        location: null,
        quantity: 1_000_000,
        to: null,
        cause: { kind: 'person' as const, ref: 'first delivery' },
        claim: null,
        actor: 'bench',
        note: null,
      })),
    );
    return skus;
  });
}

/** A shop that sells each SKU, and orders of one line each. */
async function openOrders(db: Database, owner: OwnerId): Promise<readonly OrderId[]> {
  return asOwner(db, owner, async ({ trx }) => {
    await sql`
      insert into accounts (owner_id, platform, edition, name, orders_since)
      values (${owner}, 'coupang', 'official', 'shop', now())`.execute(trx);
    await sql`
      with listing as (
        insert into listings (owner_id, account_id, platform, native_listing_id, name, state_known, native_status, currency)
        select ${owner}, a.id, 'coupang', s.code, s.code, true, 'SALE', 'KRW' from accounts a, skus s
        where a.owner_id = ${owner} returning id, account_id, native_listing_id),
      item as (
        insert into listing_items (owner_id, account_id, listing_id, native_item_id, nth, option_values)
        select ${owner}, account_id, id, native_listing_id, 0, '{}' from listing returning id, native_item_id)
      insert into listing_links (listing_item_id, sku_id, owner_id, quantity, linked_by, reason)
      select i.id, s.id, ${owner}, 1, 'bench', 'by code' from item i join skus s on s.code = i.native_item_id`.execute(
      trx,
    );
    const { rows } = await sql<{ id: number }>`
      insert into orders (owner_id, account_id, platform, native_order_id, ordered_at, currency, status)
      select ${owner}, a.id, 'coupang', 'o-' || n, now(), 'KRW', 'PAID'
      from accounts a, generate_series(1, ${LINES}::integer) n where a.owner_id = ${owner} returning id`.execute(
      trx,
    );
    await sql`
      insert into order_lines (order_id, owner_id, account_id, native_line_id, package_key, native_item_id, status, told_status,
        status_known, native_status, product_name, quantity, shippable_quantity, unit_price, amount, discount, paid_amount, native)
      select o.id, ${owner}, o.account_id, '1', 'box', i.native_item_id, 'PAID', 'PAID', true, 'ACCEPT', 'x', 1, 1, 1000, 1000, 0,
        1000, '{}'
      from orders o join (
        select native_item_id, row_number() over (order by id) - 1 as nth from listing_items) i
        on i.nth = (o.id * 7919) % ${SKUS}`.execute(trx);
    return rows.map(({ id }) => orderId(id));
  });
}

async function floorRate(db: Database): Promise<number> {
  await floorTable(db, SKUS);
  return rate(UPDATES, AT_ONCE, (n) => bareUpdate(db, (n * 7919) % SKUS));
}

async function plainTransactionRate(db: Database): Promise<number> {
  await sql`create table bench_notes (id bigint generated always as identity primary key, sku integer not null)`.execute(
    db.root,
  );
  return rate(TRANSACTIONS, AT_ONCE, (n) =>
    db.root.transaction().execute(async (trx) => {
      const sku = (n * 7919) % SKUS;
      await sql`update bench_floor set available = available - 1 where id = ${sku} and available >= 1`.execute(
        trx,
      );
      await sql`insert into bench_notes (sku) values (${sku})`.execute(trx);
    }),
  );
}

async function followRate(db: Database, owner: OwnerId, orders: readonly OrderId[]): Promise<number> {
  const batches = chunked(orders, BATCH);
  const perSecond = await rate(batches.length, 1, (n) =>
    asOwner(db, owner, async (scope) => {
      const batch = batches[n] ?? [];
      await lockStockOfKnownOrders(scope, batch);
      await followOrders(scope, batch);
    }),
  );
  return perSecond * BATCH;
}
