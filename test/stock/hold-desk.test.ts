import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locationId, type OwnerId, type SkuId } from '../../src/domain/ids.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { type HoldAnswer, type HoldWish, releaseHold, reserveIfEnough } from '../../src/store/stock/hold.ts';
import { type HoldDesk, openHoldDesk } from '../../src/store/stock/hold-desk.ts';
import { addLocation } from '../../src/store/stock/locations.ts';
import { moveStock } from '../../src/store/stock/move.ts';
import { verifyStock } from '../../src/store/stock/verify.ts';
import { DATABASE_KINDS, newPlace } from '../harness/databases.ts';
import { addSkus, move } from './shelf.ts';

const CODES = ['SOCK', 'BOX', 'LACE'] as const;

/** What lies of each SKU in the default place and in another one; null where nobody has counted it. */
type Shelf = readonly (readonly [number, number] | null)[];

/** A wish that names SKUs by their place on the shelf. */
interface Wished {
  readonly ref: string;
  readonly skus: readonly { readonly nth: number; readonly quantity: number }[];
}

const shelves: fc.Arbitrary<Shelf> = fc.tuple(
  ...CODES.map(() =>
    fc.option(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })), { freq: 6 }),
  ),
);

const wishes: fc.Arbitrary<Wished> = fc.record({
  ref: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  skus: fc.uniqueArray(
    fc.record({
      nth: fc.integer({ min: 0, max: CODES.length - 1 }),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
    { selector: ({ nth }) => nth, minLength: 1, maxLength: CODES.length },
  ),
});

describe.each(DATABASE_KINDS)('the hold desk on %s', (kind) => {
  let place: DatabasePlace;
  let db: Database;
  let desk: HoldDesk;

  beforeAll(async () => {
    place = await newPlace(kind);
    db = await openDatabase(place);
    desk = openHoldDesk(db);
  });

  afterAll(() => db.close());

  interface Seller {
    readonly owner: OwnerId;
    readonly skus: readonly SkuId[];
  }

  async function sellerWith(shelf: Shelf): Promise<Seller> {
    const owner = await createOwner(db, 'seller');
    const skus = await asOwner(db, owner, async (scope) => {
      const made = await addSkus(scope, CODES);
      const elsewhere = await addLocation(scope, '제2창고');
      if (elsewhere === undefined) throw new Error('the place was not made');
      const counts = made.flatMap((sku, nth) =>
        [null, elsewhere.id].flatMap((location, side) => {
          const quantity = shelf[nth]?.[side];
          const one = move(sku, 'count', quantity ?? 0, `count ${side}`);
          return quantity === undefined
            ? []
            : [{ ...one, location: location === null ? null : locationId(location) }];
        }),
      );
      await moveStock(scope, counts);
      return made;
    });
    return { owner, skus };
  }

  function wishOf({ skus }: Seller, { ref, skus: parts }: Wished): HoldWish {
    return {
      ref,
      skus: parts.map(({ nth, quantity }) => {
        const sku = skus[nth];
        if (sku === undefined) throw new Error('no SKU was made');
        return { sku, quantity };
      }),
    };
  }

  const sockOf = (seller: Seller, ref: string) => wishOf(seller, { ref, skus: [{ nth: 0, quantity: 1 }] });

  /** What is kept where, and for whom; SKUs and places by their order, so that sellers can be compared. */
  const kept = ({ owner, skus }: Seller) =>
    asOwner(db, owner, async (scope) => {
      expect(await verifyStock(scope)).toEqual([]);
      const { rows } = await sql<{ sku: number; place: string; held: number; refs: readonly string[] }>`
        select l.sku_id - ${skus[0] ?? 0}::bigint as sku, p.name as place, l.reserved as held, array(
          select r.cause_ref from stock_reservations r
          where r.sku_id = l.sku_id and r.location_id = l.location_id order by r.cause_ref) as refs
        from stock_levels l join locations p on p.id = l.location_id order by 1, 2`.execute(scope.trx);
      return rows;
    });

  /** How many transactions wrote the holds that an owner has. */
  const transactionsOf = (owner: OwnerId) =>
    asOwner(db, owner, async ({ trx }) => {
      const { rows } = await sql<{ xmin: string }>`
        select distinct xmin::text from stock_reservations where owner_id = ${owner} order by 1`.execute(trx);
      return rows.map(({ xmin }) => xmin);
    });

  it('answers those who ask at once as if they had come one by one, and keeps the same for them', async () => {
    await fc.assert(
      fc.asyncProperty(
        shelves,
        fc.array(wishes, { minLength: 2, maxLength: 14 }),
        fc.nat({ max: 13 }),
        async (shelf, asked, cut) => {
          const gathered = await sellerWith(shelf);
          const oneByOne = await sellerWith(shelf);
          // Some come while the others are written.
          const early = asked.slice(0, cut).map((one) => desk.reserve(gathered.owner, wishOf(gathered, one)));
          await new Promise((resolve) => setImmediate(resolve));
          const late = asked.slice(cut).map((one) => desk.reserve(gathered.owner, wishOf(gathered, one)));
          const answers = await Promise.all([...early, ...late]);
          const inTurn: HoldAnswer[] = [];
          await asOwner(db, oneByOne.owner, async (scope) => {
            for (const one of asked) inTurn.push(await reserveIfEnough(scope, wishOf(oneByOne, one)));
          });
          const expected = reckon(shelf, asked);
          expect(answers).toEqual(expected.map((answer) => namedFor(gathered, answer)));
          expect(inTurn).toEqual(expected.map((answer) => namedFor(oneByOne, answer)));
          expect(await kept(gathered)).toEqual(await kept(oneByOne));
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  const namedFor = ({ skus }: Seller, answer: Reckoned) =>
    answer.kind === 'sold_out' ? { ...answer, sku: skus[answer.sku] } : answer;

  it('writes those who come together in one transaction, and never two owners in the same', async () => {
    const sellers = [await sellerWith([[50, 0]]), await sellerWith([[50, 0]])];
    await Promise.all(
      Array.from({ length: 30 }, (_, buyer) =>
        sellers.map((seller) => desk.reserve(seller.owner, sockOf(seller, `buyer ${buyer}`))),
      ).flat(),
    );
    const written = await Promise.all(sellers.map(({ owner }) => transactionsOf(owner)));
    expect(written.map(({ length }) => length)).toEqual([1, 1]);
    expect(new Set(written.flat()).size).toBe(2);
  });

  it('does not let one who cannot be served fail the others of his transaction', async () => {
    const seller = await sellerWith([[3, 0]]);
    // No text of PostgreSQL can hold a NUL.
    const refs = ['first', 'second \0', 'third', 'fourth', 'fifth'];
    const ended = await Promise.allSettled(
      refs.map((ref) => desk.reserve(seller.owner, sockOf(seller, ref))),
    );
    expect(ended.map((one) => (one.status === 'fulfilled' ? one.value.kind : one.status))).toEqual([
      'reserved',
      'rejected',
      'reserved',
      'reserved',
      'sold_out',
    ]);
    expect((await kept(seller))[0]).toMatchObject({ held: 3, refs: ['first', 'fourth', 'third'] });
  });

  it('refuses what is no hold, and whoever would wait for it within a transaction', async () => {
    const seller = await sellerWith([[3, 0]]);
    const { owner, skus } = seller;
    const [sock] = skus;
    if (sock === undefined) throw new Error('no SKU was made');
    for (const parts of [
      [],
      [{ sku: sock, quantity: 0 }],
      [{ sku: sock, quantity: 1.5 }],
      [
        { sku: sock, quantity: 1 },
        { sku: sock, quantity: 1 },
      ],
    ]) {
      await expect(desk.reserve(owner, { ref: 'no hold', skus: parts })).rejects.toThrow(RangeError);
    }
    await expect(asOwner(db, owner, () => desk.reserve(owner, sockOf(seller, 'inside')))).rejects.toThrow(
      /inside a transaction/,
    );
    expect((await kept(seller))[0]).toMatchObject({ held: 0, refs: [] });
  });

  it('does not take up again what was let go', async () => {
    const seller = await sellerWith([[1, 0]]);
    const ask = (ref: string) => desk.reserve(seller.owner, sockOf(seller, ref));
    expect(await ask('mine')).toEqual({ kind: 'reserved' });
    await asOwner(db, seller.owner, (scope) => releaseHold(scope, 'mine'));
    expect(await Promise.all([ask('mine'), ask('yours'), ask('theirs')])).toEqual([
      { kind: 'known' },
      { kind: 'reserved' },
      { kind: 'sold_out', sku: seller.skus[0], available: 0 },
    ]);
  });

  /** Has the first SKU held by somebody else while `work` is done; he lets go when he is told to, or at the end. */
  async function whileHeld(
    { skus }: Seller,
    work: (watcher: pg.Client, letGo: () => Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    if (place.kind !== 'server') throw new Error('a server has an address');
    const holder = new pg.Client({ connectionString: place.url });
    // What others do is seen in a transaction as it was when that first looked.
    const watcher = new pg.Client({ connectionString: place.url });
    await Promise.all([holder.connect(), watcher.connect()]);
    try {
      await holder.query('begin');
      await holder.query('select from sku_stock where sku_id = $1 for update', [skus[0]]);
      await work(watcher, () => holder.query('commit'));
    } finally {
      await Promise.all([holder.end(), watcher.end()]);
    }
  }

  it.runIf(kind === 'PostgreSQL')('gathers whoever comes while others are written', async () => {
    const seller = await sellerWith([[50, 0]]);
    const ask = (ref: string) => desk.reserve(seller.owner, sockOf(seller, ref));
    await whileHeld(seller, async (watcher, letGo) => {
      const first = ask('first');
      await waiting(watcher);
      const later: Promise<HoldAnswer>[] = [];
      for (let buyer = 0; buyer < 20; buyer++) {
        later.push(ask(`buyer ${buyer}`));
        await watcher.query('select 1');
      }
      await letGo();
      await Promise.all([first, ...later]);
    });
    expect(await transactionsOf(seller.owner)).toHaveLength(2);
  });

  it.runIf(kind === 'PostgreSQL')('tells nobody yes before the commit', async () => {
    const seller = await sellerWith([[50, 0]]);
    const refs = ['one', 'two', 'three'];
    await whileHeld(seller, async (watcher) => {
      const asked = Promise.allSettled(refs.map((ref) => desk.reserve(seller.owner, sockOf(seller, ref))));
      for (const pid of await waiting(watcher)) {
        await watcher.query('select pg_terminate_backend($1)', [pid]);
      }
      expect((await asked).map(({ status }) => status)).toEqual(refs.map(() => 'rejected'));
    });
    const anotherProcess = await openDatabase(place);
    const another = openHoldDesk(anotherProcess);
    const again = refs.map((ref) => another.reserve(seller.owner, sockOf(seller, ref)));
    expect((await Promise.all(again)).map((answer) => answer.kind)).toEqual(refs.map(() => 'reserved'));
    await anotherProcess.close();
  });
});

/** The processes that wait for a lock in this database, once there is one. */
async function waiting(client: pg.Client): Promise<readonly number[]> {
  for (;;) {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return rows.map(({ pid }) => pid);
  }
}

type Reckoned =
  | { readonly kind: 'reserved' | 'known' }
  | { readonly kind: 'sold_out'; readonly sku: number; readonly available: number };

/** What holds are to be answered, reckoned one by one; SKUs by their place on the shelf. */
function reckon(shelf: Shelf, asked: readonly Wished[]): readonly Reckoned[] {
  const free = shelf.map((places) => (places === null ? 0 : places[0] + places[1]));
  const made = new Set<string>();
  return asked.map(({ ref, skus }): Reckoned => {
    if (made.has(ref)) return { kind: 'known' };
    const lacking = skus.find(({ nth, quantity }) => (free[nth] ?? 0) < quantity);
    if (lacking !== undefined)
      return { kind: 'sold_out', sku: lacking.nth, available: free[lacking.nth] ?? 0 };
    made.add(ref);
    for (const { nth, quantity } of skus) free[nth] = (free[nth] ?? 0) - quantity;
    return { kind: 'reserved' };
  });
}
