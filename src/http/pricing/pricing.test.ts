import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { line, order } from '../../../test/harness/snapshots.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';

describe.each(DATABASE_KINDS)('prices on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let as: string;
  let coupang: Account;
  let product: { id: number; skus: { id: number }[] };

  beforeAll(async () => {
    const now = new Date('2026-11-22T03:00:00Z');
    hub = { ...(await newHub(await newDatabase(kind))), clock: () => now };
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    as = business.tokens.owner;
    coupang = await connect(hub, business, 'coupang');
    product = await made('POST /api/v1/products', {
      name: '무선 이어폰',
      price: 20000,
      cost: 10000,
      category_id: 'audio',
      safety_stock: 5,
      stock_quantity: 50,
      delivery_fee: 0,
    });
    await sell(coupang, '7001', 18000, [[product.skus[0]?.id ?? 0, 1]]);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  async function made(line: `POST /${string}`, body: unknown) {
    const answer = await api.ask(line, { as, body });
    expect([200, 201, 202], answer.body).toContain(answer.statusCode);
    return answer.json();
  }

  /** What a shop has on sale, as reading it would have told. */
  async function sell(
    account: Account,
    item: string,
    price: number,
    parts: readonly (readonly [sku: number, quantity: number])[],
  ): Promise<void> {
    const { rows } = await sql<{ id: number }>`
      with listing as (
        insert into listings (owner_id, account_id, platform, native_listing_id, name, state, state_known, native_status, currency)
        values (${business.owner}, ${account.id}, ${account.platform}, ${`L${item}`}, '이어폰', 'on_sale', true, 'APPROVED', 'KRW')
        returning id)
      insert into listing_items (owner_id, account_id, listing_id, native_item_id, nth, option_values, price)
      select ${business.owner}, ${account.id}, id, ${item}, 0, '{}', ${price} from listing returning id`.execute(
      hub.db.root,
    );
    for (const [sku, quantity] of parts) {
      await sql`
        insert into listing_links (listing_item_id, sku_id, owner_id, quantity, linked_by, reason)
        values (${rows[0]?.id}, ${sku}, ${business.owner}, ${quantity}, 'test', 'by hand')`.execute(
        hub.db.root,
      );
    }
  }

  const rule = (body: object) => made('POST /api/v1/price-rules', { name: 'rule', ...body });
  const quotes = async () => (await made('POST /api/v1/prices/quote', {})).quotes;

  it('shows the margin before and after, with fees by the marketplace', async () => {
    await rule({ aim: { kind: 'margin', percent: 20 }, rounding: { step: 100 } });
    // 10.8 % and its tax: 11.88 %. 10,000 / (1 - 0.1188 - 0.2) = 14,680
    const [quote] = await quotes();
    expect(quote).toMatchObject({
      account_id: coupang.id,
      price_now: 18000,
      price: 14700,
      margin: { revenue: 14700, fees: 1746, cost: 10000, profit: 2954, margin_percent: 20.1 },
      margin_now: { revenue: 18000, fees: 2138, profit: 5862 },
      notes: [],
      without: null,
    });
  });

  it('tells what is left of an order, and what goods cost only to those who work with it', async () => {
    const lines = [line({ nativeItemId: '7001', quantity: 2, amount: 36_000, paidAmount: 36_000 })];
    const [id] = (await putOrders(hub, business, coupang, [order({ lines })])).values();
    const moneyFor = async (token: string) =>
      (await api.ask(`GET /api/v1/orders/${id}`, { as: token })).json().money;
    const money = await moneyFor(business.tokens.staff);
    expect(money).toMatchObject({ revenue: 39_000, fees_from: 'rate', cost: 20_000 });
    // 11.88 % of the goods, and what shipping is charged with.
    expect(money.fees).toBeGreaterThanOrEqual(4_277);
    expect(money.profit).toBe(39_000 - money.fees - 20_000);
    expect(await moneyFor(business.tokens.viewer)).toEqual({
      ...money,
      cost: null,
      profit: null,
      margin_percent: null,
    });
  });

  it('counts a fee that the owner told before the one that comes with Moa', async () => {
    await rule({ aim: { kind: 'product_price' } });
    const told = {
      platform: 'coupang',
      sale_percent: 5,
      vat_included: true,
      valid_from: '2026-01-01',
      source: '정산서 10월',
      checked_on: '2026-11-01',
    };
    const answer = await api.ask('PUT /api/v1/fee-rates', { as, body: told });
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await quotes())[0]).toMatchObject({ margin: { fees: 1000 }, fee_source: '정산서 10월' });
    const { fee_rates: rates } = (await api.ask('GET /api/v1/fee-rates', { as })).json();
    expect(rates[0]).toMatchObject({ ...told, id: answer.json().id });
    expect(rates.filter(({ id }: { id: number | null }) => id === null).length).toBeGreaterThan(3);
    expect((await api.ask(`DELETE /api/v1/fee-rates/${answer.json().id}`, { as })).statusCode).toBe(204);
    expect((await quotes())[0].margin.fees).toBe(2376);
  });

  it('raises the price by a tenth when little is left and it sells well, as the guide has it', async () => {
    await rule({ aim: { kind: 'product_price' }, scarcity: { raise_percent: 10, cover_days: 7 } });
    expect((await quotes())[0]).toMatchObject({ price: 20000, notes: [] });
    await api.ask(`PUT /api/v1/products/${product.id}`, { as, body: { stock_quantity: 3 } });
    expect((await quotes())[0]).toMatchObject({ price: 20000, notes: [] });
    await sql`
      with sold as (
        insert into orders (owner_id, account_id, platform, native_order_id, ordered_at, currency)
        values (${business.owner}, ${coupang.id}, 'coupang', 'O1', now(), 'KRW') returning id)
      insert into order_lines (order_id, owner_id, account_id, native_line_id, package_key, native_item_id, status,
        status_known, native_status, product_name, quantity, shippable_quantity, unit_price, amount, discount, paid_amount,
        native)
      select id, ${business.owner}, ${coupang.id}, 'L', 'P', '7001', 'SHIPPED', true, 'DELIVERING', '이어폰', 30, 0, 1, 1, 0,
        1, '{}' from sold`.execute(hub.db.root);
    const [quote] = await quotes();
    expect(quote).toMatchObject({ price: 22000, notes: ['raised_scarce'] });
    expect(quote.says).toContain('sells well');
  });

  it('works out a bundle from its parts, and says when a cost is missing', async () => {
    const cloth = await made('POST /api/v1/products', { name: '천', price: 1000 });
    await sell(coupang, '7002', 45000, [
      [product.skus[0]?.id ?? 0, 2],
      [cloth.skus[0].id, 1],
    ]);
    await rule({ aim: { kind: 'markup', percent: 50 }, product_id: product.id });
    const answers = await quotes();
    expect(answers[1]).toMatchObject({ price: null, without: 'cost_unknown' });
    await api.ask(`PUT /api/v1/products/${cloth.id}`, { as, body: { cost: 500 } });
    // (20,500 + half of it) / (1 - 0.1188) = 34,896
    expect((await quotes())[1]).toMatchObject({ price: 34900 });
  });

  it('makes a plan of what would change, and none where nothing does', async () => {
    const { id } = await rule({ aim: { kind: 'fixed', price: 18000 } });
    expect(await made('POST /api/v1/prices/apply', { product_ids: [product.id] })).toMatchObject({
      plan: null,
    });
    const changed = await api.ask(`PUT /api/v1/price-rules/${id}`, {
      as,
      body: { aim: { kind: 'fixed', price: 19000 } },
    });
    expect(changed.json()).toMatchObject({ aim: { kind: 'fixed', price: 19000 } });
    const applied = await made('POST /api/v1/prices/apply', { product_ids: [product.id] });
    expect(applied.plan).toMatchObject({ kind: 'set_price', state: 'preparing' });
    expect(applied.quotes).toMatchObject([{ price: 19000 }]);
    const items = (await api.ask(`GET /api/v1/plans/${applied.plan.id}/items`, { as })).json();
    expect(items.items).toMatchObject([{ offer: { account_id: coupang.id, native_item_id: '7001' } }]);
  });

  it.each([
    [{ aim: { kind: 'margin', percent: 200 } }, 'aim.percent', 'too_large'],
    [{ aim: { kind: 'fixed', price: 0 } }, 'aim.price', 'too_small'],
    [{ aim: { kind: 'guess' } }, 'aim.kind', 'bad_format'],
    [{ aim: { kind: 'product_price' }, floor: 200, ceiling: 100 }, 'floor', 'above_ceiling'],
    [{ aim: { kind: 'product_price' }, account_id: 999999 }, 'account_id', 'not_found'],
    [{ aim: { kind: 'product_price' }, product_id: 999999 }, 'product_id', 'not_found'],
  ])('refuses %j', async (body, field, code) => {
    const answer = await api.ask('POST /api/v1/price-rules', { as, body: { name: 'x', ...body } });
    expect(answer.statusCode, answer.body).toBe(422);
    expect(answer.json().errors).toMatchObject([{ field, code }]);
  });
});
