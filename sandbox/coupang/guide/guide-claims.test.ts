import { describe, expect, test } from 'vitest';
import { boxOfOrder, claim, receiptsIn, type Sold, sell, sellDelivered, tell } from '../test-claims.ts';
import { type Answered, at, NOON, openTestShop, rowsOf, type TestShop, VENDOR_ID } from '../test-shop.ts';

const HOUR_MS = 3_600_000;
const open = () => openTestShop({ orders: 0, edition: 'guide' });

const patch = (shop: TestShop, path: string, body = {}): Answered =>
  shop.guide('PATCH', path, '', { vendorId: VENDOR_ID, ...body });

function rowOf(shop: TestShop, receiptId: string): unknown {
  const span = `vendorId=${VENDOR_ID}&createdAtFrom=${NOON - HOUR_MS}&createdAtTo=${NOON + HOUR_MS}`;
  return rowsOf(shop.guide('GET', 'return-exchange-requests', span)).find(
    (row) => String(at(row, 'receiptId')) === receiptId,
  );
}

const listed = (shop: TestShop, list: string, status: string) =>
  rowsOf(shop.guide('GET', list, `vendorId=${VENDOR_ID}&status=${status}`)).map((row) =>
    String(at(row, 'receiptId')),
  );

const messageOf = ({ body }: Answered) => String(at(body, 'message'));

describe('a cancel', () => {
  const asked = (): { shop: TestShop; sold: Sold; receiptId: string } => {
    const shop = open();
    const sold = sell(shop, { quantity: 3 });
    return { shop, sold, receiptId: claim(shop, sold, { kind: 'cancel', quantity: 1 }) };
  };

  test('waits for the seller, who grants it', () => {
    const { shop, sold, receiptId } = asked();
    expect(rowOf(shop, receiptId)).toMatchObject({
      receiptType: 'CANCEL',
      status: 'RECEIPT',
      result: null,
      step: null,
      quantity: 1,
      vendorItemId: Number(sold.line),
      faultBy: 'CUSTOMER',
    });
    expect(listed(shop, 'return-requests', 'RECEIPT')).toEqual([]);
    const path = `orders/${sold.order}/cancel/approve`;
    expect(patch(shop, path, { receiptId: Number(receiptId) }).body).toEqual({
      code: 'SUCCESS',
      message: '',
      data: { receiptId: Number(receiptId), status: 'COMPLETE' },
    });
    expect(rowOf(shop, receiptId)).toMatchObject({ status: 'COMPLETE', result: 'DONE' });
    expect(boxOfOrder(shop, sold).items[0]).toMatchObject({ cancelCount: 1, holdCountForCancel: 0 });
    const again = patch(shop, path, { receiptId: Number(receiptId) });
    expect(again.status).toBe(409);
    expect(messageOf(again)).toContain('[ALREADY_PROCESSED]');
  });

  test('is refused, and the order goes on', () => {
    const { shop, sold, receiptId } = asked();
    const path = `orders/${sold.order}/cancel/reject`;
    expect(patch(shop, path, { receiptId: Number(receiptId) }).status).toBe(400);
    const body = { receiptId: Number(receiptId), rejectReason: '이미 발송 완료' };
    expect(patch(shop, path, body).status).toBe(200);
    expect(rowOf(shop, receiptId)).toMatchObject({ status: 'COMPLETE', result: 'REJECTED' });
    expect(receiptsIn(shop, 'RU')).toEqual([]);
    expect(tell(shop, sold)).toMatchObject({ left: 3, claims: [{ state: 'rejected', refunded: false }] });
    expect(messageOf(patch(shop, `orders/${sold.order}/cancel/approve`, body))).toContain('[INVALID_STATE]');
  });

  test('of the seller’s own is done at once', () => {
    const shop = open();
    const sold = sell(shop, { quantity: 2 });
    const path = `orders/${sold.order}/cancel`;
    const body = { vendorItemId: Number(sold.line), cancelCount: 1, cancelReason: '재고 소진' };
    expect(patch(shop, path, { ...body, cancelCount: 3 }).status).toBe(400);
    expect(patch(shop, path, { ...body, vendorItemId: 1 }).status).toBe(404);
    expect(patch(shop, path, body).body).toMatchObject({ data: { status: 'COMPLETE' } });
    expect(tell(shop, sold)).toMatchObject({ left: 1, sellerCancels: 1, penaltyPoints: 1 });
    patch(shop, path, body);
    expect(rowsOf(shop.guide('GET', `orders/${sold.order}`))[0]).toMatchObject({ status: 'CANCEL' });
    const shipped = sellDelivered(shop);
    expect(
      patch(shop, `orders/${shipped.order}/cancel`, { ...body, vendorItemId: Number(shipped.line) }).status,
    ).toBe(409);
  });
});

describe('a return', () => {
  test('is agreed to, and paid back when its goods are back', () => {
    const shop = open();
    const sold = sellDelivered(shop, { price: 200_000 });
    const receiptId = claim(shop, sold, { kind: 'return', fault: 'seller' });
    const path = `return-requests/${receiptId}`;
    expect(listed(shop, 'return-requests', 'RECEIPT')).toEqual([receiptId]);
    expect(messageOf(patch(shop, `${path}/confirm-retrieve`))).toContain('[INVALID_STATE]');
    expect(patch(shop, `${path}/approve`).body).toMatchObject({ data: { status: 'PROGRESS' } });
    expect(messageOf(patch(shop, `${path}/approve`))).toContain('[ALREADY_PROCESSED]');
    expect(messageOf(patch(shop, `${path}/reject`, { rejectReason: '사용함' }))).toContain('[INVALID_STATE]');
    expect(rowOf(shop, receiptId)).toMatchObject({ status: 'PROGRESS', step: 'APPROVED' });
    shop.act('story.collect', { order: sold.order });
    expect(rowOf(shop, receiptId)).toMatchObject({ collectInvoiceNumber: expect.stringMatching(/^\d+$/) });
    expect(patch(shop, `${path}/confirm-retrieve`).body).toMatchObject({ data: { status: 'COMPLETE' } });
    expect(rowOf(shop, receiptId)).toMatchObject({
      status: 'COMPLETE',
      result: 'DONE',
      faultBy: 'VENDOR',
      returnShippingCharge: 2_500,
    });
    expect(tell(shop, sold)).toMatchObject({ status: 'returned', claims: [{ refunded: true }] });
  });

  test('is refused or withdrawn', () => {
    const shop = open();
    const refused = claim(shop, sellDelivered(shop), { kind: 'return' });
    expect(patch(shop, `return-requests/${refused}/reject`, { rejectReason: '사용함' }).status).toBe(200);
    expect(rowOf(shop, refused)).toMatchObject({ status: 'COMPLETE', result: 'REJECTED' });
    const sold = sellDelivered(shop);
    const withdrawn = claim(shop, sold, { kind: 'return' });
    shop.act('story.withdraw', { order: sold.order });
    expect(rowOf(shop, withdrawn)).toMatchObject({ status: 'COMPLETE', result: 'WITHDRAWN' });
    expect(listed(shop, 'return-requests', 'COMPLETE')).toEqual([refused, withdrawn]);
  });
});

test('an exchange is agreed to, collected, dispatched and delivered', () => {
  const shop = open();
  const sold = sellDelivered(shop);
  const exchangeId = claim(shop, sold, { kind: 'exchange' });
  const path = `exchange-requests/${exchangeId}`;
  const invoice = { vendorId: VENDOR_ID, invoiceNumber: '333333333333', deliveryCompanyCode: 'KGB' };
  const dispatch = () => shop.guide('PUT', `${path}/dispatch`, '', invoice);
  expect(dispatch().status).toBe(409);
  expect(patch(shop, `${path}/approve`).status).toBe(200);
  expect(rowOf(shop, exchangeId)).toMatchObject({
    receiptType: 'EXCHANGE',
    status: 'PROGRESS',
    step: 'APPROVED',
  });
  expect(messageOf(dispatch())).toContain('[INVALID_STATE]');
  shop.act('story.collect', { order: sold.order });
  expect(rowOf(shop, exchangeId)).toMatchObject({ status: 'PROGRESS', step: 'COLLECTED' });
  expect(dispatch().status).toBe(200);
  expect(messageOf(dispatch())).toContain('[ALREADY_PROCESSED]');
  expect(rowOf(shop, exchangeId)).toMatchObject({ step: 'DISPATCHED', invoiceNumber: '333333333333' });
  shop.act('story.redeliver', { order: sold.order });
  expect(rowOf(shop, exchangeId)).toMatchObject({ status: 'COMPLETE', result: 'DONE', step: null });
  expect(tell(shop, sold)).toMatchObject({ status: 'exchanged', left: 1 });
  expect(listed(shop, 'exchange-requests', 'COMPLETE')).toEqual([exchangeId]);
});

test('both editions tell of the same receipt', () => {
  const shop = openTestShop({ orders: 0 });
  const sold = sell(shop);
  shop.act('moveBox', { shipmentBoxId: boxOfOrder(shop, sold).shipmentBoxId, status: 'INSTRUCT' });
  const receiptId = claim(shop, sold, { kind: 'cancel' });
  expect(receiptsIn(shop, 'RU')).toEqual([receiptId]);
  expect(rowOf(shop, receiptId)).toMatchObject({ status: 'RECEIPT' });
  patch(shop, `orders/${sold.order}/cancel/approve`, { receiptId: Number(receiptId) });
  expect(receiptsIn(shop, 'CC')).toEqual([receiptId]);
});

test('a fault that breaks the service may come after the work', () => {
  const shop = open();
  const seen = new Set<unknown>();
  shop.fault('server_error');
  for (let count = 0; count < 30; count += 1) {
    const sold = sell(shop);
    const receiptId = claim(shop, sold, { kind: 'cancel' });
    const answered = patch(shop, `orders/${sold.order}/cancel/approve`, { receiptId: Number(receiptId) });
    expect(answered.status).toBe(500);
    seen.add(shop.claims(sold.order)[0]?.outcome);
  }
  expect(seen).toEqual(new Set(['done', null]));
});
