import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SkuId } from '../../src/domain/ids.ts';
import type { ListingSnapshot } from '../../src/domain/listing.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { linkByThemselves } from '../../src/engine/linking/link-by-themselves.ts';
import type { Account } from '../../src/store/accounts.ts';
import { ingestListings } from '../../src/store/listings/ingest.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../harness/rest.ts';
import { line, order } from '../harness/snapshots.ts';
import { addSkus, readBatch, receive } from '../stock/shelf.ts';
import { item, listing } from './shops.ts';

describe.each(DATABASE_KINDS)('links on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let naver: Account;
  let coupang: Account;
  let sock: SkuId;
  let cap: SkuId;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });
  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
    naver = await connect(hub, business, 'naver');
    coupang = await connect(hub, business, 'coupang');
    await inside(async (scope) => {
      [sock = none()] = await addSkus(scope, ['SOCK-BK']);
      [cap = none()] = await addSkus(scope, ['CAP-1']);
      await sql`update products set name = '여름 모자' where seller_code = 'product of CAP-1'`.execute(
        scope.trx,
      );
    });
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const none = (): never => {
    throw new Error('no such SKU');
  };
  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) =>
    asOwner(hub.db, business.owner, work);
  const sell = (shop: Account, ...told: readonly ListingSnapshot[]) =>
    inside((scope) => ingestListings(scope, shop, told));
  const ask = (lineOf: `${string} /${string}`, body?: unknown) =>
    api.ask(lineOf, { as: business.tokens.staff, ...(body === undefined ? {} : { body }) });
  const itemId = async (native: string): Promise<number> =>
    inside(async ({ trx }) => {
      const { rows } = await sql<{ id: number }>`
        select id from listing_items where native_item_id = ${native}`.execute(trx);
      return rows[0]?.id ?? 0;
    });
  const linksOf = async (native: string) =>
    inside(async ({ trx }) => {
      const { rows } = await sql<{ sku: number; quantity: number; reason: string }>`
        select k.sku_id as sku, k.quantity, k.reason from listing_links k
        join listing_items t on t.id = k.listing_item_id where t.native_item_id = ${native} order by 1`.execute(
        trx,
      );
      return rows;
    });
  const one = (id: string, told: Partial<ListingSnapshot['items'][number]> = {}, name = '면 양말') =>
    listing({ nativeListingId: `L${id}`, name, items: [item({ nativeItemId: id, ...told })] });

  test('are made by a unique code, remembered for the next shop, and left alone where a person unlinked', async () => {
    await sell(naver, one('n1', { sellerSku: 'SOCK-BK' }), one('n2', { sellerSku: 'NOBODY' }));
    expect(await linkByThemselves(hub, business.owner, { account: naver.id })).toBe(1);
    expect(await linksOf('n1')).toEqual([{ sku: sock, quantity: 1, reason: 'code' }]);

    const bundle = [
      { sku_id: sock, quantity: 2 },
      { sku_id: cap, quantity: 1 },
    ];
    const linked = await ask(`PUT /api/v1/listing-items/${await itemId('n2')}/link`, { parts: bundle });
    expect(linked.statusCode, linked.body).toBe(200);
    expect(linked.json()).toMatchObject({
      item: {
        links: [
          { sku_id: sock, quantity: 2 },
          { sku_id: cap, quantity: 1, product_name: '여름 모자' },
        ],
      },
      clashes: [],
    });
    await sell(coupang, one('c2', { sellerSku: 'NOBODY' }));
    await linkByThemselves(hub, business.owner, { account: coupang.id });
    expect(await linksOf('c2')).toEqual([
      { sku: sock, quantity: 2, reason: 'remembered_code' },
      { sku: cap, quantity: 1, reason: 'remembered_code' },
    ]);

    await ask(`PUT /api/v1/listing-items/${await itemId('c2')}/link`, { parts: [] });
    expect(await linkByThemselves(hub, business.owner, { account: coupang.id })).toBe(0);
    expect(await linksOf('c2')).toEqual([]);
  });

  test('are made together with products, of everything a shop has on sale', async () => {
    const shirt = listing({
      nativeListingId: 'S1',
      name: '면 티셔츠',
      sellerCode: 'TEE',
      price: 19_000,
      imageUrl: 'https://shop.example/tee.jpg',
      items: [
        item({ nativeItemId: 's1', optionValues: ['흰색'], sellerSku: 'TEE-W', price: 19_000 }),
        item({ nativeItemId: 's2', optionValues: ['검정'], sellerSku: 'TEE-B', price: 21_000 }),
      ],
    });
    await sell(naver, shirt, one('n1', { sellerSku: 'SOCK-BK' }), one('n2', { price: null }), one('n3'));
    await sell(coupang, {
      ...shirt,
      items: shirt.items.map((one, nth) => ({ ...one, nativeItemId: `c${nth}` })),
    });
    await inside(({ trx }) =>
      sql`update listings set price = null where native_listing_id = 'Ln2'`.execute(trx),
    );
    const { listings } = (await ask('GET /api/v1/listings?link=unlinked')).json();
    const named = new Map<string, number>(
      listings.map((one: { id: number; native_listing_id: string; platform: string }) => [
        `${one.platform} ${one.native_listing_id}`,
        one.id,
      ]),
    );
    const listing_ids = ['naver S1', 'naver Ln1', 'naver Ln2', 'naver Ln3', 'coupang S1'].map((name) =>
      named.get(name),
    );
    const answer = await ask('POST /api/v1/products/from-listings', { listing_ids });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({
      results: [
        { outcome: 'made', product_id: expect.any(Number) },
        { outcome: 'linked', product_id: null },
        { outcome: 'declined', code: 'listing_unfit', detail: expect.stringContaining('price') },
        { outcome: 'made' },
        { outcome: 'linked' },
      ],
      made: 2,
      linked: 2,
      declined: 1,
    });
    const product = (await ask(`GET /api/v1/products/${answer.json().results[0].product_id}`)).json();
    expect(product).toMatchObject({
      name: '면 티셔츠',
      seller_code: 'TEE',
      price: 19_000,
      main_image: 'https://shop.example/tee.jpg',
      option_names: ['옵션'],
      skus: [
        { code: 'TEE-W', option_values: ['흰색'], price: 19_000, own_price: false, stock_quantity: null },
        { code: 'TEE-B', option_values: ['검정'], price: 21_000, own_price: true, stock_quantity: null },
      ],
    });
    const [white, black] = product.skus;
    expect(await linksOf('s1')).toEqual([{ sku: white.id, quantity: 1, reason: 'person' }]);
    expect(await linksOf('c1')).toEqual([{ sku: black.id, quantity: 1, reason: 'code' }]);
    expect(await linksOf('n1')).toEqual([{ sku: sock, quantity: 1, reason: 'code' }]);

    const again = (
      await ask('POST /api/v1/products/from-listings', { listing_ids: listing_ids.slice(0, 1) })
    ).json();
    expect(again).toMatchObject({ results: [{ code: 'listing_linked' }], made: 0 });
    const asked = { listing_ids: listing_ids.slice(2, 3) };
    const asViewer = await api.ask('POST /api/v1/products/from-listings', {
      as: business.tokens.viewer,
      body: asked,
    });
    expect(asViewer.statusCode).toBe(403);
  });

  test('of one listing are made once, however often it is asked at a time', async () => {
    await sell(naver, one('n1'));
    const { listings } = (await ask('GET /api/v1/listings')).json();
    const body = { listing_ids: [listings[0].id] };
    const answers = await Promise.all([1, 2, 3].map(() => ask('POST /api/v1/products/from-listings', body)));
    expect(answers.map((one) => one.json().made).sort()).toEqual([0, 0, 1]);
    const { products } = (await ask('GET /api/v1/products?q=naver-Ln1')).json();
    expect(products).toHaveLength(1);
  });

  test('are not made by a code that two things of one shop have', async () => {
    const twins = ['n1', 'n2'].map((id) => one(id, { sellerSku: 'SOCK-BK' }, '꾸러미'));
    await sell(naver, ...twins);
    expect(await linkByThemselves(hub, business.owner, { account: naver.id })).toBe(0);
    const { clashes } = (await ask('GET /api/v1/listing-links/clashes')).json();
    expect(clashes).toMatchObject([
      { kind: 'code_twice_in_shop', listing_item_ids: [expect.any(Number), expect.any(Number)] },
    ]);
    const { items } = (await ask('GET /api/v1/listing-links/proposals')).json();
    expect(items).toMatchObject([
      { proposals: [{ reason: 'code', confidence: 0.6 }] },
      { proposals: [{ reason: 'code', confidence: 0.6 }] },
    ]);
  });

  test('of open orders reserve at once, and let go when they are taken away', async () => {
    await inside((scope) => receive(scope, sock, 10, 'delivery'));
    await sell(naver, one('n1'));
    await readBatch(hub, business.owner, naver, {
      orders: [order({ lines: [line({ nativeItemId: 'n1', quantity: 3, shippableQuantity: 3 })] })],
    });
    const reserved = async () => (await ask(`GET /api/v1/inventory/${sock}`)).json().reserved;
    const link = async (parts: unknown) =>
      ask(`PUT /api/v1/listing-items/${await itemId('n1')}/link`, { parts });
    expect(await reserved()).toBe(0);
    await link([{ sku_id: sock, quantity: 2 }]);
    expect(await reserved()).toBe(6);
    await link([{ sku_id: sock, quantity: 1 }]);
    expect(await reserved()).toBe(3);
    await link([]);
    expect(await reserved()).toBe(0);
  });

  test('are proposed by name, bar code and memory, each with a sentence, and accepted by how sure they are', async () => {
    await inside(({ trx }) => sql`update skus set barcode = '8801234567893' where id = ${cap}`.execute(trx));
    await sell(
      naver,
      one('n1', {}, '［면양말］'),
      one('n2', { barcode: '8801234567893' }, '무엇인가'),
      one('n3', {}, '전혀 다른 이름의 가방'),
    );
    const { items } = (await ask('GET /api/v1/listing-links/proposals')).json();
    expect(items).toMatchObject([
      { native_item_id: 'n3', proposals: [] },
      {
        native_item_id: 'n2',
        proposals: [{ reason: 'barcode', confidence: 0.97, detail: 'The bar codes are the same.' }],
      },
      {
        native_item_id: 'n1',
        proposals: [{ reason: 'name', confidence: 0.95, parts: [{ sku_id: sock, sku_code: 'SOCK-BK' }] }],
      },
    ]);
    const accepted = await ask('POST /api/v1/listing-links/proposals/accept', { min_confidence: 0.96 });
    expect(accepted.json()).toMatchObject({ linked: 1, left: 2, next_cursor: null });
    const named = [await itemId('n1'), await itemId('n3')];
    const byHand = await ask('POST /api/v1/listing-links/proposals/accept', { listing_item_ids: named });
    expect(byHand.json()).toMatchObject({ linked: 1, left: 1, left_item_ids: [named[1]] });
    expect(await linksOf('n1')).toEqual([{ sku: sock, quantity: 1, reason: 'name' }]);

    await sell(coupang, one('c1', {}, '면 양말'));
    const memory = (await ask(`GET /api/v1/listing-links/proposals?account_id=${coupang.id}`)).json();
    expect(memory.items).toMatchObject([{ proposals: [{ reason: 'remembered_name', confidence: 0.9 }] }]);

    // A product that came after names were looked for is found as well, and not by its old name.
    const [bag = none()] = await inside((scope) => addSkus(scope, ['BAG']));
    const left = async () =>
      (await ask(`GET /api/v1/listing-links/proposals?account_id=${naver.id}`)).json().items;
    expect(await left()).toMatchObject([{ native_item_id: 'n3', proposals: [] }]);
    await inside(({ trx }) =>
      sql`update products set name = '전혀 다른 이름의 가방', version = version + 1 where seller_code = 'product of BAG'`.execute(
        trx,
      ),
    );
    expect(await left()).toMatchObject([{ proposals: [{ reason: 'name', parts: [{ sku_id: bag }] }] }]);
  });

  test('that name a SKU twice, or what is not there, are refused with a sentence, and the others are made', async () => {
    await sell(naver, one('n1'), one('n2'));
    const [first, second] = [await itemId('n1'), await itemId('n2')];
    const twice = [{ sku_id: sock }, { sku_id: sock, quantity: 2 }];
    const refused = await ask(`PUT /api/v1/listing-items/${first}/link`, { parts: twice });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'sku_twice_in_link',
      detail: 'A link names each SKU once. Add the quantities up and send it once.',
    });
    const many = await ask('POST /api/v1/listing-links', {
      links: [
        { listing_item_id: first, parts: twice },
        { listing_item_id: second, parts: [{ sku_id: cap }] },
        { listing_item_id: 999_999, parts: [] },
      ],
    });
    expect(many.json()).toMatchObject({
      accepted: 1,
      declined: 2,
      results: [
        { accepted: false, code: 'sku_twice_in_link' },
        { accepted: true },
        { accepted: false, code: 'listing_item_unknown' },
      ],
    });
    const gone = await ask(`PUT /api/v1/listing-items/${first}/link`, { parts: [{ sku_id: 999_999 }] });
    expect(gone.json()).toMatchObject({ code: 'sku_unknown' });
    expect(await linksOf('n1')).toEqual([]);
  });

  test('tell which shop has which product, how many it shows and what it lacks', async () => {
    const two = [
      item({ nativeItemId: 'n1', quantity: 4 }),
      item({ nativeItemId: 'n2', optionValues: ['블랙'], quantity: null }),
      // The same on the marketplace's other site.
      item({ nativeItemId: 'n3', quantity: 3 }),
    ];
    await sell(naver, listing({ nativeListingId: 'L1', items: two }));
    await sell(coupang, one('c1', { quantity: null }), one('c2', { quantity: 7 }));
    const links = [
      { listing_item_id: await itemId('n1'), parts: [{ sku_id: sock }] },
      { listing_item_id: await itemId('n2'), parts: [{ sku_id: sock }] },
      { listing_item_id: await itemId('n3'), parts: [{ sku_id: sock }] },
      { listing_item_id: await itemId('c1'), parts: [{ sku_id: sock }] },
      // A bundle belongs to no one product.
      { listing_item_id: await itemId('c2'), parts: [{ sku_id: sock }, { sku_id: cap }] },
    ];
    expect((await ask('POST /api/v1/listing-links', { links })).json()).toMatchObject({ accepted: 5 });
    const products: { id: number; name: string }[] = (await ask('GET /api/v1/products')).json().products;
    const [hat, socks] = products;
    expect([hat?.name, socks?.name]).toEqual(['여름 모자', '면 양말']);
    const listed = async (query: string) => (await ask(`GET /api/v1/listings?${query}`)).json().listings;
    expect(await listed(`product_ids=${socks?.id},${hat?.id},999999`)).toMatchObject([
      { account_id: coupang.id, product_id: socks?.id, shown_quantity: null, drift_count: 0 },
      { account_id: naver.id, product_id: socks?.id, shown_quantity: 4, drift_count: 0, item_count: 3 },
    ]);
    expect(await listed(`product_ids=${hat?.id}`)).toEqual([]);
    const refused = await ask('GET /api/v1/listings?product_ids=1,x');
    expect(refused.json()).toMatchObject({ code: 'invalid_request', errors: [{ field: 'product_ids' }] });

    const named = async (query: string) =>
      (await ask(`GET /api/v1/products?${query}`)).json().products.map(({ name }: { name: string }) => name);
    expect(await named(`missing_in=${naver.id}`)).toEqual(['여름 모자']);
    expect(await named('drift=true')).toEqual([]);
    await inside(({ trx }) =>
      sql`update listing_items set drift_at = now() where native_item_id = 'n1'`.execute(trx),
    );
    expect(await named('drift=true')).toEqual(['면 양말']);
    expect(await named('drift=false')).toEqual(['여름 모자', '면 양말']);
    expect(await listed(`product_ids=${socks?.id}`)).toMatchObject([{ drift_count: 0 }, { drift_count: 1 }]);
  });

  test('that contradict each other are shown: options, products of one code, one SKU twice, codes alike', async () => {
    await inside(({ trx }) =>
      sql`update skus set option_values = array['블랙', 'L'] where id = ${sock}`.execute(trx),
    );
    await inside((scope) => addSkus(scope, ['sock bk']));
    const two = [
      item({ nativeItemId: 'n1', optionValues: ['화이트', 'M'], sellerSku: 'A' }),
      item({ nativeItemId: 'n2', optionValues: ['블랙 / L'] }),
    ];
    await sell(naver, listing({ items: two }));
    await sell(coupang, one('c1', { sellerSku: 'A' }));
    const links = [
      { listing_item_id: await itemId('n1'), parts: [{ sku_id: sock }] },
      { listing_item_id: await itemId('n2'), parts: [{ sku_id: sock }] },
      { listing_item_id: await itemId('c1'), parts: [{ sku_id: cap }] },
    ];
    expect((await ask('POST /api/v1/listing-links', { links })).json()).toMatchObject({ accepted: 3 });
    const { clashes } = (await ask('GET /api/v1/listing-links/clashes')).json();
    expect(clashes.map(({ kind: what }: { kind: string }) => what)).toEqual([
      'code_of_several_products',
      'sku_codes_alike',
      'options_disagree',
      'sku_twice_in_listing',
    ]);
    expect(clashes[2]).toMatchObject({
      listing_item_ids: [await itemId('n1')],
      detail: 'The option on sale is "화이트 / M" and the SKU that it is linked to is "블랙 / L".',
    });
    expect(clashes[2].listings).toEqual([{ id: expect.any(Number), account_id: naver.id, name: '면 양말' }]);
    expect(clashes[2].products).toEqual([{ id: expect.any(Number), name: '면 양말' }]);
    expect(clashes[0].listings.map(({ account_id }: { account_id: number }) => account_id).sort()).toEqual(
      [naver.id, coupang.id].sort(),
    );
    expect(clashes[0].products).toHaveLength(2);
    const page = async (cursor: string | null) =>
      (
        await ask(`GET /api/v1/listing-links/clashes?limit=1${cursor === null ? '' : `&cursor=${cursor}`}`)
      ).json();
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const { clashes: some, next_cursor } = await page(cursor);
      paged.push(...some.map(({ kind: what }: { kind: string }) => what));
      cursor = next_cursor;
    } while (cursor !== null);
    expect(paged).toEqual(clashes.map(({ kind: what }: { kind: string }) => what));
  });

  test('are told of in lists: by state of links, product, shop, number and name', async () => {
    const two = [
      item({ nativeItemId: 'n1', optionValues: ['L'] }),
      item({ nativeItemId: 'n2', optionValues: ['M'] }),
    ];
    await sell(naver, listing({ nativeListingId: 'half', items: two }), one('n3', {}, '가방'));
    await sell(coupang, one('c1', { sellerSku: 'CODE-9' }));
    const listed = async (query: string) =>
      (await ask(`GET /api/v1/listings${query}`))
        .json()
        .listings.map((found: { native_listing_id: string }) => found.native_listing_id);
    await ask(`PUT /api/v1/listing-items/${await itemId('n1')}/link`, { parts: [{ sku_id: sock }] });
    await ask(`PUT /api/v1/listing-items/${await itemId('c1')}/link`, { parts: [{ sku_id: cap }] });
    expect(await listed('')).toEqual(['Lc1', 'Ln3', 'half']);
    expect(await listed('?link=partly')).toEqual(['half']);
    expect(await listed('?link=linked,unlinked')).toEqual(['Lc1', 'Ln3']);
    expect(await listed('?platform=smartstore')).toEqual(['Ln3', 'half']);
    expect(await listed(`?account_id=${coupang.id}&state=on_sale`)).toEqual(['Lc1']);
    expect(await listed('?q=n2')).toEqual(['half']);
    expect(await listed('?q=CODE-9')).toEqual(['Lc1']);
    expect(await listed(`?q=${encodeURIComponent('가방')}`)).toEqual(['Ln3']);
    expect(await listed('?gone=true')).toEqual([]);
    const [{ product_id, id }] = (await ask('GET /api/v1/listings?link=partly')).json().listings;
    expect(await listed(`?product_id=${product_id}`)).toEqual(['half']);
    expect((await ask(`GET /api/v1/listings/${id}`)).json()).toMatchObject({
      item_count: 2,
      linked_count: 1,
      items: [{ links: [{ sku_id: sock, reason: 'person' }] }, { links: [] }],
    });
    await ask(`PUT /api/v1/listing-items/${await itemId('n2')}/link`, { parts: [{ sku_id: cap }] });
    expect(await listed('?link=linked')).toEqual(['Lc1', 'half']);
    expect((await ask(`GET /api/v1/listings/${id}`)).json()).toMatchObject({ product_id: null });
    // An option that comes later has no link; one that goes takes its lack of one with it.
    const more = [...two, item({ nativeItemId: 'n4', optionValues: ['XL'] })];
    await sell(naver, listing({ nativeListingId: 'half', items: more }));
    expect(await listed('?link=partly')).toEqual(['half']);
    await sell(naver, listing({ nativeListingId: 'half', items: two }));
    expect(await listed('?link=linked')).toEqual(['Lc1', 'half']);
  });
});
