import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandId, type ListingItemId, type OwnerId, orderId, type SkuId } from '../../src/domain/ids.ts';
import type { OrderLineSnapshot } from '../../src/domain/order.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { type Account, disconnectAccount } from '../../src/store/accounts.ts';
import { applyAccepted } from '../../src/store/orders/accepted.ts';
import { readLines } from '../../src/store/orders/read.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { availableOf } from '../../src/store/stock/available.ts';
import { orderIdsOf, reserveForLinks } from '../../src/store/stock/follow-orders.ts';
import { addLocation } from '../../src/store/stock/locations.ts';
import { countStock, moveStock } from '../../src/store/stock/move.ts';
import { verifyStock } from '../../src/store/stock/verify.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { claim, line, order } from '../harness/snapshots.ts';
import { addItem, addSkus, move, readBatch, receive, setLinks } from './shelf.ts';

const ITEM = '70071284034';
const PARCEL = { nativeCarrier: 'CJGLS', invoice: '1234567890', shippedAt: '2100-01-01T00:00:00.000Z' };

describe.each(DATABASE_KINDS)('the stock of orders on %s', (kind) => {
  let hub: Hub;
  let owner: OwnerId;
  let account: Account;
  let sku: SkuId;
  let other: SkuId;
  let item: ListingItemId;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });

  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  beforeEach(async () => {
    owner = await createOwner(hub.db, 'seller');
    ({ account } = await connectShop(hub, {
      owner,
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: { access_key: 'ak', secret_key: 'sk-of-a-shop', vendor_id: 'A00012345' },
    }));
    await inside(async (scope) => {
      [sku = none(), other = none()] = await addSkus(scope, ['SOCK', 'BOX']);
      item = await addItem(scope, account, ITEM);
      await setLinks(scope, item, [{ sku, quantity: 2 }]);
    });
  });

  const none = (): never => {
    throw new Error('no such SKU');
  };
  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, owner, work);
  const read = (overrides: Partial<OrderLineSnapshot>, native = 'one') =>
    readBatch(hub, owner, account, {
      orders: [order({ nativeOrderId: native, lines: [line(overrides)] })],
    });
  const claimed = (overrides: Parameters<typeof claim>[0]) =>
    readBatch(hub, owner, account, { claims: [claim({ nativeOrderId: 'one', ...overrides })] });
  const part = (quantity: number | null) => [
    { nativeLineId: 'box-1:70071284034', nativeItemId: ITEM, quantity },
  ];
  /** On hand and reserved; the ledger must agree with itself whenever somebody looks. */
  const levels = (of: SkuId = sku) =>
    inside(async (scope) => {
      expect(await verifyStock(scope)).toEqual([]);
      const found = (await availableOf(scope, [of])).get(of);
      return [found?.onHand, found?.reserved];
    });
  const movements = () =>
    inside(async ({ trx }) => {
      const { rows } = await sql<{ kind: string; quantity: number; balance_after: number }>`
        select kind, quantity, balance_after from stock_movements where sku_id = ${sku} order by id`.execute(
        trx,
      );
      return rows.map((row) => [row.kind, row.quantity, row.balance_after]);
    });
  const events = () =>
    inside(async ({ trx }) => {
      const { rows } = await sql<{ type: string; data: Record<string, unknown> }>`
        select type, data from events where type like 'stock.%' order by id`.execute(trx);
      return rows;
    });

  it('is kept when an order is seen, and sold when it has left, once however often it is read', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    for (let times = 0; times < 3; times += 1) await read({});
    expect(await levels()).toEqual([10, 6]);
    for (let times = 0; times < 3; times += 1)
      await read({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: PARCEL });
    expect(await levels()).toEqual([4, 0]);
    await read({ status: 'DELIVERED', nativeStatus: 'FINAL_DELIVERY', parcel: PARCEL });
    expect(await movements()).toEqual([
      ['receipt', 10, 10],
      ['sale', -6, 4],
    ]);
  });

  it('is sold when the marketplace has accepted the shipment, and not again when it is read', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    await read({ status: 'PREPARING', nativeStatus: 'INSTRUCT' });
    await inside(async (scope) => {
      const [id = orderId(1)] = await orderIdsOf(scope, account.id, ['one']);
      const [stored] = (await readLines(scope, [id])).get(id) ?? [];
      if (stored === undefined) throw new Error('the line was not stored');
      const { rows } = await sql<{ id: number }>`
        insert into commands (owner_id, account_id, kind, order_id, lane, key, payload, state, actor, cause)
        values (${owner}, ${account.id}, 'ship', ${id}, 'click', 'k', '{"kind": "ship"}', 'done', 'test', 'test')
        returning id`.execute(scope.trx);
      await applyAccepted(
        scope,
        [
          {
            command: commandId(rows[0]?.id ?? 0),
            order: id,
            line: stored.id,
            status: 'SHIPPED',
            nativeStatus: 'DEPARTURE',
            packageKey: null,
            parcel: { carrierId: 'cj', nativeCarrier: 'CJGLS', invoice: '1', shippedAt: PARCEL.shippedAt },
            shipBy: null,
            parts: null,
            held: null,
            canceled: null,
          },
        ],
        60_000,
      );
    });
    expect(await levels()).toEqual([4, 0]);
    // An old answer within the floor.
    await read({ status: 'PREPARING', nativeStatus: 'INSTRUCT' });
    expect(await levels()).toEqual([4, 0]);
  });

  it('stands for what was sold beyond it, and tells of it once', async () => {
    await inside((scope) => receive(scope, sku, 7, 'r'));
    await read({}, 'first');
    await read({}, 'second');
    await read({}, 'second');
    expect(await levels()).toEqual([7, 12]);
    const told = await events();
    expect(told.map(({ type }) => type)).toEqual(['stock.oversold', 'stock.out']);
    expect(told[0]?.data).toMatchObject({ native_order_id: 'second', short: 5, available: -5, code: 'SOCK' });
    await inside((scope) => receive(scope, sku, 20, 'more'));
    expect((await events()).map(({ type }) => type)).toEqual(['stock.oversold', 'stock.out', 'stock.back']);
  });

  it('is let go when an order is cancelled before it left, and kept again when the cancel is withdrawn', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    await read({});
    await claimed({ state: 'requested' });
    expect(await levels()).toEqual([10, 6]);
    await claimed({ state: 'done' });
    expect(await levels()).toEqual([10, 0]);
    await claimed({ state: 'withdrawn' });
    expect(await levels()).toEqual([10, 6]);
    expect(await movements()).toEqual([['receipt', 10, 10]]);
  });

  it('is let go in part when a part is cancelled', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    await read({});
    await claimed({ state: 'requested', lines: part(1) });
    await read({ shippableQuantity: 2 });
    expect(await levels()).toEqual([10, 6]);
    await claimed({ state: 'done', lines: part(1) });
    expect(await levels()).toEqual([10, 4]);
    await read({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: PARCEL, shippableQuantity: 2 });
    expect(await levels()).toEqual([6, 0]);
  });

  it('leaves in the parts that are told', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    const parts = [{ ...PARCEL, quantity: 1 }];
    await read({ status: 'PREPARING', nativeStatus: 'x', parts });
    expect(await levels()).toEqual([8, 4]);
    await read({ status: 'SHIPPED', nativeStatus: 'y', parcel: PARCEL });
    expect(await levels()).toEqual([4, 0]);
  });

  it('comes back by itself only when a shipment was taken back, never by a cancel of what has left', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    await read({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: PARCEL });
    expect(await levels()).toEqual([4, 0]);
    await read({ status: 'PREPARING', nativeStatus: 'INSTRUCT' });
    expect(await levels()).toEqual([10, 6]);
    await read({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: PARCEL });
    await claimed({ state: 'done' });
    expect(await levels()).toEqual([4, 0]);
    expect(await movements()).toEqual([
      ['receipt', 10, 10],
      ['sale', -6, 4],
      ['cancel_back', 6, 10],
      ['sale', -6, 4],
    ]);
  });

  it('is kept for an exchange that is asked for, and gone when it was sent', async () => {
    await inside((scope) => receive(scope, sku, 20, 'r'));
    await read({ status: 'DELIVERED', nativeStatus: 'FINAL_DELIVERY', parcel: PARCEL });
    const exchange = { kind: 'exchange', nativeClaimId: 'E1', lines: part(1) } as const;
    await claimed({ ...exchange, state: 'requested' });
    expect(await levels()).toEqual([14, 2]);
    await claimed({ ...exchange, state: 'collected' });
    expect(await levels()).toEqual([14, 2]);
    await claimed({ ...exchange, state: 'reshipped' });
    await claimed({ ...exchange, state: 'done' });
    expect(await levels()).toEqual([12, 0]);
    await claimed({ ...exchange, nativeClaimId: 'E2', state: 'approved' });
    expect(await levels()).toEqual([12, 2]);
    await claimed({ kind: 'return', nativeClaimId: 'E2', lines: part(1), state: 'approved' });
    expect(await levels()).toEqual([12, 0]);
  });

  it('is not touched by what left, or was cancelled, before anybody counted', async () => {
    await read({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: { ...PARCEL, shippedAt: null } });
    await read({}, 'open');
    expect(await levels()).toEqual([0, 0]);
    await inside((scope) => receive(scope, sku, 10, 'r'));
    expect(await levels()).toEqual([10, 6]);
    await read({
      status: 'CONFIRMED',
      nativeStatus: 'FINAL_DELIVERY',
      parcel: { ...PARCEL, shippedAt: null },
    });
    expect(await levels()).toEqual([10, 6]);
    const old = { ...PARCEL, shippedAt: '2026-11-01T00:00:00.000Z' };
    await read({ status: 'DELIVERED', nativeStatus: 'FINAL_DELIVERY', parcel: old }, 'history');
    expect(await levels()).toEqual([10, 6]);
    expect(await events()).toEqual([]);
  });

  it('catches up with orders of an item when it is linked, and lets go when the link is taken away', async () => {
    await inside(async (scope) => {
      await receive(scope, sku, 10, 'r');
      await receive(scope, other, 10, 'r');
      await setLinks(scope, item, []);
    });
    await read({});
    expect(await levels()).toEqual([10, 0]);
    await inside(async (scope) => {
      await setLinks(scope, item, [
        { sku, quantity: 1 },
        { sku: other, quantity: 2 },
      ]);
      await reserveForLinks(scope, [item], [sku, other]);
    });
    expect(await levels()).toEqual([10, 3]);
    expect(await levels(other)).toEqual([10, 6]);
    await inside(async (scope) => {
      await setLinks(scope, item, [{ sku: other, quantity: 1 }]);
      await reserveForLinks(scope, [item], [sku, other]);
    });
    expect(await levels()).toEqual([10, 0]);
    expect(await levels(other)).toEqual([10, 3]);
  });

  it('leaves as it was linked then, whatever is linked later', async () => {
    await inside(async (scope) => {
      await receive(scope, sku, 10, 'r');
      await receive(scope, other, 10, 'r');
    });
    await read({ status: 'SHIPPED', nativeStatus: 'DEPARTURE', parcel: PARCEL });
    await inside(async (scope) => {
      await setLinks(scope, item, [{ sku: other, quantity: 5 }]);
      await reserveForLinks(scope, [item], [sku, other]);
    });
    expect(await levels()).toEqual([4, 0]);
    expect(await levels(other)).toEqual([10, 0]);
  });

  it('is taken from a place that has enough', async () => {
    await inside((scope) => receive(scope, sku, 2, 'r'));
    const { rows } = await inside(async (scope) => {
      const place = await addLocation(scope, '제2창고');
      if (place === undefined) throw new Error('the place was not made');
      await moveStock(scope, [{ ...move(sku, 'receipt', 10, 'there'), location: place.id }]);
      return { rows: [place] };
    });
    await read({});
    const held = await inside(({ trx }) =>
      sql<{ location_id: number; reserved: number }>`
        select location_id, reserved from stock_levels where reserved > 0`.execute(trx),
    );
    expect(held.rows).toEqual([{ location_id: rows[0]?.id, reserved: 6 }]);
  });

  it('is let go when the shop is disconnected', async () => {
    await inside((scope) => receive(scope, sku, 10, 'r'));
    await read({});
    await inside((scope) => disconnectAccount(scope, account.id));
    expect(await levels()).toEqual([10, 0]);
  });

  it('keeps its number when a count says so, and open orders stay reserved', async () => {
    await read({});
    await inside((scope) =>
      countStock(scope, {
        sku,
        location: null,
        quantity: 9,
        cause: { kind: 'product', ref: 'c' },
        actor: 'test',
      }),
    );
    expect(await levels()).toEqual([9, 6]);
  });
});
