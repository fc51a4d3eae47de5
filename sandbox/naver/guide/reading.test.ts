import { describe, expect, it } from 'vitest';
import { GUIDE_CLAIM_STATUSES, GUIDE_ORDER_STATUSES } from '../orders/guide-status.ts';
import { objectAt, objectsIn, openTestShop } from '../test-shop.ts';
import { formatKst } from '../wire/time.ts';
import { openGuideShop } from './test-guide.ts';

const DAY_MS = 86_400_000;

describe('reading orders', () => {
  it('tells every field of the tables', () => {
    const shop = openGuideShop();
    const { order, line } = shop.sell({ quantity: 2, price: 14_900 });
    const { json } = shop.ask('GET', `/pays/orders/${order}`);
    expect(json).toMatchObject({
      orderId: order,
      orderStatus: 'PAY_COMPLETED',
      orderDate: expect.stringMatching(/\+09:00$/),
      payLocationType: expect.stringMatching(/^(PC|MOBILE)$/),
      isDeliveryMemoParticularInput: false,
      totalPaymentAmount: 32_800,
      deliveryFee: 3_000,
      orderer: { email: expect.stringContaining('@'), isNonMember: false },
      shippingAddress: { detailAddress: expect.any(String), roadNameYn: true },
    });
    const [product] = objectsIn(json.productOrders);
    expect(product).toEqual(shop.line(line));
    expect(product).toMatchObject({
      productOrderId: line,
      orderId: order,
      quantity: 2,
      unitPrice: 14_900,
      totalProductAmount: 29_800,
      productOrderAmount: 29_800,
      commissionRate: 3.98,
      refundAmount: 0,
      deliveryCompanyCode: null,
      claimType: null,
      claimStatus: null,
      holdReason: null,
    });
    expect(shop.ask('GET', '/pays/orders/2026010100000001').status).toBe(404);
  });

  it('lists an order under every status its lines came into, from the start of a period to before its end', () => {
    const shop = openGuideShop();
    const paidAt = shop.clock.now();
    const { order, line } = shop.sell();
    shop.clock.advance(1_000);
    expect(shop.write('ship', line, { deliveryCompanyCode: 'LOTTE', trackingNumber: '123456789012' })).toBe(
      'done',
    );
    const list = (status: string, from: number, before: number) =>
      objectsIn(
        shop.ask('GET', `/pays/orders/seller/changed/${status}`, {
          query: { changedFrom: formatKst(from), changedTo: formatKst(before) },
        }).json.orders,
      ).map(({ orderId }) => orderId);
    expect(list('PAY_COMPLETED', paidAt, paidAt + 1)).toEqual([order]);
    expect(list('PAY_COMPLETED', paidAt - 1, paidAt)).toEqual([]);
    expect(list('SHIPPING', paidAt + 1, paidAt + 2_000)).toEqual([order]);
    shop.act('story.deliver', { order });
    expect(shop.changed('DELIVERED')).toHaveLength(1);
    expect(shop.line(line)).toMatchObject({
      orderStatus: 'DELIVERED',
      deliveryCompanyCode: 'LOTTE',
      deliveryCompanyName: '롯데택배',
      trackingNumber: '123456789012',
      deliveredDate: expect.any(String),
    });
  });

  it('pages', () => {
    const shop = openGuideShop();
    for (let count = 0; count < 5; count += 1) shop.sell();
    const page = (pageStart: number) =>
      shop.ask('GET', '/pays/orders/seller/changed/PAY_COMPLETED', {
        query: { changedFrom: '2026-11-21', changedTo: '2026-11-21', pageStart, pageSize: 2 },
      }).json;
    const numbers = [0, 1, 2, 3].flatMap((at) => objectsIn(page(at).orders).map(({ orderId }) => orderId));
    expect(new Set(numbers).size).toBe(5);
    expect(numbers).toHaveLength(5);
    expect(page(1)).toMatchObject({ pageStart: 1, pageSize: 2, totalCount: 5 });
  });

  it('knows every order of a realistic shop by a status of the list', () => {
    const shop = openGuideShop({ orders: 120 });
    const changed = GUIDE_ORDER_STATUSES.flatMap((status) =>
      objectsIn(
        shop.ask('GET', `/pays/orders/seller/changed/${status}`, {
          query: {
            changedFrom: formatKst(shop.clock.now() - 60 * DAY_MS),
            changedTo: formatKst(shop.clock.now()),
          },
        }).json.orders,
      ),
    );
    const known = new Set(changed.map(({ orderId }) => orderId));
    const paid = shop.truth().filter(({ productOrderStatus }) => productOrderStatus !== 'PAYMENT_WAITING');
    expect(known).toEqual(new Set(paid.map(({ orderId }) => orderId)));
  });

  it.each([
    ['DELIVERING', {}],
    ['SHIPPING', { changedTo: undefined }],
    ['SHIPPING', { changedFrom: 'yesterday' }],
    ['SHIPPING', { changedFrom: '2026-11-21T12:00:00 09:00' }],
    ['SHIPPING', { changedFrom: '2026-05-20T00:00:00+09:00' }],
    ['SHIPPING', { changedFrom: '2026-11-21T14:00:00+09:00' }],
    ['SHIPPING', { pageSize: 301 }],
    ['SHIPPING', { pageSize: 0 }],
    ['SHIPPING', { pageStart: -1 }],
  ])('refuses the list of %s with %j', (status, fields) => {
    const all = {
      changedFrom: '2026-11-20T12:00:00+09:00',
      changedTo: '2026-11-21T12:00:00+09:00',
      ...fields,
    };
    const query = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    expect(openGuideShop().ask('GET', `/pays/orders/seller/changed/${status}`, { query })).toMatchObject({
      status: 400,
      json: { code: 'INVALID_PARAMETER' },
    });
  });

  it('serves the shop the official edition serves', () => {
    const shop = openGuideShop();
    const { line } = shop.sell();
    shop.post('/v1/pay-order/seller/product-orders/confirm', { productOrderIds: [line] });
    expect(shop.line(line)).toMatchObject({ orderStatus: 'PACKING' });
    expect(() => openTestShop({ edition: 'legacy' })).toThrow(/edition/);
  });

  it('plays the faults of lists', () => {
    const shop = openGuideShop();
    shop.sell();
    shop.fault('unknown_status', 'guide.orders.changed');
    expect(shop.changed('PAY_COMPLETED')[0]).toMatchObject({ orderStatus: 'INSPECTION_WAITING' });
    shop.fault('duplicate_rows', 'guide.orders.changed');
    expect(shop.changed('PAY_COMPLETED')).toHaveLength(2);
    shop.fault('feed_skips', 'guide.orders.changed');
    expect(shop.changed('PAY_COMPLETED')).toHaveLength(0);
    shop.fault('unreadable_row', 'guide.orders.changed');
    expect(shop.changed('PAY_COMPLETED')[0]).toMatchObject({ productOrders: '없음' });
  });
});

describe('reading claims', () => {
  it('lists claims whose status changed, by their kind, with words of the list only', () => {
    const shop = openGuideShop({ orders: 120 });
    const query = {
      changedFrom: formatKst(shop.clock.now() - 60 * DAY_MS),
      changedTo: formatKst(shop.clock.now()),
    };
    for (const [kind, type] of [
      ['cancel', 'CANCEL'],
      ['return', 'RETURN'],
      ['exchange', 'EXCHANGE'],
    ] as const) {
      const { json } = shop.ask('GET', `/pay-orders/seller/${kind}/requested`, { query });
      const claims = objectsIn(json.claims);
      expect(json.totalCount).toBe(claims.length);
      expect(claims.length).toBeGreaterThan(0);
      for (const claim of claims) {
        expect(claim.claimType).toBe(type);
        expect(GUIDE_CLAIM_STATUSES[type]).toContain(claim.claimStatus);
      }
    }
  });

  it('tells the newest claim of a line', () => {
    const shop = openGuideShop();
    const { order, line } = shop.sell();
    expect(shop.ask('GET', `/pay-orders/${line}/claim`).status).toBe(404);
    shop.act('story.claim', { order, kind: 'cancel' });
    expect(shop.claim(line)).toMatchObject({
      orderId: order,
      claimType: 'CANCEL',
      claimStatus: 'CANCEL_REQUESTED',
      claimReason: '단순 변심',
      claimReasonType: 'BUYER_FAULT',
      quantity: 1,
      returnShippingCharge: 0,
      returnShippingPayMet: null,
    });
    shop.act('story.withdraw', { order });
    expect(shop.claim(line)).toMatchObject({ claimStatus: 'CANCEL_WITHDRAWN' });
    expect(shop.line(line)).toMatchObject({ orderStatus: 'PAY_COMPLETED', claimStatus: 'CANCEL_WITHDRAWN' });
    shop.clock.advance(1);
    expect(objectAt({ claim: shop.claims('cancel')[0] }, 'claim').claimStatus).toBe('CANCEL_WITHDRAWN');
  });
});
