import { describe, expect, it } from 'vitest';
import { expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import type { WindowCount } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { ordersDesk } from './orders.ts';
import { BOX_STATUSES } from './statuses.ts';
import { sampleBox } from './test-sample.ts';

const clock = () => new Date('2026-11-21T01:02:03Z');
const desk = (ask: Ask) => ordersDesk(ask, { vendorId: 'A00012345', wingId: undefined }, clock);

function refusing(reason: TroubleReason): Ask {
  return async ({ operation }) => {
    throw new MarketplaceError({ reason, operation, nativeText: '유효하지 않은 주문번호 입니다.' });
  };
}

describe('placedBetween', () => {
  it('asks for every status in windows Coupang allows, and leaves out what lies beside the range', async () => {
    const queries: string[] = [];
    const ask: Ask = async ({ operation, query = '', decode }) => {
      if (operation !== 'ordersheets') return decode({ data: [] });
      queries.push(query);
      const inside = { ...sampleBox(), orderId: 1, orderedAt: '2026-11-20T10:20:16+09:00' };
      const before = { ...sampleBox(), orderId: 2, orderedAt: '2026-10-01T00:00:00+09:00' };
      return decode({ data: query.includes('status=ACCEPT') ? [inside, before] : [], nextToken: '' });
    };
    const ids = new Set<string>();
    const range = [new Date('2026-10-10T00:00:00Z'), new Date('2026-11-20T03:00:00Z')] as const;
    for await (const { items } of desk(ask).placedBetween(...range)) {
      for (const read of items) if (read.kind === 'order') ids.add(read.order.nativeOrderId);
    }
    expect(ids).toEqual(new Set(['1']));
    const spans = ['2026-10-10%2B09:00&createdAtTo=2026-11-09', '2026-11-09%2B09:00&createdAtTo=2026-11-21'];
    expect(queries).toEqual(
      Object.keys(BOX_STATUSES).flatMap((status) =>
        spans.map((span) => `createdAtFrom=${span}%2B09:00&status=${status}&maxPerPage=50`),
      ),
    );
  });

  it('tells how far it is, to the end', async () => {
    let asked = 0;
    const ask: Ask = async ({ operation, query = '', decode }) => {
      asked += 1;
      if (operation !== 'ordersheets') return decode({ data: [] });
      return decode({ data: [], nextToken: query.includes('nextToken') ? '' : ['', 'more'][asked % 2] });
    };
    const counts: (WindowCount | undefined)[] = [];
    const range = [new Date('2026-08-10T00:00:00Z'), new Date('2026-11-20T03:00:00Z')] as const;
    for await (const { windows } of desk(ask).placedBetween(...range)) counts.push(windows);
    expectForwardToTheEnd(counts);
    expect(counts.length).toBe(asked);
    expect(new Set(counts.map((count) => count?.total))).toEqual(
      // Of the exchanges, 104 days in windows of six.
      new Set([Object.keys(BOX_STATUSES).length * 4 + 18]),
    );
  });

  it('does not end silently when pages go round', async () => {
    const ask: Ask = async ({ decode }) => decode({ data: [], nextToken: 'a' });
    const reading = async () => {
      for await (const _ of desk(ask).placedBetween(clock(), clock()));
    };
    await expect(reading()).rejects.toMatchObject({ reason: 'unexpected_shape' });
  });
});

describe('read', () => {
  it.each(['not_found', 'refused'] as const)('takes %s as an order that is not shown', async (reason) => {
    expect(await desk(refusing(reason)).read(['1'])).toEqual({
      reads: [],
      missing: [{ nativeOrderId: '1', nativeText: '유효하지 않은 주문번호 입니다.', ended: false }],
    });
  });

  it.each(['wrong_shop', 'over_limit', 'down'] as const)('does not take %s for that', async (reason) => {
    await expect(desk(refusing(reason)).read(['1'])).rejects.toMatchObject({ reason });
  });
});
