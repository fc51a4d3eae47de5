import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { SandboxShop } from '../harness/sandbox-control.ts';
import { type Office, openOffice } from './office.ts';

const PLATFORMS = ['coupang', 'naver', 'eleventh_street', 'esm'] as const;

const LISTINGS = z.object({ listings: z.array(z.object({ id: z.number() })) });
const LISTING = z.object({
  items: z.array(z.object({ id: z.number(), native_item_id: z.string().nullable() })),
});
const PRODUCT = z.object({ id: z.number(), skus: z.array(z.object({ id: z.number() })) });
const DRIFT = z.object({
  drift: z.array(z.object({ told: z.number(), shown: z.number(), sure: z.boolean() })),
});
const WINDOWS = z.object({
  windows: z.array(
    z.object({
      from_account_id: z.number(),
      to_account_id: z.number(),
      count: z.number(),
      open: z.number(),
      p95_ms: z.number().nullable(),
      max_ms: z.number().nullable(),
    }),
  ),
});

interface Offer {
  readonly platform: string;
  readonly shop: SandboxShop;
  readonly account: number;
  readonly listingItem: number;
  readonly nativeItem: string;
}

describe('one stock behind four shops', () => {
  let office: Office;
  let product: z.infer<typeof PRODUCT>;
  const offers = new Map<string, Offer>();

  const offerAt = (platform: string): Offer => {
    const offer = offers.get(platform);
    if (offer === undefined) throw new Error(`nothing is on sale at ${platform}`);
    return offer;
  };

  async function ask<Body>(
    line: `${string} /${string}`,
    shape: z.ZodType<Body>,
    body?: unknown,
  ): Promise<Body> {
    const answer = await office.ask(line, body);
    if (answer.status >= 300) throw new Error(`${line}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return shape.parse(answer.body);
  }

  /** What the shop itself would sell, asked through the hub's own reading of it. */
  async function shownAt(platform: string): Promise<number | null> {
    const { account, nativeItem } = offerAt(platform);
    const plan = await ask('POST /plans?wait=30', z.object({ id: z.number(), state: z.string() }), {
      kind: 'set_stock',
      items: [{ account_id: account, native_item_id: nativeItem, quantity: 54_321 }],
    });
    const { items } = await ask(
      `GET /plans/${plan.id}/items`,
      z.object({
        items: z.array(
          z.object({ offer: z.object({ before: z.object({ quantity: z.number().nullable() }) }) }),
        ),
      }),
    );
    await ask(`DELETE /plans/${plan.id}`, z.unknown());
    return items[0]?.offer.before.quantity ?? null;
  }

  const allShow = (quantity: number, platforms: readonly string[] = PLATFORMS) =>
    vi.waitFor(
      async () => {
        for (const platform of platforms)
          expect([platform, await shownAt(platform)]).toEqual([platform, quantity]);
      },
      { timeout: 60_000, interval: 1_500 },
    );

  beforeAll(async () => {
    office = await openOffice();
    product = await ask('POST /products', PRODUCT, {
      name: '무선 이어폰',
      price: 30_000,
      stock_quantity: 10,
    });
    for (const platform of PLATFORMS) {
      const shop = await office.openShop(platform, 6);
      const account = await office.connect(shop);
      await ask('POST /sync/products?wait=60', z.unknown(), { platform_account_ids: [account] });
      const { listings } = await ask(`GET /listings?account_id=${account}&state=on_sale&limit=1`, LISTINGS);
      const { items } = await ask(`GET /listings/${listings[0]?.id}`, LISTING);
      const [item] = items;
      if (item === undefined || item.native_item_id === null) throw new Error(`${platform} sells nothing`);
      offers.set(platform, {
        platform,
        shop,
        account,
        listingItem: item.id,
        nativeItem: item.native_item_id,
      });
      await ask(`PUT /listing-items/${item.id}/link`, z.unknown(), {
        parts: [{ sku_id: product.skus[0]?.id, quantity: 1 }],
      });
    }
  }, 180_000);
  afterAll(() => office.close());

  test('every shop is told of the ten there are', async () => {
    await allShow(10);
  }, 90_000);

  test('nine of ten are bought in one shop, and the others drop to one within the measured window', async () => {
    const { shop, nativeItem, account } = offerAt('coupang');
    await office.sandbox.act(shop, 'story.sell', { item: nativeItem, quantity: 9 });
    await allShow(1);
    const { windows } = await ask('GET /inventory/windows', WINDOWS);
    const told = windows.filter((window) => window.from_account_id === account);
    expect(told.map((window) => window.to_account_id).sort()).toEqual(
      PLATFORMS.slice(1)
        .map((platform) => offerAt(platform).account)
        .sort(),
    );
    for (const window of told) {
      expect(window).toMatchObject({ count: 1, open: 0 });
      expect(window.max_ms).toBeGreaterThan(0);
    }
  }, 120_000);

  test('two buyers on two channels race for the last one: one sale too many is told, and every shop is sold out', async () => {
    const first = offerAt('naver');
    const second = offerAt('eleventh_street');
    await Promise.all([
      office.sandbox.act(first.shop, 'story.sell', { item: first.nativeItem, quantity: 1 }),
      office.sandbox.act(second.shop, 'story.sell', { item: second.nativeItem, quantity: 1 }),
    ]);
    // Some marketplaces are read by lists that come round every few minutes.
    await office.passTime(11 * 60_000);
    await vi.waitFor(
      async () => {
        const { inventory } = await ask(
          `GET /inventory?q=${encodeURIComponent('무선 이어폰')}`,
          z.object({ inventory: z.array(z.object({ on_hand: z.number(), available: z.number() })) }),
        );
        expect(inventory).toMatchObject([{ on_hand: 10, available: -1 }]);
      },
      { timeout: 60_000, interval: 500 },
    );
    await allShow(0);
  }, 120_000);

  test('back in stock is back on sale', async () => {
    await ask(`PUT /products/${product.id}`, z.unknown(), { stock_quantity: 16 });
    // Eleven of them are sold and not shipped yet.
    await allShow(5);
  }, 90_000);

  test('what somebody else set is seen and set right', async () => {
    const { shop, nativeItem } = offerAt('coupang');
    await office.passTime(120_000);
    await office.sandbox.act(shop, 'editStock', { item: nativeItem, quantity: 77 });
    await vi.waitFor(
      async () => {
        await ask('POST /sync/inventory?wait=30', z.unknown());
        expect(await shownAt('coupang')).toBe(5);
      },
      { timeout: 90_000, interval: 1_000 },
    );
    expect((await ask('GET /inventory/drift', DRIFT)).drift).toEqual([]);
  }, 120_000);
});
