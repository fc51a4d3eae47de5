import { describe, expect, test } from 'vitest';
import {
  boxOfOrder,
  claim,
  decide,
  receiptsIn,
  sell,
  sellDelivered,
  sellInstructed,
  tell,
} from '../test-claims.ts';
import { codesOf, entriesOf, upload } from '../test-invoices.ts';
import { at, openTestShop, PATHS, rowsOf, VENDOR_ID } from '../test-shop.ts';

const INVOICE = { deliveryCompanyCode: 'CJGLS', invoiceNumber: '640012345678' };

test('before the acknowledgement the buyer cancels at once: the box is gone, the receipt is listed by minute only as CANCEL', () => {
  const shop = openTestShop({ orders: 0 });
  const sold = sell(shop, { quantity: 2 });
  const receiptId = claim(shop, sold, { kind: 'cancel' });
  expect(shop.get(PATHS.order(sold.order))).toMatchObject({
    status: 400,
    body: { message: '해당 주문이 취소 또는 반품 되었습니다.' },
  });
  const minutes = 'createdAtFrom=2026-11-21T10:00&createdAtTo=2026-11-21T10:05&searchType=timeFrame';
  const [row, ...others] = rowsOf(shop.get(PATHS.returnRequests, `${minutes}&cancelType=CANCEL`));
  expect(others).toEqual([]);
  expect(row).toMatchObject({ receiptType: 'CANCEL', receiptStatus: 'RETURNS_COMPLETED', cancelCountSum: 2 });
  for (const status of ['RU', 'UC', 'CC', 'PR']) expect(receiptsIn(shop, status)).toEqual([]);
  expect(shop.get(PATHS.returnRequest(receiptId)).status).toBe(400);
  expect(tell(shop, sold)).toMatchObject({
    status: 'canceled',
    left: 0,
    claims: [{ state: 'done', refunded: true }],
  });
});

describe('a stop of the shipment', () => {
  test('holds the units, shows under RU and UC, and keeps the box from leaving', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop, { quantity: 3 });
    const receiptId = claim(shop, sold, { kind: 'cancel', quantity: 1 });
    expect(receiptsIn(shop, 'RU')).toEqual([receiptId]);
    expect(receiptsIn(shop, 'UC')).toEqual([receiptId]);
    const box = boxOfOrder(shop, sold);
    expect(box.items[0]).toMatchObject({ holdCountForCancel: 1, cancelCount: 0 });
    expect(codesOf(upload(shop, entriesOf(box)))).toEqual(['ORDER_DELIVERY_PARTIAL_STOP_REQUESTED']);
    expect(at(shop.get(PATHS.returnRequest(receiptId)).body, 'data', 0)).toMatchObject({
      receiptType: 'RETURN',
      receiptStatus: 'RELEASE_STOP_UNCHECKED',
      releaseStopStatus: '미처리',
      returnItems: [{ releaseStatus: 'N', purchaseCount: 3, cancelCount: 1 }],
      returnShippingCharge: { currencyCode: 'KRW', units: -2500 },
    });
  });

  test('is granted with the whole count only', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop, { quantity: 3 });
    const receiptId = claim(shop, sold, { kind: 'cancel', quantity: 2, fault: 'seller' });
    expect(decide(shop, receiptId, 'stoppedShipment', { cancelCount: 1 })).toMatchObject({
      status: 500,
      body: { message: '취소반품접수수량과 cancelCount가 일치하지 않습니다.' },
    });
    const granted = decide(shop, receiptId, 'stoppedShipment', { cancelCount: 2 });
    expect(granted).toMatchObject({ status: 200, body: { code: '200', data: { resultCode: 'SUCCESS' } } });
    expect(boxOfOrder(shop, sold).items[0]).toMatchObject({ holdCountForCancel: 0, cancelCount: 2 });
    expect(receiptsIn(shop, 'CC')).toEqual([receiptId]);
    expect(receiptsIn(shop, 'RU')).toEqual([]);
    expect(tell(shop, sold)).toMatchObject({
      status: 'preparing',
      left: 1,
      sellerCancels: 0,
      penaltyPoints: 1,
    });
    expect(decide(shop, receiptId, 'stoppedShipment', { cancelCount: 2 })).toMatchObject({
      status: 200,
      body: { data: { resultCode: 'FAIL' } },
    });
  });

  test('is refused with an invoice: the box leaves, and a return at the seller’s cost is open', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop);
    const receiptId = claim(shop, sold, { kind: 'cancel' });
    expect(decide(shop, receiptId, 'completedShipment', { ...INVOICE, invoiceNumber: '1' })).toMatchObject({
      body: { data: { resultCode: 'FAIL' } },
    });
    expect(decide(shop, receiptId, 'completedShipment', INVOICE)).toMatchObject({
      status: 200,
      body: { data: { resultCode: 'SUCCESS' } },
    });
    expect(boxOfOrder(shop, sold)).toMatchObject({ status: 'DEPARTURE', invoiceNumber: '640012345678' });
    expect(at(shop.get(PATHS.returnRequest(receiptId)).body, 'data', 0)).toMatchObject({
      receiptStatus: 'RETURNS_UNCHECKED',
      releaseStopStatus: '처리(이미출고)',
      returnItems: [{ releaseStatus: 'A' }],
      returnShippingCharge: { units: 2500 },
    });
    expect(tell(shop, sold)).toMatchObject({
      status: 'shipped',
      claims: [{ kind: 'return', state: 'open', fee: 2500, feePaidBy: 'seller' }],
    });
  });

  test('that nobody answered stands among the returns and can still be granted', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop);
    const receiptId = claim(shop, sold, { kind: 'cancel' });
    shop.act('leaveStop', { receiptId });
    expect(receiptsIn(shop, 'RU')).toEqual([]);
    expect(decide(shop, receiptId, 'receiveConfirmation').status).toBe(400);
    expect(decide(shop, receiptId, 'stoppedShipment', { cancelCount: 1 })).toMatchObject({
      body: { data: { resultCode: 'SUCCESS' } },
    });
    expect(shop.get(PATHS.order(sold.order)).status).toBe(400);
  });

  test('is overtaken by a box that is shipped in WING', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop);
    claim(shop, sold, { kind: 'cancel' });
    shop.act('moveBox', { shipmentBoxId: boxOfOrder(shop, sold).shipmentBoxId, status: 'DEPARTURE' });
    expect(shop.claims(sold.order)[0]).toMatchObject({
      kind: 'return',
      status: 'RETURNS_UNCHECKED',
      releaseStopStatus: '자동처리(이미출고)',
    });
    expect(boxOfOrder(shop, sold).items[0]?.holdCountForCancel).toBe(0);
  });

  test('is withdrawn: gone from the lists, found among the withdrawals, and the box may leave', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop);
    const receiptId = claim(shop, sold, { kind: 'cancel' });
    shop.now += 60_000;
    shop.act('story.withdraw', { order: sold.order });
    expect([...receiptsIn(shop, 'RU'), ...receiptsIn(shop, 'UC'), ...receiptsIn(shop, 'CC')]).toEqual([]);
    const listed = shop.get(
      PATHS.withdrawals,
      'dateFrom=2026-11-20&dateTo=2026-11-21&pageIndex=1&sizePerPage=100',
    );
    expect(listed.body).toMatchObject({
      code: 200,
      data: [{ cancelId: Number(receiptId), refundDeliveryDuty: 'CUS', createdAt: '2026-11-21T10:03:03' }],
      nextPageIndex: '',
    });
    const found = shop.send('POST', PATHS.withdrawalList, { cancelIds: [Number(receiptId), 1] });
    expect(rowsOf(found)).toHaveLength(1);
    expect(decide(shop, receiptId, 'stoppedShipment', { cancelCount: 1 }).status).toBe(400);
    expect(codesOf(upload(shop, entriesOf(boxOfOrder(shop, sold))))).toEqual(['OK']);
  });

  test('item_failure: a FAIL inside HTTP 200 changes nothing', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop);
    const receiptId = claim(shop, sold, { kind: 'cancel' });
    shop.fault('item_failure', { times: 1 });
    const failed = decide(shop, receiptId, 'stoppedShipment', { cancelCount: 1 });
    expect(failed).toMatchObject({ status: 200, body: { data: { resultCode: 'FAIL' } } });
    expect(receiptsIn(shop, 'RU')).toEqual([receiptId]);
  });
});

describe('the seller cancels', () => {
  const ask = (order: string, units: Readonly<Record<string, number>>, rest = {}) => ({
    orderId: order,
    vendorItemIds: Object.keys(units).map(Number),
    receiptCounts: Object.values(units),
    bigCancelCode: 'CANERR',
    middleCancelCode: 'CCTTER',
    userId: 'wing-id',
    vendorId: VENDOR_ID,
    ...rest,
  });

  test.each([
    ['ACCEPT', 'CANCEL'],
    ['INSTRUCT', 'STOP_SHIPMENT'],
  ])('in %s: a receipt of type %s, done at once and held against him', (status, receiptType) => {
    const shop = openTestShop({ orders: 0 });
    const sold = status === 'ACCEPT' ? sell(shop, { quantity: 2 }) : sellInstructed(shop, { quantity: 2 });
    const { body } = shop.send('POST', PATHS.sellerCancel(sold.order), ask(sold.order, { [sold.line]: 1 }));
    expect(body).toMatchObject({ code: '200', data: { failedVendorItemIds: [] } });
    expect(Object.values(at(body, 'data', 'receiptMap') ?? {})).toMatchObject([
      { receiptType, vendorItemIds: [Number(sold.line)], totalCount: 1 },
    ]);
    expect(tell(shop, sold)).toMatchObject({
      left: 1,
      sellerCancels: 1,
      penaltyPoints: 1,
      claims: [{ kind: 'cancel', state: 'done', fault: 'seller', fee: null }],
    });
  });

  test('what cannot be cancelled is named inside HTTP 200, beside what was', () => {
    const shop = openTestShop({ orders: 0 });
    const sold = sellInstructed(shop, { lines: 2, quantity: 2 });
    const [one = '', two = ''] = sold.lines;
    const { status, body } = shop.send(
      'POST',
      PATHS.sellerCancel(sold.order),
      ask(sold.order, { [one]: 1, [two]: 3 }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: '200',
      message: `[${two}]<= 취소 가능한 개수보다 요청한 개수가 더 많습니다.`,
      data: { failedVendorItemIds: [Number(two)] },
    });
    expect(tell(shop, sold)).toMatchObject({ quantity: 4, left: 3 });
    const none = shop.send('POST', PATHS.sellerCancel(sold.order), ask(sold.order, { [two]: 3 }));
    expect(none).toMatchObject({ status: 200, body: { code: '400', data: { receiptMap: {} } } });
  });

  test('nothing that has left, and no half of an option where Coupang cancels options whole', () => {
    const shop = openTestShop({ orders: 0, acceptCancelsWhole: true });
    const gone = sellDelivered(shop);
    expect(
      shop.send('POST', PATHS.sellerCancel(gone.order), ask(gone.order, { [gone.line]: 1 })).status,
    ).toBe(400);
    const sold = sell(shop, { quantity: 2 });
    const half = shop.send('POST', PATHS.sellerCancel(sold.order), ask(sold.order, { [sold.line]: 1 }));
    expect(half.body).toMatchObject({ code: '400', data: { failedVendorItemIds: [Number(sold.line)] } });
  });

  test.each([{ bigCancelCode: 'X' }, { middleCancelCode: 'X' }, { userId: '' }, { receiptCounts: [] }])(
    '%j is refused',
    (rest) => {
      const shop = openTestShop({ orders: 0 });
      const sold = sell(shop);
      const body = ask(sold.order, { [sold.line]: 1 }, rest);
      expect(shop.send('POST', PATHS.sellerCancel(sold.order), body).status).toBe(400);
    },
  );
});
