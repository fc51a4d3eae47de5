import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { claim, line, order } from '../../../test/harness/snapshots.ts';
import { addItem, addSkus, readBatch, setLinks } from '../../../test/stock/shelf.ts';
import type { SkuId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';
import { asOwner } from '../../store/scope.ts';

const ITEM = '70071284034';
const PARCEL = { nativeCarrier: 'CJGLS', invoice: '1234567890', shippedAt: '2100-01-01T00:00:00.000Z' };
const results = z.object({
  results: z.array(
    z.object({
      accepted: z.boolean(),
      repeated: z.boolean(),
      balance: z.number().nullable(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});

describe.each(DATABASE_KINDS)('inventory on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let account: Account;
  let skus: readonly SkuId[];

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    account = await connect(hub, business, 'coupang');
    skus = await asOwner(hub.db, business.owner, async (scope) => {
      const made = await addSkus(scope, ['SOCK-S', 'SOCK-M', 'SOCK-L'], 5);
      const [small] = made;
      if (small === undefined) throw new Error('no SKU was made');
      await setLinks(scope, await addItem(scope, account, ITEM), [{ sku: small, quantity: 1 }]);
      return made;
    });
  });

  const get = async (path: string) =>
    (await api.ask(`GET /api/v1${path}`, { as: business.tokens.viewer })).json();
  const move = async (movements: readonly unknown[], headers = {}) => {
    const answer = await api.ask('POST /api/v1/inventory/movements', {
      as: business.tokens.staff,
      body: { movements },
      headers,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return results.parse(answer.json()).results;
  };
  const read = (overrides: Parameters<typeof line>[0]) =>
    readBatch(hub, business.owner, account, { orders: [order({ lines: [line(overrides)] })] });

  it('tells of each movement by itself, and takes no more than lies there', async () => {
    const [small, medium] = skus;
    const answers = await move([
      { type: 'receipt', sku_id: small, quantity: 10 },
      { type: 'correction', sku_id: small, quantity: -4, note: 'broken' },
      { type: 'correction', sku_id: small, quantity: -7 },
      { type: 'count', sku_id: small, quantity: 2 },
      { type: 'correction', sku_id: medium, quantity: -1 },
      { type: 'count', sku_id: medium, quantity: 0 },
      { type: 'receipt', sku_id: 999_999, quantity: 1 },
      { type: 'receipt', sku_id: small, quantity: 1, location_id: 999_999 },
    ]);
    expect(answers.map(({ code, balance }) => code ?? balance)).toEqual([
      10,
      6,
      'not_enough_stock',
      2,
      'not_enough_stock',
      0,
      'sku_unknown',
      'location_unknown',
    ]);
    expect(answers[2]?.detail).toContain('Only 2 lie there');
    const { movements } = await get(`/inventory/${small}/movements`);
    expect(
      movements.map((one: { type: string; quantity: number; balance_after: number }) => [
        one.type,
        one.quantity,
        one.balance_after,
      ]),
    ).toEqual([
      ['count', -4, 2],
      ['correction', -4, 6],
      ['receipt', 10, 10],
    ]);
    const first = await get(`/inventory/${small}/movements?limit=2`);
    expect(
      (await get(`/inventory/${small}/movements?limit=2&cursor=${first.next_cursor}`)).movements,
    ).toMatchObject([{ type: 'receipt' }]);
  });

  it('counts nothing twice that has a reference, or a key', async () => {
    const [sku] = skus;
    const receipt = { type: 'receipt', sku_id: sku, quantity: 10, reference: 'PO-7' };
    expect(await move([receipt, receipt])).toMatchObject([
      { accepted: true, repeated: false, balance: 10 },
      { accepted: true, repeated: true, balance: 10 },
    ]);
    const key = { 'idempotency-key': 'one' };
    const more = [{ type: 'receipt', sku_id: sku, quantity: 5 }];
    await move(more, key);
    expect(await move(more, key)).toMatchObject([{ accepted: true, balance: 15 }]);
    expect(await get(`/inventory/${sku}`)).toMatchObject({ on_hand: 15 });
  });

  it('says from how few on a SKU is running low', async () => {
    const [sku] = skus;
    await move([{ type: 'receipt', sku_id: sku, quantity: 10 }]);
    const product = await get(`/products/${(await get(`/inventory/${sku}`)).product_id}`);
    const change = (safety_stock: number, as = business.tokens.staff) =>
      api.ask(`PUT /api/v1/inventory/${sku}/safety-stock`, { as, body: { safety_stock } });
    expect((await change(12)).json()).toMatchObject({ safety_stock: 12, stock_status: 'low_stock' });
    expect(await get('/inventory?low=true')).toMatchObject({ inventory: [{ sku_id: sku }] });
    expect((await change(9)).json()).toMatchObject({ safety_stock: 9, stock_status: 'in_stock' });
    // Who edits the product meanwhile is told that it has changed.
    expect((await get(`/products/${product.id}`)).version).toBe(product.version + 2);
    expect((await change(-1)).json()).toMatchObject({
      errors: [{ field: 'safety_stock', code: 'too_small' }],
    });
    expect((await change(1, business.tokens.viewer)).statusCode).toBe(403);
    const unknown = await api.ask('PUT /api/v1/inventory/999999/safety-stock', {
      as: business.tokens.staff,
      body: { safety_stock: 1 },
    });
    expect(unknown.statusCode).toBe(404);
  });

  it('tells where a SKU is on sale, and how far each shop is', async () => {
    const [small, medium] = skus;
    if (small === undefined || medium === undefined) throw new Error('SKUs are missing');
    const naver = await connect(hub, business, 'naver');
    const bundle = await asOwner(hub.db, business.owner, async (scope) => {
      const item = await addItem(scope, naver, 'bundle');
      await setLinks(scope, item, [
        { sku: small, quantity: 2 },
        { sku: medium, quantity: 1 },
      ]);
      return item;
    });
    await api.ask(`PUT /api/v1/listing-items/${bundle}/stock-terms`, {
      as: business.tokens.staff,
      body: { buffer: 1 },
    });
    expect((await get(`/inventory/${small}/offers`)).offers).toMatchObject([
      { account_id: account.id, platform: 'coupang', native_item_id: ITEM, quantity: 1, buffer: 0 },
      {
        listing_item_id: bundle,
        platform: 'naver',
        quantity: 2,
        buffer: 1,
        follows_stock: true,
        share_percent: 100,
        command_state: null,
      },
    ]);
    expect((await get(`/inventory/${medium}/offers`)).offers).toMatchObject([{ listing_item_id: bundle }]);
    // The newest order to the shop speaks; what it superseded does not.
    await asOwner(hub.db, business.owner, async ({ owner, trx }) => {
      for (const state of ['done', 'superseded', 'pending', 'canceled'])
        await sql`
          insert into commands (owner_id, account_id, kind, native_item_id, lane, key, payload, state, actor, cause)
          values (${owner}, ${account.id}, 'set_stock', ${ITEM}, 'stock', '', '{}', ${state}, 'test', 'test')`.execute(
          trx,
        );
    });
    expect((await get(`/inventory/${small}/offers`)).offers[0]).toMatchObject({ command_state: 'pending' });
    expect(await get('/inventory/999999/offers')).toMatchObject({ code: 'not_found' });
  });

  it('moves goods from place to place', async () => {
    const [sku] = skus;
    await move([{ type: 'receipt', sku_id: sku, quantity: 10 }]);
    const ask = (line: `${string} /${string}`, body: unknown) =>
      api.ask(line, { as: business.tokens.staff, body });
    const made = await ask('POST /api/v1/locations', { name: '제2창고' });
    expect(made.statusCode).toBe(201);
    expect((await ask('POST /api/v1/locations', { name: '제2창고' })).json()).toMatchObject({
      code: 'location_name_taken',
    });
    const there = made.json().id;
    const transfer = { type: 'transfer', sku_id: sku, to_location_id: there };
    expect(
      await move([
        { ...transfer, quantity: 4 },
        { ...transfer, quantity: 7 },
        { ...transfer, quantity: 1, location_id: there },
      ]),
    ).toMatchObject([{ balance: 6 }, { code: 'not_enough_stock' }, { code: 'same_location' }]);
    expect(await get(`/inventory/${sku}`)).toMatchObject({
      on_hand: 10,
      levels: [{ on_hand: 6 }, { location: '제2창고', on_hand: 4 }],
    });
    const changed = await ask(`PUT /api/v1/locations/${there}`, { name: '본사', is_default: true });
    expect(changed.json()).toMatchObject({ name: '본사', is_default: true });
    expect((await get('/locations')).locations).toMatchObject([
      { name: '본사', is_default: true },
      { is_default: false },
    ]);
  });

  it('lists what there is, and what is low, oversold or never counted', async () => {
    const [small, medium, large] = skus;
    await move([
      { type: 'receipt', sku_id: small, quantity: 2 },
      { type: 'receipt', sku_id: medium, quantity: 9 },
    ]);
    await read({ quantity: 3 });
    const codes = async (query: string) =>
      z
        .object({ inventory: z.array(z.object({ sku_code: z.string() })) })
        .parse(await get(`/inventory${query}`))
        .inventory.map(({ sku_code }) => sku_code);
    expect(await codes('')).toEqual(['SOCK-L', 'SOCK-M', 'SOCK-S']);
    expect(await codes('?low=true')).toEqual(['SOCK-S']);
    expect(await codes('?oversold=true')).toEqual(['SOCK-S']);
    expect(await codes('?untracked=true')).toEqual(['SOCK-L']);
    expect(await codes('?low=true&untracked=true')).toEqual(['SOCK-L', 'SOCK-S']);
    expect(await codes('?q=sock-m')).toEqual(['SOCK-M']);
    expect(await codes(`?q=${encodeURIComponent('양말')}&limit=2`)).toEqual(['SOCK-L', 'SOCK-M']);
    const first = await get('/inventory?limit=2');
    expect(await codes(`?limit=2&cursor=${first.next_cursor}`)).toEqual(['SOCK-S']);
    expect(await get(`/inventory/${small}`)).toMatchObject({
      on_hand: 2,
      reserved: 3,
      available: -1,
      stock_status: 'oversold',
      reservations: [
        { for: 'order', quantity: 3, short: 1, platform: 'coupang', native_order_id: '15100012345678' },
      ],
    });
    expect(await get(`/inventory/${large}`)).toMatchObject({
      on_hand: null,
      available: null,
      stock_status: 'untracked',
    });
  });

  it('names products that are running low, in the words of the guide', async () => {
    const [small, medium, large] = skus;
    const low = async () => (await get('/inventory/low-stock')).low_stock_products;
    expect(await low()).toEqual([]);
    await move([{ type: 'receipt', sku_id: small, quantity: 3 }]);
    const [product] = await low();
    expect(product).toMatchObject({
      product_name: '면 양말',
      current_stock: 3,
      safety_stock: 5,
      stock_status: 'low_stock',
      skus: [{ sku_id: small, current_stock: 3, safety_stock: 5, stock_status: 'low_stock' }],
    });
    await move([
      { type: 'receipt', sku_id: medium, quantity: 50 },
      { type: 'count', sku_id: small, quantity: 0 },
    ]);
    expect(await low()).toMatchObject([
      { current_stock: 50, stock_status: 'low_stock', skus: [{ stock_status: 'out_of_stock' }] },
    ]);
    await move([
      { type: 'count', sku_id: medium, quantity: 0 },
      { type: 'count', sku_id: large, quantity: 0 },
    ]);
    expect(await low()).toMatchObject([{ current_stock: 0, safety_stock: 15, stock_status: 'out_of_stock' }]);
  });

  it('puts back on the shelf what a person says came back whole, in parts, and never more', async () => {
    const [sku] = skus;
    await move([{ type: 'receipt', sku_id: sku, quantity: 10 }]);
    await read({ status: 'DELIVERED', nativeStatus: 'FINAL_DELIVERY', parcel: PARCEL });
    const returned = claim({ kind: 'return', state: 'requested' });
    const tell = (state: 'requested' | 'done') =>
      readBatch(hub, business.owner, account, { claims: [{ ...returned, state }] });
    await tell('requested');
    const returns = async () => (await get('/inventory/returns')).returns;
    expect(await returns()).toEqual([]);
    const [{ id }] = (await get('/claims')).claims;
    const restock = (lines: readonly unknown[], headers = {}) =>
      api.ask(`POST /api/v1/claims/${id}/restock`, { as: business.tokens.staff, body: { lines }, headers });
    const goods = (quantity: number, condition: string) => ({ sku_id: sku, quantity, condition });
    expect((await restock([goods(1, 'sellable')])).json().code).toBe('nothing_to_restock');

    await tell('done');
    expect(await returns()).toMatchObject([{ claim_id: id, lines: [{ quantity: 3, waiting: 3 }] }]);
    expect(await get(`/inventory/${sku}`)).toMatchObject({ on_hand: 7 });
    const key = { 'idempotency-key': 'back' };
    await restock([goods(1, 'sellable'), goods(1, 'damaged')], key);
    await restock([goods(1, 'sellable'), goods(1, 'damaged')], key);
    expect(await get(`/inventory/${sku}`)).toMatchObject({ on_hand: 8 });
    expect(await returns()).toMatchObject([{ lines: [{ sellable: 1, damaged: 1, waiting: 1 }] }]);
    const tooMany = await restock([goods(2, 'sellable')]);
    expect(tooMany.json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ field: 'lines[0].quantity', code: 'too_many' }],
    });
    expect((await restock([{ ...goods(1, 'sellable'), sku_id: skus[1] }])).json()).toMatchObject({
      errors: [{ field: 'lines[0].sku_id', code: 'not_of_claim' }],
    });
    expect((await restock([goods(1, 'sellable')])).statusCode).toBe(200);
    expect(await returns()).toEqual([]);
    expect(await get(`/inventory/${sku}`)).toMatchObject({ on_hand: 9 });
  });

  it('refuses what is no movement with a sentence for each field', async () => {
    const [sku] = skus;
    const ask = async (movement: unknown) => {
      const answer = await api.ask('POST /api/v1/inventory/movements', {
        as: business.tokens.staff,
        body: { movements: [movement] },
      });
      expect(answer.statusCode, answer.body).toBe(422);
      return answer.json().errors.map(({ field }: { field: string }) => field);
    };
    expect(await ask({ type: 'count', sku_id: sku, quantity: -1 })).toEqual(['movements[0].quantity']);
    expect(await ask({ type: 'receipt', sku_id: sku, quantity: 0 })).toEqual(['movements[0].quantity']);
    expect(await ask({ type: 'transfer', sku_id: sku, quantity: 1 })).toEqual([
      'movements[0].to_location_id',
    ]);
    expect(await ask({ type: 'gift', sku_id: sku, quantity: 1 })).toEqual(['movements[0].type']);
  });
});
