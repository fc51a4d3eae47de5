import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnerId, SkuId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { availableOf } from '../../src/store/stock/available.ts';
import { reserveIfEnough } from '../../src/store/stock/hold.ts';
import { type HoldDesk, openHoldDesk } from '../../src/store/stock/hold-desk.ts';
import { verifyStock } from '../../src/store/stock/verify.ts';
import { newPlace } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { line, order } from '../harness/snapshots.ts';
import { addItem, addSkus, readBatch, receive, setLinks } from './shelf.ts';

const BUYERS = 64;

describe('the last ten units', () => {
  let db: Database;
  let hub: Hub;

  beforeAll(async () => {
    const place = await newPlace('PostgreSQL');
    db = await openDatabase(place.kind === 'server' ? { ...place, connections: BUYERS } : place);
    hub = await newHub(db);
  });

  afterAll(async () => {
    await hub.close();
    await db.close();
  });

  async function tenSocks(): Promise<{ readonly owner: OwnerId; readonly sku: SkuId }> {
    const owner = await createOwner(db, 'seller');
    const sku = await asOwner(db, owner, async (scope) => {
      const [made] = await addSkus(scope, ['SOCK']);
      if (made === undefined) throw new Error('no SKU was made');
      await receive(scope, made, 10, 'delivery');
      return made;
    });
    return { owner, sku };
  }

  const levels = (owner: OwnerId, sku: SkuId) =>
    asOwner(db, owner, async (scope) => {
      expect(await verifyStock(scope)).toEqual([]);
      return (await availableOf(scope, [sku])).get(sku);
    });

  const TEN_WINNERS = 'go to ten of sixty-four who ask at once, each of whom asks three times';

  it(
    TEN_WINNERS,
    () => race((owner, wish) => asOwner(db, owner, (scope) => reserveIfEnough(scope, wish))),
    120_000,
  );

  it(`${TEN_WINNERS}, at the desks of two processes`, () => {
    const [one, other] = [openHoldDesk(db), openHoldDesk(db)];
    let asked = 0;
    // Sixty-four is no multiple of three: each buyer asks at both.
    return race((owner, wish) => (asked++ % 3 === 0 ? one : other).reserve(owner, wish));
  }, 120_000);

  async function race(ask: HoldDesk['reserve']): Promise<void> {
    const { owner, sku } = await tenSocks();
    const buyers = Array.from({ length: BUYERS }, (_, buyer) => buyer);
    const answers = await Promise.all(
      [...buyers, ...buyers, ...buyers].map(async (buyer) => {
        const { kind } = await ask(owner, { ref: `buyer ${buyer}`, skus: [{ sku, quantity: 1 }] });
        return { buyer, got: kind };
      }),
    );
    const of = (got: string) => answers.filter((answer) => answer.got === got);
    expect(of('reserved')).toHaveLength(10);
    const winners = new Set(of('reserved').map(({ buyer }) => buyer));
    expect(winners.size).toBe(10);
    for (const { buyer } of of('known')) expect(winners).toContain(buyer);
    expect(of('known')).toHaveLength(20);
    expect(await levels(owner, sku)).toMatchObject({ onHand: 10, reserved: 10, available: 0 });
  }

  it('all go where marketplaces have sold them, to whoever bought, and the hub says how many lack', async () => {
    const { owner, sku } = await tenSocks();
    const shops = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { account } = await connectShop(hub, {
          owner,
          platform: 'coupang',
          baseUrl: 'http://127.0.0.1:9',
          credentials: { access_key: 'ak', secret_key: 'sk-of-a-shop', vendor_id: 'A00012345' },
        });
        await asOwner(db, owner, async (scope) =>
          setLinks(scope, await addItem(scope, account, '70071284034'), [{ sku, quantity: 1 }]),
        );
        return account;
      }),
    );
    const sale = (buyer: number) => {
      const shop = shops[buyer % shops.length];
      if (shop === undefined) throw new Error('no shop');
      const lines = [line({ quantity: 1, shippableQuantity: 1 })];
      return readBatch(hub, owner, shop, { orders: [order({ nativeOrderId: `o-${buyer}`, lines })] });
    };
    const buyers = Array.from({ length: BUYERS }, (_, buyer) => buyer);
    await Promise.all([...buyers, ...buyers].map(sale));
    expect(await levels(owner, sku)).toMatchObject({ onHand: 10, reserved: 64, available: -54 });
  }, 120_000);
});
