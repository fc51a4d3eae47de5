import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Hub } from '../../src/engine/hub.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { openBusiness, openTestServer, type TestBusiness, type TestServer } from '../harness/rest.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxShop } from '../harness/sandbox-control.ts';

const COUNT = z.int();
const PLAN = z.looseObject({
  id: z.int(),
  state: z.string(),
  version: z.int(),
  may: z.array(z.string()),
  finished_at: z.string().nullable(),
  progress: z.object({ done: COUNT, total: COUNT }),
  items: z.looseObject({
    planned: COUNT,
    stale: COUNT,
    done: COUNT,
    declined: COUNT,
    unchanged: COUNT,
    flagged: COUNT,
    canceled: COUNT,
    failed: COUNT,
  }),
});
const ITEMS = z.object({
  items: z.array(
    z.looseObject({
      position: z.int(),
      state: z.string(),
      offer: z.looseObject({ native_item_id: z.string(), before: z.unknown(), after: z.unknown() }),
      flags: z.array(z.looseObject({ code: z.string() })),
      declined: z.object({ code: z.string(), detail: z.string() }).nullable(),
    }),
  ),
  next_cursor: z.string().nullable(),
});
const OFFERS = z.object({
  offers: z.array(
    z.looseObject({
      vendorItemId: z.string(),
      amountInStock: z.int(),
      salePrice: z.int(),
      applied: z.object({ quantities: z.int(), prices: z.int(), sales: z.int() }),
    }),
  ),
});
const CALLS = z.looseObject({ operations: z.array(z.looseObject({ operation: z.string() })) });
const BOXES = z.object({
  orders: z.array(z.looseObject({ status: z.string(), invoiceNumber: z.string().nullable() })),
});
type Offer = z.infer<typeof OFFERS>['offers'][number];

describe.each(DATABASE_KINDS)('plans against a shop, on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let worker: Worker;
  let sandbox: Awaited<ReturnType<typeof newSandbox>>;
  let business: TestBusiness;
  let shop: SandboxShop;
  let account: number;

  beforeAll(async () => {
    sandbox = await newSandbox();
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    api = await openTestServer(hub);
    worker = await startWorker(hub, { pullEveryMs: 3_600_000, width: 4 });
  }, 60_000);

  afterAll(async () => {
    await worker.stop();
    await api.server.close();
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    shop = await sandbox.openShop('coupang', { orders: 0, products: 250, limits: false, quiet: true });
    account = (await connectShop(hub, { ...shop, owner: business.owner })).account.id;
  });

  afterEach(() => sandbox.delete('/coupang/faults'));

  async function boxes() {
    return BOXES.parse(await sandbox.get(`/coupang/shops/${shop.shop}/orders`)).orders;
  }

  // An order may come in several boxes, which are acknowledged and shipped alike.
  const statuses = async () => [...new Set((await boxes()).map(({ status }) => status))];
  const invoices = async () =>
    [...new Set((await boxes()).flatMap(({ invoiceNumber }) => invoiceNumber ?? []))].toSorted();

  const as = () => business.tokens.staff;

  async function offers(): Promise<readonly Offer[]> {
    return OFFERS.parse(await sandbox.get(`/coupang/shops/${shop.shop}/offers`)).offers;
  }

  async function first(count: number): Promise<readonly Offer[]> {
    return (await offers()).slice(0, count);
  }

  /** Somebody sets a price behind the hub's back. Later changes must stay within half and double of it. */
  async function setPrice({ vendorItemId }: Offer, salePrice: number): Promise<void> {
    await sandbox.act(shop, 'setOffer', { vendorItemId, salePrice });
  }

  async function plan(body: unknown) {
    const answer = await api.ask('POST /api/v1/plans?wait=30', { as: as(), body });
    expect(answer.statusCode, answer.body).toBe(200);
    return PLAN.parse(answer.json());
  }

  async function confirm({ id, version }: { id: number; version: number }, body = {}) {
    const answer = await api.ask(`POST /api/v1/plans/${id}/confirm`, {
      as: as(),
      body: { version, ...body },
    });
    expect(answer.statusCode, answer.body).toBe(202);
    const read = async () => PLAN.parse((await api.ask(`GET /api/v1/plans/${id}`, { as: as() })).json());
    await expect
      .poll(async () => (await read()).finished_at, { timeout: 150_000, interval: 250 })
      .not.toBeNull();
    return read();
  }

  async function itemsOf(id: number, query = '') {
    const all: z.infer<typeof ITEMS>['items'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await api.ask(`GET /api/v1/plans/${id}/items?limit=200${query}${more}`, { as: as() });
      const page = ITEMS.parse(answer.json());
      all.push(...page.items);
      cursor = page.next_cursor;
    }
    return all;
  }

  const priceItem = ({ vendorItemId }: Offer, price: number) => ({
    account_id: account,
    native_item_id: vendorItemId,
    price,
  });
  const stockItem = ({ vendorItemId }: Offer, quantity: number) => ({
    account_id: account,
    native_item_id: vendorItemId,
    quantity,
  });
  const pricesNow = async () =>
    (await offers()).map(({ vendorItemId, salePrice }) => [vendorItemId, salePrice]);

  it('changes 150 prices as shown, each by one call, and puts them all back', async () => {
    const before = await pricesNow();
    const chosen = await first(150);
    expect(chosen).toHaveLength(150);
    const items = chosen.map((offer) => priceItem(offer, offer.salePrice + 100));
    const ready = await plan({ kind: 'set_price', items });
    expect(ready).toMatchObject({
      state: 'ready',
      items: { planned: 150 },
      progress: { done: 150, total: 150 },
    });
    expect(await pricesNow()).toEqual(before);
    const shown = await itemsOf(ready.id);
    expect(shown.map(({ position }) => position)).toEqual(items.map((_, at) => at + 1));
    expect(shown[0]?.offer).toMatchObject({
      before: { price: chosen[0]?.salePrice, currency: 'KRW' },
      after: { price: (chosen[0]?.salePrice ?? 0) + 100 },
    });

    const applied = await confirm(ready);
    expect(applied).toMatchObject({ state: 'applied', items: { done: 150, stale: 0, failed: 0 } });
    const wanted = new Map(items.map((item) => [item.native_item_id, item.price]));
    for (const offer of await offers()) {
      const price = wanted.get(offer.vendorItemId);
      if (price === undefined) continue;
      expect(offer.salePrice).toBe(price);
      expect(offer.applied.prices).toBe(1);
    }

    const undo = await api.ask(`POST /api/v1/plans/${ready.id}/undo?wait=30`, { as: as() });
    const reverse = PLAN.parse(undo.json());
    expect(reverse).toMatchObject({ state: 'ready', undoes: ready.id, items: { planned: 150 } });
    expect(await confirm(reverse)).toMatchObject({ state: 'applied', items: { done: 150 } });
    expect(await pricesNow()).toEqual(before);
  }, 360_000);

  it('leaves out what has changed since it was shown, unless it is asked for as well', async () => {
    const [moved, still] = await first(2);
    if (moved === undefined || still === undefined) throw new Error('the shop sells too little');
    await setPrice(moved, 40_000);
    await setPrice(still, 40_000);
    const items = [priceItem(moved, 50_000), priceItem(still, 60_000)];
    const ready = await plan({ kind: 'set_price', items });
    await setPrice(moved, 32_340);
    const applied = await confirm(ready);
    expect(applied).toMatchObject({ state: 'applied', items: { done: 1, stale: 1 } });
    expect((await itemsOf(ready.id, '&state=stale')).map(({ declined }) => declined?.code)).toEqual([
      'moved',
    ]);
    expect((await first(2)).map(({ salePrice }) => salePrice)).toEqual([32_340, 60_000]);

    const again = await plan({ kind: 'set_price', items });
    expect(again.items).toMatchObject({ planned: 1, unchanged: 1 });
    await setPrice(moved, 33_450);
    expect((await confirm(again, { include_stale: true })).items).toMatchObject({ done: 1, stale: 0 });
    expect((await first(1))[0]?.salePrice).toBe(50_000);

    const undo = PLAN.parse(
      (await api.ask(`POST /api/v1/plans/${again.id}/undo?wait=30`, { as: as() })).json(),
    );
    await confirm(undo);
    expect((await first(1))[0]?.salePrice).toBe(33_450);
  }, 60_000);

  it('says item by item what cannot be done and what to look at twice', async () => {
    const [soldOut, gone, same, raised] = await first(4);
    if (!soldOut || !gone || !same || !raised) throw new Error('the shop sells too little');
    await sandbox.act(shop, 'setOffer', { vendorItemId: gone.vendorItemId, deleted: true });
    await setPrice(raised, 10_000);
    const stock = await plan({
      kind: 'set_stock',
      items: [
        stockItem({ ...soldOut }, soldOut.amountInStock === 0 ? 7 : 0),
        stockItem(gone, 3),
        stockItem(same, same.amountInStock),
        { ...stockItem(same, 1), native_item_id: '99999999' },
        { ...stockItem(same, 1), account_id: 987_654 },
      ],
    });
    const shown = await itemsOf(stock.id);
    expect(shown.map(({ state }) => state)).toEqual([
      'planned',
      'declined',
      'unchanged',
      'declined',
      'declined',
    ]);
    expect(shown.map(({ declined }) => declined?.code)).toEqual([
      undefined,
      'offer_not_found',
      undefined,
      'offer_not_found',
      'account_not_found',
    ]);
    const prices = await plan({
      kind: 'set_price',
      items: [
        priceItem(raised, 13_010),
        priceItem(same, same.salePrice + 5),
        { ...priceItem(soldOut, 990), currency: 'RUB' },
      ],
    });
    expect((await itemsOf(prices.id)).map(({ flags, declined }) => [flags[0]?.code, declined?.code])).toEqual(
      [
        ['big_change', undefined],
        [undefined, 'price_step'],
        [undefined, 'currency_differs'],
      ],
    );
    expect(await itemsOf(prices.id, '&flagged=true')).toHaveLength(1);
    expect(prices.items.flagged).toBe(1);
  }, 60_000);

  it('sets a value whose answer was lost once more only when the shop does not show it', async () => {
    const [offer] = await first(1);
    if (offer === undefined) throw new Error('the shop sells nothing');
    await setPrice(offer, 50_000);
    const ready = await plan({ kind: 'set_price', items: [priceItem(offer, 77_770)] });
    await sandbox.post('/coupang/faults', { kind: 'lost_answer', operation: 'vendorItems.price', times: 1 });
    expect((await confirm(ready)).items).toMatchObject({ done: 1 });
    expect((await first(1))[0]).toMatchObject({ salePrice: 77_770, applied: { prices: 1 } });
  }, 60_000);

  it('stops what has not left when it is cancelled', async () => {
    const chosen = await first(120);
    const ready = await plan({ kind: 'set_stock', items: chosen.map((offer) => stockItem(offer, 999)) });
    await sandbox.post('/coupang/faults', { kind: 'slow', operation: 'vendorItems.quantity', delay_ms: 150 });
    const asked = { as: as(), body: { version: ready.version } };
    expect((await api.ask(`POST /api/v1/plans/${ready.id}/confirm`, asked)).statusCode).toBe(202);
    await expect
      .poll(async () => (await offers()).filter(({ amountInStock }) => amountInStock === 999).length, {
        timeout: 20_000,
      })
      .toBeGreaterThan(0);
    const stopped = PLAN.parse((await api.ask(`DELETE /api/v1/plans/${ready.id}`, { as: as() })).json());
    expect(stopped).toMatchObject({ state: 'canceled' });
    expect(stopped.items.canceled).toBeGreaterThan(0);
    const quiet = async () =>
      PLAN.parse((await api.ask(`GET /api/v1/plans/${ready.id}`, { as: as() })).json());
    await expect.poll(async () => (await quiet()).items.open, { timeout: 10_000 }).toBe(0);
    const { items } = await quiet();
    const changed = (await offers()).filter(({ applied }) => applied.quantities > 0);
    expect(changed).toHaveLength(items.done);
    expect(items.done + items.canceled).toBe(120);
  }, 60_000);

  it('waits for a marketplace that is away, and says so', async () => {
    const [offer] = await first(1);
    if (offer === undefined) throw new Error('the shop sells nothing');
    await sandbox.post('/coupang/faults', { kind: 'down', operation: 'vendorItems.inventory' });
    const body = { kind: 'set_stock', items: [stockItem(offer, 5)] };
    const asked = await api.ask('POST /api/v1/plans', { as: as(), body });
    const { id } = PLAN.parse(asked.json());
    const read = async () => (await api.ask(`GET /api/v1/plans/${id}`, { as: as() })).json();
    await expect.poll(async () => (await read()).trouble?.code, { timeout: 20_000 }).toBe('down');
    expect(await read()).toMatchObject({ state: 'preparing', progress: { done: 0, total: 1 } });
    await sandbox.delete('/coupang/faults');
    await expect.poll(async () => (await read()).state, { timeout: 40_000 }).toBe('ready');
    expect((await read()).trouble).toBeNull();
  }, 90_000);

  it('acknowledges and ships orders, corrects their invoices and goes back to the first ones', async () => {
    await sandbox.post(`/coupang/shops/${shop.shop}/buy`, { count: 3 });
    await api.ask('POST /api/v1/sync/orders?wait=30', { as: as() });
    const listed = z
      .looseObject({ orders: z.array(z.looseObject({ id: z.int() })) })
      .parse((await api.ask('GET /api/v1/orders', { as: as() })).json());
    const ids = listed.orders.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    const shipping = (nth: number, number: string) => ({
      order_id: ids[nth] ?? 0,
      shipping_info: { deliveryCompanyCode: 'CJGLS', trackingNumber: number },
    });

    const acknowledge = await plan({ kind: 'acknowledge', items: ids.map((order_id) => ({ order_id })) });
    expect(await statuses()).toEqual(['ACCEPT']);
    expect((await confirm(acknowledge)).items).toMatchObject({ done: 3 });
    expect(await statuses()).toEqual(['INSTRUCT']);
    const refused = await api.ask(`POST /api/v1/plans/${acknowledge.id}/undo`, { as: as() });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'plan_not_undoable' });
    expect(refused.json().detail).toContain('cannot be taken back');

    const ship = await plan({
      kind: 'ship',
      items: [
        shipping(0, '640000000011'),
        shipping(1, '640000000022'),
        { ...shipping(2, '640000000033'), order_id: 987_654 },
      ],
    });
    expect(ship.items).toMatchObject({ planned: 2, declined: 1 });
    expect((await confirm(ship)).items).toMatchObject({ done: 2 });
    const first = await invoices();
    expect(first).toEqual(['640000000011', '640000000022']);

    const correct = await plan({
      kind: 'change_invoice',
      items: [shipping(0, '640000000044'), shipping(1, '640000000055')],
    });
    expect((await confirm(correct)).items).toMatchObject({ done: 2 });
    expect(await invoices()).toEqual(['640000000044', '640000000055']);
    const undo = await api.ask(`POST /api/v1/plans/${correct.id}/undo?wait=30`, { as: as() });
    expect(undo.statusCode, undo.body).toBe(200);
    const reverse = PLAN.parse(undo.json());
    expect(reverse.items).toMatchObject({ planned: 2 });
    expect((await confirm(reverse)).items).toMatchObject({ done: 2 });
    expect(await invoices()).toEqual(first);
  }, 120_000);

  it('forgets what nobody confirms', async () => {
    const [offer] = await first(1);
    if (offer === undefined) throw new Error('the shop sells nothing');
    const ready = await plan({ kind: 'set_stock', items: [stockItem(offer, 5)] });
    await asOwner(hub.db, business.owner, (scope) =>
      sql`update plans set expires_at = now() where id = ${ready.id}`.execute(scope.trx),
    );
    const answer = await api.ask(`POST /api/v1/plans/${ready.id}/confirm`, {
      as: as(),
      body: { version: ready.version },
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'plan_expired' });
    const listed = (await api.ask('GET /api/v1/plans?state=expired', { as: as() })).json();
    expect(listed.plans.map((one: { id: number }) => one.id)).toEqual([ready.id]);
  }, 30_000);

  it('asks the marketplace nothing before the plan is made and writes nothing before it is confirmed', async () => {
    const chosen = await first(5);
    await sandbox.delete('/coupang/calls');
    await plan({ kind: 'set_stock', items: chosen.map((offer) => stockItem(offer, 4_321)) });
    const { operations } = CALLS.parse(await sandbox.get('/coupang/calls'));
    const asked = operations
      .map(({ operation }) => operation)
      .filter((name) => name.startsWith('vendorItems'));
    expect(asked).toEqual(['vendorItems.inventory']);
  }, 30_000);
});
