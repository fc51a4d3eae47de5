import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putClaims,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { claim, line, order } from '../../../test/harness/snapshots.ts';
import type { OrderLineSnapshot } from '../../domain/order.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Account } from '../../store/accounts.ts';

/** Ten in the morning of a Monday in Seoul. */
const NOW = new Date('2026-11-23T01:00:00Z');
const NOVEMBER = 'start_date=2026-11-09&end_date=2026-11-22';

describe.each(DATABASE_KINDS)('analytics on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let mine: TestBusiness;
  let naver: Account;
  let coupang: Account;

  /** An order of one line of 10,000 in three units, unless told otherwise. */
  const sold = (
    nativeOrderId: string,
    orderedAt: string,
    told: Partial<OrderLineSnapshot> = {},
    currency: 'KRW' | 'RUB' = 'KRW',
  ) =>
    order({
      nativeOrderId,
      orderedAt,
      paidAt: orderedAt,
      currency,
      lines: [
        line({
          nativeLineId: `${nativeOrderId}-1`,
          quantity: 3,
          amount: 10_000,
          paidAmount: 10_000,
          shipBy: '2026-11-30T14:59:59.000Z',
          ...told,
        }),
      ],
    });
  const shippedAt = (at: string, shipBy: string): Partial<OrderLineSnapshot> => ({
    status: 'SHIPPED',
    nativeStatus: 'DEPARTURE',
    shipBy,
    parcel: { nativeCarrier: 'CJGLS', invoice: '640000000001', shippedAt: at },
  });

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { clock: () => NOW });
    api = await openTestServer(hub);
    mine = await openBusiness(hub, 'mine');
    naver = await connect(hub, mine, 'naver');
    coupang = await connect(hub, mine, 'coupang');
    await putOrders(hub, mine, naver, [
      // The last second of the Sunday before in Seoul, and the first of the Monday.
      sold('before', '2026-11-08T14:59:59.000Z', { paidAmount: 7_000 }),
      sold('first', '2026-11-08T15:00:00.000Z'),
      sold('canceled', '2026-11-10T03:00:00.000Z', { status: 'CANCELED', nativeStatus: 'CANCEL' }),
      sold('returned', '2026-11-11T03:00:00.000Z', { status: 'RETURNED', nativeStatus: 'RETURNS' }),
      sold('in-part', '2026-11-17T03:00:00.000Z'),
      sold('after', '2026-11-22T15:00:00.000Z'),
      sold('rubles', '2026-11-12T03:00:00.000Z', { paidAmount: 99_999 }, 'RUB'),
    ]);
    await putOrders(hub, mine, coupang, [
      sold('in-time', '2026-11-17T03:00:00.000Z', {
        ...shippedAt('2026-11-18T03:00:00.000Z', '2026-11-18T14:59:59.000Z'),
        nativeProductId: 'hat',
        productName: '모자',
        paidAmount: 50_000,
      }),
      sold('too-late', '2026-11-17T04:00:00.000Z', {
        ...shippedAt('2026-11-19T03:00:00.000Z', '2026-11-18T14:59:59.000Z'),
        nativeProductId: 'hat',
        productName: '모자',
        paidAmount: 50_000,
      }),
      sold('waits', '2026-11-18T03:00:00.000Z', { shipBy: '2026-11-20T14:59:59.000Z' }),
    ]);
    const ofPart = [{ nativeLineId: 'in-part-1', nativeItemId: '70071284034', quantity: 1 }];
    await putClaims(hub, mine, naver, [
      claim({ nativeClaimId: 'done', nativeOrderId: 'in-part', state: 'done', lines: ofPart }),
      claim({
        nativeClaimId: 'withdrawn',
        nativeOrderId: 'first',
        kind: 'exchange',
        state: 'withdrawn',
        lines: [{ nativeLineId: 'first-1', nativeItemId: '70071284034', quantity: 3 }],
      }),
    ]);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const ask = async (path: string) =>
    (await api.ask(`GET /api/v1/analytics${path}`, { as: mine.tokens.viewer })).json();

  test('takes out what was canceled and returned, and says so', async () => {
    const { total, shops, period_before, currency, currencies } = await ask(`/summary?${NOVEMBER}`);
    expect({ currency, currencies }).toEqual({ currency: 'KRW', currencies: ['KRW', 'RUB'] });
    expect(period_before).toEqual({ from: '2026-10-26', to: '2026-11-08' });
    expect(total.now).toMatchObject({
      orders: 7,
      canceled_orders: 1,
      units: 3 + 0 + 0 + 2 + 3 * 3,
      paid_amount: 150_000,
      canceled_amount: 10_000 + 3_333,
      returned_amount: 10_000,
      revenue: 150_000 - 13_333 - 10_000,
      claimed_orders: 1,
      claims: { cancel: 1, return: 0, exchange: 0 },
      timed_orders: 3,
      on_time_orders: 1,
    });
    expect(total.now.claims_rate).toBeCloseTo(1 / 7);
    expect(total.now.cancel_rate).toBeCloseTo(1 / 7);
    expect(total.now.on_time_rate).toBeCloseTo(1 / 3);
    expect(total.before).toMatchObject({ orders: 1, revenue: 7_000, on_time_rate: null });
    expect(shops).toMatchObject([
      { account_id: coupang.id, platform: 'coupang', now: { orders: 3, revenue: 110_000 } },
      { account_id: naver.id, platform: 'naver', now: { orders: 4, revenue: 16_667 } },
    ]);
  });

  test('counts one currency at a time', async () => {
    const { total } = await ask(`/summary?${NOVEMBER}&currency=RUB`);
    expect(total.now).toMatchObject({ orders: 1, revenue: 99_999 });
    const { total: none } = await ask(`/summary?${NOVEMBER}&currency=UZS`);
    expect(none.now).toMatchObject({ orders: 0, revenue: 0, cancel_rate: null, on_time_rate: null });
  });

  test('every step adds up to the summary', async () => {
    const { total } = await ask(`/summary?${NOVEMBER}`);
    for (const [step, points] of [
      ['day', 14],
      ['week', 2],
      ['month', 1],
    ] as const) {
      const trend: {
        points: readonly { from: string; to: string; figures: { orders: number; revenue: number } }[];
      } = await ask(`/trend?${NOVEMBER}&step=${step}`);
      expect(trend.points).toHaveLength(points);
      const sumOf = (of: (point: (typeof trend.points)[number]) => number) =>
        trend.points.reduce((sum, point) => sum + of(point), 0);
      expect(sumOf(({ figures }) => figures.orders)).toBe(total.now.orders);
      expect(sumOf(({ figures }) => figures.revenue)).toBe(total.now.revenue);
    }
    const { points } = await ask(`/trend?${NOVEMBER}&step=week&platform=naver`);
    expect(points).toMatchObject([
      { from: '2026-11-09', to: '2026-11-15', figures: { orders: 3, revenue: 10_000 } },
      { from: '2026-11-16', to: '2026-11-22', figures: { orders: 1, revenue: 6_667 } },
    ]);
  });

  test('tells the three numbers of each marketplace', async () => {
    const platforms = await ask(`/platforms?${NOVEMBER}&limit=1`);
    expect(Object.keys(platforms).sort()).toEqual(['coupang', 'naver']);
    expect(platforms.coupang).toEqual({
      orders: 3,
      revenue: 110_000,
      currency: 'KRW',
      best_sellers: [
        {
          account_id: coupang.id,
          account_name: 'coupang shop',
          native_product_id: 'hat',
          product_name: '모자',
          orders: 2,
          units: 6,
          revenue: 100_000,
        },
      ],
    });
    expect(platforms.naver).toMatchObject({ orders: 4, revenue: 16_667, best_sellers: [{ units: 5 }] });
  });

  test('counts the last thirty days when no period is named', async () => {
    const { period, total } = await ask('/summary');
    expect(period).toEqual({ from: '2026-10-25', to: '2026-11-23' });
    expect(total.now.orders).toBe(9);
  });

  test('refuses periods that nobody can mean', async () => {
    expect(await ask('/trend?start_date=2026-11-02&end_date=2026-11-01')).toMatchObject({
      errors: [{ field: 'end_date', code: 'dates_reversed' }],
    });
    expect(await ask('/summary?start_date=2020-01-01&end_date=2026-11-01')).toMatchObject({
      errors: [{ field: 'start_date', code: 'period_too_long' }],
    });
    expect(await ask('/summary?start_date=2026-11-01T09:00')).toMatchObject({
      errors: [{ field: 'start_date', code: 'bad_date' }],
    });
  });
});
