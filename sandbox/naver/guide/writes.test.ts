import { beforeEach, describe, expect, it } from 'vitest';
import { objectsIn, truthAbout } from '../test-shop.ts';
import { type GuideShop, openGuideShop } from './test-guide.ts';

const PARCEL = { deliveryCompanyCode: 'CJGLS', trackingNumber: '123456789012' };

describe('edition guide', () => {
  let shop: GuideShop;
  beforeEach(() => {
    shop = openGuideShop();
  });
  const delivered = (fields: Record<string, unknown> = {}) => {
    const sold = shop.sell(fields);
    const trackingNumber = `69${sold.line.slice(-8)}`;
    expect(shop.write('ship', sold.line, { ...PARCEL, trackingNumber })).toBe('done');
    shop.act('story.deliver', { order: sold.order });
    return sold;
  };

  it('ships, and corrects the invoice of what is on its way', () => {
    const { order, line } = shop.sell();
    expect(shop.write(`${line}/dispatch`, line, PARCEL, 'PUT')).toBe('INVALID_STATE');
    expect(shop.write('ship', line, PARCEL)).toBe('done');
    expect(shop.write('ship', line, PARCEL)).toBe('ALREADY_PROCESSED');
    const next = { deliveryCompanyCode: 'LOGEN', trackingNumber: '987654321098' };
    expect(shop.write(`${line}/dispatch`, line, next, 'PUT')).toBe('done');
    expect(shop.line(line)).toMatchObject({ deliveryCompanyCode: 'LOGEN', trackingNumber: '987654321098' });
    expect(truthAbout(shop, line)).toMatchObject({ deliveryCompany: 'KGB', invoicesRegistered: 1 });
    shop.act('story.deliver', { order });
    expect(shop.write(`${line}/dispatch`, line, next, 'PUT')).toBe('INVALID_STATE');
  });

  it('ships the lines of one order in one parcel, and no other order with it', () => {
    const one = shop.sell({ lines: 2 });
    const lines = shop.truth().map(({ productOrderId }) => productOrderId);
    const stranger = shop.sell().line;
    const { json } = shop.ask('POST', '/pay-orders/ship', {
      body: { productOrderIds: [...lines, stranger, '2026010100000001'], ...PARCEL },
    });
    expect(json.successProductOrderIds).toEqual(lines);
    expect(objectsIn(json.failProductOrderInfos)).toMatchObject([
      { productOrderId: stranger, code: 'DUPLICATE_TRACKING_NUMBER', message: expect.any(String) },
      { productOrderId: '2026010100000001', code: 'NOT_FOUND' },
    ]);
    expect(one.order).not.toBe('');
  });

  it.each([
    ['ship', { productOrderIds: [], ...PARCEL }],
    ['ship', { productOrderIds: ['1', '1'], ...PARCEL }],
    ['ship', { productOrderIds: [1], ...PARCEL }],
    ['ship', { productOrderIds: Array.from({ length: 301 }, (_unused, at) => String(at)), ...PARCEL }],
    ['ship', { productOrderIds: ['1'], ...PARCEL, deliveryCompanyCode: 'HYUNDAI' }],
    ['ship', { productOrderIds: ['1'], ...PARCEL, trackingNumber: '송장' }],
    ['ship', { productOrderIds: ['1'], deliveryCompanyCode: 'CJGLS' }],
    ['cancel', { productOrderIds: ['1'], cancelReason: '품절', cancelReasonCode: 'DELAYED_DELIVERY' }],
    ['cancel', { productOrderIds: ['1'], cancelReasonCode: 'SOLD_OUT' }],
    ['cancel/reject', { productOrderIds: ['1'] }],
    ['return/reject', { productOrderIds: ['1'], rejectReason: ' ' }],
    ['return/withhold', { productOrderIds: ['1'], returnShippingCharge: '5000', claimType: 'BUYER_FAULT' }],
    ['return/withhold', { productOrderIds: ['1'], returnShippingCharge: 5000, claimType: 'RETURN' }],
    ['return/change-claim-reason', { productOrderIds: ['1'], claimReasonType: 'NOBODY' }],
  ])('refuses %s with %j', (path, body) => {
    expect(shop.ask('POST', `/pay-orders/${path}`, { body })).toMatchObject({
      status: 400,
      json: { code: 'INVALID_PARAMETER' },
    });
  });

  it('holds a line back and lets it go', () => {
    const { line } = shop.sell();
    expect(shop.write('release-hold', line, {}, 'PUT')).toBe('INVALID_STATE');
    expect(shop.write('hold', line, { reason: '입고 대기' }, 'PUT')).toBe('done');
    expect(shop.write('hold', line, { reason: '입고 대기' }, 'PUT')).toBe('ALREADY_PROCESSED');
    expect(shop.line(line)).toMatchObject({ orderStatus: 'HOLD', holdReason: '입고 대기' });
    expect(shop.changed('HOLD')).toHaveLength(1);
    expect(shop.write('ship', line, PARCEL)).toBe('INVALID_STATE');
    expect(shop.write('release-hold', line, {}, 'PUT')).toBe('done');
    expect(shop.write('release-hold', line, {}, 'PUT')).toBe('ALREADY_PROCESSED');
    expect(shop.line(line)).toMatchObject({ orderStatus: 'PAY_COMPLETED', holdReason: null });
    expect(shop.write('ship', line, PARCEL)).toBe('done');
    expect(shop.write('hold', line, { reason: '늦음' }, 'PUT')).toBe('INVALID_STATE');
  });

  it('approves and rejects the cancellations buyers ask for', () => {
    const approved = shop.sell();
    const rejected = shop.sell();
    for (const { order } of [approved, rejected]) shop.act('story.claim', { order, kind: 'cancel' });
    expect(shop.changed('CANCEL_REQUESTED')).toHaveLength(2);
    expect(shop.write('ship', approved.line, PARCEL)).toBe('INVALID_STATE');
    expect(shop.write('cancel/approve', approved.line, { cancelReason: '승인' })).toBe('done');
    expect(shop.write('cancel/approve', approved.line)).toBe('ALREADY_PROCESSED');
    expect(shop.line(approved.line)).toMatchObject({ orderStatus: 'CANCELED', claimStatus: 'CANCELED' });
    expect(shop.write('cancel/reject', rejected.line, { rejectReason: '이미 발송' })).toBe('done');
    expect(shop.write('cancel/reject', rejected.line, { rejectReason: '이미 발송' })).toBe(
      'ALREADY_PROCESSED',
    );
    expect(shop.line(rejected.line)).toMatchObject({
      orderStatus: 'PAY_COMPLETED',
      claimStatus: 'CANCEL_REJECTED',
    });
    expect(shop.write('cancel/approve', rejected.line)).toBe('INVALID_STATE');
    expect(shop.write('ship', rejected.line, PARCEL)).toBe('done');
  });

  it('lets the seller cancel, and counts it', () => {
    const { order, line } = shop.sell({ quantity: 2, price: 10_000 });
    const reason = { cancelReason: '재고 소진', cancelReasonCode: 'SOLD_OUT' };
    expect(shop.write('cancel', line, reason)).toBe('done');
    expect(shop.write('cancel', line, reason)).toBe('ALREADY_PROCESSED');
    expect(shop.line(line)).toMatchObject({ orderStatus: 'CANCELED', refundAmount: 20_000 });
    expect(shop.act('story.tell', { order })).toMatchObject({
      status: 'canceled',
      left: 0,
      sellerCancels: 1,
      penaltyPoints: 2,
    });
    expect(shop.write('cancel', delivered().line, reason)).toBe('INVALID_STATE');
  });

  it('takes a return from the request to the refund', () => {
    const { order, line } = delivered();
    shop.act('story.claim', { order, kind: 'return' });
    expect(() => shop.act('story.collect', { order })).toThrow(/not agreed/);
    expect(shop.write('return/collect', line)).toBe('INVALID_STATE');
    expect(shop.write('return/approve', line, { returnReason: '승인' })).toBe('done');
    expect(shop.write('return/approve', line)).toBe('ALREADY_PROCESSED');
    expect(shop.claim(line)).toMatchObject({
      claimStatus: 'RETURN_APPROVED',
      returnShippingCharge: 3_000,
      returnShippingPayMet: 'DEDUCTION',
    });
    shop.act('story.collect', { order });
    expect(shop.claim(line)).toMatchObject({
      claimStatus: 'RETURN_APPROVED',
      collectedDate: expect.any(String),
    });
    expect(shop.write('return/complete', line)).toBe('INVALID_STATE');
    expect(shop.write('return/collect', line)).toBe('done');
    expect(shop.write('return/collect', line)).toBe('ALREADY_PROCESSED');
    expect(shop.write('return/complete', line)).toBe('done');
    expect(shop.write('return/complete', line)).toBe('ALREADY_PROCESSED');
    expect(shop.line(line)).toMatchObject({
      orderStatus: 'RETURN_COMPLETED',
      claimStatus: 'RETURN_COMPLETED',
    });
  });

  it('withholds a return for its fee and finds another at fault', () => {
    const { order, line } = delivered();
    shop.act('story.claim', { order, kind: 'return' });
    shop.write('return/approve', line);
    shop.write('return/collect', line);
    const fee = { returnShippingCharge: 5_000, claimType: 'BUYER_FAULT' };
    expect(shop.write('return/withhold', line, fee)).toBe('done');
    expect(shop.write('return/withhold', line, fee)).toBe('ALREADY_PROCESSED');
    expect(shop.claim(line)).toMatchObject({
      claimStatus: 'RETURN_WITHHELD',
      returnShippingCharge: 5_000,
      withholdReason: expect.any(String),
    });
    const finding = {
      claimReasonType: 'SELLER_FAULT',
      claimReasonDetail: '상품 불량으로 판매자 귀책 변경',
      collectDeliveryCompanyCode: 'LOTTE',
      collectTrackingNumber: '123456789012',
    };
    expect(shop.write('return/change-claim-reason', line, finding)).toBe('done');
    expect(shop.claim(line)).toMatchObject({
      claimReasonType: 'SELLER_FAULT',
      claimReasonDetail: '상품 불량으로 판매자 귀책 변경',
      returnShippingCharge: 0,
      returnShippingPayMet: null,
      collectDeliveryCompanyCode: 'LOTTE',
      collectTrackingNumber: '123456789012',
    });
    expect(shop.write('return/complete', line)).toBe('done');
    expect(shop.claim(line)).toMatchObject({ claimStatus: 'RETURN_COMPLETED', withholdReason: null });
    expect(shop.act('story.tell', { order })).toMatchObject({
      claims: [{ state: 'done', refunded: true, fault: 'seller', fee: 0, feePaidBy: 'seller' }],
    });
  });

  it('rejects a return', () => {
    const { order, line } = delivered();
    shop.act('story.claim', { order, kind: 'return' });
    expect(shop.write('return/reject', line, { rejectReason: '사용 흔적' })).toBe('done');
    expect(shop.line(line)).toMatchObject({ orderStatus: 'DELIVERED', claimStatus: 'RETURN_REJECTED' });
    expect(shop.changed('DELIVERED')).toHaveLength(1);
  });

  it('takes an exchange from the request to the new goods', () => {
    const { order, line } = delivered();
    shop.act('story.claim', { order, kind: 'exchange', fault: 'seller' });
    const parcel = { deliveryCompanyCode: 'HANJIN', trackingNumber: '555566667777' };
    expect(shop.write('exchange/ship', line, parcel)).toBe('INVALID_STATE');
    expect(shop.write('exchange/approve', line)).toBe('done');
    expect(shop.write('exchange/approve', line)).toBe('ALREADY_PROCESSED');
    expect(shop.write('exchange/ship', line, parcel)).toBe('INVALID_STATE');
    shop.act('story.collect', { order });
    expect(shop.claim(line)).toMatchObject({ claimStatus: 'EXCHANGE_COLLECTED' });
    expect(shop.write('exchange/ship', line, { ...parcel, trackingNumber: 'x' })).toBe('INVALID_PARAMETER');
    expect(shop.write('exchange/ship', line, parcel)).toBe('done');
    expect(shop.claim(line)).toMatchObject({
      claimStatus: 'EXCHANGE_SHIPPED',
      reDeliveryCompanyCode: 'HANJIN',
      reDeliveryTrackingNumber: '555566667777',
    });
    expect(shop.write('exchange/reject', line, { rejectReason: '늦음' })).toBe('INVALID_STATE');
    shop.act('story.redeliver', { order });
    expect(shop.line(line)).toMatchObject({ orderStatus: 'EXCHANGE_COMPLETED' });
  });

  it('rejects an exchange', () => {
    const { order, line } = delivered();
    shop.act('story.claim', { order, kind: 'exchange' });
    expect(shop.write('exchange/reject', line, { rejectReason: '교환 불가' })).toBe('done');
    expect(shop.claim(line)).toMatchObject({ claimStatus: 'EXCHANGE_REJECTED' });
  });

  it('fails one line on a fault', () => {
    const { line } = shop.sell();
    shop.fault('item_failure', 'guide.ship');
    expect(shop.write('ship', line, PARCEL)).toBe('INTERNAL_ERROR');
    expect(shop.write('ship', line, PARCEL)).toBe('done');
  });

  it('comes to prepare what was paid, by itself, unless the shop is quiet', () => {
    const living = openGuideShop({ quiet: false });
    const { line } = living.sell();
    living.passMinutes(15);
    living.market.tick(living.frame);
    expect(living.line(line)).toMatchObject({ orderStatus: 'PACKING' });
    expect(truthAbout(living, line).confirmsApplied).toBe(0);
    const quiet = shop.sell().line;
    shop.passMinutes(15);
    shop.market.tick(shop.frame);
    expect(shop.line(quiet)).toMatchObject({ orderStatus: 'PAY_COMPLETED' });
  });
});
