import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOfOrder, claim, decide, decideExchange, exchangesOf, type Sold, sell } from '../test-claims.ts';
import { entriesOf, upload } from '../test-invoices.ts';
import { at, openTestShop, PATHS, type TestShop, VENDOR_ID } from '../test-shop.ts';

const STEPS = [
  'acknowledge',
  'upload',
  'deliver',
  'cancel',
  'return',
  'exchange',
  'withdraw',
  'collect',
  'redeliver',
  'stopped',
  'completed',
  'receive',
  'approve',
  'shipExchange',
  'guideRetrieve',
  'tick',
] as const;

let invoices = 0;
const nextInvoice = () => {
  invoices += 1;
  return `6${String(invoices).padStart(11, '0')}`;
};

function take(shop: TestShop, sold: Sold, step: (typeof STEPS)[number], quantity: number): void {
  const { order } = sold;
  const [newest] = shop.claims(order).toReversed();
  const id = newest?.claimId ?? '1';
  const cancelCount = newest?.quantity ?? 1;
  switch (step) {
    case 'acknowledge':
      shop.send('PUT', PATHS.acknowledgement, {
        vendorId: VENDOR_ID,
        shipmentBoxIds: [boxOfOrder(shop, sold).shipmentBoxId],
      });
      return;
    case 'upload': {
      const invoiceNumber = nextInvoice();
      upload(
        shop,
        entriesOf(boxOfOrder(shop, sold), () => ({ invoiceNumber })),
      );
      return;
    }
    case 'deliver':
      shop.act('story.deliver', { order });
      return;
    case 'cancel':
    case 'return':
    case 'exchange':
      claim(shop, sold, { kind: step, quantity });
      return;
    case 'withdraw':
    case 'collect':
    case 'redeliver':
      shop.act(`story.${step}`, { order });
      return;
    case 'stopped':
      decide(shop, id, 'stoppedShipment', { cancelCount });
      return;
    case 'completed':
      decide(shop, id, 'completedShipment', { deliveryCompanyCode: 'CJGLS', invoiceNumber: nextInvoice() });
      return;
    case 'receive':
      decide(shop, id, 'receiveConfirmation');
      return;
    case 'approve':
      decide(shop, id, 'approval', { cancelCount });
      return;
    case 'shipExchange': {
      decideExchange(shop, id, 'receiveConfirmation');
      shop.now += 11 * 60_000;
      const box = at(exchangesOf(shop, sold).at(-1), 'deliveryInvoiceGroupDtos', 0, 'shipmentBoxId');
      shop.send('POST', PATHS.decideExchange(id, 'invoices'), [
        {
          exchangeId: id,
          vendorId: VENDOR_ID,
          shipmentBoxId: String(box ?? 1),
          goodsDeliveryCode: 'CJGLS',
          invoiceNumber: nextInvoice(),
        },
      ]);
      return;
    }
    case 'guideRetrieve':
      shop.guide('PATCH', `return-requests/${id}/approve`, '', { vendorId: VENDOR_ID });
      shop.guide('PATCH', `return-requests/${id}/confirm-retrieve`, '', { vendorId: VENDOR_ID });
      return;
    case 'tick':
      shop.now += 11 * 60_000;
      shop.tick();
  }
}

const STARTS = ['ACCEPT', 'INSTRUCT', 'DEPARTURE', 'FINAL_DELIVERY'] as const;

const walks = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: 1, max: 2 })), {
  minLength: 8,
  maxLength: 40,
  size: 'max',
});

test('whatever happens, units are claimed once, held exactly while a stop waits, and the truth adds up', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(walks, fc.constantFrom(...STARTS), fc.boolean(), (walk, status, isDear) => {
      const shop = openTestShop({ orders: 0 });
      const sold = sell(shop, { quantity: 3, price: isDear ? 150_000 : 9_000 });
      shop.act('moveBox', { shipmentBoxId: boxOfOrder(shop, sold).shipmentBoxId, status });
      for (const [step, quantity] of walk) {
        try {
          take(shop, sold, step, quantity);
        } catch {
          // What the marketplace would not let the buyer do is refused, and must leave everything as it was.
        }
        expectSound(shop, sold);
        for (const { kind, status, outcome } of shop.claims(sold.order))
          reached.add(`${kind} ${status} ${outcome ?? ''}`.trim());
      }
    }),
    { numRuns: 150, seed: 11 },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'cancel RELEASE_STOP_UNCHECKED',
      'cancel RETURNS_COMPLETED done',
      'return RETURNS_UNCHECKED',
      'return VENDOR_WAREHOUSE_CONFIRM',
      'return RETURNS_COMPLETED done',
      'return RETURNS_UNCHECKED withdrawn',
      'exchange RECEIPT',
      'exchange PROGRESS',
      'exchange SUCCESS',
      'exchange CANCEL',
    ]),
  );
});

function expectSound(shop: TestShop, sold: Sold): void {
  const claims = shop.claims(sold.order);
  const sum = (kind: string, is: (one: (typeof claims)[number]) => boolean) =>
    claims.filter((one) => one.kind === kind && is(one)).reduce((total, { quantity }) => total + quantity, 0);
  const [item] = boxOfOrder(shop, sold).items;
  const told = shop.act('story.tell', { order: sold.order });
  const canceled = sum('cancel', ({ outcome }) => outcome === 'done');
  const returned = sum('return', ({ outcome }) => outcome === 'done');
  expect(item).toMatchObject({
    cancelCount: canceled,
    holdCountForCancel: sum('cancel', ({ outcome }) => outcome === null),
  });
  expect(at(told, 'quantity')).toBe(3);
  expect(at(told, 'left')).toBe(3 - canceled - returned);
  expect(canceled + returned + sum('return', ({ outcome }) => outcome === null)).toBeLessThanOrEqual(3);
  const isGone = shop.get(PATHS.order(sold.order)).status === 400;
  expect(isGone).toBe(canceled + returned === 3);
}
