import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedShop } from '../../src/engine/open-shop.ts';
import { proves } from './proves.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';
import { byId } from './worlds/by-id.ts';

/** What a shop has under a dotted path such as `orders.ship`; undefined where it lacks a step of it. */
function reach(shop: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((place, step) => {
    if (typeof place !== 'object' || place === null) return undefined;
    return Object.getOwnPropertyDescriptor(place, step)?.value;
  }, shop);
}

/** Every write a shop may offer, by the name it is promised under, and where it stands. */
const WRITES = {
  acknowledge: 'orders.acknowledge',
  ship: 'orders.ship',
  changeInvoice: 'orders.changeInvoice',
  delay: 'orders.delay',
  split: 'orders.split',
  hold: 'orders.hold',
  release: 'orders.release',
  cancel: 'orders.cancel',
  'stock.set': 'stock.set',
  'prices.set': 'prices.set',
  'catalog.publish': 'catalog.publish',
  'catalog.setOnSale': 'catalog.setOnSale',
} as const;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('the connection: $name', (cast) => {
  const { edition } = cast;
  let scene: Scene;
  let opened: OpenedShop;

  beforeAll(async () => {
    scene = await stage.open(cast, { orders: 30 });
    opened = await scene.connected();
  });

  test('the test of the keys succeeds, and names the shop where the marketplace does', async () => {
    const report = await opened.shop.test();
    if (cast.world.namesShop) expect(report.shopName).toContain(scene.market.shop.shop);
    else expect(report.shopName).toBeNull();
    expect(report.checks.length).toBeGreaterThan(1);
    proves(cast, 'test');
  });

  test('a key that was replaced is told as wrong, and as expired once its day has come', async () => {
    const another = await stage.open(cast);
    await another.market.reissueKey();
    const reasonAt = async (keyExpiresAt: Date | null) => {
      await another.setKeyExpiry(keyExpiresAt);
      const { shop } = await another.connected();
      return shop.test().catch((error: unknown) => reach(error, 'trouble.reason'));
    };
    expect(await reasonAt(null)).toBe('wrong_key');
    expect(await reasonAt(new Date(Date.now() + 86_400_000))).toBe('wrong_key');
    expect(await reasonAt(new Date(Date.now() - 86_400_000))).toBe('expired_key');
  });

  test('every write that is promised is there, and no other', () => {
    const offered = Object.entries(WRITES).flatMap(([name, path]) =>
      reach(opened.shop, path) === undefined ? [] : [name],
    );
    expect(offered.sort()).toEqual(Object.keys(edition.promises).sort());
    expect(offered).toContain('ship');
  });

  test('what is called unsupported is really lacking, and the seller is told what to do instead', () => {
    expect(edition.unsupported).not.toEqual([]);
    for (const { operation, reason, instead } of edition.unsupported) {
      expect(reach(opened.shop, operation), operation).toBeUndefined();
      for (const text of [reason.ko, reason.en, instead.ko, instead.en]) {
        expect(text.length, operation).toBeGreaterThan(10);
      }
    }
  });

  test('a write that is lacking is called unsupported', () => {
    // Of orders: a desk for things on sale that is missing may only not be built yet.
    const lacking = Object.values(WRITES).filter(
      (path) => path.startsWith('orders.') && reach(opened.shop, path) === undefined,
    );
    const named = edition.unsupported.map(({ operation }) => operation);
    for (const path of lacking) expect(named).toContain(path);
  });

  test('orders are read by their ids, whole and as they are', async () => {
    // A claim that lies over a line is told beside it where order reads do not show it.
    const claimed = ['CANCEL_REQUESTED', 'RETURN_REQUESTED', 'EXCHANGE_REQUESTED', 'RETURNED', 'EXCHANGED'];
    const truth = (await scene.market.orders())
      .filter(({ lines }) => !lines.some(({ status }) => status !== null && claimed.includes(status)))
      .slice(0, 5);
    expect(truth).toHaveLength(5);
    const now = await opened.shop.orders.read(truth.map(({ id }) => id));
    const orders = now.reads.flatMap((read) => (read.kind === 'order' ? [read.order] : []));
    expect(now.missing).toEqual([]);
    expect(orders.every(({ complete }) => complete)).toBe(true);
    const seen = orders.map(({ nativeOrderId, lines }) => ({
      id: nativeOrderId,
      lines: lines.map(({ nativeLineId: id, status, quantity }) => ({ id, status, quantity })).sort(byId),
    }));
    expect(seen.sort(byId)).toEqual(
      truth.map(({ id, lines }) => ({
        id,
        lines: lines.map((line) => ({ id: line.id, status: line.status, quantity: line.quantity })),
      })),
    );
    proves(cast, 'orders.read');
  });

  test('orders are found by when they were placed', async () => {
    const now = stage.hub.clock();
    const from = new Date(now.getTime() - 5 * 86_400_000);
    const placed = new Set<string>();
    for await (const { items } of opened.shop.orders.placedBetween(from, now)) {
      for (const read of items) if (read.kind === 'order') placed.add(read.order.nativeOrderId);
    }
    const truth = (await scene.market.orders()).map(({ id }) => id);
    expect(truth).toEqual(expect.arrayContaining([...placed]));
    expect(placed.size).toBeGreaterThan(0);
    proves(cast, 'orders.placedBetween');
    const news = await scene.buy(2);
    const later = new Date(stage.hub.clock().getTime());
    const fresh = new Set<string>();
    for await (const { items } of opened.shop.orders.placedBetween(now, later)) {
      for (const read of items) if (read.kind === 'order') fresh.add(read.order.nativeOrderId);
    }
    expect([...fresh]).toEqual(expect.arrayContaining([...news]));
  });

  test('an order that is not there is told as missing, beside those that are', async () => {
    const [known] = await scene.market.orders();
    const id = known?.id ?? '';
    const now = await opened.shop.orders.read([cast.world.noOrder, id]);
    expect(now.missing).toEqual([
      // Not every marketplace says something where it shows nothing.
      { nativeOrderId: cast.world.noOrder, nativeText: expect.any(String), ended: false },
    ]);
    expect(now.reads).toHaveLength(1);
  });
});
