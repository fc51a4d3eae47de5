import { describe, expect, it } from 'vitest';
import { type Answer, ORDERS, objectAt, objectsIn, openTestShop, START } from '../test-shop.ts';
import { DAY_MS, formatKst } from '../wire/time.ts';

const LIST = `${ORDERS}/product-orders`;

function lines({ json }: Answer) {
  return objectsIn(objectAt(json, 'data').contents);
}

describe('the conditional list', () => {
  const shop = openTestShop({ orders: 300 });
  const day = { from: formatKst(START - DAY_MS), to: formatKst(START) };

  it('pages through a day of payments', () => {
    const whole = lines(shop.get(LIST, day));
    const wanted = objectsIn(whole).map(({ productOrderId }) => productOrderId);
    const paged: unknown[] = [];
    for (let page = 1; ; page += 1) {
      const answer = shop.get(LIST, { ...day, page, pageSize: 7 });
      paged.push(...lines(answer).map(({ productOrderId }) => productOrderId));
      const pagination = objectAt(objectAt(answer.json, 'data'), 'pagination');
      expect(pagination).toMatchObject({ page, size: 7 });
      if (pagination.hasNext === false) break;
    }
    expect(paged).toEqual(wanted);
    expect(whole[0]).toMatchObject({
      productOrderId: expect.any(String),
      content: {
        order: { orderId: expect.any(String) },
        productOrder: { productOrderId: expect.any(String) },
      },
    });
  });

  it('answers an empty list with its pagination', () => {
    const answer = shop.get(LIST, { from: formatKst(START - 300 * DAY_MS) });
    expect(answer.json.data).toEqual({ contents: [], pagination: { page: 1, size: 300, hasNext: false } });
  });

  it('filters by status, repeated or joined', () => {
    const statuses = (query: string) => {
      const period = new URLSearchParams(day).toString();
      const found = lines(shop.get(LIST, `${period}&${query}`)).map(
        (row) => objectAt(objectAt(row, 'content'), 'productOrder').productOrderStatus,
      );
      return [...new Set(found)].map(String).toSorted();
    };
    expect(statuses('productOrderStatuses=PAYED')).toEqual(['PAYED']);
    expect(statuses('productOrderStatuses=PAYED&productOrderStatuses=DELIVERING')).toEqual([
      'DELIVERING',
      'PAYED',
    ]);
    expect(statuses('productOrderStatuses=PAYED,DELIVERING')).toEqual(['DELIVERING', 'PAYED']);
    expect(statuses('placeOrderStatusType=NOT_YET')).toContain('PAYED');
    expect(statuses('fulfillment=true')).toEqual(['PAYED']);
  });

  it('finds every line by the instants of its life', () => {
    const found = (rangeType: string, more: Record<string, string> = {}) => {
      const ids = new Set<unknown>();
      for (let ago = 11; ago > 0; ago -= 1) {
        const from = START - ago * DAY_MS;
        const query = { rangeType, from: formatKst(from), to: formatKst(from + DAY_MS - 1), ...more };
        for (const { productOrderId } of lines(shop.get(LIST, query))) ids.add(productOrderId);
      }
      return ids;
    };
    const truth = shop.truth();
    expect(found('ORDERED_DATETIME').size).toBe(truth.length);
    const unpaid = truth.filter(({ productOrderStatus }) =>
      ['PAYMENT_WAITING', 'CANCELED_BY_NOPAYMENT'].includes(productOrderStatus),
    );
    expect(found('PAYED_DATETIME').size).toBe(truth.length - unpaid.length);
    expect(found('DISPATCHED_DATETIME').size).toBe(truth.filter((line) => line.deliveryMethod).length);
    expect(found('PURCHASE_DECIDED_DATETIME').size).toBe(
      truth.filter((line) => line.productOrderStatus === 'PURCHASE_DECIDED').length,
    );
    expect(found('CLAIM_REQUESTED_DATETIME', { claimStatuses: 'CANCEL_REQUEST' })).toEqual(
      new Set(
        truth
          .filter(({ claimStatus }) => claimStatus === 'CANCEL_REQUEST')
          .map(({ productOrderId }) => productOrderId),
      ),
    );
    expect(found('CLAIM_COMPLETED_DATETIME').size).toBeGreaterThan(5);
    expect(found('COLLECT_COMPLETED_DATETIME').size).toBeGreaterThan(3);
    expect(found('GIFT_RECEIVED_DATETIME').size).toBe(1);
    expect(found('HOPE_DELIVERY_INFO_CHANGED_DATETIME').size).toBe(1);
  });

  it.each([
    ['4000', {}],
    ['4000', { from: 'today' }],
    ['104139', { from: formatKst(START - DAY_MS - 1), to: formatKst(START) }],
    ['4000', { ...day, pageSize: 301 }],
    ['4000', { ...day, page: 0 }],
    ['4000', { ...day, rangeType: 'PAID' }],
    ['4000', { ...day, claimStatuses: 'RETURN_INIT' }],
    ['4000', { ...day, productOrderStatuses: '' }],
    ['4000', { ...day, placeOrderStatusType: 'YES' }],
    ['4000', { ...day, fulfillment: 'yes' }],
  ])('answers %s to %j', (code, query) => {
    const answer = shop.get(LIST, query);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code });
  });
});
