import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { TrueListing } from '../conformance/catalog-world.ts';
import { chooseFor, listingsOf, openStall, PLATFORMS, type Stall } from '../publish/goods.ts';
import { type Receiver, startReceiver } from '../webhooks/receiver.ts';
import { guideClient } from './guide-client.ts';
import { type Office, openOffice } from './office.ts';

const DAY_MS = 86_400_000;
/** A call that a busy machine lets time out is made again within a minute. */
const SOON = { timeout: 100_000, interval: 500 };

/** The body of the guide, with pictures that exist. */
const earphones = (pictures: string) => ({
  name: '프리미엄 무선 이어폰',
  description: '최신 노이즈 캔슬링 기능이 탑재된 프리미엄 무선 이어폰',
  price: 149_000,
  stock_quantity: 100,
  category_id: 'electronics_audio',
  brand: 'TechBrand',
  weight: 250,
  main_image: `${pictures}/earphone-main.png`,
  additional_images: [`${pictures}/earphone-1.png`, `${pictures}/earphone-2.png`],
  delivery_type: 'DELIVERY',
  delivery_fee: 3_000,
});

/** What the law and the marketplaces ask for beyond it. */
const LEGAL = {
  manufacturer: 'TechBrand',
  cost: 70_000,
  return_fee: 3_000,
  exchange_fee: 6_000,
  leaves_within_days: 2,
  carrier: 'KOREX',
  origin: { kind: 'domestic' },
  after_service: { phone: '02-555-0100', text: '평일 10시~17시에 전화로 문의하세요.' },
  notice: {
    kind: '기타 재화',
    facts: { '품명 및 모델명': 'TB-100', '인증/허가 사항': 'R-R-TB1-100', 품질보증기준: '1년' },
  },
};

/** Guide 1's three scenarios, one after the other on one product in four shops. */
describe('the scenarios of guide 1', () => {
  let office: Office;
  let client: ReturnType<typeof guideClient>;
  let stalls: readonly Stall[];
  let alerts: Receiver;
  let product = 0;
  let rule = 0;

  /** The product as each marketplace holds it. */
  async function everywhere(): Promise<readonly (TrueListing & { readonly platform: string })[]> {
    const listings = await listingsOf(office, product);
    return Promise.all(
      stalls.map(async ({ platform, account, truth }) => {
        const native = listings.find(({ account_id }) => account_id === account)?.listing?.native_listing_id;
        const found = (await truth.listings()).find(({ id }) => id === native);
        if (found === undefined) throw new Error(`${platform} does not sell it`);
        return { platform, ...found };
      }),
    );
  }

  const everyItem = async () =>
    (await everywhere()).flatMap(({ platform, items }) => items.map((item) => ({ platform, ...item })));
  const allSell = (quantity: number) =>
    vi.waitFor(async () => {
      for (const item of await everyItem()) expect(item).toEqual({ ...item, onSale: true, quantity });
    }, SOON);
  const allCost = (prices: ReadonlyMap<string, number>) =>
    vi.waitFor(async () => {
      for (const item of await everyItem())
        expect(item).toEqual({ ...item, price: prices.get(item.platform) });
    }, SOON);

  async function buy(platform: string, quantity: number): Promise<void> {
    const stall = stalls.find((one) => one.platform === platform);
    const item = (await everyItem()).find((one) => one.platform === platform);
    if (stall === undefined || item === undefined) throw new Error(`${platform} sells nothing`);
    await office.sandbox.act(stall.shop, 'story.sell', { item: item.id, quantity });
  }

  const platformOf = (account: number) => stalls.find((stall) => stall.account === account)?.platform ?? '';

  beforeAll(async () => {
    office = await openOffice();
    client = guideClient(office);
    alerts = await startReceiver();
    await office.ask('POST /webhooks', {
      url: alerts.url,
      event_types: ['stock.low', 'stock.out', 'stock.back'],
    });
    const opened: Stall[] = [];
    // Nobody looks at new products for minutes here, and none waits to be changed.
    for (const platform of PLATFORMS)
      opened.push(await openStall(office, platform, { reviewMs: 0, productLagMs: 0 }));
    stalls = opened;
  }, 120_000);
  afterAll(async () => {
    await office.close();
    await alerts.close();
  });

  test('1: a new product is launched on every platform', async () => {
    const data = { ...earphones(`${office.sandbox.url}/_pictures`), initial_stock: 80 };
    const { initial_stock, ...told } = data;
    const created = await client.createProduct(told);
    product = created.id;
    expect(created).toMatchObject(told);

    // The guide's fields alone are taken by no marketplace: each says what it lacks, and nothing is sent.
    const lacking = await client.syncToPlatforms(product);
    expect(lacking).toMatchObject({ published: stalls.length, runs: [] });
    for (const { state, faults } of lacking.publications) {
      expect(state).toBe('declined');
      expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining(['category_id', 'notice']));
      for (const { message } of faults) expect(message).toMatch(/\w+ \w+/);
    }
    await office.ask(`PUT /products/${product}`, LEGAL);
    for (const stall of stalls)
      await chooseFor(office, product, stall, stall.platform === 'naver' ? '이어폰액세서리' : '무선 이어폰');

    const { publications } = await client.syncToPlatforms(product);
    for (const one of publications)
      expect(one).toEqual({ ...one, state: 'queued', faults: [], command: { state: 'done' } });
    await office.sandbox.post('/tick');
    await vi.waitFor(async () => {
      for (const one of await listingsOf(office, product))
        expect(one.listing).toMatchObject({ state: 'on_sale', link_state: 'linked' });
    }, SOON);
    await allSell(100);

    expect((await client.setInitialInventory(product, initial_stock)).stock_quantity).toBe(80);
    await allSell(80);

    const { body } = await office.ask('POST /price-rules', {
      name: '이어폰 마진 30 %',
      product_id: product,
      aim: { kind: 'margin', percent: 30 },
      shipping_cost: 2_800,
      rounding: { step: 100, direction: 'up' },
    });
    rule = z.object({ id: z.number() }).parse(body).id;
    const { plan, quotes } = await client.applyPricingStrategy(product);
    expect(plan).toMatchObject({ state: 'applied' });
    const prices = new Map(quotes.map(({ account_id, price }) => [platformOf(account_id), price ?? 0]));
    // Each platform takes its own fee, so the same margin is another price on each.
    expect(new Set(prices.values()).size).toBe(stalls.length);
    for (const { margin } of quotes) expect(margin?.margin_percent).toBeGreaterThanOrEqual(30);
    await allCost(prices);
  }, 300_000);

  test('2: the orders of a morning are worked through together', async () => {
    const sold = new Map([
      ['coupang', 4],
      ['naver', 3],
      ['eleventh_street', 2],
      ['esm', 1],
    ]);
    for (const [platform, quantity] of sold) await buy(platform, quantity);

    const orders = await vi.waitFor(async () => {
      const found = await client.syncMorningOrders(
        new Date(office.now().getTime() - 7 * DAY_MS),
        office.now(),
      );
      expect(found.map(({ platform }) => platform).sort()).toEqual([...PLATFORMS].sort());
      return found;
    }, SOON);
    for (const order of orders) {
      const { lines } = await client.allocateInventory(order);
      const quantity = sold.get(order.platform) ?? 0;
      expect(lines).toMatchObject([
        { quantity, stock: [{ state: 'reserved', reserved: quantity, short: 0 }] },
      ]);
    }
    await allSell(70);

    const confirmed = await client.confirmOrders(orders, office.now().toISOString().slice(0, 10));
    expect(confirmed).toEqual({ accepted: orders.length, declined: 0 });
    // Labels are no part of the hub: the courier's own program prints them, and gives the invoices out.
    for (const [nth, order] of orders.entries()) {
      const trackingNumber = `64005550123${nth}`;
      const { commands } = await client.updateShippingInfo(order, {
        deliveryCompanyCode: 'KOREX',
        trackingNumber,
        sendDate: office.now().toISOString(),
      });
      expect(commands.at(-1)).toEqual({ kind: 'ship', state: 'done' });
      const stall = stalls.find(({ platform }) => platform === order.platform);
      const number = order.native_order_id.split(':').at(-1);
      const truth = await office.sandbox.get(
        `/${order.platform}/shops/${stall?.shop.shop}/orders?id=${number}`,
      );
      expect(JSON.stringify(truth)).toContain(trackingNumber);
      const { lines } = await client.allocateInventory(order);
      expect(lines[0]?.stock).toMatchObject([{ state: 'shipped', reserved: 0, shipped: order.quantity }]);
    }
    expect({
      processed_orders: orders.length,
      total_value: orders.reduce((sum, { paid_amount }) => sum + paid_amount, 0),
    }).toEqual({ processed_orders: 4, total_value: expect.any(Number) });
    const { body } = await office.ask(`GET /inventory?product_id=${product}`);
    expect(body).toMatchObject({ inventory: [{ on_hand: 70, reserved: 0, available: 70 }] });
  }, 300_000);

  test('3: what runs low costs more, what has run out is off sale, and both come back', async () => {
    const quiet = await client.createProduct({
      name: '잘 안 팔리는 케이블',
      price: 5_000,
      stock_quantity: 2,
      safety_stock: 5,
    });
    await office.ask(`PUT /products/${product}`, { safety_stock: 5, stock_quantity: 8 });
    await allSell(8);
    const usual = new Map((await everyItem()).map(({ platform, price }) => [platform, price]));
    await buy('naver', 5);

    const low = await vi.waitFor(async () => {
      const found = await client.checkLowStockProducts();
      expect(found).toHaveLength(2);
      return found;
    }, SOON);
    expect(low).toEqual([
      {
        product_id: product,
        product_name: '프리미엄 무선 이어폰',
        current_stock: 3,
        safety_stock: 5,
        stock_status: 'low_stock',
        high_demand: true,
      },
      {
        product_id: quiet.id,
        product_name: '잘 안 팔리는 케이블',
        current_stock: 2,
        safety_stock: 5,
        stock_status: 'low_stock',
        high_demand: false,
      },
    ]);
    const told = (type: string) =>
      vi.waitFor(() => {
        const mine = alerts.received.filter(({ message }) => message.data.product_id === product);
        expect(mine.map(({ message }) => message.type)).toContain(type);
      }, SOON);
    await told('stock.low');

    for (const { product_id, high_demand } of low) {
      if (!high_demand) continue;
      const { plan, quotes } = await client.increasePrice(product_id, rule, 10);
      expect(plan).toMatchObject({ state: 'applied' });
      for (const { price, notes, says } of quotes) {
        expect(notes).toEqual(['raised_scarce']);
        expect(says).toContain('little is left');
        expect(price).not.toBeNull();
      }
      const raised = new Map(quotes.map(({ account_id, price }) => [platformOf(account_id), price ?? 0]));
      for (const [platform, price] of raised) {
        const more = price / (usual.get(platform) ?? 0);
        expect(more).toBeGreaterThan(1.099);
        expect(more).toBeLessThan(1.101);
      }
      await allCost(raised);
    }

    await buy('eleventh_street', 3);
    await vi.waitFor(async () => {
      const [first] = await client.checkLowStockProducts();
      expect(first).toMatchObject({ product_id: product, current_stock: 0, stock_status: 'out_of_stock' });
    }, SOON);
    await client.disableOnAllPlatforms(product);
    await vi.waitFor(async () => {
      for (const { platform, onSale, quantity } of await everyItem())
        expect({ platform, isSold: onSale && quantity > 0 }).toEqual({ platform, isSold: false });
    }, SOON);
    await told('stock.out');

    // Eight of the fifty are promised to those who bought the last ones.
    await office.ask(`PUT /products/${product}`, { stock_quantity: 50 });
    await allSell(42);
    await told('stock.back');
    expect((await client.applyPricingStrategy(product)).plan).toMatchObject({ state: 'applied' });
    await allCost(usual);
  }, 300_000);
});
