import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../frame/json.ts';
import { claimsOf, DAY, delivered, openTestShop, PATHS, rowsAt, type TestShop } from '../test-shop.ts';

const SITES = [
  { site: 'gmarket', SiteType: 2 },
  { site: 'auction', SiteType: 1 },
] as const;
const G = { SiteType: 2 };
const PARCEL = { DeliveryCompCode: 10013, InvoiceNo: '600000000009' };

const asked = (shop: TestShop, kind: string, rest: JsonObject = {}) => {
  const { site = 'gmarket', ...wish } = rest;
  const order = kind === 'cancel' ? shop.sell({ site }) : delivered(shop, { site });
  if (kind === 'cancel') shop.call('POST', PATHS.check(order));
  shop.act('story.claim', { order, kind, ...wish });
  return order;
};
const returnOf = (shop: TestShop, order: string) =>
  rowsAt(shop.post(PATHS.returns, { Type: 0, OrderNo: Number(order), SiteType: 2 }), 'Data')[0];
const claim = (shop: TestShop, order: string) => shop.claims(order).at(-1);

describe('lists', () => {
  test('site types differ by list, and a wrong one is an empty success', () => {
    const shop = openTestShop();
    asked(shop, 'cancel');
    const cancels = (SiteType: number) =>
      rowsAt(shop.post(PATHS.cancels, claimsOf({ SiteType, CancelStatus: 0 })), 'Data');
    expect([cancels(3), cancels(2), cancels(1)].map((rows) => rows.length)).toEqual([1, 0, 0]);
    expect(cancels(3)[0]).toMatchObject({
      CancelStatus: 1,
      SiteType: 3,
      SellerId: 'hubgmkt',
      GoodsNo: 0,
      RequestUser: 1,
      ApproveUser: 0,
      Reason: 1,
      ReasonCode: 1,
      RequestDate: '2026-11-21T10:02:03',
      CompleteDate: null,
    });
    asked(shop, 'return');
    const returns = (SiteType: number) =>
      rowsAt(shop.post(PATHS.returns, claimsOf({ SiteType, ReturnStatus: 1 })), 'Data').length;
    expect([returns(2), returns(3)]).toEqual([1, 0]);
    shop.act('setReturnsSiteType', { siteType: 3 });
    expect([returns(2), returns(3)]).toEqual([0, 1]);
  });

  test('a window of exactly seven days is refused, and the end is not in it', () => {
    const shop = openTestShop();
    asked(shop, 'cancel');
    const list = (StartDate: string, EndDate: string) =>
      shop.post(PATHS.cancels, { SiteType: 3, CancelStatus: 0, Type: 2, StartDate, EndDate });
    expect(list('2026-11-15', '2026-11-22').body.ResultCode).toBe(2000);
    expect(rowsAt(list('2026-11-16', '2026-11-22'), 'Data')).toHaveLength(1);
    expect(rowsAt(list('2026-11-15', '2026-11-21'), 'Data')).toHaveLength(0);
  });
});

describe('cancels', () => {
  test('before the confirmation they take effect at once', () => {
    const shop = openTestShop();
    const order = shop.sell();
    shop.act('story.claim', { order, kind: 'cancel' });
    expect(shop.tell(order)).toMatchObject({
      status: 'canceled',
      claims: [{ state: 'done', refunded: true }],
    });
  });

  test.each(SITES)('approved twice on $site', ({ site, SiteType }) => {
    const shop = openTestShop();
    const order = asked(shop, 'cancel', { site });
    expect(shop.call('PUT', PATHS.cancel(order), { SiteType }).body.ResultCode).toBe(0);
    expect(shop.call('PUT', PATHS.cancel(order), { SiteType }).body).toEqual(
      site === 'gmarket'
        ? { ResultCode: 8668, Message: 'ShowAlertException$이미 취소 승인 되었습니다', Data: null }
        : { ResultCode: 8668, Message: '이미 취소 승인 되었습니다', BizRuleCode: 'W8-2', Data: null },
    );
  });

  test('nobody answers for 24 hours', () => {
    const shop = openTestShop();
    const order = asked(shop, 'cancel');
    shop.now += DAY - 1;
    shop.tick();
    expect(shop.tell(order).status).toBe('preparing');
    shop.now += 1;
    shop.tick();
    expect(shop.tell(order).status).toBe('canceled');
    const [row] = rowsAt(shop.post(PATHS.cancels, { SiteType: 3, Type: 0, OrderNo: Number(order) }), 'Data');
    expect(row).toMatchObject({ CancelStatus: 5, ApproveUser: 3 });
  });

  test('after remittance, on Auction only', () => {
    const shop = openTestShop();
    const order = delivered(shop, { site: 'auction' });
    const path = `/claim/v1/sa/Cancel/${order}/AfterRemittanceBySeller`;
    shop.act('story.confirm', { order });
    expect(shop.post(path, { SiteType: 1 }).body).toMatchObject({ ResultCode: 8668, BizRuleCode: 'W8-1' });
    shop.act('remit', { order });
    expect(shop.post(path, { SiteType: 1 }).body.ResultCode).toBe(0);
    expect(rowsAt(shop.post(PATHS.status, { OrderNo: Number(order) }), 'Data')).toMatchObject([
      { Status: 10 },
    ]);
  });
});

describe('returns', () => {
  test('approving refunds, lifts a hold and completes the pick-up', () => {
    const shop = openTestShop();
    const order = asked(shop, 'return', { fault: 'buyer' });
    expect(returnOf(shop, order)).toMatchObject({
      ReturnStatus: 1,
      WhoReturnShippingFee: 2,
      ReturnShippingFee: 3000,
    });
    expect(shop.post(PATHS.return(order, '/pickup'), { ...G, ...PARCEL }).body.ResultCode).toBe(0);
    shop.act('story.collect', { order });
    expect(returnOf(shop, order)).toMatchObject({
      ReturnStatus: 2,
      PickupInfo: { Status: 2, InvoiceNo: PARCEL.InvoiceNo },
    });
    const hold = { ...G, HoldReason: 2, HoldReasonDetail: '추가비용', ReturnShippingFee: 2_000 };
    expect(shop.post(PATHS.return(order, '/hold'), hold).body.ResultCode).toBe(0);
    expect(returnOf(shop, order)).toMatchObject({
      ReturnStatus: 3,
      AddReturnShippingFee: 2000,
      HoldInfo: { IsHold: true, Reason: 2 },
    });
    expect(shop.call('PUT', PATHS.return(order), G).body).toMatchObject({
      ResultCode: 0,
      Message: 'Success',
    });
    expect(returnOf(shop, order)).toMatchObject({ ReturnStatus: 4, HoldInfo: { IsHold: false } });
    expect(shop.call('PUT', PATHS.return(order), G).body.ResultCode).toBe(5800);
    expect(shop.tell(order)).toMatchObject({
      status: 'returned',
      left: 0,
      claims: [
        {
          kind: 'return',
          state: 'done',
          refunded: true,
          fee: 5000,
          feePaidBy: 'buyer',
          collectInvoice: PARCEL.InvoiceNo,
        },
      ],
    });
    expect(shop.call('PUT', PATHS.return(delivered(shop)), G).body.ResultCode).toBe(5900);
  });

  test('the money waits while another claim of the cart is open', () => {
    const shop = openTestShop();
    const { lines } = shop.act('story.sell', { lines: 2 });
    const [one = '', other = ''] = Array.isArray(lines) ? lines.map(String) : [];
    for (const order of [one, other]) {
      shop.call('POST', PATHS.check(order));
      shop.post(PATHS.ship, {
        OrderNo: Number(order),
        ShippingDate: '2026-11-21',
        DeliveryCompanyCode: 10013,
        InvoiceNo: '600000000001',
      });
      shop.act('story.claim', { order, kind: 'return' });
    }
    expect(shop.call('PUT', PATHS.return(one), G).body).toMatchObject({
      ResultCode: 0,
      Message: expect.stringContaining('환불보류'),
    });
    expect(claim(shop, one)).toMatchObject({ state: 'collected', refundPending: true, refundedAt: null });
    shop.act('story.withdraw', { order: other });
    expect(claim(shop, one)).toMatchObject({ state: 'done', refundPending: false });
  });

  test.each(SITES)('holds have rules on $site', ({ site, SiteType }) => {
    const shop = openTestShop();
    const order = asked(shop, 'return', { site });
    const hold = (HoldReason: number, ReturnShippingFee = 0) => {
      const { ResultCode, BizRuleCode } = shop.post(PATHS.return(order, '/hold'), {
        SiteType,
        HoldReason,
        ReturnShippingFee,
      }).body;
      return BizRuleCode ?? ResultCode;
    };
    const rule = (code: string) => (site === 'auction' ? code : 8668);
    expect([hold(1), hold(4), hold(4)]).toEqual([2141, 0, rule('W19-1')]);
    expect(hold(2, 500)).toBe(site === 'auction' ? 'W20-4' : 0);
    shop.now += 30 * DAY;
    shop.tick();
    expect(claim(shop, order)).toMatchObject({ held: false, state: 'requested' });
    shop.post(PATHS.return(order, '/pickup'), { SiteType, ...PARCEL });
    expect(hold(0)).toBe(rule('W20-3'));
  });

  test('a fast refund is paid at pick-up and cannot be held', () => {
    const shop = openTestShop();
    const order = delivered(shop, { site: 'auction' });
    shop.act('claimFastRefund', { order });
    expect(shop.post(PATHS.return(order, '/hold'), { SiteType: 1, HoldReason: 0 }).body.BizRuleCode).toBe(
      'W20-6',
    );
    shop.act('refundFast', { order });
    const [row] = rowsAt(shop.post(PATHS.returns, { Type: 0, OrderNo: Number(order), SiteType: 1 }), 'Data');
    expect(row).toMatchObject({ ReturnStatus: 6, IsFastRefund: true });
  });

  test('filed by the seller, with a failure beside code 0', () => {
    const shop = openTestShop();
    const order = delivered(shop);
    const body = { siteType: 2, payNo: Number(shop.orders(order)[0]?.payNo), reason: 'OG', itemStatus: 'NP' };
    const file = (rest: JsonObject = {}) =>
      shop.post(PATHS.return(order, '/Request'), { ...body, ...rest }).body;
    expect(file({ reason: 'XX' })).toMatchObject({ ResultCode: 0, Message: expect.stringContaining('실패') });
    expect(shop.claims(order)).toEqual([]);
    expect(file()).toMatchObject({ ResultCode: 0, Message: 'Success' });
    expect(file()).toMatchObject({ ResultCode: 0, Message: expect.stringContaining('실패') });
    expect(returnOf(shop, order)).toMatchObject({ RequestUser: 2, Reason: 0, ReasonCode: 3 });
  });
});

describe('exchanges', () => {
  test('pick-up, collected, re-sent, delivered', () => {
    const shop = openTestShop();
    const order = asked(shop, 'exchange', { fault: 'seller' });
    const done = (method: string, rest: string, body: JsonObject) =>
      shop.call(method, PATHS.exchange(order, rest), { ...G, ...body }).body.ResultCode;
    const row = () =>
      rowsAt(shop.post(PATHS.exchanges, { Type: 0, OrderNo: Number(order), SiteType: 2 }), 'Data')[0];
    expect(done('POST', '/pickup', PARCEL)).toBe(0);
    expect(done('PUT', '/pickup', { PickupCompleteDate: '2026-11-21' })).toBe(0);
    expect(row()).toMatchObject({ ExchangeStatus: 2 });
    expect(done('POST', '/hold', { HoldReason: 4 })).toBe(0);
    expect(row()).toMatchObject({ ExchangeStatus: 3 });
    expect(done('DELETE', '/hold', {})).toBe(0);
    expect(done('PUT', '/resend', { PickupCompleteDate: '2026-11-22' })).toBe(8668);
    expect(done('POST', '/resend', { ...PARCEL, InvoiceNo: '600000000010' })).toBe(0);
    expect(done('POST', '/resend', { ...PARCEL, InvoiceNo: '600000000011' })).toBe(0);
    expect(row()).toMatchObject({
      ExchangeStatus: 0,
      ResendInfo: { InvoiceNo: '600000000011', CompleteDate: null },
      ItemOptionCodes: [expect.any(String)],
    });
    expect(
      rowsAt(shop.post(PATHS.exchanges, claimsOf({ SiteType: 2, ExchangeStatus: 4 })), 'Data'),
    ).toHaveLength(1);
    expect(done('PUT', '/resend', { PickupCompleteDate: '2026-11-22' })).toBe(0);
    expect(row()).toMatchObject({ ExchangeStatus: 4 });
    expect(shop.tell(order)).toMatchObject({
      status: 'exchanged',
      left: 1,
      claims: [
        {
          kind: 'exchange',
          state: 'done',
          fault: 'seller',
          refunded: false,
          feePaidBy: 'seller',
          replacementInvoice: '600000000011',
        },
      ],
    });
  });

  test('conversions end elsewhere on each site', () => {
    const shop = openTestShop();
    const gmarket = asked(shop, 'return');
    expect(shop.post(PATHS.return(gmarket, '/exchange'), G).body.ResultCode).toBe(0);
    expect(claim(shop, gmarket)).toMatchObject({ kind: 'exchange', state: 'requested' });
    const auction = asked(shop, 'return', { site: 'auction' });
    const convert = (body: JsonObject) =>
      shop.post(PATHS.return(auction, '/exchange'), { SiteType: 1, ...body }).body;
    expect(convert({})).toMatchObject({ BizRuleCode: 'W13-5' });
    expect(convert(PARCEL).ResultCode).toBe(0);
    expect(claim(shop, auction)).toMatchObject({ kind: 'exchange', state: 'reshipped' });
    const back = asked(shop, 'exchange', { site: 'auction' });
    expect(shop.post(PATHS.exchange(back, '/return'), { SiteType: 1 }).body.ResultCode).toBe(0);
    expect(claim(shop, back)).toMatchObject({ kind: 'return', state: 'done' });
  });

  test('once on Auction', () => {
    const shop = openTestShop();
    const order = asked(shop, 'exchange', { site: 'auction' });
    shop.post(PATHS.exchange(order, '/resend'), { SiteType: 1, ...PARCEL });
    shop.act('story.redeliver', { order });
    expect(() => shop.act('story.claim', { order, kind: 'exchange' })).toThrow('once');
  });
});

test('claim writes name the site; what is not there is refused in the words of the site', () => {
  const shop = openTestShop();
  const order = asked(shop, 'cancel');
  expect(shop.call('PUT', PATHS.cancel(order), { SiteType: 3 }).body.ResultCode).toBe(2141);
  expect(shop.call('PUT', PATHS.cancel(order), { SiteType: 1 }).body.ResultCode).toBe(1000);
  expect(shop.call('PUT', PATHS.cancel('4300000000'), G).body.ResultCode).toBe(99999);
});
