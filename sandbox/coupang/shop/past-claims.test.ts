import { expect, test } from 'vitest';
import { at, NOON, openTestShop, PATHS, rowsOf } from '../test-shop.ts';

test.each(['official', 'guide'])(
  'a shop of the %s edition that is not quiet opens with claims of every kind and state',
  (edition) => {
    const shop = openTestShop({ quiet: false, edition });
    const has = (is: (claim: Record<string, unknown>) => boolean) =>
      expect(shop.claims().some((claim) => is({ ...claim }))).toBe(true);
    for (const status of [
      'RELEASE_STOP_UNCHECKED',
      'RETURNS_UNCHECKED',
      'VENDOR_WAREHOUSE_CONFIRM',
      'REQUEST_COUPANG_CHECK',
    ])
      has((claim) => claim.status === status && claim.outcome === null);
    for (const status of ['RECEIPT', 'PROGRESS', 'SUCCESS', 'REJECT', 'CANCEL'])
      has((claim) => claim.kind === 'exchange' && claim.status === status);
    for (const outcome of ['done', 'withdrawn'])
      has((claim) => claim.kind === 'return' && claim.outcome === outcome);
    has(({ kind, outcome }) => kind === 'cancel' && outcome === 'done');
    has(({ receiptType }) => receiptType === 'CANCEL');
    has(({ preRefund }) => preRefund === true);
    const times = shop
      .claims()
      .flatMap((claim) => ['createdAt', 'modifiedAt'].map((name) => Date.parse(String(at(claim, name)))));
    expect(Math.max(...times)).toBeLessThanOrEqual(NOON);
  },
);

test('what the boxes count as cancelled and held, their receipts say too', () => {
  const shop = openTestShop();
  const items = shop.truth().flatMap((box) => box.items);
  const total = (outcome: string | null) =>
    shop
      .claims()
      .filter((claim) => claim.outcome === outcome)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  expect(total('done')).toBe(items.reduce((sum, { cancelCount }) => sum + cancelCount, 0));
  expect(total(null)).toBe(items.reduce((sum, { holdCountForCancel }) => sum + holdCountForCancel, 0));
  const stops = rowsOf(
    shop.get(PATHS.returnRequests, 'createdAtFrom=2026-11-01&createdAtTo=2026-11-21&status=RU'),
  );
  expect(stops).toHaveLength(
    shop.claims().filter(({ status }) => status === 'RELEASE_STOP_UNCHECKED').length,
  );
});

test('a quiet shop has no returns and no exchanges, and nothing of it moves for a day', () => {
  const shop = openTestShop();
  expect(shop.claims().every(({ kind }) => kind === 'cancel')).toBe(true);
  const before = shop.claims();
  shop.now += 24 * 3_600_000;
  shop.tick();
  expect(shop.claims()).toEqual(before);
});

test('in a shop that lives, couriers collect, and replacements arrive', () => {
  const shop = openTestShop({ quiet: false });
  const count = (is: (claim: Record<string, unknown>) => boolean) =>
    shop.claims().filter((claim) => is({ ...claim })).length;
  for (let minute = 0; minute < 70; minute += 5) {
    shop.now += 5 * 60_000;
    shop.tick();
  }
  expect(
    count(
      (claim) => claim.status === 'RETURNS_UNCHECKED' && claim.outcome === null && claim.collectedAt === null,
    ),
  ).toBe(0);
  expect(
    count((claim) => claim.kind === 'exchange' && claim.status === 'RECEIPT' && claim.collectedAt === null),
  ).toBe(0);
  expect(count((claim) => claim.dispatched === true && claim.status === 'PROGRESS')).toBe(0);
});
