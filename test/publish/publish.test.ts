import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TrueListing } from '../conformance/catalog-world.ts';
import { type Office, openOffice } from '../e2e/office.ts';
import { until } from '../jobs/until.ts';
import {
  addProduct,
  categoryNamed,
  chooseForBoards,
  cuttingBoard,
  listingsOf,
  openStall,
  PLATFORMS,
  type Platform,
  type Publication,
  publish,
  type Stall,
} from './goods.ts';
import { hashesOf, type Kept, keptOf } from './read-back.ts';

/** Nobody buys anything here. */
const NO_ORDERS_MS = 3_600_000;

let office: Office;
let stalls: readonly Stall[];

beforeAll(async () => {
  office = await openOffice({ pullEveryMs: NO_ORDERS_MS });
  const opened: Stall[] = [];
  for (const platform of PLATFORMS) opened.push(await openStall(office, platform));
  stalls = opened;
}, 120_000);
afterAll(() => office.close());

const of = (results: readonly Publication[], { account }: Stall): Publication => {
  const found = results.find(({ account_id }) => account_id === account);
  if (found === undefined) throw new Error(`shop ${account} has not answered`);
  return found;
};

/** The listing of a product as its marketplace holds it. */
async function truthOf(product: number, stall: Stall): Promise<TrueListing> {
  const mine = (await listingsOf(office, product)).find(({ account_id }) => account_id === stall.account);
  const native = mine?.listing?.native_listing_id;
  const found = (await stall.truth.listings()).find(({ id }) => id === native);
  if (found === undefined) throw new Error(`${stall.platform} has no listing ${native}`);
  return found;
}

/** What each marketplace keeps in its own way; what it has no word for is null. */
const TOLD_HERE: Readonly<Record<Platform, Partial<Kept>>> = {
  coupang: {
    carrier: 'CJGLS',
    exchangeFee: null,
    leavesWithinDays: 2,
    afterService: null,
    origin: null,
    notice: {
      kind: '기타 재화',
      '품명 및 모델명': '편백 도마 BOARD-1',
      '인증/허가 사항': '해당사항 없음',
      '제조국(원산지)': '대한민국',
      '제조자(수입자)': '모아목공',
      '소비자상담 관련 전화번호': '02-555-0100',
    },
  },
  naver: {
    carrier: 'CJGLS',
    exchangeFee: 7_000,
    leavesWithinDays: null,
    afterService: '02-555-0100 평일 10시~17시에 전화로 문의하세요.',
    origin: '00',
    notice: {
      kind: 'ETC',
      itemName: '편백 도마 BOARD-1',
      modelName: '편백 도마 BOARD-1',
      certificateDetails: '해당사항 없음',
      manufacturer: '모아목공',
      afterServiceDirector: '02-555-0100',
      customerServicePhoneNumber: '02-555-0100',
      // The text of the law.
      returnCostReason: '0',
      noRefundReason: '0',
      qualityAssuranceStandard: '0',
      compensationProcedure: '0',
      troubleShootingContents: '0',
    },
  },
  eleventh_street: {
    carrier: '00034',
    exchangeFee: 7_000,
    leavesWithinDays: null,
    afterService: '02-555-0100 평일 10시~17시에 전화로 문의하세요.',
    origin: '대한민국',
    notice: {
      kind: '891045',
      '11800': '편백 도마 BOARD-1',
      '11905': '모아목공',
      '23756033': '해당사항 없음',
      '23759100': '대한민국',
      '23760413': '02-555-0100',
    },
  },
  esm: {
    // Brands have numbers there, and nobody has chosen one.
    brand: null,
    manufacturer: null,
    carrier: '10013',
    exchangeFee: null,
    leavesWithinDays: null,
    afterService: null,
    origin: null,
    notice: {
      kind: '35',
      '35-1': '편백 도마 BOARD-1',
      '35-2': '해당사항 없음',
      '35-3': '대한민국',
      '35-4': '모아목공',
      '35-5': '02-555-0100',
    },
  },
};

async function ready(sellerCode: string): Promise<number> {
  const product = await addProduct(office, cuttingBoard(office, sellerCode));
  for (const stall of stalls) await chooseForBoards(office, product, stall);
  return product;
}

/** A product that is on sale in every shop, whoever had to approve it. */
async function onSale(sellerCode: string): Promise<number> {
  const product = await ready(sellerCode);
  for (const { account_id, faults, command } of await publish(office, product))
    expect({ account_id, faults, command }).toMatchObject({ faults: [], command: { state: 'done' } });
  for (const stall of stalls) await stall.truth.review?.((await truthOf(product, stall)).id, true);
  // ESM shows a product as on sale, and lets it be changed, some minutes after it was made.
  await office.passTime(5 * 60_000);
  await until(async () =>
    (await listingsOf(office, product)).every(({ listing }) => listing?.state === 'on_sale'),
  );
  return product;
}

describe('one product in four shops', () => {
  test('what each marketplace demands is asked for before any call', async () => {
    const product = await addProduct(office, { name: '도마', price: 15_005 });
    const results = await publish(office, product);
    expect(results.map(({ state }) => state)).toEqual(stalls.map(() => 'declined'));
    for (const result of results) {
      const codes = new Map(result.faults.map(({ field, code }) => [field, code]));
      expect(codes.get('category_id')).toBe('category_missing');
      expect(codes.get('description')).toBe('missing');
      expect(codes.get('main_image')).toBe('missing');
      expect(codes.get('notice')).toBe('missing');
      expect(codes.get('stock_quantity')).toBe('quantity_unknown');
      expect(codes.get('price')).toBe('price_step');
      for (const { message } of result.faults) expect(message.length).toBeGreaterThan(10);
    }
    expect((await listingsOf(office, product)).every(({ listing }) => listing === null)).toBe(true);
  });

  // Before any time passes: what is checked by reading becomes due by the hub's clock, and is taken by the database's.
  test('a create whose answer was lost makes one listing', async () => {
    const product = await ready('BOARD-LOST');
    for (const { platform, truth } of stalls)
      await office.sandbox.post(`/${platform}/faults`, {
        kind: 'lost_answer',
        operation: truth.calls.create,
        times: 1,
      });
    const results = await publish(office, product);
    for (const stall of stalls) {
      expect({ stall: stall.platform, ...of(results, stall) }).toMatchObject({ command: { state: 'done' } });
      const truth = await truthOf(product, stall);
      const twins = (await stall.truth.listings()).filter(({ name }) => name === truth.name);
      expect({ stall: stall.platform, twins: twins.length }).toEqual({ stall: stall.platform, twins: 1 });
    }
  }, 90_000);

  test('is listed by one JSON body, field by field', async () => {
    const product = await addProduct(office, cuttingBoard(office, 'BOARD-1'));
    for (const stall of stalls) {
      const { body } = await office.ask(
        `GET /platform-accounts/${stall.account}/categories?q=${encodeURIComponent('도마')}`,
      );
      const { categories } = z.object({ categories: z.array(z.object({ id: z.string() })) }).parse(body);
      await office.ask(`PUT /products/${product}/listings/${stall.account}`, {
        category_id: categories[0]?.id,
      });
    }
    const asked = await publish(office, product);
    const [coupang, , , esm] = stalls;
    if (coupang === undefined || esm === undefined) throw new Error('no stalls');
    expect(of(asked, coupang).faults).toMatchObject([
      { field: 'attributes.수량', code: 'attribute_missing' },
    ]);
    expect(of(asked, esm).faults).toMatchObject([{ code: 'attribute_missing' }]);
    for (const stall of [coupang, esm]) await chooseForBoards(office, product, stall);

    const results = await publish(office, product);
    for (const stall of stalls)
      expect({ stall: stall.platform, ...of(results, stall) }).toMatchObject({
        stall: stall.platform,
        state: 'queued',
        faults: [],
        command: { state: 'done' },
      });

    await until(async () =>
      (await listingsOf(office, product)).every(({ listing }) => listing?.link_state === 'linked'),
    );
    const told = {
      optionNames: ['색상'],
      brand: '모아키친',
      manufacturer: '모아목공',
      pictures: await hashesOf(
        ['front', 'back'].map((name) => `${office.sandbox.url}/_pictures/BOARD-1-${name}.png`),
      ),
    };
    for (const stall of stalls) {
      if (stall.truth.review !== undefined)
        await stall.truth.review((await truthOf(product, stall)).id, true);
      const truth = await truthOf(product, stall);
      expect({ stall: stall.platform, ...truth }).toMatchObject({
        stall: stall.platform,
        name: '편백 도마 BOARD-1',
        sellerCode: stall.truth.keepsSellerCode === false ? null : 'BOARD-1',
        descriptionHtml: '<p>항균 편백나무 도마입니다.</p>',
        images: 2,
        categoryId: await categoryNamed(office, stall, '도마'),
        price: 15_000,
        deliveryFee: 3_000,
        returnFee: 3_500,
        taxFree: false,
        state: 'on_sale',
      });
      const items = truth.items.map(({ optionValues, sellerSku, price, quantity }) => ({
        optionValues,
        sellerSku,
        price,
        quantity,
      }));
      const wanted = [
        { optionValues: ['내추럴'], sellerSku: 'BOARD-1-N', price: 15_000, quantity: 12 },
        { optionValues: ['다크'], sellerSku: 'BOARD-1-D', price: 16_500, quantity: 8 },
      ];
      expect(items).toEqual(stall.platform === 'esm' ? [...wanted, ...wanted] : wanted);
      expect(await keptOf(office, stall, truth.id)).toEqual({ ...told, ...TOLD_HERE[stall.platform] });
    }
    // The review is followed by itself, and so is ESM, which needs some minutes to make a product.
    await office.passTime(5 * 60_000);
    const listed = await until(async () => {
      const now = await listingsOf(office, product);
      return now.every(({ listing }) => listing?.state === 'on_sale') && now;
    });
    expect(listed).toHaveLength(stalls.length);
    // Nothing is left to tell any shop: what was offered is what the ledger has.
    const { body } = await office.ask('GET /commands?kind=set_stock,set_price');
    expect(body).toMatchObject({ commands: [] });
  }, 90_000);

  test('a rehearsal shows the calls and sends nothing', async () => {
    const product = await ready('BOARD-DRY');
    const before = await Promise.all(stalls.map(async ({ truth }) => (await truth.listings()).length));
    const results = await publish(office, product, { dry_run: true });
    for (const stall of stalls) {
      const { state, preview, faults } = of(results, stall);
      expect({ stall: stall.platform, state, faults }).toEqual({
        stall: stall.platform,
        state: 'ready',
        faults: [],
      });
      expect(JSON.stringify(preview?.calls)).toContain('BOARD-DRY');
      expect(preview?.changes).toEqual([]);
    }
    const { body } = await office.ask('GET /commands?kind=publish&limit=200');
    expect(JSON.stringify(body)).not.toContain('BOARD-DRY');
    expect(await Promise.all(stalls.map(async ({ truth }) => (await truth.listings()).length))).toEqual(
      before,
    );
    expect(
      (await listingsOf(office, product)).every(({ listing }) => listing?.native_listing_id === null),
    ).toBe(true);
  });

  test('an update brings name and price, and a shop may say otherwise', async () => {
    const product = await onSale('BOARD-2');
    await office.ask(`PUT /products/${product}`, { name: '편백 도마 새이름', price: 15_500 });
    const naver = stalls.find(({ platform }) => platform === 'naver');
    await office.ask(`PUT /products/${product}/listings/${naver?.account}`, {
      overrides: { name: '편백 도마 네이버' },
    });
    const shown = await publish(office, product, { dry_run: true });
    for (const { preview } of shown)
      expect(preview?.changes.map(({ after }) => after)).toEqual(
        expect.arrayContaining([expect.stringMatching(/새이름|네이버/)]),
      );
    const results = await publish(office, product);
    for (const stall of stalls) {
      expect({ stall: stall.platform, ...of(results, stall) }).toMatchObject({
        stall: stall.platform,
        command: { state: 'done' },
      });
      await stall.truth.review?.((await truthOf(product, stall)).id, true);
      await until(async () => (await truthOf(product, stall)).items[0]?.price === 15_500);
      const truth = await truthOf(product, stall);
      expect(truth.name).toBe(stall.platform === 'naver' ? '편백 도마 네이버' : '편백 도마 새이름');
      expect(truth.items.map(({ quantity }) => quantity).slice(0, 2)).toEqual([12, 8]);
    }
  }, 90_000);

  test('is taken off sale and put back', async () => {
    const product = await onSale('BOARD-3');
    for (const { account_id, listing } of await listingsOf(office, product)) {
      const stall = stalls.find(({ account }) => account === account_id);
      if (stall === undefined || listing === null) throw new Error('no stall');
      for (const verb of ['pause', 'resume'] as const) {
        const { body } = await office.ask(`POST /listings/${listing.id}/${verb}?wait=30`);
        expect({ stall: stall.platform, verb, body }).toMatchObject({ body: { command: { state: 'done' } } });
        const isOn = verb === 'resume';
        expect((await truthOf(product, stall)).items.every(({ onSale }) => onSale === isOn)).toBe(true);
        const state = isOn ? 'on_sale' : 'paused';
        await until(async () =>
          (await listingsOf(office, product)).some(
            (one) => one.account_id === account_id && one.listing?.state === state,
          ),
        );
      }
    }
  }, 90_000);

  test('what is sold elsewhere while a listing is in review is told once it is approved', async () => {
    const coupang = stalls.find(({ platform }) => platform === 'coupang');
    if (coupang?.truth.review === undefined) throw new Error('nobody reviews');
    const product = await addProduct(office, cuttingBoard(office, 'BOARD-WAIT'));
    await chooseForBoards(office, product, coupang);
    await publish(office, product, { account_ids: [coupang.account] });
    await until(async () =>
      (await listingsOf(office, product)).some(({ listing }) => listing?.state === 'in_review'),
    );
    const { skus } = cuttingBoard(office, 'BOARD-WAIT');
    await office.ask(`PUT /products/${product}`, {
      skus: skus.map((sku) => ({ ...sku, stock_quantity: 5 })),
    });
    const { id } = await truthOf(product, coupang);
    await coupang.truth.review(id, true);
    await until(async () => (await truthOf(product, coupang)).items.every(({ quantity }) => quantity === 5));
  }, 60_000);

  test('a review that ends badly is told, with the reason', async () => {
    const coupang = stalls.find(({ platform }) => platform === 'coupang');
    if (coupang?.truth.review === undefined) throw new Error('nobody reviews');
    const product = await addProduct(office, cuttingBoard(office, 'BOARD-NO'));
    await chooseForBoards(office, product, coupang);
    await publish(office, product, { account_ids: [coupang.account] });
    const truth = await truthOf(product, coupang);
    expect(truth.state).toBe('in_review');
    await coupang.truth.review(truth.id, false);
    const rejected = await until(async () => {
      const [now] = await listingsOf(office, product);
      return now?.listing?.state === 'rejected' && now.listing;
    });
    expect(rejected.review_text).toBeTruthy();
  }, 60_000);
});
