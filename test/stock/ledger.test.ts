import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListingItemId, OwnerId, SkuId } from '../../src/domain/ids.ts';
import { locationId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import type { Account } from '../../src/store/accounts.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { availableOf } from '../../src/store/stock/available.ts';
import { reserveForLinks } from '../../src/store/stock/follow-orders.ts';
import { releaseHold, reserveIfEnough } from '../../src/store/stock/hold.ts';
import { addLocation } from '../../src/store/stock/locations.ts';
import { holdLinks } from '../../src/store/stock/lock.ts';
import { moveStock } from '../../src/store/stock/move.ts';
import { verifyStock } from '../../src/store/stock/verify.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { claim, line, order } from '../harness/snapshots.ts';
import { addItem, addSkus, move, readBatch, receive, setLinks } from './shelf.ts';

/** What a crash does to a transaction that is about to commit. */
class Crash extends Error {}

const PARCEL = { nativeCarrier: 'CJGLS', invoice: '1', shippedAt: '2100-01-01T00:00:00.000Z' };
const ITEMS = ['one sock', 'box of socks'] as const;
const ORDERS = ['o-1', 'o-2', 'o-3'] as const;

type Step =
  | {
      readonly do: 'order';
      readonly order: string;
      readonly item: string;
      readonly status: 'PAID' | 'SHIPPED' | 'CANCELED';
      readonly quantity: number;
    }
  | {
      readonly do: 'claim';
      readonly order: string;
      readonly kind: 'cancel' | 'return' | 'exchange';
      readonly state: 'requested' | 'done' | 'withdrawn';
      readonly quantity: number;
    }
  | {
      readonly do: 'move';
      readonly sku: 0 | 1;
      readonly kind: 'receipt' | 'correction' | 'count' | 'transfer_out';
      readonly quantity: number;
      readonly ref: string;
    }
  | { readonly do: 'link'; readonly item: 0 | 1; readonly quantities: readonly [number, number] }
  | { readonly do: 'hold' | 'release'; readonly ref: string; readonly quantity: number };

const refs = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('order' as const),
    order: fc.constantFrom(...ORDERS),
    item: fc.constantFrom(...ITEMS),
    status: fc.constantFrom('PAID', 'SHIPPED', 'CANCELED'),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    do: fc.constant('claim' as const),
    order: fc.constantFrom(...ORDERS),
    kind: fc.constantFrom('cancel', 'return', 'exchange'),
    state: fc.constantFrom('requested', 'done', 'withdrawn'),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    do: fc.constant('move' as const),
    sku: fc.constantFrom(0, 1),
    kind: fc.constantFrom('receipt', 'correction', 'count', 'transfer_out'),
    quantity: fc.integer({ min: -5, max: 9 }),
    ref: refs,
  }),
  fc.record({
    do: fc.constant('link' as const),
    item: fc.constantFrom(0, 1),
    quantities: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })),
  }),
  fc.record({
    do: fc.constantFrom('hold' as const, 'release' as const),
    ref: refs,
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
);

describe.each(DATABASE_KINDS)('the stock ledger on %s', (kind) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });

  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  interface Shelf {
    readonly owner: OwnerId;
    readonly account: Account;
    readonly skus: readonly SkuId[];
    readonly items: readonly ListingItemId[];
    readonly elsewhere: number;
  }

  async function newShelf(): Promise<Shelf> {
    const owner = await createOwner(hub.db, 'seller');
    const { account } = await connectShop(hub, {
      owner,
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: { access_key: 'ak', secret_key: 'sk-of-a-shop', vendor_id: 'A00012345' },
    });
    return asOwner(hub.db, owner, async (scope) => {
      const skus = await addSkus(scope, ['SOCK', 'BOX']);
      const items = [await addItem(scope, account, ITEMS[0]), await addItem(scope, account, ITEMS[1])];
      const place = await addLocation(scope, '제2창고');
      if (place === undefined) throw new Error('the place was not made');
      return { owner, account, skus, items, elsewhere: place.id };
    });
  }

  function take(shelf: Shelf, step: Step): Promise<unknown> {
    const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) =>
      asOwner(hub.db, shelf.owner, work);
    const [sock, box] = shelf.skus;
    if (sock === undefined || box === undefined) throw new Error('no SKU was made');
    switch (step.do) {
      case 'order': {
        const { item, status, quantity } = step;
        const lines = [
          line({
            nativeLineId: item,
            nativeItemId: item,
            status,
            nativeStatus: status,
            quantity,
            shippableQuantity: quantity,
            parcel: status === 'SHIPPED' ? PARCEL : null,
          }),
        ];
        return readBatch(hub, shelf.owner, shelf.account, {
          orders: [order({ nativeOrderId: step.order, lines })],
        });
      }
      case 'claim': {
        const lines = [{ nativeLineId: ITEMS[0], nativeItemId: ITEMS[0], quantity: step.quantity }];
        const nativeClaimId = `${step.order} ${step.kind}`;
        return readBatch(hub, shelf.owner, shelf.account, {
          claims: [claim({ ...step, nativeClaimId, nativeOrderId: step.order, lines })],
        });
      }
      case 'move': {
        const { kind, quantity, ref } = step;
        const some = kind === 'correction' ? quantity : Math.abs(quantity) + 1;
        const to = kind === 'transfer_out' ? locationId(shelf.elsewhere) : null;
        const one = { ...move(step.sku === 0 ? sock : box, kind, some, `${kind} ${ref}`), to };
        return inside((scope) => moveStock(scope, [one]));
      }
      case 'link': {
        const item = shelf.items[step.item];
        if (item === undefined) throw new Error('no item was made');
        const parts = [
          { sku: sock, quantity: step.quantities[0] },
          { sku: box, quantity: step.quantities[1] },
        ].filter(({ quantity }) => quantity > 0);
        return inside(async (scope) => {
          await holdLinks(scope, 'links');
          await setLinks(scope, item, parts);
          await reserveForLinks(scope, [item], [sock, box]);
        });
      }
      case 'hold':
        return inside((scope) =>
          reserveIfEnough(scope, { ref: step.ref, skus: [{ sku: sock, quantity: step.quantity }] }),
        );
      case 'release':
        return inside((scope) => releaseHold(scope, step.ref));
    }
  }

  const state = ({ owner, skus }: Shelf) =>
    asOwner(hub.db, owner, async (scope) => ({
      faults: await verifyStock(scope),
      levels: [...(await availableOf(scope, skus)).values()].map(({ onHand, reserved }) => [
        onHand,
        reserved,
      ]),
      movements: (await sql<{ n: number }>`select count(*) as n from stock_movements`.execute(scope.trx))
        .rows[0]?.n,
    }));

  it('always is the sum of its movements, and what is told again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 20 }), async (told) => {
        const shelf = await newShelf();
        for (const step of told) {
          await take(shelf, step);
          const once = await state(shelf);
          expect(once.faults).toEqual([]);
          // A release makes room for a hold that was refused before; everything else is the same the second time.
          await take(shelf, step);
          expect(await state(shelf)).toEqual(once);
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('agrees with itself whatever happens at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 24 }), async (told) => {
        const shelf = await newShelf();
        const twice = told.flatMap((step) => [step, step]);
        // A shop is read by one at a time; everybody else does what he wants.
        const isRead = (step: Step) => step.do === 'order' || step.do === 'claim';
        const reading = async () => {
          for (const step of twice.filter(isRead)) await take(shelf, step);
        };
        await Promise.all([
          reading(),
          ...twice.filter((step) => !isRead(step)).map((step) => take(shelf, step)),
        ]);
        expect((await state(shelf)).faults).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 120_000);

  it('ends the same after a crash before the commit and a second telling', async () => {
    const shelf = await newShelf();
    const [sku] = shelf.skus;
    if (sku === undefined) throw new Error('no SKU was made');
    const work = (scope: OwnerScope) => receive(scope, sku, 5, 'delivery');
    const crashed = asOwner(hub.db, shelf.owner, async (scope) => {
      await work(scope);
      throw new Crash();
    });
    await expect(crashed).rejects.toThrow(Crash);
    expect((await state(shelf)).levels).toEqual([
      [0, 0],
      [0, 0],
    ]);
    await asOwner(hub.db, shelf.owner, work);
    expect(await state(shelf)).toMatchObject({ faults: [], movements: 1 });
  });

  it('is only ever added to', async () => {
    const shelf = await newShelf();
    const [sku] = shelf.skus;
    if (sku === undefined) throw new Error('no SKU was made');
    await asOwner(hub.db, shelf.owner, (scope) => receive(scope, sku, 5, 'delivery'));
    const inside = (statement: ReturnType<typeof sql>) =>
      asOwner(hub.db, shelf.owner, ({ trx }) => statement.execute(trx));
    await expect(inside(sql`update stock_movements set quantity = 6`)).rejects.toThrow(/permission denied/);
    await expect(inside(sql`delete from stock_movements`)).rejects.toThrow(/permission denied/);
    await expect(sql`update stock_movements set quantity = 6`.execute(hub.db.root)).rejects.toThrow(
      /only ever added to/,
    );
  });

  it('tells where its numbers are not what they should be', async () => {
    const shelf = await newShelf();
    const [sku] = shelf.skus;
    if (sku === undefined) throw new Error('no SKU was made');
    await asOwner(hub.db, shelf.owner, (scope) => receive(scope, sku, 5, 'delivery'));
    await asOwner(hub.db, shelf.owner, ({ trx }) =>
      sql`update stock_levels set on_hand = 6, reserved = 1`.execute(trx),
    );
    expect((await state(shelf)).faults).toMatchObject([
      { sku, field: 'on_hand', stands: 6, should: 5 },
      { sku, field: 'reserved', stands: 1, should: 0 },
    ]);
  });
});
