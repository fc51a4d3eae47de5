import { describe, expect, test } from 'vitest';
import { boxOf, codesOf, entriesOf, instructedBox, update, upload } from '../test-invoices.ts';
import { at, openTestShop, PATHS, VENDOR_ID } from '../test-shop.ts';

describe('upload', () => {
  test('a box leaves with its invoice, once', () => {
    const shop = openTestShop();
    const box = instructedBox(shop, 2);
    expect(codesOf(upload(shop, entriesOf(box)))).toEqual(['OK']);
    expect(boxOf(shop, box.shipmentBoxId)).toMatchObject({
      status: 'DEPARTURE',
      deliveryCompanyName: 'CJ대한통운',
      invoiceNumber: '640012345678',
      invoicesRegistered: 1,
    });
    expect(codesOf(upload(shop, entriesOf(box)))).toEqual(['INVALID_STATUS']);
    expect(boxOf(shop, box.shipmentBoxId).invoicesRegistered).toBe(1);
    expect(at(shop.get(PATHS.box(box.shipmentBoxId)).body, 'data')).toMatchObject({
      status: 'DEPARTURE',
      inTrasitDateTime: expect.stringContaining('+09:00'),
      orderItems: [{ invoiceNumberUploadDate: expect.stringContaining('+09:00') }, {}],
    });
  });

  test('every vendor item of the box must be named, and no other', () => {
    const shop = openTestShop();
    const box = instructedBox(shop, 2);
    const entries = entriesOf(box);
    const stranger = entries.map((entry, index) => (index === 0 ? entry : { ...entry, vendorItemId: 1 }));
    expect(codesOf(upload(shop, entries.slice(1)))).toEqual(['NOT_FOUND_VENDOR_ITEM']);
    expect(codesOf(upload(shop, stranger))).toEqual(['NOT_FOUND_VENDOR_ITEM']);
    expect(codesOf(upload(shop, [...entries, ...entries]))).toEqual(['NOT_FOUND_VENDOR_ITEM']);
    expect(boxOf(shop, box.shipmentBoxId).status).toBe('INSTRUCT');
  });

  test.each([
    ['an order that is not the box’s', { orderId: 1 }, 'NOT_FOUND_SHIPMENT_BOX'],
    ['an unknown box', { shipmentBoxId: 1 }, 'NOT_FOUND_SHIPMENT_BOX'],
    ['11 digits for CJ', { invoiceNumber: '64001234567' }, 'INVALID_INVOICE_NUMBER'],
    ['dashes', { invoiceNumber: '6400-1234-5678' }, 'INVALID_INVOICE_NUMBER'],
    ['13 digits for Lotte', { deliveryCompanyCode: 'HYUNDAI', invoiceNumber: '6400123456789' }, 'OK'],
    ['12 digits for the post', { deliveryCompanyCode: 'EPOST' }, 'INVALID_INVOICE_NUMBER'],
    [
      'letters for a courier without a published rule',
      { deliveryCompanyCode: 'EMS', invoiceNumber: 'EE123456789KR' },
      'OK',
    ],
    ['no number', { invoiceNumber: '' }, 'NOT_FOUND_INVOICE_NUMBER'],
    ['a split of a single item', { splitShipping: true }, 'NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM'],
  ])('%s', (_name, change, code) => {
    const shop = openTestShop();
    expect(
      codesOf(
        upload(
          shop,
          entriesOf(instructedBox(shop), () => change),
        ),
      ),
    ).toEqual([code]);
  });

  test('a courier that is not on the list breaks the whole call', () => {
    const shop = openTestShop();
    const boxes = [instructedBox(shop), instructedBox(shop)];
    for (const code of ['LOTTE', 'LOGEN', '']) {
      const entries = boxes.flatMap((box, index) =>
        entriesOf(box, () => (index === 0 ? {} : { deliveryCompanyCode: code })),
      );
      expect(upload(shop, entries).status).toBe(500);
    }
    expect(boxOf(shop, boxes[0]?.shipmentBoxId ?? '').status).toBe('INSTRUCT');
  });

  test('a number used within six months is taken, except for the same receiver', () => {
    const shop = openTestShop();
    expect(codesOf(upload(shop, entriesOf(instructedBox(shop))))).toEqual(['OK']);
    const other = instructedBox(shop);
    expect(codesOf(upload(shop, entriesOf(other)))).toEqual(['DUPLICATE_INVOICE_NUMBER']);
    expect(
      codesOf(
        upload(
          shop,
          entriesOf(other, () => ({ deliveryCompanyCode: 'HANJIN' })),
        ),
      ),
    ).toEqual(['OK']);
    const late = instructedBox(shop);
    shop.act('reissueKey', {
      accessKey: '12345678-abcd-4ef0-9876-0123456789ab',
      secretKey: '0123456789abcdef0123456789abcdef01234567',
      keyExpiresAt: '2030-01-01T00:00:00Z',
    });
    shop.now += 184 * 24 * 3_600_000;
    expect(codesOf(upload(shop, entriesOf(late)))).toEqual(['OK']);
  });

  test('boxes of one order share a parcel', () => {
    const shop = openTestShop();
    const [boxes = []] = shop
      .buy(200)
      .map((orderId) => shop.truth(orderId))
      .filter(({ length }) => length > 1);
    const shipmentBoxIds = boxes.map(({ shipmentBoxId }) => shipmentBoxId);
    expect(shipmentBoxIds.length).toBeGreaterThan(1);
    shop.send('PUT', PATHS.acknowledgement, { vendorId: VENDOR_ID, shipmentBoxIds });
    expect(
      codesOf(
        upload(
          shop,
          boxes.flatMap((box) => entriesOf(box)),
        ),
      ),
    ).toEqual(boxes.map(() => 'OK'));
  });

  test('an open request to stop the shipment comes first', () => {
    const shop = openTestShop();
    const box = instructedBox(shop, 2);
    const { shipmentBoxId, items } = box;
    shop.act('holdForCancel', { shipmentBoxId, vendorItemId: items[0]?.vendorItemId, count: 1 });
    expect(codesOf(upload(shop, entriesOf(box)))).toEqual(['ORDER_DELIVERY_PARTIAL_STOP_REQUESTED']);
    shop.act('holdForCancel', { shipmentBoxId });
    expect(codesOf(upload(shop, entriesOf(box)))).toEqual(['ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL']);
    shop.act('releaseHold', { shipmentBoxId });
    expect(codesOf(upload(shop, entriesOf(box)))).toEqual(['OK']);
  });

  test('a cancelled box cannot leave, and a box with a cancelled item leaves without it', () => {
    const shop = openTestShop();
    const [gone, partly] = [instructedBox(shop), instructedBox(shop, 2)];
    shop.act('cancelBox', { shipmentBoxId: gone.shipmentBoxId });
    expect(codesOf(upload(shop, entriesOf(gone)))).toEqual(['ORDER_DELIVERY_CANCELED']);
    shop.act('cancelBox', {
      shipmentBoxId: partly.shipmentBoxId,
      vendorItemId: partly.items[0]?.vendorItemId,
    });
    expect(codesOf(upload(shop, entriesOf(partly).slice(1)))).toEqual(['OK']);
  });

  test('the seller’s own delivery cannot be tracked', () => {
    const shop = openTestShop();
    const box = instructedBox(shop);
    const own = () => ({ deliveryCompanyCode: 'DIRECT', invoiceNumber: '직접배송' });
    expect(codesOf(upload(shop, entriesOf(box, own)))).toEqual(['OK']);
    expect(boxOf(shop, box.shipmentBoxId).status).toBe('NONE_TRACKING');
  });

  test('item_failure: the first box fails inside HTTP 200, the second leaves', () => {
    const shop = openTestShop();
    const [one, two] = [instructedBox(shop), instructedBox(shop)];
    shop.fault('item_failure', { times: 1 });
    const second = entriesOf(two, () => ({ invoiceNumber: '640012345679' }));
    expect(codesOf(upload(shop, [...entriesOf(one), ...second]))).toEqual(['UNDEFINED_ERROR_OCCUR', 'OK']);
    expect(boxOf(shop, one.shipmentBoxId)).toMatchObject({ status: 'INSTRUCT', invoicesRegistered: 0 });
  });
});

describe('update', () => {
  test.each(['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY', 'NONE_TRACKING'])(
    'a box in %s starts anew',
    (status) => {
      const shop = openTestShop();
      const box = instructedBox(shop);
      upload(shop, entriesOf(box));
      shop.act('moveBox', { shipmentBoxId: box.shipmentBoxId, status });
      expect(
        codesOf(
          update(
            shop,
            entriesOf(box, () => ({ invoiceNumber: '640012345679' })),
          ),
        ),
      ).toEqual(['OK']);
      expect(boxOf(shop, box.shipmentBoxId)).toMatchObject({
        status: 'DEPARTURE',
        invoiceNumber: '640012345679',
        invoicesRegistered: 1,
      });
    },
  );

  test('a box that has not left has no invoice to change', () => {
    const shop = openTestShop();
    const box = instructedBox(shop);
    expect(codesOf(update(shop, entriesOf(box)))).toEqual(['INVALID_STATUS']);
    shop.act('moveBox', { shipmentBoxId: box.shipmentBoxId, status: 'ACCEPT' });
    expect(codesOf(update(shop, entriesOf(box)))).toEqual(['INVALID_STATUS']);
  });

  test('a box that left whole cannot be split any more', () => {
    const shop = openTestShop();
    const box = instructedBox(shop, 2);
    upload(shop, entriesOf(box));
    const split = entriesOf(box, () => ({ splitShipping: true }));
    expect(codesOf(update(shop, split))).toEqual(['NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY']);
  });
});

test('a parcel long on its way can be declared delivered, not before 30 days', () => {
  const shop = openTestShop();
  const box = instructedBox(shop);
  upload(shop, entriesOf(box));
  const path = PATHS.invoices.replace('orders/invoices', 'completeLongTermUndelivery');
  const body = { shipmentBoxId: box.shipmentBoxId, invoiceNumber: '640012345678' };
  expect(shop.send('POST', path, body)).toMatchObject({
    status: 400,
    body: { message: '배송완료 처리 실패. 배송상태: 배송지시' },
  });
  shop.now += 31 * 24 * 3_600_000;
  expect(shop.send('POST', path, body)).toMatchObject({ status: 200, body: { code: '200', data: true } });
  expect(boxOf(shop, box.shipmentBoxId).status).toBe('FINAL_DELIVERY');
});
