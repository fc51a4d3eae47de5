import { describe, expect, test } from 'vitest';
import { boxOfOrder, claim, decide, receiptsIn, sellDelivered, tell } from '../test-claims.ts';
import { at, openTestShop, PATHS, rowsOf } from '../test-shop.ts';

const DAY_MS = 24 * 3_600_000;
const DEAR = { price: 150_000 };

const statusOf = (shop: ReturnType<typeof openTestShop>, id: string) =>
  at(shop.get(PATHS.returnRequest(id)).body, 'data', 0, 'receiptStatus');

describe('a return', () => {
  test('is received, approved with the whole count, and then the box is gone', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellDelivered(shop, { ...DEAR, quantity: 2 });
    const receiptId = claim(shop, sold, { kind: 'return', fault: 'seller' });
    expect(receiptsIn(shop, 'UC')).toEqual([receiptId]);
    expect(decide(shop, receiptId, 'approval', { cancelCount: 2 }).status).toBe(400);
    expect(decide(shop, receiptId, 'receiveConfirmation')).toMatchObject({
      status: 200,
      body: { code: '200', message: 'OK' },
    });
    expect(statusOf(shop, receiptId)).toBe('VENDOR_WAREHOUSE_CONFIRM');
    expect(decide(shop, receiptId, 'receiveConfirmation').status).toBe(400);
    expect(decide(shop, receiptId, 'approval', { cancelCount: 1 }).status).toBe(500);
    expect(decide(shop, receiptId, 'approval', { cancelCount: 2 }).status).toBe(200);
    expect(statusOf(shop, receiptId)).toBe('RETURNS_COMPLETED');
    expect(receiptsIn(shop, 'CC')).toEqual([receiptId]);
    const { shipmentBoxId } = boxOfOrder(shop, sold);
    expect(shop.get(PATHS.box(shipmentBoxId)).status).toBe(400);
    expect(tell(shop, sold)).toMatchObject({
      status: 'returned',
      left: 0,
      claims: [{ kind: 'return', state: 'done', refunded: true, fault: 'seller', feePaidBy: 'seller' }],
    });
  });

  test('of cheap goods is paid back as soon as it is received', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellDelivered(shop, { price: 20_000, quantity: 3 });
    const receiptId = claim(shop, sold, { kind: 'return', quantity: 1 });
    decide(shop, receiptId, 'receiveConfirmation');
    expect(statusOf(shop, receiptId)).toBe('RETURNS_COMPLETED');
    expect(tell(shop, sold)).toMatchObject({
      status: 'delivered',
      left: 2,
      claims: [{ feePaidBy: 'buyer' }],
    });
    expect(shop.get(PATHS.order(sold.order)).status).toBe(200);
  });

  test('that is received and then forgotten is approved by Coupang, even in a quiet shop', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellDelivered(shop, DEAR);
    const receiptId = claim(shop, sold, { kind: 'return' });
    shop.now += 30 * DAY_MS;
    shop.tick();
    expect(statusOf(shop, receiptId)).toBe('RETURNS_UNCHECKED');
    decide(shop, receiptId, 'receiveConfirmation');
    shop.now += 2 * DAY_MS;
    shop.tick();
    expect(statusOf(shop, receiptId)).toBe('VENDOR_WAREHOUSE_CONFIRM');
    shop.now += DAY_MS;
    shop.tick();
    expect(at(shop.get(PATHS.returnRequest(receiptId)).body, 'data', 0)).toMatchObject({
      receiptStatus: 'RETURNS_COMPLETED',
      completeConfirmType: 'CS_CONFIRM',
    });
  });

  test('may be paid back before it is fetched, or looked at by Coupang', () => {
    const shop = openTestShop({ orders: 0 });
    const early = sellDelivered(shop, DEAR);
    const receiptId = claim(shop, early, { kind: 'return' });
    shop.act('preRefundReturn', { receiptId });
    expect(at(shop.get(PATHS.returnRequest(receiptId)).body, 'data', 0)).toMatchObject({
      preRefund: true,
      receiptStatus: 'RETURNS_UNCHECKED',
    });
    expect(tell(shop, early)).toMatchObject({ claims: [{ state: 'open', refunded: true }] });
    expect(() => shop.act('story.withdraw', { order: early.order })).toThrow();
    const disputed = claim(shop, sellDelivered(shop, DEAR), { kind: 'return' });
    shop.act('disputeReturn', { receiptId: disputed });
    expect(receiptsIn(shop, 'PR')).toEqual([disputed]);
    expect(decide(shop, disputed, 'receiveConfirmation').status).toBe(400);
    shop.act('settleDispute', { receiptId: disputed, refund: false });
    expect(decide(shop, disputed, 'receiveConfirmation').status).toBe(200);
  });

  test('is fetched by a courier of the seller’s own, until the goods are received', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellDelivered(shop, DEAR);
    const receiptId = claim(shop, sold, { kind: 'return' });
    const invoice = {
      returnExchangeDeliveryType: 'RETURN',
      receiptId,
      deliveryCompanyCode: 'HANJIN',
      invoiceNumber: '540012345678',
    };
    expect(shop.send('POST', PATHS.pickupInvoice, { ...invoice, invoiceNumber: '5' }).status).toBe(400);
    expect(shop.send('POST', PATHS.pickupInvoice, invoice)).toMatchObject({
      status: 200,
      body: { data: { invoiceNumber: '540012345678', receiptId: Number(receiptId) } },
    });
    expect(at(shop.get(PATHS.returnRequest(receiptId)).body, 'data', 0)).toMatchObject({
      returnDeliveryType: '수기관리',
      returnDeliveryDtos: [{ deliveryCompanyCode: 'HANJIN', deliveryInvoiceNo: '540012345678' }],
    });
    decide(shop, receiptId, 'receiveConfirmation');
    expect(shop.send('POST', PATHS.pickupInvoice, invoice).status).toBe(400);
  });

  test('cannot be asked for twice, nor of what has not left, nor after the confirmation', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellDelivered(shop);
    claim(shop, sold, { kind: 'return' });
    expect(() => claim(shop, sold, { kind: 'return' })).toThrow();
    expect(() => claim(shop, sold, { kind: 'exchange' })).toThrow();
    expect(() => claim(shop, sold, { kind: 'cancel' })).toThrow();
    const confirmed = sellDelivered(shop);
    shop.act('story.confirm', { order: confirmed.order });
    expect(() => claim(shop, confirmed, { kind: 'return' })).toThrow();
  });
});

describe('the list', () => {
  const DAYS = 'createdAtFrom=2026-11-01&createdAtTo=2026-11-22';
  const MINUTES = 'createdAtFrom=2026-11-21T00:00&createdAtTo=2026-11-21T23:59&searchType=timeFrame';

  test.each([
    [`${DAYS}`, 400],
    [`${DAYS}&orderId=1`, 200],
    [`${DAYS}&status=XX`, 400],
    [`${DAYS}&status=UC&maxPerPage=51`, 400],
    [`${DAYS}&status=UC&nextToken=1`, 400],
    [`${DAYS}&status=UC&cancelType=CANCEL`, 400],
    [`${DAYS}&cancelType=CANCEL`, 200],
    [`${MINUTES}&status=UC`, 200],
    [`${MINUTES}&cancelType=CANCEL`, 200],
    [`${MINUTES}&status=UC&maxPerPage=10`, 400],
    [`${MINUTES}&status=UC&orderId=1`, 400],
    [`${MINUTES}&status=UC&nextToken=`, 400],
    ['createdAtFrom=2026-10-01&createdAtTo=2026-11-01&status=UC', 400],
    ['createdAtFrom=2026-11-22&createdAtTo=2026-11-01&status=UC', 400],
    ['createdAtFrom=2026-11-21T00:00&createdAtTo=2026-11-21T23:59&status=UC', 400],
  ])('%s answers %i', (query, status) => {
    expect(openTestShop({ orders: 0 }).get(PATHS.returnRequests, query).status).toBe(status);
  });

  test('has pages, each receipt once, also when one of them moves on meanwhile', () => {
    const shop = openTestShop({ orders: 0 });
    const filed = Array.from({ length: 7 }, () => {
      shop.now += 1_000;
      return claim(shop, sellDelivered(shop), { kind: 'return' });
    });
    const query = `${DAYS}&status=UC&maxPerPage=3`;
    const first = shop.get(PATHS.returnRequests, query);
    decide(shop, filed[2] ?? '', 'receiveConfirmation');
    const second = shop.get(
      PATHS.returnRequests,
      `${query}&nextToken=${String(at(first.body, 'nextToken'))}`,
    );
    const third = shop.get(
      PATHS.returnRequests,
      `${query}&nextToken=${String(at(second.body, 'nextToken'))}`,
    );
    const seen = [first, second, third].flatMap(rowsOf).map((row) => String(at(row, 'receiptId')));
    expect(seen).toEqual(filed);
    expect(at(third.body, 'nextToken')).toBe('');
  });
});
