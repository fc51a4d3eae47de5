import { expect, test } from 'vitest';
import { boxOfOrder, claim, decideExchange, exchangesOf, sell, sellDelivered, tell } from '../test-claims.ts';
import { at, openTestShop, PATHS, type TestShop, VENDOR_ID } from '../test-shop.ts';

const MINUTE_MS = 60_000;

const ship = (shop: TestShop, exchangeId: string, shipmentBoxId: unknown, rest = {}) =>
  shop.send('POST', PATHS.decideExchange(exchangeId, 'invoices'), [
    {
      exchangeId,
      vendorId: VENDOR_ID,
      shipmentBoxId: String(shipmentBoxId),
      goodsDeliveryCode: 'CJGLS',
      invoiceNumber: '640012345678',
      ...rest,
    },
  ]);

const newBoxOf = (row: unknown) => at(row, 'deliveryInvoiceGroupDtos', 0, 'shipmentBoxId');

test('an exchange goes its whole way; the new box shows ten minutes after the goods were received', () => {
  const shop = openTestShop({ orders: 0 });
  const sold = sellDelivered(shop, { quantity: 2 });
  const exchangeId = claim(shop, sold, { kind: 'exchange', quantity: 1, fault: 'seller' });
  const row = () => exchangesOf(shop, sold)[0];
  expect(row()).toMatchObject({
    exchangeStatus: 'RECEIPT',
    faultType: 'VENDOR',
    collectStatus: 'BeforeDirection',
    collectCompleteDate: null,
    deliveryInvoiceGroupDtos: [],
    rejectable: true,
    exchangeItemDtoV1s: [{ quantity: 1, orderItemId: Number(sold.line) }],
  });
  shop.act('story.collect', { order: sold.order });
  expect(row()).toMatchObject({
    collectStatus: 'CompleteCollect',
    collectCompleteDate: '2026-11-21T10:02:03',
  });
  expect(decideExchange(shop, exchangeId, 'receiveConfirmation').body).toEqual({
    code: '200',
    message: 'SUCCESS',
  });
  expect(decideExchange(shop, exchangeId, 'receiveConfirmation').status).toBe(400);
  expect(row()).toMatchObject({ exchangeStatus: 'PROGRESS', deliveryInvoiceGroupDtos: [] });

  const original = boxOfOrder(shop, sold).shipmentBoxId;
  expect(ship(shop, exchangeId, original).body).toMatchObject({
    data: {
      resultCode: 'FAIL',
      resultMessage: expect.stringContaining('Only INSTRUCT status shipment can be called with applyInvoice'),
    },
  });
  shop.now += 10 * MINUTE_MS;
  const box = newBoxOf(row());
  expect(String(box)).toMatch(/^\d{18}$/);
  expect(String(box)).not.toBe(original);
  expect(ship(shop, exchangeId, box, { goodsDeliveryCode: 'LOTTE' }).status).toBe(500);
  expect(ship(shop, exchangeId, box).body).toMatchObject({ data: { resultCode: 'SUCCESS' } });
  expect(ship(shop, exchangeId, box).body).toMatchObject({ data: { resultCode: 'FAIL' } });
  expect(() => shop.act('story.withdraw', { order: sold.order })).toThrow();
  shop.act('story.redeliver', { order: sold.order });
  expect(row()).toMatchObject({ exchangeStatus: 'SUCCESS' });
  expect(tell(shop, sold)).toMatchObject({
    status: 'delivered',
    left: 2,
    claims: [{ kind: 'exchange', state: 'done', replacementInvoice: '640012345678' }],
  });
});

test('an exchange is refused with one of two codes, and withdrawn ones are CANCEL', () => {
  const shop = openTestShop({ orders: 0 });
  const sold = sellDelivered(shop);
  const exchangeId = claim(shop, sold, { kind: 'exchange' });
  expect(decideExchange(shop, exchangeId, 'rejection', { exchangeRejectCode: 'NO' }).status).toBe(400);
  const refused = decideExchange(shop, exchangeId, 'rejection', { exchangeRejectCode: 'SOLDOUT' });
  expect(refused.body).toMatchObject({ data: { resultCode: 'SUCCESS' } });
  const again = decideExchange(shop, exchangeId, 'rejection', { exchangeRejectCode: 'SOLDOUT' });
  expect(again).toMatchObject({ status: 200, body: { data: { resultCode: 'FAIL' } } });
  expect(exchangesOf(shop, sold)[0]).toMatchObject({ exchangeStatus: 'REJECT' });
  const other = sellDelivered(shop);
  claim(shop, other, { kind: 'exchange' });
  shop.act('story.withdraw', { order: other.order });
  expect(exchangesOf(shop, other)[0]).toMatchObject({ exchangeStatus: 'CANCEL', cancelReason: '고객 철회' });
  expect(() => claim(shop, sell(shop), { kind: 'exchange' })).toThrow();
});

test.each([
  ['createdAtFrom=2026-11-14T00:00:00&createdAtTo=2026-11-21T00:00:00', 200],
  ['createdAtFrom=2026-11-13T00:00:00&createdAtTo=2026-11-21T00:00:00', 400],
  ['createdAtFrom=2026-11-14T00:00&createdAtTo=2026-11-21T00:00', 400],
  ['createdAtFrom=2026-11-20T00:00:00&createdAtTo=2026-11-21T00:00:00&status=DONE', 400],
  ['createdAtFrom=2026-11-20T00:00:00&createdAtTo=2026-11-21T00:00:00&status=PROGRESS&maxPerPage=50', 200],
])('the list of %s answers %i', (query, status) => {
  expect(openTestShop({ orders: 0 }).get(PATHS.exchangeRequests, query).status).toBe(status);
});

test('pages hold ten exchanges unless more are asked for', () => {
  const shop = openTestShop({ orders: 0 });
  for (let count = 0; count < 11; count += 1) claim(shop, sellDelivered(shop), { kind: 'exchange' });
  const days = 'createdAtFrom=2026-11-21T00:00:00&createdAtTo=2026-11-22T00:00:00';
  const first = shop.get(PATHS.exchangeRequests, days).body;
  const token = String(at(first, 'nextToken'));
  expect(token).not.toBe('');
  const second = shop.get(PATHS.exchangeRequests, `${days}&nextToken=${token}`).body;
  expect(at(second, 'data', 0)).toBeDefined();
  expect(at(second, 'data', 1)).toBeUndefined();
  expect(at(second, 'nextToken')).toBe('');
});

test('the courier of the seller may fetch the goods', () => {
  const shop = openTestShop({ orders: 0 });
  const sold = sellDelivered(shop);
  const exchangeId = claim(shop, sold, { kind: 'exchange' });
  const body = {
    returnExchangeDeliveryType: 'EXCHANGE',
    receiptId: exchangeId,
    deliveryCompanyCode: 'CJGLS',
    invoiceNumber: '640012345699',
  };
  expect(shop.send('POST', PATHS.pickupInvoice, body).status).toBe(200);
  expect(exchangesOf(shop, sold)[0]).toMatchObject({
    collectStatus: 'CompleteDirection',
    returnDeliveryDtos: [{ deliveryCompanyCode: 'CJGLS', deliveryInvoiceNo: '640012345699' }],
  });
  expect(shop.send('POST', PATHS.pickupInvoice, body).status).toBe(400);
});
