import { expect, test } from 'vitest';
import type { JsonObject } from '../../../frame/json.ts';
import { at, MINUTE, ONLY_AUCTION, openTestShop, rowsAt, type TestShop } from '../../test-shop.ts';

const GOODS = '/item/v1/goods';

/** The sample of the sheet (§6), as it stands there. */
const SAMPLE = {
  itemBasicInfo: {
    goodsName: { kor: '샘플 머그컵', promotion: null },
    category: {
      site: [
        { siteType: 1, catCode: '39010100' },
        { siteType: 2, catCode: '300009483' },
      ],
      shop: null,
      esm: { catCode: '00070001000100000000' },
    },
    catalog: { modelName: null, brandNo: 0, barCode: null, epinCode: null },
  },
  itemAddtionalInfo: {
    price: { Gmkt: 12_000, Iac: 12_000 },
    stock: { Gmkt: 88, Iac: 88 },
    sellingPeriod: { Gmkt: 90, Iac: 90 },
    managedCode: 'HUB-MUG-01',
    recommendedOpts: { type: 0, isStockManage: false, independent: null, combination: null },
    shipping: {
      type: 1,
      companyNo: 10013,
      policy: { placeNo: 100001, feeType: 1, bundle: { deliveryTmplId: 200001 }, each: null },
      returnAndExchange: { addrNo: 300001, fee: 3_000 },
      dispatchPolicyNo: { gmkt: 901, iac: 902 },
    },
    officialNotice: {
      officialNoticeNo: 35,
      details: [{ officialNoticeItemelementCode: '35-1', value: '상세설명참조', isExtraMark: false }],
    },
    isAdultProduct: false,
    isYouthNotAvailable: false,
    isVatFree: false,
    certInfo: {
      safetyCerts: {
        child: { type: 1, details: null },
        electric: { type: 1, details: null, mandatorySafetySign: 0 },
        life: { type: 1, details: null, mandatorySafetySign: 0 },
        harmful: { type: 2, certId: null },
      },
    },
    images: { basicImgURL: 'https://img.example.com/1.jpg', addtionalImg1URL: null },
    descriptions: { kor: { type: 2, contentId: '', html: '<p>상세</p>' } },
  },
  addtionalInfo: {
    siteDiscount: { gmkt: true, iac: true },
    pcs: { isUse: true, isUseIacPcsCoupon: true, isUseGmkPcsCoupon: true },
  },
};

const detail = (text: string, code: string, more: JsonObject = {}) => ({
  recommendedOptValueNo: 0,
  recommendedOptValue: { koreanText: text },
  isSoldOut: false,
  isDisplay: true,
  qty: { gmkt: 5, iac: 6 },
  manageCode: code,
  addAmnt: 0,
  ...more,
});

const options = (...details: readonly JsonObject[]) => ({
  type: 1,
  isStockManage: true,
  inputType: 0,
  independent: { recommendedOptNo: 0, recommendedOptName: { koreanText: '색상' }, details },
  combination: null,
});

/** The sample with members of `itemAddtionalInfo` changed. */
const sampleWith = (more: JsonObject, name = '샘플 머그컵') => ({
  ...SAMPLE,
  itemBasicInfo: { ...SAMPLE.itemBasicInfo, goodsName: { kor: name, promotion: null } },
  itemAddtionalInfo: { ...SAMPLE.itemAddtionalInfo, ...more },
});

function made(
  shop: TestShop,
  document: JsonObject = SAMPLE,
): { goodsNo: string; gmarket: string; auction: string } {
  const { body } = shop.post(GOODS, document);
  expect(body).toMatchObject({ resultCode: 0, message: null });
  shop.now += 4 * MINUTE;
  return {
    goodsNo: String(body.goodsNo),
    gmarket: String(at(body, 'siteDetail', 'gmkt', 'SiteGoodsNo')),
    auction: String(at(body, 'siteDetail', 'iac', 'SiteGoodsNo')),
  };
}

const search = (shop: TestShop, rest: JsonObject = {}) =>
  shop.post(`${GOODS}/search`, {
    query: {},
    pageIndex: 1,
    pageSize: 500,
    sortField: 0,
    sortOrder: 0,
    ...rest,
  });

test('the sample of the sheet is taken as it stands, and is found as the sheet shows it', () => {
  const shop = openTestShop({ products: 1 });
  const { goodsNo, gmarket, auction } = made(shop);
  const row = rowsAt(search(shop, { query: { goodsNo: [goodsNo] } }), 'items')[0];
  expect(row).toMatchObject({
    goodsNo,
    siteGoodsNo: { gmkt: gmarket, iac: auction },
    managedCode: 'HUB-MUG-01',
    imgUrl: 'https://img.example.com/1.jpg',
    goodsName: '샘플 머그컵',
    siteSellerId: { gmkt: 'hubgmkt', iac: 'hubauction' },
    sellStatus: { gmkt: '11', iac: '11' },
    price: { gmkt: 12_000, iac: 12_000 },
    stock: { gmkt: 88, iac: 88 },
    useOption: false,
    category: { esm: { catCode: '00070001000100000000' } },
  });
  expect(auction).toMatch(/^[A-Z]/);
  expect(shop.call('GET', `/item/v1/site-goods/${gmarket}/goods-no`).body.goodsNo).toBe(Number(goodsNo));
  expect(shop.call('GET', `${GOODS}/${gmarket}`).status).toBe(404);
});

test.each<readonly [string, JsonObject]>([
  ['상품명', sampleWith({}, '가'.repeat(51))],
  ['가격', sampleWith({ price: { Gmkt: 12_005, Iac: 12_000 } })],
  ['재고', sampleWith({ stock: { Gmkt: 0, Iac: 88 } })],
  ['재고', sampleWith({ stock: { Gmkt: 100_000, Iac: 88 } })],
  ['판매기간', sampleWith({ sellingPeriod: { Gmkt: -1, Iac: 90 } })],
  ['관리코드', sampleWith({ managedCode: 'x'.repeat(101) })],
  ['옵션 관리코드', sampleWith({ recommendedOpts: options(detail('흰색', 'x'.repeat(21))) })],
  ['옵션 재고', sampleWith({ recommendedOpts: options(detail('흰색', 'W', { qty: { gmkt: 0, iac: 1 } })) })],
  ['품절', sampleWith({ recommendedOpts: options(detail('흰색', 'W', { isSoldOut: true })) })],
  ['중복', sampleWith({ recommendedOpts: options(detail('흰색', 'W'), detail('흰색', 'X')) })],
  [
    '50개',
    sampleWith({
      recommendedOpts: options(...Array.from({ length: 51 }, (_, nth) => detail(`색 ${nth}`, `C${nth}`))),
    }),
  ],
  [
    'A001000',
    sampleWith({
      shipping: { ...SAMPLE.itemAddtionalInfo.shipping, dispatchPolicyNo: { gmkt: 902, iac: 902 } },
    }),
  ],
  [
    '반품',
    sampleWith({
      // The number of the place, where that of the address is wanted (sheet §7.17).
      shipping: { ...SAMPLE.itemAddtionalInfo.shipping, returnAndExchange: { addrNo: 100001, fee: 3_000 } },
    }),
  ],
  ['상품정보고시', sampleWith({ officialNotice: { officialNoticeNo: 1, details: [] } })],
  ['이미지', sampleWith({ images: { basicImgURL: 'https://img.example.com/1.gif' } })],
  [
    '추가 이미지',
    sampleWith({
      images: {
        basicImgURL: 'https://img.example.com/1.jpg',
        addtionalImg2URL: 'https://img.example.com/2.jpg',
      },
    }),
  ],
  ['iframe', sampleWith({ descriptions: { kor: { type: 2, html: '<iframe></iframe>' } } })],
])('a product is refused for its %s', (text, document) => {
  const { status, body } = openTestShop().post(GOODS, document);
  expect(status).toBe(200);
  expect(body).toMatchObject({ resultCode: 1_000, data: null });
  expect(body.message).toContain(text.split(' ')[0]);
});

test('a site for which the token does not speak cannot be listed on', () => {
  const { body } = openTestShop().post(GOODS, SAMPLE, ONLY_AUCTION);
  expect(body).toMatchObject({ resultCode: 1_000 });
  expect(body.message).toContain('[GMKT]');
});

test('stock, price and status wait until the product is made, and are told site by site', () => {
  const shop = openTestShop();
  const { body } = shop.post(GOODS, SAMPLE);
  const path = `${GOODS}/${String(body.goodsNo)}`;
  const stock = { stock: { gmkt: 7, iac: 8 } };
  expect(shop.call('PUT', `${path}/stock`, stock).body.message).toContain('F001000');
  shop.now += 3 * MINUTE;
  expect(shop.call('PUT', `${path}/stock`, stock).body).toMatchObject({
    resultCode: 0,
    message: '[IAC] 성공 / [GMKT] 성공',
    goodsNo: body.goodsNo,
  });
  shop.fault('item_failure', { times: 1, operation: 'goods.setPrice' });
  const priced = shop.call('PUT', `${path}/price`, { gmkt: 13_000, iac: 13_000 }).body;
  expect(priced.resultCode).toBe(0);
  expect(priced.message).toMatch(/\[IAC\] .*실패.* \/ \[GMKT\] 성공/);
  expect(shop.call('GET', `${path}/price`).body).toEqual({ gmkt: 13_000, iac: 12_000 });
});

test('a stopped product passes over what it is told, in silence', () => {
  const shop = openTestShop();
  const { goodsNo } = made(shop);
  const path = `${GOODS}/${goodsNo}`;
  expect(shop.call('PUT', `${path}/sell-status`, { IsSell: { Gmkt: false } }).body.resultCode).toBe(0);
  expect(shop.call('PUT', `${path}/price`, { gmkt: 99_000, iac: 15_000 }).body.resultCode).toBe(0);
  expect(shop.call('GET', `${path}/price`).body).toEqual({ gmkt: 12_000, iac: 15_000 });
  const resumed = {
    isSell: { gmkt: true },
    itemBasicInfo: { price: { gmkt: 16_000 }, stock: { gmkt: 3 }, sellingPeriod: { gmkt: 0 } },
  };
  shop.call('PUT', `${path}/sell-status`, resumed);
  expect(shop.call('GET', `${path}/sell-status`).body).toMatchObject({
    isSell: { gmkt: true, iac: true },
    itemBasicInfo: { price: { Gmkt: 16_000 }, stock: { Gmkt: 3, Iac: 88 }, sellingPeriod: { Gmkt: 90 } },
  });
});

test('a change replaces the whole product; a fixed name stays without a word', () => {
  const shop = openTestShop();
  const { goodsNo } = made(shop, sampleWith({ inventoryCode: 'WMS-7' }));
  const isSell = { gmkt: true, iac: true };
  expect(shop.call('PUT', `${GOODS}/${goodsNo}`, SAMPLE).body.resultCode).toBe(1_000);
  expect(
    shop.call('PUT', `${GOODS}/${goodsNo}`, { ...sampleWith({}, '새 이름'), isSell }).body.resultCode,
  ).toBe(0);
  const { body } = shop.call('GET', `${GOODS}/${goodsNo}`);
  expect(at(body, 'itemBasicInfo', 'goodsName', 'kor')).toBe('새 이름');
  expect(at(body, 'itemAddtionalInfo', 'inventoryCode')).toBeUndefined();
  expect(body).toMatchObject({ isSell, isEditableGoodsName: true });

  const rice = {
    ...SAMPLE,
    itemBasicInfo: {
      ...SAMPLE.itemBasicInfo,
      category: {
        site: [
          { siteType: 1, catCode: '20010100' },
          { siteType: 2, catCode: '300002801' },
        ],
        esm: { catCode: '00060001000100000000' },
      },
    },
  };
  const fixed = made(shop, rice).goodsNo;
  const renamed = {
    ...rice,
    isSell,
    itemBasicInfo: { ...rice.itemBasicInfo, goodsName: { kor: '다른 이름' } },
  };
  expect(shop.call('PUT', `${GOODS}/${fixed}`, renamed).body.resultCode).toBe(0);
  expect(at(shop.call('GET', `${GOODS}/${fixed}`).body, 'itemBasicInfo', 'goodsName', 'kor')).toBe(
    '샘플 머그컵',
  );
});

test('buying takes from the stock, and what is sold out cannot be bought', () => {
  const shop = openTestShop();
  const product = sampleWith({ recommendedOpts: options(detail('흰색', 'W'), detail('검정', 'B')) });
  const { goodsNo, gmarket } = made(shop, product);
  const item = `${gmarket}:W`;
  const order = shop.sell({ item, quantity: 4 });
  expect(shop.orders(order)[0]).toMatchObject({ siteGoodsNo: gmarket, optionCode: 'W', quantity: 4 });
  expect(() => shop.sell({ item, quantity: 2 })).toThrow('sold out');
  expect(
    rowsAt(shop.call('GET', `${GOODS}/${goodsNo}/recommended-options`), 'independent', 'details'),
  ).toMatchObject([
    { manageCode: 'W', qty: { gmkt: 1, iac: 6 } },
    { manageCode: 'B', qty: { gmkt: 5, iac: 6 } },
  ]);
  shop.act('editStock', { item, quantity: 0 });
  expect(() => shop.sell({ item })).toThrow('sold out');
});

test('filters for codes and numbers of sites do nothing, pages follow each other', () => {
  const shop = openTestShop({ products: 7 });
  const all = rowsAt(search(shop, { query: { managedCode: ['nobody'], siteGoodsNo: ['1'] } }), 'items');
  expect(all).toHaveLength(7);
  const second = search(shop, { pageIndex: 2, pageSize: 5 });
  expect(second.body.totalItems).toBe(7);
  expect(rowsAt(second, 'items')).toEqual(all.slice(5));
});

test('thirty searches a minute are served', () => {
  const shop = openTestShop({ limits: true });
  for (let nth = 0; nth < 30; nth += 1) expect(search(shop).status).toBe(200);
  expect(search(shop)).toMatchObject({ status: 429, call: { overLimit: true } });
  shop.monotonic += 61_000;
  expect(search(shop).status).toBe(200);
});

test('one site may not be made, though the answer is good', () => {
  const shop = openTestShop();
  shop.fault('item_failure', { times: 1, operation: 'goods.create' });
  const { body } = shop.post(GOODS, SAMPLE);
  expect(body.resultCode).toBe(0);
  expect(at(body, 'siteDetail', 'iac', 'SiteGoodsNo')).toBe('0');
  expect(
    rowsAt(search(shop, { query: { goodsNo: [String(body.goodsNo)] } }), 'items')[0]?.siteGoodsNo,
  ).toEqual({
    gmkt: at(body, 'siteDetail', 'gmkt', 'SiteGoodsNo'),
  });
});
