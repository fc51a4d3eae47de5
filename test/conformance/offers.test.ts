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
  const { promises, listingRules } = cast.edition;
  // Where there is a catalogue, its suite tries stock and prices with listings.
  const isAlone = listingRules === undefined;
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

  test.runIf(isAlone && promises['stock.set'] !== undefined)('stock is set and read back', async () => {
    const nativeItemId = await someItem();
    const offer = { nativeItemId, nativeListingId: null };
    const { stock } = opened.shop;
    expect(await stock?.set([{ item: 1, ...offer, quantity: 37 }])).toEqual([{ kind: 'done', item: 1 }]);
    expect(await stock?.read([offer])).toMatchObject({ reads: [{ nativeItemId, quantity: 37 }] });
    proves(cast, 'stock.set', 'stock.read');
  });

  test.runIf(isAlone && promises['prices.set'] !== undefined)('prices are set and read back', async () => {
    const nativeItemId = await someItem();
    const offer = { nativeItemId, nativeListingId: null };
    const { prices } = opened.shop;
    const [before] = (await prices?.read([offer]))?.reads ?? [];
    const price = (before?.price ?? 0) + 100 * (cast.edition.offerRules?.priceStep ?? 1);
    const currency = before?.currency ?? '';
    expect(await prices?.set([{ item: 1, ...offer, price, currency }])).toEqual([{ kind: 'done', item: 1 }]);
    expect(await prices?.read([offer])).toMatchObject({ reads: [{ nativeItemId, price, currency }] });
    proves(cast, 'prices.set', 'prices.read');
  });
});
