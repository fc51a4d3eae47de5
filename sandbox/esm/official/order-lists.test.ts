import { expect, test } from 'vitest';
import {
  DAY,
  delivered,
  listOf,
  MINUTE,
  numbersIn,
  ONLY_AUCTION,
  ONLY_GMARKET,
  openTestShop,
  PATHS,
  rowsAt,
  send,
  type TestShop,
} from '../test-shop.ts';

const rowOf = (shop: TestShop, order: string, siteType = 2) =>
  rowsAt(
    shop.post(PATHS.orders, { siteType, orderNo: Number(order), orderStatus: 0 }),
    'Data',
    'RequestOrders',
  )[0];

/** The members of the sample in the sheet (§6). */
const SAMPLE_KEYS =
  'OrderStatus BranchCode PayNo GroupNo OrderNo OrderDate PayDate OrderConfirmDate TransDate TransDueDate TransCompleteDate BuyDecisionDate TransType DistrType GoodsNo SiteGoodsNo OutGoodsNo GoodsName SalePrice ContrAmount OrderAmount AcntMoney SellerDiscountPrice1 SellerDiscountPrice2 SellerDiscountPrice DirectDiscountPrice CostPrice ShippingFee DeliveryFeeCondition BackwoodsAddDeliveryFee JejuAddDeliveryFee SettlementPrice OutsidePrice ServiceFee SellerCashbackMoney OptSelPrice OptAddPrice BuyerName BuyerId BuyerMobileTel BuyerTel ReceiverName HpNo TelNo ZipCode DelFrontAddress DelBackAddress DelFullAddress DelMemo TakbaeName NoSongjang OverseaTransYn InfoCin OutOrderNo InventoryNo SKUNo ItemOptionSelectList ItemOptionAdditionList FreeGift IsGiftOrder GiftOrderStatus GiftConfirmDate GiftConfirmDueDate IsInstallOrder InstallDate'.split(
    ' ',
  );

test('a row has the shape of the sample', () => {
  const shop = openTestShop();
  const order = shop.sell({ quantity: 2, price: 12_000 });
  const answered = shop.post(PATHS.orders, listOf(1));
  expect(answered.body).toMatchObject({
    ResultCode: 0,
    Message: '',
    Data: { SiteType: 3, PageIndex: 1, PageSize: 500, TotalCount: 1, SellerId: 'hubgmkt' },
  });
  const [row = {}] = rowsAt(answered, 'Data', 'RequestOrders');
  expect(SAMPLE_KEYS.filter((key) => !(key in row))).toEqual([]);
  expect(row).toMatchObject({
    OrderNo: Number(order),
    OrderStatus: 1,
    ContrAmount: 2,
    SalePrice: '12000.0000',
    OrderAmount: '24000.0000',
    GoodsNo: null,
    OrderDate: '2026-11-21T10:02:03',
  });
  expect(order).toMatch(/^\d{10}$/);
});

test('Auction sends nulls and letters where Gmarket sends numbers', () => {
  const shop = openTestShop();
  const order = shop.sell({ site: 'auction' });
  const [row = {}] = rowsAt(shop.post(PATHS.orders, listOf(1, { siteType: 1 })), 'Data', 'RequestOrders');
  expect(row).toMatchObject({
    OrderNo: Number(order),
    GoodsNo: '',
    OptSelPrice: null,
    SellerDiscountPrice2: null,
  });
  expect(row.SiteGoodsNo).toMatch(/^B\d+$/);
  expect(row).toHaveProperty('BasicServiceFee');
});

test('a site is seen only under its own code and with a token for it', () => {
  const shop = openTestShop();
  const order = shop.sell();
  expect(numbersIn(shop.post(PATHS.orders, listOf(1), ONLY_GMARKET))).toEqual([order]);
  const nothing = shop.post(PATHS.orders, listOf(1), ONLY_AUCTION);
  expect(nothing.body).toMatchObject({ ResultCode: 0, Data: { TotalCount: 0, RequestOrders: [] } });
  expect(numbersIn(shop.post(PATHS.orders, listOf(1, { siteType: 3 })))).toEqual([]);
});

test('"to" is not part of the window, and windows have a longest length', () => {
  const shop = openTestShop();
  const order = shop.sell();
  const until = (requestDateTo: string, rest = {}) =>
    shop.post(PATHS.orders, listOf(1, { requestDateTo, ...rest }));
  expect(numbersIn(until('2026-11-21'))).toEqual([]);
  expect(numbersIn(until('2026-11-22'))).toEqual([order]);
  expect(numbersIn(until('2026-11-21 10:02', { requestDateFrom: '2026-11-21 10:00' }))).toEqual([]);
  expect(numbersIn(until('2026-11-21 10:03', { requestDateFrom: '2026-11-21 10:02' }))).toEqual([order]);
  expect(numbersIn(until('2026-11-22', { requestDateFrom: '2026-10-22' }))).toEqual([order]);
  expect(until('2026-11-22', { requestDateFrom: '2026-10-21' }).body.ResultCode).toBe(3000);
  expect(until('2026-11-22', { requestDateFrom: '2026-05-26', siteType: 1 }).body.ResultCode).toBe(0);
  expect(until('2026-11-22', { requestDateFrom: '2026-05-25', siteType: 1 }).body.ResultCode).toBe(3000);
  expect(until('2026-11-22', { requestDateType: 3 }).body.ResultCode).toBe(3000);
});

test('pages', () => {
  const shop = openTestShop();
  const sold = Array.from({ length: 5 }, () => shop.sell());
  const page = (pageIndex: number) => shop.post(PATHS.orders, listOf(1, { pageIndex, pageSize: 2 }));
  expect([1, 2, 3, 4].flatMap((index) => numbersIn(page(index)))).toEqual(sold);
  expect(page(3).body).toMatchObject({ Data: { TotalCount: 5 } });
  expect(page(0).body.ResultCode).toBe(3000);
});

test('phones come after five minutes, the dispatch deadline after one or two', () => {
  const shop = openTestShop();
  const orders = [shop.sell(), shop.sell(), shop.sell()];
  const known = () => orders.map((order) => rowOf(shop, order)?.TransDueDate !== null);
  expect(known()).toEqual([false, false, false]);
  shop.now += MINUTE;
  expect(known()).toEqual(orders.map((order) => Number(order.at(-1)) % 2 === 0));
  shop.now += MINUTE;
  expect(known()).toEqual([true, true, true]);
  const [order = ''] = orders;
  expect(rowOf(shop, order)).toMatchObject({
    TransDueDate: '2026-11-24T23:59:59',
    HpNo: null,
    BuyerMobileTel: null,
  });
  shop.now += 3 * MINUTE;
  expect(rowOf(shop, order)?.HpNo).toMatch(/^0502-/);
});

test('a claim takes an order out of the lists, its number included; a withdrawn one brings it back', () => {
  const shop = openTestShop();
  const order = delivered(shop);
  expect(numbersIn(shop.post(PATHS.orders, listOf(4)))).toEqual([order]);
  shop.act('story.claim', { order, kind: 'return' });
  expect(numbersIn(shop.post(PATHS.orders, listOf(4)))).toEqual([]);
  expect(rowOf(shop, order)).toBeUndefined();
  shop.act('story.withdraw', { order });
  expect(numbersIn(shop.post(PATHS.orders, listOf(4)))).toEqual([order]);
});

test('a cart pays its shipping once on Gmarket and on every row on Auction', () => {
  const shop = openTestShop();
  for (const site of ['gmarket', 'auction']) {
    const { lines } = shop.act('story.sell', { site, lines: 3, price: 10_000 });
    const rows = (Array.isArray(lines) ? lines : []).map((line) =>
      rowOf(shop, String(line), site === 'gmarket' ? 2 : 1),
    );
    const [cart] = shop.orders(String(rows[0]?.OrderNo));
    const full = `${10_000 + Number(cart?.shippingFee)}.0000`;
    const paid = rows.map((row) => row?.AcntMoney === full);
    if (cart?.shippingFee !== 0)
      expect(paid).toEqual(site === 'gmarket' ? [true, false, false] : [true, true, true]);
    expect(new Set(rows.map((row) => row?.PayNo)).size).toBe(1);
  }
});

test('a present shows no address before it is accepted, and expires', () => {
  const shop = openTestShop();
  const order = String(shop.act('buyGift').order);
  expect(rowOf(shop, order)).toMatchObject({
    IsGiftOrder: 'Y',
    GiftOrderStatus: 1,
    ZipCode: null,
    ReceiverName: null,
  });
  expect(shop.call('POST', PATHS.check(order)).body.ResultCode).toBe(3000);
  const other = String(shop.act('buyGift').order);
  shop.act('acceptGift', { order: other });
  expect(rowOf(shop, other)).toMatchObject({ GiftOrderStatus: 2, ZipCode: expect.any(String) });
  expect(shop.call('POST', PATHS.check(other)).body.ResultCode).toBe(0);
  shop.now += 7 * DAY;
  shop.tick();
  expect(shop.tell(order)).toMatchObject({ status: 'canceled' });
  expect(shop.tell(other)).toMatchObject({ status: 'preparing' });
});

test('an order by payment number on Gmarket only', () => {
  const shop = openTestShop();
  const { cart, lines } = shop.act('story.sell', { lines: 2 });
  expect(numbersIn(shop.post(PATHS.orders, listOf(6, { payNo: Number(cart) })))).toEqual(lines);
  expect(shop.post(PATHS.orders, listOf(6, { siteType: 1, payNo: Number(cart) })).body.ResultCode).toBe(3000);
});

test('shipped rows name the carrier, not its code', () => {
  const shop = openTestShop();
  const order = shop.sell();
  send(shop, order);
  expect(rowOf(shop, order)).toMatchObject({
    OrderStatus: 3,
    TakbaeName: 'CJ 대한통운 택배',
    NoSongjang: '600000000001',
  });
});
