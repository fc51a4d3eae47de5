import { describe, expect, test } from 'vitest';
import { delivered, openTestShop, PATHS, rowsAt, send } from '../test-shop.ts';

test('confirm answers the sample, once', () => {
  const shop = openTestShop();
  const order = shop.sell();
  expect(shop.call('POST', PATHS.check(order)).body).toEqual({
    ResultCode: 0,
    Message: 'Success',
    Data: { IsChanged: 0 },
  });
  expect(shop.call('POST', PATHS.check(order)).body).toEqual({
    ResultCode: 3000,
    Message: '이미 주문확인 처리된 건입니다.',
    Data: null,
  });
  expect(shop.orders(order)[0]).toMatchObject({ status: 2, confirmations: 1 });
  expect(shop.call('POST', PATHS.check('4399999999')).body).toMatchObject({ ResultCode: 3000 });
  const foreign = shop.sell({ site: 'auction' });
  expect(shop.call('POST', PATHS.check(foreign), {}, 'G:hubgmkt').body).toMatchObject({
    Message: '주문번호가 존재하지 않습니다.',
  });
});

test('confirm tells of an address that the buyer changed', () => {
  const shop = openTestShop();
  const order = shop.sell();
  shop.act('changeAddress', { order, back: '9층' });
  expect(shop.call('POST', PATHS.check(order)).body).toMatchObject({ Data: { IsChanged: 1 } });
  expect(() => shop.act('changeAddress', { order })).toThrow('address is fixed');
});

describe('shipping', () => {
  test('needs a confirmation, which takes some seconds', () => {
    const shop = openTestShop({ confirmLagMs: 2_000 });
    const order = shop.sell();
    const ship = () =>
      shop.post(PATHS.ship, {
        OrderNo: Number(order),
        ShippingDate: '2026-11-21T10:00:00',
        DeliveryCompanyCode: 10007,
        InvoiceNo: '512345678901',
      }).body;
    expect(ship()).toMatchObject({ ResultCode: 3000, Message: '주문확인 후 발송처리할 수 있습니다.' });
    shop.call('POST', PATHS.check(order));
    expect(ship()).toMatchObject({ ResultCode: 3000, Message: expect.stringContaining('진행중') });
    shop.now += 2_000;
    expect(ship()).toEqual({ ResultCode: 0, Message: 'Success', Data: { OrderNo: Number(order) } });
  });

  test('a second time overwrites the first, until the parcel arrives', () => {
    const shop = openTestShop();
    const order = shop.sell();
    send(shop, order);
    expect(send(shop, order, { InvoiceNo: '700000000002', DeliveryCompanyCode: 10008 }).body.ResultCode).toBe(
      0,
    );
    expect(shop.tell(order)).toMatchObject({
      status: 'shipped',
      parcels: [{ carrier: '10008', invoice: '700000000002', quantity: 1 }],
    });
    expect(shop.orders(order)[0]).toMatchObject({ invoicesRegistered: 1, invoicesCorrected: 1 });
    shop.act('story.deliver', { order });
    expect(send(shop, order).body).toMatchObject({
      ResultCode: 3000,
      Message: '이미 배송완료된 주문입니다.',
    });
  });

  test.each([
    ['an unknown carrier', { DeliveryCompanyCode: 99 }, '지원하지 않는 택배사입니다.'],
    ['a bad invoice', { InvoiceNo: '12' }, '송장번호 형식이 올바르지 않습니다.'],
    ['a day long past', { ShippingDate: '2026-11-18T00:00:00' }, '발송일은 2일 이내로 입력해 주세요.'],
  ])('%s is refused', (_name, rest, Message) => {
    const shop = openTestShop();
    const order = shop.sell();
    expect(send(shop, order, rest).body).toEqual({ ResultCode: 3000, Message, Data: null });
    expect(shop.tell(order)).toMatchObject({ status: 'preparing', parcels: [] });
  });

  test('rejects a cancel that waits, and comes too late for one that took effect', () => {
    const shop = openTestShop();
    const [one, other] = [shop.sell(), shop.sell()];
    for (const order of [one, other]) {
      shop.call('POST', PATHS.check(order));
      shop.act('story.claim', { order, kind: 'cancel' });
    }
    expect(send(shop, one).body.ResultCode).toBe(0);
    expect(shop.tell(one)).toMatchObject({
      status: 'shipped',
      claims: [{ kind: 'cancel', state: 'withdrawn', refunded: false }],
    });
    shop.call('PUT', PATHS.cancel(other), { SiteType: 2 });
    expect(send(shop, other).body).toMatchObject({
      ResultCode: 3000,
      Message: expect.stringContaining('취소철회'),
    });
  });
});

test('a delay names a day from tomorrow on, and spares the seller the penalty', () => {
  const shop = openTestShop();
  const [kept, missed] = [shop.sell(), shop.sell()];
  const delay = (ShippingExpectedDate: string, ReasonType = 1) =>
    shop.post(PATHS.delay, { OrderNo: Number(kept), ReasonType, ShippingExpectedDate, ReasonDetail: '' }).body
      .ResultCode;
  expect([delay('2026-11-21'), delay('2027-02-20'), delay('2026-11-30', 9)]).toEqual([3000, 3000, 2141]);
  expect([delay('2026-11-22'), delay('2027-02-19'), delay('2026-11-30')]).toEqual([0, 0, 0]);
  shop.now = Date.parse('2026-11-25T00:00:00+09:00');
  expect([kept, missed].map((order) => shop.tell(order).penaltyPoints)).toEqual([0, 1]);
  shop.now = Date.parse('2026-12-01T00:00:00+09:00');
  expect(shop.tell(kept).penaltyPoints).toBe(1);
});

test('a seller cancel refunds, takes the option off sale and is counted', () => {
  const shop = openTestShop();
  const order = shop.sell();
  expect(shop.post(PATHS.soldOut(order), { SiteType: 2 }).body.ResultCode).toBe(0);
  expect(shop.tell(order)).toMatchObject({
    status: 'canceled',
    left: 0,
    sellerCancels: 1,
    penaltyPoints: 1,
    claims: [{ kind: 'cancel', state: 'done', fault: 'seller', refunded: true }],
  });
  const [truth] = shop.orders(order);
  expect(shop.offers().find(({ siteGoodsNo }) => siteGoodsNo === truth?.siteGoodsNo)).toMatchObject(
    truth?.option === null ? { soldOut: true } : { soldOutOptions: [truth?.option] },
  );
  expect(shop.post(PATHS.soldOut(order), { SiteType: 2 }).body.ResultCode).toBe(8668);
});

test('only untracked parcels are reported as delivered', () => {
  const shop = openTestShop();
  const [tracked, brought] = [shop.sell(), shop.sell()];
  send(shop, tracked);
  send(shop, brought, { DeliveryCompanyCode: 10031 });
  expect(shop.call('POST', PATHS.delivered(tracked)).body.ResultCode).toBe(3000);
  expect(shop.call('POST', PATHS.delivered(brought)).body.ResultCode).toBe(0);
  expect(shop.tell(brought).status).toBe('delivered');
});

test('status changes tell of claims that the lists hide', () => {
  const shop = openTestShop();
  const order = delivered(shop);
  const status = () => rowsAt(shop.post(PATHS.status, { OrderNo: Number(order) }), 'Data')[0];
  expect(status()).toMatchObject({
    Status: 4,
    ClaimStatus: 0,
    IsGiftOrder: 'N',
    StatusChangeDate: '2026-11-21T10:02:03',
  });
  shop.act('story.claim', { order, kind: 'exchange' });
  expect(status()).toMatchObject({ Status: 8, ClaimStatus: 1 });
  shop.act('story.collect', { order });
  expect(status()).toMatchObject({ Status: 8, ClaimStatus: 2 });
  const period = (ToDate: string) =>
    shop.post(PATHS.status, {
      OrderNo: 0,
      SearchDateConditionType: 4,
      FromDate: '2026-11-21',
      ToDate,
      Page: 1,
    });
  expect(rowsAt(period('2026-11-22'), 'Data')).toHaveLength(1);
  expect(period('2026-11-21').body).toMatchObject({ ResultCode: 1100 });
  expect(period('2026-11-29').body).toMatchObject({ ResultCode: 3000 });
  expect(rowsAt(shop.post(PATHS.progress, { OrderNo: Number(order) }), 'Data')).toHaveLength(4);
});

test('a report of non-receipt is listed and answered', () => {
  const shop = openTestShop();
  const order = delivered(shop);
  const days = { SearchType: 0, StartDate: '2026-11-01', EndDate: '2026-11-22' };
  expect(shop.post(PATHS.nonReceipts, days).body.ResultCode).toBe(1100);
  shop.act('reportNonReceipt', { order });
  expect(rowsAt(shop.post(PATHS.nonReceipts, days), 'Data')).toMatchObject([
    { OrderNo: Number(order), ClaimSolveDate: null },
  ]);
  expect(rowsAt(shop.post(PATHS.status, { OrderNo: Number(order) }), 'Data')).toMatchObject([{ Status: 9 }]);
  const answer = { OrderNo: Number(order), ClaimCancelType: 2, CancelComment: '경비실에 있습니다' };
  expect(shop.post(PATHS.release, answer).body.ResultCode).toBe(0);
  expect(shop.post(PATHS.release, answer).body.ResultCode).toBe(3000);
});
