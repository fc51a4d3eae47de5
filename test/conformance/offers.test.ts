import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedShop } from '../../src/engine/open-shop.ts';
import { proves } from './proves.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('things on sale: $name', (cast) => {
  const { promises } = cast.edition;
  let scene: Scene;
  let opened: OpenedShop;

  beforeAll(async () => {
    scene = await stage.open(cast, { orders: 30 });
    opened = await scene.connected();
  });

  /** Something on sale that somebody has bought. */
  async function someItem(): Promise<string> {
    const [first] = await scene.market.orders();
    const { reads } = await opened.shop.orders.read([first?.id ?? '']);
    for (const read of reads) {
      if (read.kind === 'order') return read.order.lines[0]?.nativeItemId ?? '';
    }
    throw new Error('there is no order to be read');
  }

  test.runIf(promises['stock.set'] !== undefined)('stock is set and read back', async () => {
    const nativeItemId = await someItem();
    const { stock } = opened.shop;
    expect(await stock?.set([{ item: 1, nativeItemId, quantity: 37 }])).toEqual([{ kind: 'done', item: 1 }]);
    expect(await stock?.read([nativeItemId])).toMatchObject({ reads: [{ nativeItemId, quantity: 37 }] });
    proves(cast, 'stock.set', 'stock.read');
  });

  test.runIf(promises['prices.set'] !== undefined)('prices are set and read back', async () => {
    const nativeItemId = await someItem();
    const { prices } = opened.shop;
    const [before] = (await prices?.read([nativeItemId]))?.reads ?? [];
    const price = (before?.price ?? 0) + 100 * (cast.edition.offerRules?.priceStep ?? 1);
    const currency = before?.currency ?? '';
    expect(await prices?.set([{ item: 1, nativeItemId, price, currency }])).toEqual([
      { kind: 'done', item: 1 },
    ]);
    expect(await prices?.read([nativeItemId])).toMatchObject({ reads: [{ nativeItemId, price, currency }] });
    proves(cast, 'prices.set', 'prices.read');
  });
});
