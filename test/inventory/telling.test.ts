import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListingItemId, OwnerId, SkuId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { tellShops } from '../../src/engine/inventory/tell-shops.ts';
import type { Account } from '../../src/store/accounts.ts';
import { noteAllStock } from '../../src/store/inventory/changes.ts';
import { listDrift } from '../../src/store/inventory/drift.ts';
import { changeItemTerms } from '../../src/store/inventory/offer-terms.ts';
import { listOffersOfSku } from '../../src/store/inventory/offers-of-sku.ts';
import { oversellWindows } from '../../src/store/inventory/pushes.ts';
import { noteShown } from '../../src/store/inventory/read-back.ts';
import { writeStockSettings } from '../../src/store/inventory/settings.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { reserveForLinks } from '../../src/store/stock/follow-orders.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { line, order } from '../harness/snapshots.ts';
import { addItem, addSkus, readBatch, receive, setLinks } from '../stock/shelf.ts';

const ITEM = '70071284034';
const PAGE = { limit: 10, after: null };

describe.each(DATABASE_KINDS)('shops are told of stock on %s', (kind) => {
  let hub: Hub;
  let owner: OwnerId;
  let selling: Account;
  let other: Account;
  let sku: SkuId;
  let mine: ListingItemId;
  let theirs: ListingItemId;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  beforeEach(async () => {
    owner = await createOwner(hub.db, 'seller');
    const shop = {
      owner,
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:9',
      credentials: { access_key: 'ak', secret_key: 'sk-of-a-shop', vendor_id: 'A00012345' },
    };
    ({ account: selling } = await connectShop(hub, shop));
    ({ account: other } = await connectShop(hub, shop));
    await inside(async (scope) => {
      [sku = none()] = await addSkus(scope, ['SOCK']);
      mine = await addItem(scope, selling, ITEM);
      theirs = await addItem(scope, other, '8001');
      for (const item of [mine, theirs]) await setLinks(scope, item, [{ sku, quantity: 1 }]);
      await reserveForLinks(scope, [mine, theirs], [sku]);
    });
  });

  const none = (): never => {
    throw new Error('no such SKU');
  };
  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, owner, work);
  const tell = () => tellShops(hub, owner, new AbortController().signal);
  const counted = async (quantity: number, ref: string) => {
    await inside((scope) => receive(scope, sku, quantity, ref));
    await tell();
  };
  const sold = (quantity: number, native = 'one', ago = 0) =>
    readBatch(hub, owner, selling, {
      orders: [
        order({
          nativeOrderId: native,
          orderedAt: new Date(Date.now() - ago).toISOString(),
          lines: [line({ quantity, shippableQuantity: quantity })],
        }),
      ],
    });

  /** What waits to be told, as `<account> <quantity>`. */
  const waiting = () =>
    inside(async ({ trx }) => {
      const { rows } = await sql<{ account_id: number; quantity: number }>`
        select account_id, (payload->>'quantity')::integer as quantity from commands
        where owner_id = ${owner} and state = 'pending' order by account_id`.execute(trx);
      return rows.map((row) => [row.account_id, row.quantity]);
    });
  /** As if every command had been carried out a while ago, in minutes. */
  const carriedOut = (ago = 60) =>
    sql`
      with done as (
        update commands set state = 'done', finished_at = now() - make_interval(secs => ${ago * 60}) where owner_id = ${owner} and state = 'pending' returning id)
      update command_items set state = 'done' where command_id in (select id from done)`.execute(hub.db.root);
  const wanted = (item: ListingItemId) =>
    inside(async ({ trx }) => {
      const { rows } = await sql<{ wanted_quantity: number | null }>`
        select wanted_quantity from listing_items where id = ${item}`.execute(trx);
      return rows[0]?.wanted_quantity;
    });
  const settled = () =>
    sql`update listing_items set wanted_at = now() - interval '10 minutes' where owner_id = ${owner}`.execute(
      hub.db.root,
    );
  const shows = (account: Account, nativeItemId: string, quantity: number) =>
    inside((scope) =>
      noteShown(scope, account.id, [{ nativeItemId, quantity, price: null, currency: null, onSale: null }]),
    );

  it('says nothing of what nobody has counted', async () => {
    await inside((scope) => noteAllStock(scope, {}));
    await tell();
    expect(await waiting()).toEqual([]);
  });

  it('tells every shop what there is, and the same again is told nobody', async () => {
    await counted(10, 'a');
    expect(await waiting()).toEqual([
      [selling.id, 10],
      [other.id, 10],
    ]);
    await carriedOut();
    await inside((scope) => noteAllStock(scope, {}));
    await tell();
    expect(await waiting()).toEqual([]);
  });

  it('tells the other shops of a sale, and not the one that has sold', async () => {
    await shows(selling, ITEM, 10);
    await shows(other, '8001', 10);
    await counted(10, 'a');
    await carriedOut();
    await sold(4);
    await tell();
    expect(await waiting()).toEqual([[other.id, 6]]);
    expect(await wanted(mine)).toBe(6);
    // It shows what it has left, though nobody has read it since; the other still shows what it was told.
    const offers = await inside((scope) => listOffersOfSku(scope, sku));
    expect(offers.map(({ account_id, shown }) => [account_id, shown])).toEqual([
      [selling.id, 6],
      [other.id, 10],
    ]);
    await carriedOut(0);
    const [window] = await inside((scope) => oversellWindows(scope, 7));
    expect(window).toMatchObject({ from: selling.id, to: other.id, count: 1, open: 0 });
    expect(window?.p50Ms).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['came to it after the sale', 1],
    ['may have come to it after the sale, as far as clocks can be trusted', 5.5],
  ])('tells the shop that has sold as well when its last number %s', async (_when, ago) => {
    await counted(10, 'a');
    await carriedOut(ago);
    await sold(4, 'one', 5 * 60_000);
    await tell();
    expect(await waiting()).toEqual([
      [selling.id, 6],
      [other.id, 6],
    ]);
  });

  it('tells the shop that has sold as well while its last number is on its way', async () => {
    await counted(10, 'a');
    await carriedOut();
    await counted(5, 'b');
    await sold(4);
    await tell();
    expect(await waiting()).toEqual([
      [selling.id, 11],
      [other.id, 11],
    ]);
  });

  it('tells the shop of a sale as well where it sells the same in two places', async () => {
    await inside(async (scope) => {
      const again = await addItem(scope, selling, '8002');
      await setLinks(scope, again, [{ sku, quantity: 1 }]);
      await reserveForLinks(scope, [again], [sku]);
    });
    await counted(10, 'a');
    await carriedOut();
    await sold(4);
    await tell();
    expect(await waiting()).toEqual([
      [selling.id, 6],
      [selling.id, 6],
      [other.id, 6],
    ]);
  });

  it('makes one number of many sales, the newest, and counts the window from the first', async () => {
    await counted(10, 'a');
    await carriedOut();
    for (const nth of [1, 2, 3]) {
      await sold(1, `order ${nth}`);
      await tell();
    }
    expect(await waiting()).toEqual([[other.id, 7]]);
    await carriedOut();
    expect(await inside((scope) => oversellWindows(scope, 7))).toMatchObject([{ count: 3, open: 0 }]);
  });

  it('tells nobody before it is asked where the owner wants it so', async () => {
    await tell();
    await inside((scope) => writeStockSettings(scope, { continuous: false, lastUnits: null }));
    await counted(10, 'a');
    expect(await waiting()).toEqual([]);
    await inside((scope) => noteAllStock(scope, {}));
    await tell();
    expect(await waiting()).toHaveLength(2);
  });

  it('leaves the last units to one shop', async () => {
    await inside((scope) =>
      writeStockSettings(scope, { continuous: true, lastUnits: { from: 3, account: other.id } }),
    );
    await counted(3, 'a');
    expect(await waiting()).toEqual([
      [selling.id, 0],
      [other.id, 3],
    ]);
  });

  it('keeps a buffer and a share back, and leaves alone what does not follow', async () => {
    await counted(10, 'a');
    await carriedOut();
    await inside((scope) => changeItemTerms(scope, theirs, { buffer: 2, sharePercent: 50 }));
    await tell();
    expect(await waiting()).toEqual([[other.id, 4]]);
    await carriedOut();
    await inside((scope) => changeItemTerms(scope, theirs, { follows: false }));
    await counted(10, 'b');
    expect(await waiting()).toEqual([[selling.id, 20]]);
  });

  it('sets right at once what shows more than it was told', async () => {
    await counted(10, 'a');
    await carriedOut();
    await settled();
    expect(await shows(other, '8001', 99)).toMatchObject({ drifting: 1 });
    expect(await inside((scope) => listDrift(scope, PAGE))).toMatchObject([
      { wanted: 10, shown: 99, confirmed: true },
    ]);
    await tell();
    expect(await waiting()).toEqual([[other.id, 10]]);
    expect(await inside((scope) => listDrift(scope, PAGE))).toEqual([]);
  });

  it('takes less than it was told for a sale until orders were read', async () => {
    await counted(10, 'a');
    await carriedOut();
    await settled();
    expect(await shows(other, '8001', 8)).toMatchObject({ drifting: 0 });
    expect(await inside((scope) => listDrift(scope, PAGE))).toMatchObject([{ shown: 8, confirmed: false }]);
    await tell();
    expect(await waiting()).toEqual([]);
    await sql`
      insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status, started_at)
      values (${owner}, ${other.id}, 'coupang', 'orders', 'schedule', 'success', now())`.execute(hub.db.root);
    expect(await shows(other, '8001', 8)).toMatchObject({ drifting: 1 });
    await tell();
    expect(await waiting()).toEqual([[other.id, 10]]);
  });

  it('says nothing against a number that is on its way', async () => {
    await counted(10, 'a');
    await settled();
    expect(await shows(other, '8001', 3)).toMatchObject({ drifting: 0 });
    expect(await inside((scope) => listDrift(scope, PAGE))).toEqual([]);
  });
});
