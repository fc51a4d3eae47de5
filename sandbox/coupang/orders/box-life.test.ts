import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  at,
  dayQuery,
  idsOf,
  openTestShop,
  PATHS,
  readPages,
  type TestShop,
  type TrueBox,
  VENDOR_ID,
} from '../test-shop.ts';
import { BOX_STATUSES } from './box.ts';

const STEPS = [
  'acknowledge',
  'upload',
  'update',
  'cancel',
  'hold',
  'release',
  'deliver',
  'confirm',
  'buy',
  'split',
] as const;
type Step = (typeof STEPS)[number];

const SHIPPED = ['DEPARTURE', 'DELIVERING', 'FINAL_DELIVERY', 'NONE_TRACKING'];

/** What Coupang must allow, told from the state before. */
function isAllowed(step: Step, { status, canceled, items, splitShipping }: TrueBox): boolean {
  const isHeld = items.some(({ holdCountForCancel }) => holdCountForCancel > 0);
  switch (step) {
    case 'acknowledge':
      return status === 'ACCEPT' && !canceled;
    case 'upload':
      return status === 'INSTRUCT' && !canceled && !isHeld && !splitShipping;
    case 'update':
      return SHIPPED.includes(status) && !canceled;
    case 'split':
      return status === 'INSTRUCT' && !canceled && !isHeld && items.length > 1 && !splitShipping;
    default:
      return true;
  }
}

let invoices = 0;

function take(shop: TestShop, step: Step, box: TrueBox): boolean {
  const { shipmentBoxId, orderId } = box;
  const row = (answered: { readonly body: unknown }) =>
    at(answered.body, 'data', 'responseList', 0, 'succeed') === true;
  const entries = (isLater: (index: number) => boolean, splitShipping: boolean) => {
    invoices += 1;
    const invoiceNumber = String(640_000_000_000 + invoices);
    return box.items.map(({ vendorItemId }, index) => ({
      ...{ shipmentBoxId, orderId, vendorItemId, deliveryCompanyCode: 'CJGLS', splitShipping },
      ...{ invoiceNumber: isLater(index) ? '' : invoiceNumber, estimatedShippingDate: '2026-11-30' },
    }));
  };
  const post = (path: string, orderSheetInvoiceApplyDtos: unknown) =>
    row(shop.send('POST', path, { vendorId: VENDOR_ID, orderSheetInvoiceApplyDtos }));
  switch (step) {
    case 'acknowledge':
      return row(
        shop.send('PUT', PATHS.acknowledgement, { vendorId: VENDOR_ID, shipmentBoxIds: [shipmentBoxId] }),
      );
    case 'upload':
      return post(
        PATHS.invoices,
        entries(() => false, false),
      );
    case 'update':
      return post(
        PATHS.updateInvoices,
        entries(() => false, false),
      );
    case 'split':
      return post(
        PATHS.invoices,
        entries((index) => index > 0, true),
      );
    case 'cancel':
      return played(shop, 'cancelBox', { shipmentBoxId });
    case 'hold':
      return played(shop, 'holdForCancel', { shipmentBoxId });
    case 'release':
      return played(shop, 'releaseHold', { shipmentBoxId });
    case 'confirm':
      return played(shop, 'confirmBox', { shipmentBoxId });
    case 'deliver':
      return (
        SHIPPED.includes(box.status) && played(shop, 'moveBox', { shipmentBoxId, status: 'FINAL_DELIVERY' })
      );
    case 'buy':
      shop.buy(1);
      return true;
  }
}

function played(shop: TestShop, act: string, body: unknown): boolean {
  try {
    shop.act(act, body);
    return true;
  } catch {
    return false;
  }
}

const walks = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat()), { minLength: 1, maxLength: 60 });

test('whatever happens, writes succeed exactly when the state allows them, and no box is shipped twice', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const shop = openTestShop({ orders: 0 });
      shop.buy(3);
      for (const [step, ticket] of walk) {
        shop.now += 60_000;
        const boxes = shop.truth();
        const [box] = boxes.slice(ticket % boxes.length);
        if (box === undefined) continue;
        const succeeded = take(shop, step, box);
        if (['acknowledge', 'upload', 'update', 'split'].includes(step))
          expect(succeeded).toBe(isAllowed(step, box));
      }
      expectSound(shop);
    }),
    { numRuns: 150 },
  );
});

function expectSound(shop: TestShop): void {
  const truth = shop.truth();
  for (const { invoicesRegistered, acknowledgements, history, status, items } of truth) {
    expect(invoicesRegistered).toBeLessThanOrEqual(1);
    expect(acknowledgements.applied).toBeLessThanOrEqual(1);
    expect(history.at(-1)?.status).toBe(status);
    for (const { shippingCount, cancelCount, holdCountForCancel } of items) {
      expect(cancelCount + holdCountForCancel).toBeLessThanOrEqual(shippingCount);
    }
  }
  const seen = BOX_STATUSES.flatMap((status) =>
    readPages(shop, dayQuery('2026-11-21', '2026-11-22', status)).flatMap(idsOf),
  );
  const alive = truth.filter(({ canceled }) => !canceled).map(({ shipmentBoxId }) => shipmentBoxId);
  expect(seen.toSorted()).toEqual(alive.toSorted());
  const lines = truth.flatMap(({ orderId, items }) =>
    items.map(({ vendorItemId }) => `${orderId} ${vendorItemId}`),
  );
  expect(new Set(lines).size).toBe(lines.length);
}
