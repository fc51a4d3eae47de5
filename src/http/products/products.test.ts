import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import type { Hub } from '../../engine/hub.ts';

/** As in guide 1. */
const GUIDE = {
  name: '프리미엄 무선 이어폰',
  description: '최신 노이즈 캔슬링 기능이 탑재된 프리미엄 무선 이어폰',
  price: 149000,
  stock_quantity: 100,
  category_id: 'electronics_audio',
  brand: 'TechBrand',
  weight: 250,
  main_image: 'https://example.com/images/earphone-main.jpg',
  additional_images: [
    'https://example.com/images/earphone-1.jpg',
    'https://example.com/images/earphone-2.jpg',
  ],
  delivery_type: 'DELIVERY',
  delivery_fee: 3000,
};

const PRIVATE = 'The address leads into a private network. Give a public one that marketplaces can fetch.';

const SHIRT = {
  name: '면 티셔츠',
  price: 19000,
  seller_code: 'TEE',
  option_names: ['색상', '크기'],
  skus: [
    { code: 'TEE-W-S', option_values: ['흰색', 'S'], stock_quantity: 3 },
    { code: 'TEE-W-L', option_values: ['흰색', 'L'], price: 21000, safety_stock: 2, stock_quantity: 0 },
    { code: 'TEE-B-S', option_values: ['검정', 'S'] },
  ],
};

describe.each(DATABASE_KINDS)('products on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let as: string;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { allowPrivateHosts: false });
    api = await openTestServer(hub);
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    as = business.tokens.staff;
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const create = (body: unknown) => api.ask('POST /api/v1/products', { as, body });
  const change = (id: number, body: unknown) => api.ask(`PUT /api/v1/products/${id}`, { as, body });
  const read = async (id: number) => (await api.ask(`GET /api/v1/products/${id}`, { as })).json();

  async function made(body: unknown) {
    const answer = await create(body);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  it('takes the body of the guide and tells the same again', async () => {
    const product = await made(GUIDE);
    expect(product).toMatchObject({ ...GUIDE, currency: 'KRW', available_quantity: 100, version: 1 });
    expect(product.skus).toMatchObject([{ code: product.seller_code, option_values: [], price: 149000 }]);
    expect(await read(product.id)).toEqual(product);
  });

  it('has the first of the other pictures as its main one when that is taken away, and none without any', async () => {
    const { id } = await made(GUIDE);
    const [first, second] = GUIDE.additional_images;
    const without = (await change(id, { main_image: null })).json();
    expect(without).toMatchObject({ main_image: first, additional_images: [second] });
    expect((await change(id, { additional_images: [] })).json()).toMatchObject({ main_image: first });
    const bare = (await change(id, { main_image: null, additional_images: [] })).json();
    expect(bare).toMatchObject({ main_image: null, additional_images: [] });
  });

  it('counts the stock that the guide sets by itself', async () => {
    const { id } = await made(GUIDE);
    const answer = await change(id, { stock_quantity: 42 });
    expect(answer.json()).toMatchObject({ stock_quantity: 42, name: GUIDE.name, version: 2 });
    expect((await change(id, { stock_quantity: 0 })).json()).toMatchObject({ stock_quantity: 0 });
  });

  it('keeps SKUs by their codes, and their stock with them', async () => {
    const product = await made(SHIRT);
    expect(product.skus).toMatchObject([
      { price: 19000, own_price: false, stock_quantity: 3 },
      { price: 21000, own_price: true, safety_stock: 2, stock_quantity: 0 },
      { stock_quantity: null },
    ]);
    const [white, , black] = product.skus;
    const fewer = [
      { code: 'TEE-B-S', option_values: ['검정', 'S'] },
      { code: 'TEE-W-S', option_values: ['흰색', 'S'] },
    ];
    const after = (await change(product.id, { skus: fewer })).json();
    expect(after.skus).toMatchObject([{ id: black.id }, { id: white.id, stock_quantity: 3 }]);
    const back = (await change(product.id, { skus: SHIRT.skus })).json();
    expect(back.skus.map(({ id }: { id: number }) => id)).toEqual(
      product.skus.map(({ id }: { id: number }) => id),
    );
  });

  it('refuses one number for a product with options', async () => {
    const { id } = await made(SHIRT);
    const answer = await change(id, { stock_quantity: 5 });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toMatchObject([{ field: 'stock_quantity', code: 'several_skus' }]);
    expect(await read(id)).toMatchObject({ version: 1 });
  });

  it.each([
    [{ price: 0 }, 'price', 'too_small', 'This must be 1 or more.'],
    [{ stock_quantity: -1 }, 'stock_quantity', 'too_small', 'This must be 0 or more.'],
    [{ main_image: 'https://10.0.0.7/a.jpg' }, 'main_image', 'private_address', PRIVATE],
    [{ additional_images: ['http://localhost/a.jpg'] }, 'additional_images[0]', 'private_address', PRIVATE],
    [
      { main_image: 'ftp://example.com/a.jpg' },
      'main_image',
      'bad_address',
      'The address of an image begins with http or https.',
    ],
    [
      { option_names: ['색상', '색상'] },
      'option_names',
      'same_option_name',
      'An option name is there twice.',
    ],
    [
      { ...SHIRT, option_names: [] },
      'skus',
      'several_without_options',
      'Without option names there is one SKU only. Give option_names.',
    ],
    [
      { ...SHIRT, option_names: ['색상'] },
      'skus[0].option_values',
      'option_values',
      'There must be 1 option values.',
    ],
    [
      { ...SHIRT, skus: [SHIRT.skus[0], { ...SHIRT.skus[1], code: 'TEE-W-S' }] },
      'skus[1].code',
      'same_code',
      'The code is that of SKU 1.',
    ],
    [
      { ...SHIRT, skus: [SHIRT.skus[0], { ...SHIRT.skus[0], code: 'OTHER' }] },
      'skus[1].option_values',
      'same_options',
      'The option values are those of SKU 1.',
    ],
  ])('refuses %j with a sentence', async (wrong, field, code, message) => {
    const answer = await create({ ...GUIDE, stock_quantity: undefined, ...wrong });
    expect(answer.statusCode, answer.body).toBe(422);
    const error = answer.json().errors.find((one: { field: string }) => one.field === field);
    expect(error).toMatchObject({ code, message });
    expect((await api.ask('GET /api/v1/products', { as })).json().products).toEqual([]);
  });

  it.each([
    [{ seller_code: 'TEE' }, 'TEE'],
    [{ skus: [{ code: 'TEE-W-S' }] }, 'TEE-W-S'],
  ])('refuses codes that are taken: %j', async (taken, named) => {
    await made(SHIRT);
    const answer = await create({ name: '다른 것', price: 1000, ...taken });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'code_taken', detail: expect.stringContaining(named) });
    expect((await api.ask('GET /api/v1/products', { as })).json().products).toHaveLength(1);
  });

  it('refuses a change of what somebody else has changed since', async () => {
    const { id, version } = await made(GUIDE);
    expect((await change(id, { version, price: 150000 })).statusCode).toBe(200);
    const late = await change(id, { version, price: 99000 });
    expect(late.json()).toMatchObject({ status: 409, code: 'changed_meanwhile' });
    expect(await read(id)).toMatchObject({ price: 150000 });
  });

  it('takes a product out, and its codes are free again', async () => {
    const { id } = await made(SHIRT);
    expect((await api.ask(`DELETE /api/v1/products/${id}`, { as })).statusCode).toBe(204);
    expect((await api.ask(`GET /api/v1/products/${id}`, { as })).statusCode).toBe(404);
    await made(SHIRT);
  });

  it('lists by pages and finds by name, code and bar code', async () => {
    await made({ ...GUIDE, barcode: '8801234567893' });
    await made(SHIRT);
    await made({ name: '100% 면 양말', price: 3000, seller_code: 'SOCK_1' });
    const names = async (query: string) =>
      (await api.ask(`GET /api/v1/products?${query}`, { as }))
        .json()
        .products.map(({ name }: { name: string }) => name);
    expect(await names('q=이어폰')).toEqual([GUIDE.name]);
    expect(await names('q=tee-w')).toEqual([SHIRT.name]);
    expect(await names('q=8801234567893')).toEqual([GUIDE.name]);
    expect(await names(`q=${encodeURIComponent('100%')}`)).toEqual(['100% 면 양말']);
    expect(await names('q=SOCK1')).toEqual([]);
    const first = (await api.ask('GET /api/v1/products?limit=2', { as })).json();
    expect(first.products).toHaveLength(2);
    expect(await names(`limit=2&cursor=${first.next_cursor}`)).toEqual([GUIDE.name]);
  });
});
