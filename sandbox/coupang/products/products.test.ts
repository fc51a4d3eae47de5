import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../frame/json.ts';
import { type Answered, at, openTestShop, rowsOf, type TestShop } from '../test-shop.ts';
import { newItem, newProduct, PRODUCT_PATHS } from './test-product.ts';

const create = (shop: TestShop, changes: Record<string, unknown> = {}): Answered =>
  shop.send('POST', PRODUCT_PATHS.products, newProduct(changes));

function created(shop: TestShop, changes: Record<string, unknown> = {}): string {
  const answered = create(shop, changes);
  expect(answered).toMatchObject({ status: 200, body: { code: 'SUCCESS' } });
  return String(at(answered.body, 'data'));
}

function approved(shop: TestShop): string {
  const id = created(shop);
  shop.act('reviewListing', { listing: id, approve: true });
  return id;
}

function documentOf(shop: TestShop, id: string): JsonObject {
  const document = at(shop.get(PRODUCT_PATHS.product(id)).body, 'data');
  if (!isObject(document)) throw new Error(`product ${id} cannot be read`);
  return document;
}

const update = (shop: TestShop, document: JsonObject): Answered =>
  shop.send('PUT', PRODUCT_PATHS.products, document);

const textOf = ({ body }: Answered) => String(at(body, 'message'));

const vendorItem = (shop: TestShop, id: string, nth: number) =>
  String(at(documentOf(shop, id), 'items', nth, 'vendorItemId'));

describe('the products of a shop', () => {
  it('stand behind what it has sold', () => {
    const shop = openTestShop({ orders: 20, products: 12 });
    const listed = rowsOf(shop.get(PRODUCT_PATHS.products, 'vendorId=A00012345&maxPerPage=100'));
    const options = listed.flatMap((row) => {
      const items = at(documentOf(shop, String(at(row, 'sellerProductId'))), 'items');
      return Array.isArray(items) ? items.map((item) => String(at(item, 'vendorItemId'))) : [];
    });
    const sold = shop.truth().flatMap(({ items }) => items.map(({ vendorItemId }) => vendorItemId));
    expect(listed).toHaveLength(12);
    for (const vendorItemId of sold) expect(options).toContain(vendorItemId);
  });

  it('are listed in pages, and filtered by number, name and status', () => {
    const shop = openTestShop({ orders: 0, listings: 25 });
    const page = (query: string) => shop.get(PRODUCT_PATHS.products, `vendorId=A00012345&${query}`);
    expect(at(page('maxPerPage=10').body, 'nextToken')).toBe('2');
    const last = page('maxPerPage=10&nextToken=3');
    expect(rowsOf(last)).toHaveLength(5);
    expect(at(last.body, 'nextToken')).toBe('');
    const id = created(shop);
    expect(rowsOf(page('status=APPROVING')).map((row) => String(at(row, 'sellerProductId')))).toEqual([id]);
    expect(rowsOf(page(`sellerProductId=${id}`))).toMatchObject([{ statusName: '승인대기중' }]);
    expect(rowsOf(page(`sellerProductName=${encodeURIComponent('면 양말 기본')}`))).toHaveLength(1);
    expect(page('status=SOLD').status).toBe(400);
    expect(page('maxPerPage=101').status).toBe(400);
  });

  it('cannot be read by a number that is unknown or another seller’s', () => {
    const shop = openTestShop({ orders: 0 });
    const unknown = shop.get(PRODUCT_PATHS.product('999'));
    expect(unknown.status).toBe(400);
    expect(textOf(unknown)).toBe('상품(999)의 데이터가 없습니다.');
  });
});

describe('a new product', () => {
  it('waits for approval without numbers, and is on sale after it', () => {
    const shop = openTestShop({ orders: 0 });
    const id = created(shop);
    const waiting = documentOf(shop, id);
    expect(waiting).toMatchObject({ status: 'APPROVING', statusName: '승인대기중', productId: null });
    expect(at(waiting, 'items', 0, 'vendorItemId')).toBeNull();
    shop.act('reviewListing', { listing: id, approve: true });
    expect(documentOf(shop, id)).toMatchObject({ status: 'APPROVED' });
    const inventory = shop.get(PRODUCT_PATHS.item(vendorItem(shop, id, 0), 'inventories'));
    expect(at(inventory.body, 'data')).toMatchObject({ amountInStock: 12, salePrice: 6_600, onSale: true });
  });

  it('is only kept when no approval is asked for', () => {
    const shop = openTestShop({ orders: 0 });
    expect(documentOf(shop, created(shop, { requested: false }))).toMatchObject({ status: 'SAVED' });
  });

  it('tells in its history why it was denied, and may be sent again', () => {
    const shop = openTestShop({ orders: 0 });
    const id = created(shop);
    shop.act('reviewListing', { listing: id, approve: false });
    const [newest] = rowsOf(shop.get(PRODUCT_PATHS.histories(id)));
    expect(newest).toMatchObject({ status: '승인반려' });
    expect(at(newest, 'comment')).toContain('대표이미지');
    expect(update(shop, documentOf(shop, id)).status).toBe(200);
    expect(documentOf(shop, id)).toMatchObject({ status: 'SAVED' });
    expect(update(shop, { ...documentOf(shop, id), requested: true }).status).toBe(200);
    expect(documentOf(shop, id)).toMatchObject({ status: 'APPROVING' });
  });

  it('is approved by itself where nobody decides, after its time', () => {
    const shop = openTestShop({ orders: 0, reviewMs: 60_000 });
    const id = created(shop);
    shop.now += 59_000;
    shop.tick();
    expect(documentOf(shop, id)).toMatchObject({ status: 'APPROVING' });
    shop.now += 1_000;
    shop.tick();
    expect(documentOf(shop, id)).toMatchObject({ status: 'APPROVED' });
  });

  it('shows up late where the shop is as slow as real ones', () => {
    const shop = openTestShop({ orders: 0, productLagMs: 600_000 });
    const id = created(shop);
    expect(textOf(shop.get(PRODUCT_PATHS.product(id)))).toContain('등록 또는 수정되고 있습니다');
    expect(rowsOf(shop.get(PRODUCT_PATHS.ofSku('SOCK-BK-1')))).toEqual([]);
    shop.now += 600_000;
    expect(documentOf(shop, id)).toMatchObject({ displayProductName: '면 양말' });
    expect(rowsOf(shop.get(PRODUCT_PATHS.ofSku('SOCK-BK-1')))).toHaveLength(1);
  });

  it('fails inside HTTP 200 when told to, and is not there then', () => {
    const shop = openTestShop({ orders: 0 });
    shop.fault('item_failure', { operation: 'sellerProducts.create', times: 1 });
    expect(create(shop)).toMatchObject({ status: 200, body: { code: 'ERROR' } });
    expect(rowsOf(shop.get(PRODUCT_PATHS.ofSku('SOCK-BK-1')))).toEqual([]);
  });

  const item = (changes: Record<string, unknown>) => ({ items: [{ ...newItem('블랙', 'A'), ...changes }] });
  it.each([
    ['another vendor', { vendorId: 'A00099999' }, 'Invalid vendor ID'],
    ['no login', { vendorUserId: '' }, 'vendorUserId'],
    ['a name that is too long', { displayProductName: '가'.repeat(101) }, '100자'],
    ['a category that has others under it', { displayCategoryCode: 69_960 }, '올바르지 않습니다'],
    ['a category that is used no more', { displayCategoryCode: 66_190 }, '사용할 수 없는'],
    ['papers that lack', { displayCategoryCode: 58_640 }, '구비서류'],
    ['an unknown courier', { deliveryCompanyCode: 'LOTTE' }, 'deliveryCompanyCode'],
    ['a place given up', { outboundShippingPlaceCode: 74_001 }, '출고지'],
    ['a fee on free delivery', { deliveryCharge: 2_500 }, '무료배송'],
    ['no options', { items: [] }, '1개 이상'],
    ['too many options', { items: Array.from({ length: 201 }, () => newItem('블랙', 'A')) }, '200개'],
    ['options that are the same', { items: [newItem('블랙', 'A'), newItem('블랙', 'B')] }, '중복'],
    ['a price off the step', item({ salePrice: 6_605 }), '10원'],
    ['a price of nothing', item({ salePrice: 0 }), '올바르지 않습니다'],
    ['too much stock', item({ maximumBuyCount: 100_000 }), '99999'],
    ['no picture', item({ images: [] }), '대표이미지'],
    [
      'a picture behind another port',
      item({ images: [{ imageType: 'REPRESENTATION', vendorPath: 'https://img.example.com:8443/a.jpg' }] }),
      '다운로드',
    ],
    ['no notice', item({ notices: [] }), '상품고시정보'],
    [
      'a free-form option',
      item({ attributes: [{ attributeTypeName: '맛', attributeValueName: '단맛' }] }),
      '등록할 수 없는',
    ],
    [
      'a mandatory option that lacks',
      item({ attributes: [{ attributeTypeName: '색상', attributeValueName: '블랙' }] }),
      '필수 구매옵션[수량]',
    ],
    [
      'a count without its unit',
      item({
        attributes: [
          { attributeTypeName: '색상', attributeValueName: '블랙' },
          { attributeTypeName: '수량', attributeValueName: '1' },
        ],
      }),
      '숫자와 단위',
    ],
    ['too many search words', item({ searchTags: Array.from({ length: 21 }, String) }), '검색어'],
    ['no text', item({ contents: [] }), '상세설명'],
  ])('is refused with %s', (_what, changes, text) => {
    const shop = openTestShop({ orders: 0, products: 1 });
    const refused = create(shop, changes);
    expect(refused.status).toBe(400);
    expect(textOf(refused)).toContain(text);
  });
});

describe('an update', () => {
  it('replaces the document: what is not sent is gone', () => {
    const shop = openTestShop({ orders: 0 });
    const id = approved(shop);
    const { brand: _brand, ...rest } = documentOf(shop, id);
    expect(update(shop, { ...rest, displayProductName: '두꺼운 면 양말', requested: true }).status).toBe(200);
    const after = documentOf(shop, id);
    expect(after).toMatchObject({ displayProductName: '두꺼운 면 양말', status: 'APPROVING' });
    expect(after.brand).toBeUndefined();
  });

  it('leaves price and stock alone once approved, and numbers as they are', () => {
    const shop = openTestShop({ orders: 0 });
    const id = approved(shop);
    const number = vendorItem(shop, id, 0);
    const document = documentOf(shop, id);
    const items = at(document, 'items');
    if (!Array.isArray(items)) throw new Error('no items');
    const cheaper = items.map((one) => ({ ...one, salePrice: 10, maximumBuyCount: 1 }));
    expect(update(shop, { ...document, items: cheaper, requested: true }).status).toBe(200);
    shop.act('reviewListing', { listing: id, approve: true });
    expect(vendorItem(shop, id, 0)).toBe(number);
    expect(at(shop.get(PRODUCT_PATHS.item(number, 'inventories')).body, 'data')).toMatchObject({
      salePrice: 6_600,
      amountInStock: 12,
    });
  });

  it('adds, and deletes what is left out once it is off sale', () => {
    const shop = openTestShop({ orders: 0 });
    const id = approved(shop);
    const document = documentOf(shop, id);
    const kept = at(document, 'items', 0);
    const items = [kept, newItem('그레이', 'SOCK-GR-1')];
    const dropped = vendorItem(shop, id, 1);
    expect(textOf(update(shop, { ...document, items }))).toContain('판매중인 상품은 삭제할 수 없습니다');
    shop.ask({ method: 'PUT', path: PRODUCT_PATHS.item(dropped, 'sales/stop') });
    expect(update(shop, { ...document, items, requested: true }).status).toBe(200);
    shop.act('reviewListing', { listing: id, approve: true });
    expect(vendorItem(shop, id, 1)).toMatch(/^\d{11}$/);
    expect(shop.get(PRODUCT_PATHS.item(dropped, 'inventories')).status).toBe(400);
  });

  it('is refused while the product waits, and for what is settled', () => {
    const shop = openTestShop({ orders: 0 });
    const waiting = created(shop);
    expect(textOf(update(shop, documentOf(shop, waiting)))).toContain('승인대기중');
    shop.act('reviewListing', { listing: waiting, approve: true });
    const document = documentOf(shop, waiting);
    expect(textOf(update(shop, { ...document, displayCategoryCode: 69_980 }))).toContain('노출카테고리코드');
    const first = at(document, 'items', 0);
    const second = at(document, 'items', 1);
    if (!isObject(first)) throw new Error('no items');
    const renamed = { ...first, attributes: newItem('빨강', '').attributes };
    expect(textOf(update(shop, { ...document, items: [renamed, second] }))).toContain('옵션[색상]');
    expect(textOf(update(shop, { ...document, sellerProductId: 999 }))).toContain('데이터가 없습니다');
  });
});

describe('buying', () => {
  it('takes a new product out of its stock, and nothing once it is sold out or off sale', () => {
    const shop = openTestShop({ orders: 0, products: 1 });
    const id = approved(shop);
    for (const offer of shop.offers())
      shop.act('setOffer', { vendorItemId: at(offer, 'vendorItemId'), amountInStock: 0 });
    const [first, second] = [vendorItem(shop, id, 0), vendorItem(shop, id, 1)];
    expect(() => shop.buy(1)).toThrow('sold out');
    shop.act('editStock', { item: first, quantity: 3 });
    shop.act('editStock', { item: second, quantity: 2 });
    shop.ask({ method: 'PUT', path: PRODUCT_PATHS.item(second, 'sales/stop') });
    shop.act('story.sell', { item: first, quantity: 2 });
    expect(() => shop.act('story.sell', { item: first, quantity: 2 })).toThrow('not so much');
    expect(() => shop.act('story.sell', { item: second })).toThrow('not so much');
    shop.buy(1);
    expect(() => shop.buy(1)).toThrow('sold out');
    const [sold] = shop.truth();
    expect(sold?.items).toMatchObject([{ vendorItemId: first, shippingCount: 2 }]);
  });
});
