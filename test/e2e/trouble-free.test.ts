import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SandboxShop } from '../harness/sandbox-control.ts';
import { type Office, openOffice } from './office.ts';
import { everyOrder, type ListedOrder, orderPage, syncNow, testConnection } from './sync.ts';

const PLATFORMS = ['coupang', 'naver'] as const;
const ACTED = z.object({
  commands: z.array(
    z.object({ kind: z.string(), state: z.string(), lines: z.array(z.object({ state: z.string() })) }),
  ),
});
const ORDER = z.object({
  status: z.string(),
  lines: z.array(z.object({ ship_by: z.string().nullable(), status: z.string() })),
  parcels: z.array(z.object({ carrier_id: z.string().nullable(), invoice: z.string() })),
});
const BOXES = z.object({
  orders: z.array(
    z.object({ deliveryCompanyCode: z.string().nullable(), invoiceNumber: z.string().nullable() }),
  ),
});
const LINES = z.object({
  orders: z.array(z.object({ deliveryCompany: z.string().nullish(), trackingNumber: z.string().nullish() })),
});

let office: Office;
const shops = new Map<string, SandboxShop>();
const accounts = new Map<string, number>();

beforeAll(async () => {
  office = await openOffice();
  for (const platform of PLATFORMS) {
    const shop = await office.openShop(platform, 60);
    shops.set(platform, shop);
    await office.sandbox.post(`/${platform}/shops/${shop.shop}/buy`, { count: 12 });
  }
  await office.passTime(10_000);
});
afterAll(() => office.close());

test.each(PLATFORMS)('%s: a shop is connected, tested and read', async (platform) => {
  const shop = shopOf(platform);
  const account = await office.connect(shop);
  accounts.set(platform, account);
  const tested = await testConnection(office, platform, account);
  expect(tested).toMatchObject({ ok: true, trouble: null });
  expect(tested.shop_name).toContain(shop.shop);
  expect(await syncNow(office, account)).toMatchObject({ status: 'success', error: null, failed: 0 });
});

test('the list shows both shops, newest first, whatever the size of its pages', async () => {
  const all = await everyOrder(office, '');
  expect(all.length).toBeGreaterThan(120);
  expect(new Set(all.map(({ platform }) => platform))).toEqual(new Set(PLATFORMS));
  const times = all.map(({ ordered_at }) => Date.parse(ordered_at));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  for (const limit of [7, 50]) expect(await everyOrder(office, '', limit)).toEqual(all);
});

test('filters narrow the list down to what they say', async () => {
  const all = await everyOrder(office, '');
  const middle = all[Math.floor(all.length / 2)];
  const since = middle?.ordered_at ?? '';
  const ids = (orders: readonly ListedOrder[]) => orders.map(({ id }) => id);
  const found = async (query: string) => ids(await everyOrder(office, query));
  const expected = (is: (order: ListedOrder) => boolean) => ids(all.filter(is));
  expect(await found('platform=coupang')).toEqual(expected(({ platform }) => platform === 'coupang'));
  expect(await found('platform=smartstore')).toEqual(expected(({ platform }) => platform === 'naver'));
  expect(await found('status=PAID')).toEqual(expected(({ status }) => status === 'PAID'));
  expect(await found(`start_date=${since}`)).toEqual(
    expected(({ ordered_at }) => Date.parse(ordered_at) >= Date.parse(since)),
  );
  expect(await found(`q=${middle?.native_order_id}`)).toEqual([middle?.id]);
});

describe.each(PLATFORMS)('%s', (platform) => {
  test("an order is shipped with the guide's own body, and the marketplace knows", async () => {
    const order = await paidOrder(platform);
    // What Python's datetime.now().isoformat() writes in Seoul.
    const sendDate = `${new Date(office.now().getTime() + 9 * 3_600_000).toISOString().slice(0, -1)}000`;
    const invoice = '1234567890';
    const shipped = await office.ask(`PUT /orders/${order.id}/status?wait=30`, {
      status: 'shipped',
      shipping_info: { deliveryCompanyCode: 'KOREX', trackingNumber: invoice, sendDate },
    });
    expect(shipped.status).toBe(200);
    expect(ACTED.parse(shipped.body).commands.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'acknowledge done',
      'ship done',
    ]);
    expect(await parcelsAt(platform, order)).toEqual(new Set([`CJGLS ${invoice}`]));
    const { status, parcels } = ORDER.parse((await office.ask(`GET /orders/${order.id}`)).body);
    expect(status).toBe('SHIPPED');
    expect(parcels).toMatchObject([{ carrier_id: 'cj', invoice }]);
  });
});

test('an invoice is corrected at Coupang', async () => {
  const order = await paidOrder('coupang');
  const info = { deliveryCompanyCode: 'CJ대한통운', trackingNumber: '6400-1111-2222' };
  await office.ask(`PUT /orders/${order.id}/status?wait=30`, { status: 'shipped', shipping_info: info });
  expect(await parcelsAt('coupang', order)).toEqual(new Set(['CJGLS 640011112222']));
  const changed = await office.ask(`PUT /orders/${order.id}/invoice?wait=30`, {
    deliveryCompanyCode: '한진택배',
    trackingNumber: '640011113333',
  });
  expect(changed.status).toBe(200);
  expect(ACTED.parse(changed.body).commands).toMatchObject([{ kind: 'change_invoice', state: 'done' }]);
  expect(await parcelsAt('coupang', order)).toEqual(new Set(['HANJIN 640011113333']));
});

test('a delay is announced at Naver, and its new day is what the marketplace shows', async () => {
  const order = await paidOrder('naver');
  const day = new Date(office.now().getTime() + 12 * 86_400_000).toISOString().slice(0, 10);
  const delayed = await office.ask(`POST /orders/${order.id}/delay?wait=30`, {
    ship_by: day,
    reason: 'made_to_order',
    text: '주문 제작 상품입니다',
  });
  expect(delayed.status).toBe(200);
  expect(ACTED.parse(delayed.body).commands).toMatchObject([{ kind: 'delay', state: 'done' }]);
  // The order is read again by its id, so this is what the marketplace says.
  await syncNow(office, accountOf('naver'));
  const { lines } = ORDER.parse((await office.ask(`GET /orders/${order.id}`)).body);
  expect(new Set(lines.map(({ ship_by }) => ship_by))).toEqual(new Set([`${day}T14:59:59.000Z`]));
  expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(['PAID']));
});

function shopOf(platform: string): SandboxShop {
  const shop = shops.get(platform);
  if (shop === undefined) throw new Error(`no shop at ${platform}`);
  return shop;
}

function accountOf(platform: string): number {
  const account = accounts.get(platform);
  if (account === undefined) throw new Error(`no account at ${platform}`);
  return account;
}

/** The newest order that waits for the seller: one that a test has just bought. */
async function paidOrder(platform: string): Promise<ListedOrder> {
  const page = await orderPage(office, `platform=${platform}&status=PAID&limit=1`);
  const [order] = page.orders;
  if (order === undefined) throw new Error(`nothing to ship at ${platform}`);
  return order;
}

/** Carrier and invoice of everything in an order, as the marketplace has them. */
async function parcelsAt(platform: string, order: ListedOrder): Promise<ReadonlySet<string>> {
  const { shop } = shopOf(platform);
  const truth = await office.sandbox.get(`/${platform}/shops/${shop}/orders?id=${order.native_order_id}`);
  return new Set(
    platform === 'coupang'
      ? BOXES.parse(truth).orders.map((box) => `${box.deliveryCompanyCode} ${box.invoiceNumber}`)
      : LINES.parse(truth).orders.map((line) => `${line.deliveryCompany} ${line.trackingNumber}`),
  );
}
