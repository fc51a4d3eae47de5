import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../../frame/json.ts';
import { objectAt, objectsIn, openTestShop, type TestShop } from '../../test-shop.ts';

const PRODUCTS = '/v1/products';
const ORIGINS = '/v2/products/origin-products';

/** A product that is taken as it stands, with these fields of its origin product laid over. */
function body(shop: TestShop, fields: JsonObject = {}, detail: JsonObject = {}): JsonObject {
  const [release, refund] = objectsIn(
    shop.get('/v1/seller/addressbooks-for-page', { page: 1 }).json.addressBooks,
  );
  return {
    originProduct: {
      statusType: 'SALE',
      leafCategoryId: '50003356',
      name: '친환경 세제 1L',
      detailContent: '<p>세제</p>',
      images: { representativeImage: { url: picture(shop) } },
      salePrice: 9_900,
      stockQuantity: 10,
      deliveryInfo: {
        deliveryType: 'DELIVERY',
        deliveryAttributeType: 'NORMAL',
        deliveryCompany: 'CJGLS',
        deliveryFee: { deliveryFeeType: 'PAID', baseFee: 3_000, deliveryFeePayType: 'PREPAID' },
        claimDeliveryInfo: {
          returnDeliveryFee: 3_000,
          exchangeDeliveryFee: 6_000,
          shippingAddressId: release?.addressBookNo,
          returnAddressId: refund?.addressBookNo,
        },
      },
      detailAttribute: {
        afterServiceInfo: { afterServiceTelephoneNumber: '02-1', afterServiceGuideContent: '문의' },
        originAreaInfo: { originAreaCode: '00' },
        sellerCodeInfo: { sellerManagementCode: 'ECO-1' },
        productInfoProvidedNotice: {
          productInfoProvidedNoticeType: 'ETC',
          etc: {
            returnCostReason: '0',
            noRefundReason: '0',
            qualityAssuranceStandard: '0',
            compensationProcedure: '0',
            troubleShootingContents: '0',
            itemName: '세제',
            modelName: 'ECO-1',
            manufacturer: '에코',
            customerServicePhoneNumber: '02-1',
          },
        },
        minorPurchasable: true,
        ...detail,
      },
      ...fields,
    },
    smartstoreChannelProduct: { naverShoppingRegistration: true, channelProductDisplayStatusType: 'ON' },
  };
}

function picture(shop: TestShop): string {
  const boundary = 'b1';
  const sent = shop.send('POST', '/v1/product-images/upload', {
    body: [
      `--${boundary}`,
      'Content-Disposition: form-data; name="imageFiles"; filename="a.gif"',
      'Content-Type: image/gif',
      '',
      'GIF89a',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
    headers: {
      authorization: `Bearer ${String(shop.askToken().json.access_token)}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  return String(objectsIn(sent.json.images)[0]?.url);
}

const send = (shop: TestShop, method: string, path: string, content: unknown) =>
  shop.send(method, path, {
    body: content,
    headers: { authorization: `Bearer ${String(shop.askToken().json.access_token)}` },
  });

function created(shop: TestShop, fields: JsonObject = {}, detail: JsonObject = {}): string {
  const { status, json } = send(shop, 'POST', '/v2/products', body(shop, fields, detail));
  expect([status, json.message]).toEqual([200, undefined]);
  return String(json.originProductNo);
}

const origin = (shop: TestShop, no: string) => objectAt(shop.get(`${ORIGINS}/${no}`).json, 'originProduct');

const options = (shop: TestShop, no: string) =>
  objectsIn(objectAt(objectAt(origin(shop, no), 'detailAttribute'), 'optionInfo').optionCombinations);

const OPTIONS = {
  optionInfo: {
    optionCombinationGroupNames: { optionGroupName1: '향' },
    optionCombinations: [
      { optionName1: '라벤더', stockQuantity: 5, price: 0, sellerManagerCode: 'L' },
      { optionName1: '무향', stockQuantity: 6, price: 500, sellerManagerCode: 'N' },
    ],
    useStockManagement: true,
  },
};

describe('the products of a store', () => {
  it('are what its orders sell: each line names a product and an option of it', () => {
    const shop = openTestShop({ orders: 60 });
    const items = new Set(
      (shop.market.listings?.('test') ?? [])
        .filter(isObject)
        .flatMap(({ items: own }) => objectsIn(own).map(({ id }) => id)),
    );
    const documents = objectsIn(
      shop.post('/v1/pay-order/seller/product-orders/query', {
        productOrderIds: shop
          .truth()
          .map(({ productOrderId }) => productOrderId)
          .slice(0, 100),
      }).json.data,
    ).map((one) => objectAt(one, 'productOrder'));
    expect(documents.length).toBeGreaterThan(50);
    for (const { optionCode, originalProductId } of documents)
      expect(items).toContain(optionCode ?? originalProductId);
  });

  it('are searched page by page, the newest first, without their options', () => {
    const shop = openTestShop({ orders: 0, products: 7 });
    const pageOf = (page: number) => shop.post(`${PRODUCTS}/search`, { page, size: 3 }).json;
    expect(pageOf(3)).toMatchObject({
      page: 3,
      size: 3,
      totalElements: 7,
      totalPages: 3,
      first: false,
      last: true,
    });
    const numbers = [1, 2, 3].flatMap((page) =>
      objectsIn(pageOf(page).contents).map((row) => Number(row.originProductNo)),
    );
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(new Set(numbers).size).toBe(7);
    expect(shop.post(`${PRODUCTS}/search`, { size: 501 }).status).toBe(400);
    expect(shop.post(`${PRODUCTS}/search`, { searchKeywordType: 'NAME' }).status).toBe(400);
  });

  it('are found by more than the exact code of the seller', () => {
    const shop = openTestShop({ orders: 0, products: 12 });
    const { json } = shop.post(`${PRODUCTS}/search`, {
      searchKeywordType: 'SELLER_CODE',
      sellerManagementCode: '-000',
    });
    expect(json.totalElements).toBe(9);
  });

  it('of a big shop open at once', () => {
    const shop = openTestShop({ orders: 10, listings: 3_000 });
    expect(shop.market.listings?.('test')).toHaveLength(3_000);
  });
});

describe('creating a product', () => {
  it('answers its numbers, and what was sent is read back', () => {
    const shop = openTestShop({ orders: 0 });
    const no = created(shop, {}, OPTIONS);
    expect(origin(shop, no)).toMatchObject({ name: '친환경 세제 1L', statusType: 'SALE', stockQuantity: 11 });
    expect(options(shop, no).map(({ optionName1, price }) => [optionName1, price])).toEqual([
      ['라벤더', 0],
      ['무향', 500],
    ]);
  });

  it.each<[string, JsonObject, JsonObject?]>([
    ['originProduct.leafCategoryId', { leafCategoryId: '50000078' }],
    ['originProduct.name', { name: ' ' }],
    ['originProduct.name', { name: '세제 <특가>' }],
    ['originProduct.name', { name: '가'.repeat(101) }],
    ['originProduct.detailContent', { detailContent: undefined }],
    ['originProduct.salePrice', { salePrice: undefined }],
    ['originProduct.salePrice', { salePrice: 9_905 }],
    ['originProduct.salePrice', { salePrice: 1_000_000_000 }],
    ['originProduct.stockQuantity', { stockQuantity: 0 }],
    ['originProduct.statusType', { statusType: 'OUTOFSTOCK' }],
    [
      'originProduct.deliveryInfo.deliveryCompany',
      {
        deliveryInfo: {
          deliveryType: 'DELIVERY',
          deliveryAttributeType: 'NORMAL',
          deliveryCompany: 'NOBODY',
        },
      },
    ],
    ['originProduct.detailAttribute.afterServiceInfo', {}, { afterServiceInfo: undefined }],
    [
      'originProduct.detailAttribute.originAreaInfo.importer',
      {},
      { originAreaInfo: { originAreaCode: '0200037' } },
    ],
    ['originProduct.detailAttribute.minorPurchasable', {}, { minorPurchasable: undefined }],
    ['originProduct.detailAttribute.productInfoProvidedNotice', {}, { productInfoProvidedNotice: undefined }],
    [
      'originProduct.detailAttribute.optionInfo.optionCombinations.optionName1',
      {},
      {
        optionInfo: {
          ...OPTIONS.optionInfo,
          optionCombinations: [{ optionName1: '가'.repeat(26), price: 0 }],
        },
      },
    ],
  ])('is refused at %s', (name, fields, detail = {}) => {
    const shop = openTestShop({ orders: 0, products: 1 });
    const { status, json } = send(shop, 'POST', '/v2/products', body(shop, fields, detail));
    expect([status, json.code]).toEqual([400, 'BAD_REQUEST']);
    expect(objectsIn(json.invalidInputs).map((input) => input.name)).toEqual([name]);
    expect(shop.market.listings?.('test')).toHaveLength(1);
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a picture that was not uploaded',
      { images: { representativeImage: { url: 'https://seller.co.kr/a.jpg' } } },
      {},
    ],
    ['a tag that is not allowed', {}, { seoInfo: { sellerTags: [{ text: '짝퉁' }] } }],
    ['a category that wants a certificate', { leafCategoryId: '50001507' }, {}],
    [
      'no option at the price of the product',
      {},
      { optionInfo: { ...OPTIONS.optionInfo, optionCombinations: [{ optionName1: '무향', price: 500 }] } },
    ],
  ])('is refused for %s, with nothing but a text', (_what, fields, detail) => {
    const shop = openTestShop({ orders: 0, products: 1 });
    const { status, json } = send(shop, 'POST', '/v2/products', body(shop, fields, detail));
    expect([status, json.code, json.invalidInputs]).toEqual([400, 'BAD_REQUEST', undefined]);
  });
});

describe('updating a product', () => {
  it('erases what is not sent, but category, description, notice and stock', () => {
    const shop = openTestShop({ orders: 0 });
    const no = created(shop, {}, { seoInfo: { sellerTags: [{ text: '친환경' }] } });
    const before = origin(shop, no);
    const { leafCategoryId, detailContent, stockQuantity, detailAttribute, ...rest } = before;
    const { seoInfo, productInfoProvidedNotice, ...detail } = isObject(detailAttribute)
      ? detailAttribute
      : {};
    expect(seoInfo).toBeDefined();
    const sent = { originProduct: { ...rest, detailAttribute: detail }, ...CHANNEL };
    expect(send(shop, 'PUT', `${ORIGINS}/${no}`, sent).status).toBe(200);
    const after = origin(shop, no);
    expect(after).toMatchObject({ leafCategoryId, detailContent, stockQuantity });
    expect(after.detailAttribute).toMatchObject({ productInfoProvidedNotice });
    expect(after.detailAttribute).not.toHaveProperty('seoInfo');
  });

  it('edits options by id, finds others by their values, adds the new and drops the rest', () => {
    const shop = openTestShop({ orders: 0 });
    const no = created(shop, {}, OPTIONS);
    const [lavender, plain] = options(shop, no);
    const sent = body(
      shop,
      {},
      {
        optionInfo: {
          ...OPTIONS.optionInfo,
          optionCombinations: [
            { id: lavender?.id, optionName1: '라벤더향', stockQuantity: 1, price: 0 },
            { optionName1: '시트러스', stockQuantity: 2, price: 0 },
          ],
        },
      },
    );
    expect(send(shop, 'PUT', `${ORIGINS}/${no}`, sent).status).toBe(200);
    const after = options(shop, no);
    expect(after.map(({ optionName1 }) => optionName1)).toEqual(['라벤더향', '시트러스']);
    expect(after[0]?.id).toBe(lavender?.id);
    expect([lavender?.id, plain?.id]).not.toContain(after[1]?.id);
  });
});

const CHANNEL = {
  smartstoreChannelProduct: { naverShoppingRegistration: true, channelProductDisplayStatusType: 'ON' },
};

describe('stock and prices', () => {
  const optionStock = (no: string) => `${PRODUCTS}/origin-products/${no}/option-stock`;

  it('of options are wiped where a field is left out, and options left out stay', () => {
    const shop = openTestShop({ orders: 0 });
    const no = created(shop, {}, OPTIONS);
    const [lavender, plain] = options(shop, no);
    const sent = { optionInfo: { optionCombinations: [{ id: plain?.id }], useStockManagement: true } };
    expect(send(shop, 'PUT', optionStock(no), sent).status).toBe(200);
    expect(options(shop, no)).toEqual([lavender, { ...plain, stockQuantity: 0, price: 0, usable: true }]);
  });

  it('none at all sells out, and only status and stock together bring it back', () => {
    const shop = openTestShop({ orders: 0 });
    const no = created(shop);
    const many = (fields: JsonObject) =>
      send(shop, 'PATCH', `${PRODUCTS}/origin-products/multi-update`, {
        multiProductUpdateRequestVos: [{ originProductNo: Number(no), ...fields }],
      }).status;
    expect(many({ multiUpdateTypes: ['STOCK'], stockQuantity: 0 })).toBe(200);
    expect(origin(shop, no)).toMatchObject({ statusType: 'OUTOFSTOCK', stockQuantity: 0 });
    expect(many({ multiUpdateTypes: ['STOCK'], stockQuantity: 4 })).toBe(200);
    expect(origin(shop, no)).toMatchObject({ statusType: 'OUTOFSTOCK', stockQuantity: 4 });
    const status = `${PRODUCTS}/origin-products/${no}/change-status`;
    expect(send(shop, 'PUT', status, { statusType: 'SALE' }).status).toBe(400);
    expect(send(shop, 'PUT', status, { statusType: 'SALE', stockQuantity: 4 }).status).toBe(200);
    expect(origin(shop, no)).toMatchObject({ statusType: 'SALE', stockQuantity: 4 });
    expect(send(shop, 'PUT', status, { statusType: 'SUSPENSION' }).status).toBe(200);
    expect(many({ multiUpdateTypes: ['STOCK'], stockQuantity: 0 })).toBe(200);
    expect(origin(shop, no)).toMatchObject({ statusType: 'SUSPENSION', stockQuantity: 0 });
  });

  it('of many products are changed one by one, and a failure is not told', () => {
    const shop = openTestShop({ orders: 0 });
    const [first, second] = [created(shop), created(shop)];
    shop.fault('item_failure', 'products.multi-update');
    const { status, json } = send(shop, 'PATCH', `${PRODUCTS}/origin-products/multi-update`, {
      multiProductUpdateRequestVos: [first, second].map((no) => ({
        originProductNo: Number(no),
        multiUpdateTypes: ['SALE_PRICE'],
        productSalePrice: { salePrice: 8_800 },
      })),
    });
    expect([status, json.code]).toEqual([200, 'SUCCESS']);
    expect([first, second].map((no) => origin(shop, no).salePrice)).toEqual([9_900, 8_800]);
  });

  it('go down with what is bought, and what is gone cannot be bought', () => {
    const shop = openTestShop({ orders: 0 });
    const no = created(shop, {}, OPTIONS);
    const [lavender] = options(shop, no);
    const buy = (quantity: number) => shop.act('story.sell', { item: String(lavender?.id), quantity });
    buy(3);
    expect(options(shop, no)[0]).toMatchObject({ stockQuantity: 2 });
    expect(() => buy(3)).toThrow('cannot be bought');
    buy(2);
    expect(() => buy(1)).toThrow('cannot be bought');
    expect(options(shop, no).map(({ stockQuantity }) => stockQuantity)).toEqual([0, 6]);
    expect(origin(shop, no).statusType).toBe('SALE');
  });
});
