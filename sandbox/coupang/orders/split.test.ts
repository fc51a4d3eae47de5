import { expect, test } from 'vitest';
import { boxOf, codesOf, entriesOf, instructedBox, upload } from '../test-invoices.ts';
import { openTestShop } from '../test-shop.ts';

const later = { invoiceNumber: '', estimatedShippingDate: '2026-11-25' };
const firstStep = (index: number) => ({ splitShipping: true, ...(index === 0 ? {} : later) });

test('what leaves first gets a new shipmentBoxId; the rest follows under the old one', () => {
  const shop = openTestShop();
  const box = instructedBox(shop, 2);
  expect(codesOf(upload(shop, entriesOf(box, firstStep)))).toEqual(['OK']);
  const left = shop
    .truth(box.orderId)
    .find(({ status, splitShipping }) => splitShipping && status === 'DEPARTURE');
  expect(left?.shipmentBoxId).not.toBe(box.shipmentBoxId);
  expect(left?.items.map(({ vendorItemId }) => vendorItemId)).toEqual([box.items[0]?.vendorItemId]);
  const rest = boxOf(shop, box.shipmentBoxId);
  expect(rest).toMatchObject({
    status: 'INSTRUCT',
    splitShipping: true,
    items: [{ plannedShippingDate: '2026-11-25' }],
  });

  const whole = entriesOf(rest, () => ({ invoiceNumber: '640012345679' }));
  expect(codesOf(upload(shop, whole))).toEqual(['IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY']);
  const again = entriesOf(rest, () => ({ splitShipping: true, invoiceNumber: '640012345679' }));
  expect(codesOf(upload(shop, again))).toEqual(['IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY']);
  const second = again.map((entry) => ({ ...entry, preSplitShipped: true }));
  expect(codesOf(upload(shop, second))).toEqual(['OK']);
  expect(boxOf(shop, box.shipmentBoxId)).toMatchObject({ status: 'DEPARTURE', invoicesRegistered: 1 });
  expect(left?.invoicesRegistered).toBe(1);
});

test.each([
  [
    'two numbers without saying so',
    (index: number) => ({ invoiceNumber: `64001234567${index}` }),
    'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY',
  ],
  [
    'only one item marked',
    (index: number) => ({ ...firstStep(index), splitShipping: index === 0 }),
    'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY',
  ],
  [
    'the second step first',
    (index: number) => ({ ...firstStep(index), preSplitShipped: true }),
    'NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY',
  ],
  [
    'the seller’s own delivery',
    (index: number) => ({ ...firstStep(index), deliveryCompanyCode: 'DIRECT' }),
    'NOT_ALLOW_VENDOR_DIRECT',
  ],
  [
    'no day for the rest',
    (index: number) => ({ ...firstStep(index), estimatedShippingDate: '' }),
    'UNDEFINED_ERROR_OCCUR',
  ],
  ['nothing leaves', () => ({ splitShipping: true, ...later }), 'NOT_FOUND_INVOICE_NUMBER'],
])('%s is refused', (_name, change, code) => {
  const shop = openTestShop();
  const box = instructedBox(shop, 2);
  expect(codesOf(upload(shop, entriesOf(box, change)))).toEqual([code]);
  expect(shop.truth(box.orderId).every(({ splitShipping }) => !splitShipping)).toBe(true);
});
