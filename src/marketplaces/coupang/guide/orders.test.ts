import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasState } from '../../../domain/claim.ts';
import { KST_MINUTES } from '../../kit/zone.ts';
import type { Ask } from './calls.ts';
import { decodeOrders, decodeReceipts } from './decode-pages.ts';
import { FEED_FACTS, FEEDS } from './feeds.ts';
import { ordersDesk } from './orders.ts';
import { readPage } from './read-page.ts';

const THREE_MONTHS_MS = 89 * 24 * 60 * 60_000;

interface Listed {
  readonly orderId: number;
  readonly status: string;
  readonly orderAt: Date;
}

function row({ orderId, status, orderAt }: Listed): object {
  const wall = new Date(orderAt.getTime() + KST_MINUTES * 60_000).toISOString().slice(0, 19);
  return {
    orderId,
    shipmentBoxId: orderId,
    status,
    orderAt: `${wall}+09:00`,
    shippingPrice: 0,
    orderItems: [
      {
        vendorItemId: 1,
        vendorItemName: 'socks',
        quantity: 1,
        salePrice: 1000,
        orderPrice: 1000,
        discountPrice: 0,
      },
    ],
  };
}

/** Lists as the guide tells them; a range from longer ago than three months is refused. */
function asking(orders: readonly Listed[], now: () => Date): Ask {
  return async ({ operation, query = '', decode }) => {
    const asked = new URLSearchParams(query);
    const from = Number(asked.get('createdAtFrom'));
    const to = Number(asked.get('createdAtTo'));
    expect(now().getTime() - from).toBeLessThanOrEqual(THREE_MONTHS_MS);
    if (operation !== 'orders') return decode({ code: 'SUCCESS', data: [], nextToken: '' });
    const start = Number(asked.get('nextToken') ?? 0);
    const found = orders.filter(
      ({ status, orderAt }) =>
        status === asked.get('status') && orderAt.getTime() >= from && orderAt.getTime() < to,
    );
    const nextToken = start + 2 < found.length ? String(start + 2) : '';
    return decode({ code: 'SUCCESS', data: found.slice(start, start + 2).map(row), nextToken });
  };
}

describe('changes', () => {
  it('reads every order of the last three months, however often a run is killed, and asks for none before', async () => {
    const now = new Date('2026-11-21T01:02:03Z');
    const order = fc.record({
      status: fc.constantFrom('ACCEPT', 'INSTRUCT', 'NONE_TRACKING', 'CANCEL', 'FINAL_DELIVERY'),
      orderAt: fc.date({ min: new Date('2026-08-01T00:00:00Z'), max: now, noInvalidDate: true }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { maxLength: 20 }),
        fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
        async (made, kills) => {
          const orders = made.map((each, index) => ({ ...each, orderId: 1000 + index }));
          const desk = ordersDesk(
            asking(orders, () => now),
            'A00012345',
            () => now,
          );
          const seen = new Set<string>();
          let cursor: string | null = null;
          for (const steps of [...kills, Number.POSITIVE_INFINITY]) {
            let left = steps;
            for await (const batch of desk.changes({ cursor, since: new Date('2026-06-01T00:00:00Z') })) {
              if (left-- <= 0) break;
              for (const item of batch.items) if (item.kind === 'order') seen.add(item.order.nativeOrderId);
              cursor = batch.cursor;
            }
          }
          const reach = now.getTime() - THREE_MONTHS_MS + 24 * 60 * 60_000;
          const wanted = orders.filter(({ orderAt }) => orderAt.getTime() >= reach);
          for (const { orderId } of wanted) expect(seen).toContain(String(orderId));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('meets an order that was paid a second ago', async () => {
    let now = new Date('2026-11-21T01:02:03Z');
    const placed: Listed[] = [];
    const desk = ordersDesk(
      asking(placed, () => now),
      'A00012345',
      () => now,
    );
    const since = new Date('2026-11-01T00:00:00Z');
    let cursor: string | null = null;
    for await (const batch of desk.changes({ cursor, since })) cursor = batch.cursor;
    placed.push({ orderId: 7, status: 'ACCEPT', orderAt: new Date('2026-11-21T01:04:30Z') });
    now = new Date('2026-11-21T01:04:31Z');
    const seen: string[] = [];
    for await (const { items } of desk.changes({ cursor, since })) {
      for (const item of items) if (item.kind === 'order') seen.push(item.order.nativeOrderId);
    }
    expect(seen).toEqual(['7']);
  });

  it('tells of every feed it reads', () => {
    expect(FEED_FACTS.map(({ name }) => name)).toEqual(FEEDS.map(({ name }) => name));
    expect(new Set(FEEDS.map(({ name }) => name)).size).toBe(FEEDS.length);
  });
});

describe('decoding', () => {
  it('reads anything a list may hold, or sets it aside', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (data) => {
        for (const decode of [decodeOrders, decodeReceipts]) {
          expect(decode({ data, nextToken: '' }).items.length).toBe(data.length);
        }
      }),
    );
    const receipt = fc.record({
      receiptId: fc.nat(),
      orderId: fc.nat(),
      vendorItemId: fc.nat(),
      quantity: fc.integer({ min: 1, max: 9 }),
      createdAt: fc.constant('2026-11-20T15:02:42+09:00'),
      receiptType: fc.constantFrom('CANCEL', 'RETURN', 'EXCHANGE'),
      status: fc.constantFrom('RECEIPT', 'COMPLETE'),
      result: fc.constantFrom(null, 'DONE', 'REJECTED', 'WITHDRAWN'),
    });
    fc.assert(
      fc.property(receipt, (one) => {
        const [read] = decodeReceipts({ data: [one] }).items;
        if (read?.kind !== 'claim') throw new Error('not read');
        expect(read.claim.state === null || hasState(read.claim.kind, read.claim.state)).toBe(true);
      }),
    );
  });

  it('puts the rows of a receipt about several items together, each item once', () => {
    const rowOf = (vendorItemId: number) => ({
      receiptId: 365469801,
      orderId: 15100012345678,
      shipmentBoxId: 1,
      receiptType: 'CANCEL',
      status: 'RECEIPT',
      result: null,
      vendorItemId,
      quantity: 2,
      createdAt: '2026-11-20T15:02:42+09:00',
    });
    const { items } = decodeReceipts({ data: [rowOf(1), rowOf(2), rowOf(1)] });
    expect(items).toMatchObject([
      {
        kind: 'claim',
        claim: { nativeClaimId: 'R365469801', lines: [{ nativeItemId: '1' }, { nativeItemId: '2' }] },
      },
    ]);
  });

  it('keeps an unknown status without what it does not belong to', () => {
    const [read] = decodeReceipts({
      data: [
        {
          receiptId: 1,
          orderId: 2,
          receiptType: 'CANCEL',
          status: 'CUSTOMS_INSPECTION',
          result: 'WITHDRAWN',
          vendorItemId: 3,
          quantity: 1,
          createdAt: '2026-11-20T15:02:42+09:00',
        },
      ],
    }).items;
    expect(read).toMatchObject({ claim: { state: null, nativeStatus: 'CUSTOMS_INSPECTION' } });
  });

  it('reads the text of a page by itself', () => {
    const listed = { orderId: 1, status: 'ACCEPT', orderAt: new Date('2026-11-20T00:00:00Z') };
    const text = JSON.stringify({ code: 'SUCCESS', data: [row(listed)], nextToken: '' });
    expect(readPage(text)).toMatchObject([
      { kind: 'order', order: { nativeOrderId: '1', orderedAt: '2026-11-20T00:00:00.000Z' } },
    ]);
  });
});
