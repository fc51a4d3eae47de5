import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  dayQuery,
  idsOf,
  NOON,
  openTestShop,
  PATHS,
  readPages,
  rowsOf,
  type TrueBox,
} from '../test-shop.ts';
import { BOX_STATUSES } from './box.ts';

const WHOLE_PAST = ['2026-11-10', '2026-11-21'] as const;
const accepted = (from: string, to: string, rest = '') => dayQuery(from, to, 'ACCEPT', rest);
const listed = (truth: readonly TrueBox[], status: string) =>
  truth.filter((box) => box.status === status && !box.canceled).map(({ shipmentBoxId }) => shipmentBoxId);

describe('pages', () => {
  test.each(BOX_STATUSES)('reading to the end yields each box in %s exactly once', (status) => {
    const shop = openTestShop({ orders: 600 });
    const pages = readPages(shop, dayQuery(...WHOLE_PAST, status, '&maxPerPage=7'));
    const ids = pages.flatMap(idsOf);
    expect(ids.toSorted()).toEqual(listed(shop.truth(), status).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(pages.slice(0, -1).every((page) => rowsOf(page).length === 7)).toBe(true);
  });

  test('boxes that leave the status between two pages shift nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.infiniteStream(fc.boolean()), (size, moves) => {
        const shop = openTestShop({ orders: 80 });
        const before = listed(shop.truth(), 'ACCEPT');
        const seen: string[] = [];
        const query = accepted(...WHOLE_PAST, `&maxPerPage=${size}`);
        for (let token: unknown = ''; ; ) {
          const page = shop.get(
            PATHS.ordersheets,
            token === '' ? query : `${query}&nextToken=${String(token)}`,
          );
          seen.push(...idsOf(page));
          for (const shipmentBoxId of idsOf(page)) {
            if (moves.next().value) shop.act('moveBox', { shipmentBoxId, status: 'INSTRUCT' });
          }
          token = at(page.body, 'nextToken');
          if (token === '') break;
        }
        expect(seen.toSorted()).toEqual(before.toSorted());
      }),
      { numRuns: 20 },
    );
  });

  test('50 is the usual and the largest page', () => {
    const shop = openTestShop({ orders: 600 });
    expect(rowsOf(shop.get(PATHS.ordersheets, dayQuery(...WHOLE_PAST, 'FINAL_DELIVERY')))).toHaveLength(50);
    for (const size of ['51', '0', '-1', 'all']) {
      expect(shop.get(PATHS.ordersheets, accepted(...WHOLE_PAST, `&maxPerPage=${size}`)).status).toBe(400);
    }
  });

  test('an unknown token is refused', () => {
    const shop = openTestShop();
    expect(shop.get(PATHS.ordersheets, accepted(...WHOLE_PAST, '&nextToken=12')).status).toBe(400);
  });
});

describe('windows', () => {
  test.each([
    ['2026-10-22', '2026-11-21', 200],
    ['2026-10-21', '2026-11-21', 400],
    ['2026-11-21', '2026-11-21', 200],
    ['2026-11-22', '2026-11-21', 400],
  ])('from %s to %s answers %i', (from, to, status) => {
    const answered = openTestShop().get(PATHS.ordersheets, accepted(from, to));
    expect(answered.status).toBe(status);
  });

  test('the refusal of a wide window has the text of the sheet', () => {
    expect(openTestShop().get(PATHS.ordersheets, accepted('2026-09-01', '2026-11-21')).body).toEqual({
      code: 400,
      message: 'endTime-startTime range should less than31.',
    });
  });

  test('days are Korean days, both included', () => {
    const shop = openTestShop({ orders: 400 });
    const day = '2026-11-18';
    const expected = shop
      .truth()
      .filter((box) => box.status === 'FINAL_DELIVERY' && !box.canceled && box.orderedAt.startsWith(day));
    const ids = readPages(shop, dayQuery(day, day, 'FINAL_DELIVERY')).flatMap(idsOf);
    expect(expected.length).toBeGreaterThan(0);
    expect(ids.toSorted()).toEqual(expected.map(({ shipmentBoxId }) => shipmentBoxId).toSorted());
  });

  test('a shop can be opened whose lists end before the last day', () => {
    const shop = openTestShop({ orders: 100, toDayIncluded: false });
    expect(rowsOf(shop.get(PATHS.ordersheets, accepted('2026-11-21', '2026-11-21')))).toHaveLength(0);
    expect(rowsOf(shop.get(PATHS.ordersheets, accepted('2026-11-21', '2026-11-22'))).length).toBeGreaterThan(
      0,
    );
  });

  test.each([
    ['no dates', 'status=ACCEPT'],
    ['no end', 'createdAtFrom=2026-11-20%2B09:00&status=ACCEPT'],
    ['no status', 'createdAtFrom=2026-11-20%2B09:00&createdAtTo=2026-11-21%2B09:00'],
    ['two statuses', accepted('2026-11-20', '2026-11-21', '&status=INSTRUCT')],
    ['a list of statuses', dayQuery('2026-11-20', '2026-11-21', 'ACCEPT,INSTRUCT')],
    ['a status of no box', dayQuery('2026-11-20', '2026-11-21', 'CANCEL')],
    ['no offset', 'createdAtFrom=2026-11-20&createdAtTo=2026-11-21&status=ACCEPT'],
    ['an offset that became a space', accepted('2026-11-20', '2026-11-21').replaceAll('%2B', '+')],
    ['a day that does not exist', accepted('2026-02-30', '2026-03-01')],
    ['milliseconds', 'createdAtFrom=1763600000000&createdAtTo=1763690000000&status=ACCEPT'],
    ['minutes in a day list', accepted('2026-11-20T10:00', '2026-11-20T11:00')],
  ])('%s is refused', (_name, query) => {
    const { status, body } = openTestShop().get(PATHS.ordersheets, query);
    expect(status).toBe(400);
    expect(body).toEqual({ code: 400, message: expect.any(String) });
  });
});

describe('by the minute', () => {
  const minutes = (from: string, to: string, rest = '&searchType=timeFrame') => accepted(from, to, rest);

  test('every box of the span comes at once', () => {
    const shop = openTestShop({ orders: 3 });
    shop.now = NOON + 3_600_000;
    const bought = shop.buy(120).flatMap((id) => shop.truth(id).map(({ shipmentBoxId }) => shipmentBoxId));
    const answered = shop.get(PATHS.ordersheets, minutes('2026-11-21T11:00', '2026-11-21T11:02'));
    expect(idsOf(answered).toSorted()).toEqual(bought.toSorted());
    expect(at(answered.body, 'nextToken')).toBe('');
    expect(answered.call.operation).toBe('ordersheets.timeFrame');
    expect(rowsOf(shop.get(PATHS.ordersheets, minutes('2026-11-21T11:03', '2026-11-21T11:10')))).toHaveLength(
      0,
    );
  });

  test.each([
    ['2026-11-20T00:00', '2026-11-20T23:59', 200],
    ['2026-11-20T00:00', '2026-11-21T00:00', 400],
    ['2026-11-20T01:00', '2026-11-20T00:00', 400],
    ['2026-11-20', '2026-11-20', 400],
    ['2026-11-20T00:00:00', '2026-11-20T01:00:00', 400],
  ])('from %s to %s answers %i', (from, to, status) => {
    expect(openTestShop().get(PATHS.ordersheets, minutes(from, to)).status).toBe(status);
  });
});

test('new orders show in lists after the lag, in single reads at once', () => {
  const shop = openTestShop({ orders: 3, listLagMs: 600_000 });
  shop.now += 1_000;
  const [orderId = ''] = shop.buy(1);
  const [box] = shop.truth(orderId);
  const list = () => idsOf(shop.get(PATHS.ordersheets, accepted('2026-11-21', '2026-11-21')));
  expect(shop.get(PATHS.order(orderId)).status).toBe(200);
  expect(list()).not.toContain(box?.shipmentBoxId);
  shop.now += 600_000;
  expect(list()).toContain(box?.shipmentBoxId);
});

test('a box has exactly the fields of the sheet, and its ids keep all their digits', () => {
  const shop = openTestShop();
  const answered = shop.get(PATHS.ordersheets, accepted(...WHOLE_PAST));
  const text = answered.call.answer.body.toString();
  const [row] = rowsOf(answered);
  expect(text).toMatch(/^\{"code":200,"message":"OK","data":\[\{"shipmentBoxId":\d{18},"orderId":\d{14},/);
  expect(typeof at(row, 'shipmentBoxId')).toBe('bigint');
  expect(Object.keys(Object(row))).toEqual([
    ...[
      'shipmentBoxId',
      'orderId',
      'orderedAt',
      'paidAt',
      'status',
      'orderer',
      'shippingPrice',
      'remotePrice',
    ],
    ...['remoteArea', 'parcelPrintMessage', 'splitShipping', 'ableSplitShipping', 'receiver', 'orderItems'],
    ...[
      'overseaShippingInfoDto',
      'deliveryCompanyName',
      'invoiceNumber',
      'inTrasitDateTime',
      'deliveredDate',
    ],
    ...['refer', 'shipmentType', 'isCod', 'extraProperties'],
  ]);
  expect(Object.keys(Object(at(row, 'orderItems', 0)))).toEqual([
    ...['vendorItemPackageId', 'vendorItemPackageName', 'productId', 'vendorItemId', 'vendorItemName'],
    ...['shippingCount', 'salesPrice', 'orderPrice', 'discountPrice', 'instantCouponDiscount'],
    ...[
      'downloadableCouponDiscount',
      'coupangDiscount',
      'externalVendorSkuCode',
      'etcInfoHeader',
      'etcInfoValue',
    ],
    ...['etcInfoValues', 'sellerProductId', 'sellerProductName', 'sellerProductItemName'],
    ...['firstSellerProductItemName', 'cancelCount', 'holdCountForCancel', 'estimatedShippingDate'],
    ...['plannedShippingDate', 'invoiceNumberUploadDate', 'extraProperties', 'pricingBadge', 'usedProduct'],
    ...['confirmDate', 'deliveryChargeTypeName', 'upBundleVendorItemId', 'upBundleVendorItemName'],
    ...['upBundleSize', 'upBundleItem', 'canceled'],
  ]);
  expect(row).toMatchObject({
    orderedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/),
    orderer: { email: '', ordererNumber: null },
    receiver: { receiverNumber: null },
    shippingPrice: { currencyCode: 'KRW', units: expect.any(Number), nanos: 0 },
    deliveryCompanyName: '',
    inTrasitDateTime: '',
    deliveredDate: '',
  });
});

describe('faults', () => {
  const query = accepted(...WHOLE_PAST, '&maxPerPage=10');
  const first = () => {
    const shop = openTestShop({ orders: 600 });
    return { shop, clean: idsOf(shop.get(PATHS.ordersheets, query)) };
  };

  test('duplicate_rows: the same box twice on a page', () => {
    const { shop, clean } = first();
    shop.fault('duplicate_rows');
    expect(idsOf(shop.get(PATHS.ordersheets, query))).toEqual([...clean, ...clean.slice(-2)]);
  });

  test('reorder_rows: any order, and rows of the page before again; nothing missing', () => {
    const { shop, clean } = first();
    shop.fault('reorder_rows');
    const pages = readPages(shop, query);
    expect(pages.slice(0, 1).flatMap(idsOf)).toEqual(clean.toReversed());
    expect(pages.slice(1, 2).flatMap(idsOf)).toContain(clean.at(-1));
    expect(new Set(pages.flatMap(idsOf))).toEqual(new Set(listed(shop.truth(), 'ACCEPT')));
  });

  test('feed_skips: rows are silently missing', () => {
    const { shop, clean } = first();
    shop.fault('feed_skips');
    const skipped = idsOf(shop.get(PATHS.ordersheets, query));
    expect(skipped.length).toBeLessThan(clean.length);
    expect(clean).toEqual(expect.arrayContaining([...skipped]));
  });

  test('unknown_status: one box shows a status that no sheet knows', () => {
    const { shop } = first();
    shop.fault('unknown_status');
    const statuses = rowsOf(shop.get(PATHS.ordersheets, query)).map((row) => at(row, 'status'));
    expect(statuses).toEqual(['HOLD_BY_CUSTOMS', ...Array(9).fill('ACCEPT')]);
  });

  test('unreadable_row: one box lacks its items or has money that is none', () => {
    const { shop } = first();
    shop.fault('unreadable_row');
    const [row, ...others] = rowsOf(shop.get(PATHS.ordersheets, query));
    const isBroken = (box: unknown) =>
      at(box, 'orderItems') === undefined || typeof at(box, 'shippingPrice') === 'string';
    expect(isBroken(row)).toBe(true);
    expect(others.some(isBroken)).toBe(false);
  });

  test('a fault of one operation leaves the others alone', () => {
    const { shop, clean } = first();
    shop.fault('feed_skips', { operation: 'ordersheets.timeFrame' });
    expect(idsOf(shop.get(PATHS.ordersheets, query))).toEqual(clean);
  });
});
