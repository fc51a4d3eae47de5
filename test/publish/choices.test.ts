import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { TrueListing } from '../conformance/catalog-world.ts';
import { type Office, openOffice } from '../e2e/office.ts';
import {
  addProduct,
  categoryNamed,
  chooseForBoards,
  cuttingBoard,
  listingsOf,
  openStall,
  PLATFORMS,
  type Platform,
  publish,
  type Stall,
} from './goods.ts';
import { hashesOf, keptOf } from './read-back.ts';
import { tapWire, type WireTap } from './wire-tap.ts';

const SOON = { timeout: 30_000, interval: 200 };

/** Nobody buys anything here. */
const NO_ORDERS_MS = 3_600_000;

let office: Office;
let tap: WireTap;
const stalls = new Map<Platform, Stall>();

beforeAll(async () => {
  office = await openOffice({ pullEveryMs: NO_ORDERS_MS });
  tap = await tapWire(office.sandbox.url);
  for (const platform of PLATFORMS) {
    // Nobody looks at new products for minutes here, and none waits to be changed.
    const rules = { reviewMs: 0, productLagMs: 0 };
    stalls.set(platform, await openStall(office, platform, rules, { base_url: `${tap.url}/${platform}` }));
  }
}, 120_000);
afterAll(async () => {
  await office.close();
  await tap.close();
});

function at(platform: Platform): Stall {
  const stall = stalls.get(platform);
  if (stall === undefined) throw new Error(`no shop at ${platform}`);
  return stall;
}

async function put(path: `/${string}`, body: unknown): Promise<void> {
  const answer = await office.ask(`PUT ${path}`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

const say = (product: number, { account }: Stall, body: unknown) =>
  put(`/products/${product}/listings/${account}`, body);

/** A product that every shop would take. */
async function ready(sellerCode: string, more = {}): Promise<number> {
  const product = await addProduct(office, cuttingBoard(office, sellerCode, more));
  for (const stall of stalls.values()) await chooseForBoards(office, product, stall);
  return product;
}

async function publishIn(product: number, ...platforms: readonly Platform[]): Promise<void> {
  const account_ids = platforms.map((platform) => at(platform).account);
  for (const { faults, command } of await publish(office, product, { account_ids }))
    expect({ faults, state: command?.state }).toEqual({ faults: [], state: 'done' });
  await office.sandbox.post('/tick');
  await vi.waitFor(async () => {
    for (const one of await listingsOf(office, product))
      if (account_ids.includes(one.account_id))
        expect(one.listing).toMatchObject({ state: 'on_sale', link_state: 'linked' });
  }, SOON);
}

/** The listing of a product as its marketplace holds it. */
async function truthOf(product: number, { platform, account, truth }: Stall): Promise<TrueListing> {
  const mine = (await listingsOf(office, product)).find(({ account_id }) => account_id === account);
  const found = (await truth.listings()).find(({ id }) => id === mine?.listing?.native_listing_id);
  if (found === undefined) throw new Error(`${platform} does not have it`);
  return found;
}

const CATEGORIES = z.object({
  categories: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullable(), path: z.string(), leaf: z.boolean() }),
  ),
  suggestions: z.array(z.object({ id: z.string(), because: z.string() })),
});

describe('POST /sync/products', () => {
  const ANSWER = z.object({
    runs: z.array(z.object({ account_id: z.number(), status: z.string() })),
    publications: z.array(z.object({ account_id: z.number(), product_id: z.number(), state: z.string() })),
    published: z.number(),
  });
  const sync = async (body?: unknown) =>
    ANSWER.parse((await office.ask('POST /sync/products?wait=60', body)).body);
  const accounts = () => [...stalls.values()].map(({ account }) => account).sort((one, other) => one - other);
  const of = (rows: readonly { readonly account_id: number }[]) =>
    rows.map(({ account_id }) => account_id).sort((one, other) => one - other);

  test('with products publishes them on every platform, or in the shops that are named', async () => {
    const product = await ready('SYNC-1');
    const everywhere = await sync({ product_ids: [product] });
    expect(everywhere).toMatchObject({ runs: [], published: stalls.size });
    expect(of(everywhere.publications)).toEqual(accounts());
    for (const { state } of everywhere.publications) expect(state).toBe('queued');
    const { account } = at('naver');
    const here = await sync({ product_ids: [product], platform_account_ids: [account] });
    expect(here).toMatchObject({ runs: [], published: 1, publications: [{ account_id: account }] });
  }, 120_000);

  test('with shops reads what they have listed', async () => {
    const { account } = at('naver');
    expect(await sync({ platform_account_ids: [account] })).toEqual({
      runs: [{ account_id: account, status: 'success' }],
      publications: [],
      published: 0,
    });
  });

  test('a product whose category cannot be read just now keeps no other one waiting', async () => {
    const naver = at('naver');
    const products: number[] = [];
    for (const [code, words] of [
      ['ALONE-1', '세제'],
      ['ALONE-2', '도마'],
    ] as const) {
      const product = await addProduct(office, cuttingBoard(office, code));
      await say(product, naver, { category_id: await categoryNamed(office, naver, words) });
      products.push(product);
    }
    // As often as a reading is tried.
    await office.sandbox.post('/naver/faults', { kind: 'malformed', operation: 'categories.read', times: 3 });
    const shops = { product_ids: products, platform_account_ids: [naver.account] };
    const { publications } = ANSWER.parse((await office.ask('POST /sync/products', shops)).body);
    expect(publications.map(({ product_id, state }) => [product_id, state])).toEqual([
      [products[0], 'waiting'],
      [products[1], 'queued'],
    ]);
  }, 120_000);

  test('with nothing does both with everything', async () => {
    const { body } = await office.ask('GET /products?limit=200');
    const { products } = z.object({ products: z.array(z.object({ id: z.number() })) }).parse(body);
    const prepared: number[] = [];
    for (const { id } of products)
      for (const { publishes } of await listingsOf(office, id)) if (publishes) prepared.push(id);
    const everything = await sync();
    expect(of(everything.runs)).toEqual(accounts());
    expect(everything.published).toBe(prepared.length);
    expect(everything.publications.map(({ product_id }) => product_id).sort()).toEqual(prepared.sort());

    // The guide's script that tries again sends the `product_ids` of a log, and a reading has none.
    const { logs } = z
      .object({ logs: z.array(z.object({ product_ids: z.null() })) })
      .parse((await office.ask('GET /sync/logs?limit=1')).body);
    const again = await office.ask('POST /sync/products', logs[0]);
    expect(again).toMatchObject({ status: 202, body: { published: prepared.length } });
  }, 120_000);
});

describe('what is chosen for a shop', () => {
  async function categories({ account }: Stall, query: string) {
    const answer = await office.ask(`GET /platform-accounts/${account}/categories?${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return CATEGORIES.parse(answer.body);
  }

  test.each(PLATFORMS)('categories of %s are found by words and by going down the tree', async (platform) => {
    const stall = at(platform);
    const wanted = (await categories(stall, `q=${encodeURIComponent('도마')}`)).categories;
    expect(wanted).toMatchObject([{ leaf: true, path: expect.stringContaining('도마') }]);
    let below = (await categories(stall, 'parent_id=&limit=200')).categories;
    const way: string[] = [];
    while (!below.some(({ id }) => id === wanted[0]?.id)) {
      const next = below.find(({ path }) => wanted[0]?.path.startsWith(path));
      if (next === undefined) throw new Error(`lost at ${way.join(' > ')}`);
      expect(next.leaf).toBe(false);
      way.push(next.id);
      below = (await categories(stall, `parent_id=${next.id}&limit=200`)).categories;
      for (const { parent_id } of below) expect(parent_id).toBe(next.id);
    }
    expect(way.length).toBeGreaterThan(0);

    const { body: told } = await office.ask(
      `GET /platform-accounts/${stall.account}/categories/${wanted[0]?.id}/requirements`,
    );
    expect(told).toMatchObject({ category_id: wanted[0]?.id, trouble: null });
    const { body } = await office.ask(`GET /platform-accounts/${stall.account}/places`);
    const { places } = z
      .object({ places: z.array(z.object({ kind: z.string(), usual: z.boolean() })) })
      .parse(body);
    for (const kind of ['ship_from', 'return_to'])
      expect(places.filter((place) => place.kind === kind && place.usual)).toHaveLength(1);
  });

  test('a category that the marketplace does not have, or that takes no goods, is refused with a sentence', async () => {
    const naver = at('naver');
    const product = await addProduct(office, cuttingBoard(office, 'CAT-1'));
    const [topmost] = (await categories(naver, 'parent_id=')).categories;
    const refusal = async (category_id: string | undefined) =>
      (await office.ask(`PUT /products/${product}/listings/${naver.account}`, { category_id })).body;
    expect(await refusal('99999999')).toMatchObject({
      status: 422,
      errors: [
        {
          field: 'category_id',
          code: 'category_unknown',
          message: 'The marketplace has no such category.',
        },
      ],
    });
    expect(await refusal(topmost?.id)).toMatchObject({
      status: 422,
      errors: [{ code: 'category_no_leaf', message: expect.stringContaining('the lowest categories only') }],
    });
  });

  test('a choice is remembered for other goods of the same category', async () => {
    const naver = at('naver');
    const first = await addProduct(office, cuttingBoard(office, 'MEM-1', { category_id: '주방/빵도마' }));
    const second = await addProduct(office, cuttingBoard(office, 'MEM-2', { category_id: '주방/빵도마' }));
    const account_ids = [naver.account];
    const [before] = await publish(office, second, { account_ids, dry_run: true });
    expect(before?.faults.map(({ code }) => code)).toEqual(['category_missing']);
    const category = await categoryNamed(office, naver, '도마');
    await say(first, naver, { category_id: category });
    expect((await categories(naver, `product_id=${second}`)).suggestions[0]).toMatchObject({
      id: category,
      because: 'remembered',
    });
    const [after] = await publish(office, second, { account_ids, dry_run: true });
    expect(after).toMatchObject({ state: 'ready', faults: [] });
    await publishIn(second, 'naver');
    expect((await truthOf(second, naver)).categoryId).toBe(category);
  }, 120_000);

  test('one shop may say otherwise, and says as the product does once that is taken back', async () => {
    const product = await ready('OVER-1');
    const [naver, eleventh] = [at('naver'), at('eleventh_street')];
    await say(product, naver, {
      overrides: {
        name: '네이버 전용 도마',
        description: '<p>네이버에서만 드리는 말씀</p>',
        price: 14_000,
        images: [`${office.sandbox.url}/_pictures/only-naver.png`],
      },
    });
    await publishIn(product, 'naver', 'eleventh_street');
    const prices = async (stall: Stall) => (await truthOf(product, stall)).items.map(({ price }) => price);
    expect(await truthOf(product, naver)).toMatchObject({
      name: '네이버 전용 도마',
      descriptionHtml: '<p>네이버에서만 드리는 말씀</p>',
      images: 1,
    });
    // What an option costs more than the product it costs more here as well.
    expect(await prices(naver)).toEqual([14_000, 15_500]);
    const asTheProduct = {
      name: '편백 도마 OVER-1',
      descriptionHtml: '<p>항균 편백나무 도마입니다.</p>',
      images: 2,
    };
    expect(await truthOf(product, eleventh)).toMatchObject(asTheProduct);
    expect(await prices(eleventh)).toEqual([15_000, 16_500]);

    await say(product, naver, { overrides: { name: null, description: null, price: null, images: null } });
    await publishIn(product, 'naver');
    expect(await truthOf(product, naver)).toMatchObject(asTheProduct);
    expect(await prices(naver)).toEqual([15_000, 16_500]);
  }, 120_000);

  test('a price that was set in a shop outlives a better description, and gives way to a new price', async () => {
    const product = await ready('KEPT-1');
    await publishIn(product, 'naver', 'coupang');
    const made = await office.ask('POST /price-rules', {
      name: '네이버 20 % 비싸게',
      product_id: product,
      account_id: at('naver').account,
      aim: { kind: 'product_price', change_percent: 20 },
    });
    const rule = z.object({ id: z.number() }).parse(made.body).id;
    const apply = () => office.ask('POST /prices/apply?wait=60', { product_ids: [product], confirm: true });
    expect((await apply()).body).toMatchObject({ plan: { state: 'applied' } });
    const cost = (platform: Platform, prices: readonly number[]) =>
      vi.waitFor(async () => {
        const { items } = await truthOf(product, at(platform));
        expect(items.map(({ price }) => price)).toEqual(prices);
      }, SOON);
    await cost('naver', [18_000, 19_800]);
    await put(`/products/${product}`, { description: '<p>물에 강한 편백나무 도마입니다.</p>' });
    await publishIn(product, 'naver', 'coupang');
    expect((await truthOf(product, at('naver'))).descriptionHtml).toContain('물에 강한');
    await cost('naver', [18_000, 19_800]);
    await cost('coupang', [15_000, 16_500]);

    await put(`/products/${product}`, { price: 15_500 });
    await publishIn(product, 'naver', 'coupang');
    // The dark one has a price of its own, of which nobody has said anything new.
    await cost('naver', [15_500, 19_800]);
    await cost('coupang', [15_500, 16_500]);

    await put(`/price-rules/${rule}`, { aim: { kind: 'product_price' } });
    expect((await apply()).body).toMatchObject({ plan: { state: 'applied', items: { total: 1 } } });
    await cost('naver', [15_500, 16_500]);
    expect((await apply()).body).toMatchObject({ plan: null });
  }, 120_000);
});

test('a listing that cannot be read keeps no other one from being followed', async () => {
  const naver = at('naver');
  const broken = await ready('FOLLOW-1');
  await publishIn(broken, 'naver');
  const { id } = await truthOf(broken, naver);
  const path = `/naver/v2/products/origin-products/${id}`;
  tap.refused.add(path);
  const before = tap.calls.length;
  const [mine] = (await listingsOf(office, broken)).filter(({ account_id }) => account_id === naver.account);
  await office.ask(`POST /listings/${mine?.listing?.id}/pause?wait=30`);
  await publishIn(await ready('FOLLOW-2'), 'naver');
  expect(tap.calls.slice(before).some((call) => call.path === path)).toBe(true);
  tap.refused.delete(path);
}, 120_000);

test('a picture that a product shows already is not handed to Naver again', async () => {
  const product = await ready('ONCE-1');
  const naver = at('naver');
  const uploads = (from: number) =>
    tap.calls.slice(from).filter(({ path }) => path.endsWith('/product-images/upload')).length;
  await publishIn(product, 'naver');
  const before = tap.calls.length;
  await put(`/products/${product}`, { description: '<p>물에 강한 도마입니다.</p>' });
  const [shown] = await publish(office, product, { account_ids: [naver.account], dry_run: true });
  expect(shown?.preview?.changes.map(({ field }) => field)).toEqual(['descriptionHtml']);
  await publishIn(product, 'naver');
  expect(uploads(before)).toBe(0);
  const pictures = ['front', 'side'].map((name) => `${office.sandbox.url}/_pictures/ONCE-1-${name}.png`);
  await put(`/products/${product}`, { main_image: pictures[0], additional_images: pictures.slice(1) });
  await publishIn(product, 'naver');
  expect(uploads(before)).toBe(1);
  const { pictures: kept } = await keptOf(office, naver, (await truthOf(product, naver)).id);
  expect(kept).toEqual(await hashesOf(pictures));
}, 120_000);

test('an update that was lost is sent again, also where nobody can read what it would have changed', async () => {
  const product = await ready('SWAP-1');
  const stallsHere = [at('eleventh_street'), at('esm')];
  await publishIn(product, 'eleventh_street', 'esm');
  const pictures = ['front', 'side'].map((name) => `${office.sandbox.url}/_pictures/SWAP-1-${name}.png`);
  await put(`/products/${product}`, { main_image: pictures[0], additional_images: pictures.slice(1) });
  for (const [platform, operation] of [
    ['eleventh_street', 'products.update'],
    ['esm', 'goods.update'],
  ])
    await office.sandbox.post(`/${platform}/faults`, { kind: 'server_error', operation, times: 1 });
  await publishIn(product, 'eleventh_street', 'esm');
  for (const stall of stallsHere) {
    const { pictures: kept } = await keptOf(office, stall, (await truthOf(product, stall)).id);
    expect({ platform: stall.platform, kept }).toEqual({
      platform: stall.platform,
      kept: await hashesOf(pictures),
    });
  }
}, 120_000);

test('a rehearsal shows the very calls that are then sent', async () => {
  const product = await ready('VERY-1');
  const rehearsed = await publish(office, product, { dry_run: true });
  const before = tap.calls.length;
  await publishIn(product, ...PLATFORMS);
  const sent = tap.calls.slice(before);
  for (const { account_id, preview } of rehearsed) {
    const platform = [...stalls.values()].find(({ account }) => account === account_id)?.platform;
    // Naver gives pictures their addresses when they are uploaded.
    const calls = preview?.calls.filter(({ operation }) => operation !== 'uploadImages') ?? [];
    expect(calls.length).toBeGreaterThan(0);
    for (const { method, path, body } of calls) {
      const [same] = sent.filter(
        (call) => call.method === method && call.path === `/${platform}${path.split('?')[0]}`,
      );
      expect({ platform, body: timeless(same?.body) }).toEqual({ platform, body: timeless(body) });
    }
  }
}, 120_000);

/** A body without what the moment decides, and without Naver's addresses of pictures. */
function timeless(body: unknown): unknown {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return text
    .replaceAll(/"saleStartedAt":"[^"]*"/g, '"saleStartedAt":"now"')
    .replaceAll(/"images":\{"representativeImage".*?\]\}/g, '"images":{}');
}

describe('what a marketplace would not take is told before it is asked', () => {
  const FAULTS = z.object({
    results: z.array(
      z.object({
        account_id: z.number(),
        faults: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
      }),
    ),
  });

  /** The faults in every shop in both languages, as `platform field`: sentence. */
  async function faultsOf(product: number): Promise<ReadonlyMap<string, readonly string[]>> {
    const told = new Map<string, string[]>();
    for (const language of ['en', 'ko'] as const) {
      const { body } = await office.ask(`POST /products/${product}/publish`, { dry_run: true }, language);
      for (const { account_id, faults } of FAULTS.parse(body).results) {
        const platform = [...stalls.values()].find(({ account }) => account === account_id)?.platform;
        for (const { field, message } of faults)
          told.set(`${platform} ${field}`, [...(told.get(`${platform} ${field}`) ?? []), message]);
      }
    }
    return told;
  }

  test('a name of 61 Korean letters is too long in bytes of EUC-KR, though not in characters', async () => {
    const product = await ready('LONG-1', { name: '가'.repeat(61) });
    expect(await faultsOf(product)).toEqual(
      new Map([
        [
          'esm name',
          [
            'The name has 122 bytes. Up to 100 bytes (2 for Korean, 1 for Latin letters and digits) are taken.',
            '상품명은(는) 122바이트입니다. 100바이트(한글 2, 영문·숫자 1)까지 쓸 수 있습니다.',
          ],
        ],
      ]),
    );
  });

  test('an option of 26 Korean letters is too long, and one of 50 Latin letters is not', async () => {
    const skus = (long: string) => [
      { code: `${long.length}-L`, option_values: [long], stock_quantity: 3 },
      { code: `${long.length}-S`, option_values: ['짧음'], stock_quantity: 3 },
    ];
    const korean = await ready('LONG-2', { skus: skus('나'.repeat(26)) });
    const told = await faultsOf(korean);
    expect(told.get('eleventh_street skus[0].option_values[0]')).toEqual([
      `The option value '${'나'.repeat(26)}' has 52 bytes. Up to 50 bytes (2 for Korean, 1 for Latin letters and digits) are taken.`,
      `옵션값 '${'나'.repeat(26)}'은(는) 52바이트입니다. 50바이트(한글 2, 영문·숫자 1)까지 쓸 수 있습니다.`,
    ]);
    const latin = await ready('LONG-3', { skus: skus('n'.repeat(50)) });
    expect((await faultsOf(latin)).get('eleventh_street skus[0].option_values[0]')).toBeUndefined();
  });

  test('a sign that the marketplace cannot write is named', async () => {
    const product = await ready('SIGN-1', { name: '편백 도마 🔪 SIGN-1' });
    expect((await faultsOf(product)).get('eleventh_street name')).toEqual([
      'The name holds characters that this marketplace cannot write: 🔪',
      '상품명에 이 마켓이 쓸 수 없는 문자가 있습니다: 🔪',
    ]);
  });
});
