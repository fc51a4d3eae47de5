import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Office, openOffice } from './office.ts';
import { everyOrder, syncNow } from './sync.ts';

const DAY_MS = 86_400_000;
const CALLS = z.object({ operations: z.array(z.object({ operation: z.string(), calls: z.number() })) });
const PROBLEM = z.object({
  code: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
});
const CONFIRMED = z.object({
  accepted: z.number(),
  declined: z.number(),
  results: z.array(
    z.object({
      order_id: z.number(),
      accepted: z.boolean(),
      commands: z.array(z.object({ id: z.number() })),
    }),
  ),
});
const COMMAND = z.object({ state: z.string() });
const BOXES = z.object({
  orders: z.array(
    z.object({
      orderId: z.string(),
      canceled: z.boolean().optional(),
      productOrderStatus: z.string().optional(),
      acknowledgements: z.object({ attempts: z.number(), applied: z.number() }).optional(),
    }),
  ),
});

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const daysAgo = (days: number) => new Date(office.now().getTime() - days * DAY_MS).toISOString();

test('dates the wrong way round are refused with a sentence for their field', async () => {
  const account = await office.connect(await office.openShop('coupang', 0));
  const { status, body } = await office.ask('POST /sync/orders', {
    account_id: account,
    start_date: '2026-11-07',
    end_date: '2026-11-01',
  });
  expect(status).toBe(422);
  expect(PROBLEM.parse(body).errors).toEqual([
    { field: 'end_date', code: 'dates_reversed', message: expect.stringMatching(/before the start/) },
  ]);
});

describe.each([
  { platform: 'coupang', operation: 'ordersheets.list', mostDays: 31 },
  { platform: 'naver', operation: 'product-orders.list', mostDays: 1 },
])('$platform: 90 days', ({ platform, operation, mostDays }) => {
  test('are read in windows the marketplace takes, and every order is found', async () => {
    const shop = await office.sandbox.openShop(platform, {
      orders: 150,
      days: 85,
      quiet: true,
      limits: false,
    });
    const account = await office.connect(shop, { orders_from: daysAgo(0).slice(0, 10) });
    await syncNow(office, account);
    const callsBefore = await callsOf(platform, operation);
    const dates = { start_date: daysAgo(90), end_date: daysAgo(0) };
    expect(await syncNow(office, account, dates)).toMatchObject({ status: 'success', error: null });
    const windows = (await callsOf(platform, operation)) - callsBefore;
    expect(windows).toBeGreaterThanOrEqual(Math.ceil(90 / mostDays));
    const truth = BOXES.parse(await office.sandbox.get(`/${platform}/shops/${shop.shop}/orders`)).orders;
    const paid = truth.filter(
      ({ canceled, productOrderStatus }) => canceled !== true && !UNPAID.includes(productOrderStatus ?? ''),
    );
    const listed = await everyOrder(office, `account_id=${account}`);
    expect(listed.map(({ native_order_id }) => native_order_id).sort()).toEqual(
      [...new Set(paid.map(({ orderId }) => orderId))].sort(),
    );
  });
});

const UNPAID = ['PAYMENT_WAITING', 'CANCELED_BY_NOPAYMENT'];

async function callsOf(platform: string, operation: string): Promise<number> {
  const { operations } = CALLS.parse(await office.sandbox.get(`/${platform}/calls`));
  const own = operations.filter((one) => one.operation === operation);
  return own.reduce((sum, { calls }) => sum + calls, 0);
}

test('of 10,000 ids in one batch-confirm those that can be are acknowledged, each once; more are refused', async () => {
  const shop = await office.openShop('coupang', 0);
  await office.sandbox.post(`/coupang/shops/${shop.shop}/buy`, { count: 120 });
  await office.passTime(10_000);
  const account = await office.connect(shop);
  await syncNow(office, account);
  const real = (await everyOrder(office, `account_id=${account}`)).map(({ id }) => id);
  expect(real).toHaveLength(120);
  const invented = Array.from({ length: 10_000 - real.length }, (_, at) => 50_000_000 + at);
  const ids = [...real, ...invented];

  const tooMany = await office.ask('POST /orders/batch-confirm', { order_ids: [...ids, 1] });
  expect(tooMany.status).toBe(422);
  expect(PROBLEM.parse(tooMany.body).errors).toMatchObject([{ field: 'order_ids', code: 'too_many' }]);

  const answer = await office.ask('POST /orders/batch-confirm', { order_ids: ids, ship_date: '2026-12-01' });
  expect(answer.status).toBe(202);
  const { accepted, declined, results } = CONFIRMED.parse(answer.body);
  expect({ accepted, declined }).toEqual({ accepted: 120, declined: 9_880 });
  const commands = results.flatMap((result) => result.commands.map(({ id }) => id));
  expect(commands).toHaveLength(120);
  await expect
    .poll(async () => new Set(await Promise.all(commands.map(stateOf))), { timeout: 20_000, interval: 200 })
    .toEqual(new Set(['done']));
  const truth = BOXES.parse(await office.sandbox.get(`/coupang/shops/${shop.shop}/orders`)).orders;
  expect(new Set(truth.map(({ acknowledgements }) => JSON.stringify(acknowledgements)))).toEqual(
    new Set(['{"attempts":1,"applied":1}']),
  );
});

async function stateOf(command: number): Promise<string> {
  return COMMAND.parse((await office.ask(`GET /commands/${command}`)).body).state;
}

test('a character no database can hold is refused with a sentence for its field', async () => {
  const shop = await office.openShop('naver', 0);
  const body = { platform: 'naver', credentials: shop.credentials, base_url: shop.baseUrl };
  const named = await office.ask('POST /platform-accounts', { ...body, name: '내 \u0000 상점' });
  const searched = await office.ask(`GET /orders?q=${encodeURIComponent('a\u0000b')}`);
  for (const [{ status, body: problem }, field] of [[named, 'name'] as const, [searched, 'q'] as const]) {
    expect(status).toBe(422);
    expect(PROBLEM.parse(problem).errors).toMatchObject([{ field, code: 'bad_character' }]);
  }
});
