import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectForward, expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import type { Cursor } from '../../kit/cursor.ts';
import type { WindowCount } from '../../kit/windows.ts';
import { wireTime } from '../official/wire-time.ts';
import { readChanges } from './changes.ts';
import type { Client } from './client.ts';
import { readCursor } from './cursor.ts';
import { FEEDS, LOOK_BACK_MS, OVERLAP_MS } from './feed-plan.ts';
import { openOrdersDesk } from './orders.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.parse('2026-11-21T00:00:00.000Z');
const SINCE = new Date(NOW - 3 * DAY_MS);

/** Something that came to be at a moment: an order in a status, or a claim in one. */
interface Event {
  readonly id: string;
  readonly at: number;
  readonly feed: number;
}

interface StoreSettings {
  readonly pageSize: number;
  /** Whether `pageStart` counts rows instead of pages: the guide does not say. */
  readonly byRows: boolean;
}

const OPERATION_OF = ['cancelRequests', 'returnRequests', 'exchangeRequests'];

/** A store that lists what came into each status, `pageSize` at a time. */
function storeWith(events: readonly Event[], { pageSize, byRows }: StoreSettings): Client {
  return {
    async ask({ operation, params, query = new URLSearchParams(), decode }) {
      const from = Date.parse(query.get('changedFrom') ?? '');
      const to = Date.parse(query.get('changedTo') ?? '');
      expect(from).toBeLessThan(to);
      const nth = FEEDS.findIndex((feed) =>
        'claims' in feed ? feed.claims === operation : feed.statusType === params?.statusType,
      );
      const found = events.filter(({ at, feed }) => feed === nth && at >= from && at < to);
      if (OPERATION_OF.includes(operation)) {
        return decode({ claims: found.map(({ id, at }) => claim(id, at)), totalCount: found.length });
      }
      const pageStart = Number(query.get('pageStart'));
      const first = byRows ? pageStart : pageStart * pageSize;
      const orders = found.slice(first, first + pageSize).map(({ id }) => order(id));
      return decode({ orders, pageStart, pageSize, totalCount: found.length });
    },
    proveKeys: async () => {},
  };
}

function order(id: string): unknown {
  const line = {
    productOrderId: `l${id}`,
    orderStatus: 'PACKING',
    productId: 'p',
    productName: 'p',
    quantity: 1,
    unitPrice: 1,
    totalProductAmount: 1,
  };
  return { orderId: id, orderDate: wireTime(NOW - DAY_MS), productOrders: [line] };
}

function claim(id: string, at: number): unknown {
  return {
    claimId: id,
    orderId: 'o',
    productOrderId: 'l',
    claimType: 'RETURN',
    claimStatus: 'RETURN_REQUESTED',
    requestDate: wireTime(at),
  };
}

/** One reader of a store: the names it saw, and its cursor. */
function newReader() {
  const seen = new Set<string>();
  let cursor: Cursor | null = null;
  return {
    seen,
    async run(client: Client, now: number, lives: readonly number[]): Promise<void> {
      for (const life of lives) {
        const counts: (WindowCount | undefined)[] = [];
        let batches = 0;
        for await (const batch of readChanges(client, now, { cursor, since: SINCE })) {
          counts.push(batch.windows);
          for (const item of batch.items) {
            if (item.kind === 'order') seen.add(`${batch.feed} ${item.order.nativeOrderId}`);
            if (item.kind === 'claim') seen.add(`${batch.feed} ${item.claim.nativeClaimId}`);
          }
          cursor = batch.cursor;
          batches += 1;
          if (batches >= life) break;
        }
        if (batches < life) expectForwardToTheEnd(counts);
        else expectForward(counts);
      }
    },
  };
}

function namesUpTo(events: readonly Event[], now: number): string[] {
  return events
    .filter(({ at }) => at < now)
    .map(({ id, feed }) => `${FEEDS[feed]?.name} ${id}`)
    .sort();
}

const someEvents = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 100, max: 999 }).map(String),
    at: fc.integer({ min: SINCE.getTime(), max: NOW + 2 * HOUR_MS }),
    feed: fc.integer({ min: 0, max: FEEDS.length - 1 }),
  }),
  { selector: ({ id }) => id, maxLength: 30, size: 'max' },
);
const someLives = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 });

describe('readChanges', () => {
  it('loses nothing, whatever the pages, however they are counted and wherever a run is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        someEvents,
        fc.record({ pageSize: fc.integer({ min: 1, max: 4 }), byRows: fc.boolean() }),
        someLives,
        fc.integer({ min: 1, max: 2 * HOUR_MS }),
        async (events, settings, lives, pauseMs) => {
          const reader = newReader();
          const store = storeWith(events, settings);
          await reader.run(store, NOW, lives);
          await reader.run(store, NOW + pauseMs, [...lives, Infinity]);
          expect([...reader.seen].sort()).toEqual(namesUpTo(events, NOW + pauseMs));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads what appears late within the overlap', async () => {
    const late: Event = { id: '100', at: NOW - OVERLAP_MS + 1, feed: 0 };
    const reader = newReader();
    await reader.run(storeWith([], { pageSize: 300, byRows: false }), NOW, [Infinity]);
    await reader.run(storeWith([late], { pageSize: 300, byRows: false }), NOW + 1, [Infinity]);
    expect([...reader.seen]).toEqual(namesUpTo([late], NOW));
  });

  it('never asks further back than the guide allows', async () => {
    const froms: number[] = [];
    const client: Client = {
      async ask({ query, decode }) {
        froms.push(Date.parse(query?.get('changedFrom') ?? ''));
        return decode({ orders: [], claims: [], totalCount: 0 });
      },
      proveKeys: async () => {},
    };
    for await (const _batch of readChanges(client, NOW, { cursor: null, since: new Date(0) }));
    expect(Math.min(...froms)).toBe(NOW - LOOK_BACK_MS);
  });

  it('leaves the window unread when a page brings nothing new but promises more', async () => {
    const client: Client = {
      ask: async ({ decode }) => decode({ orders: [order('1')], claims: [], totalCount: 2 }),
      proveKeys: async () => {},
    };
    const cursors: string[] = [];
    const run = async () => {
      const since = new Date(NOW - HOUR_MS);
      for await (const { cursor } of readChanges(client, NOW, { cursor: null, since })) cursors.push(cursor);
    };
    await expect(run()).rejects.toMatchObject({ reason: 'unexpected_shape' });
    expect(cursors).toHaveLength(2);
    for (const cursor of cursors) {
      expect(readCursor(cursor)?.feeds['orders.pay_completed']?.window?.from).toBe(NOW - HOUR_MS);
    }
  });

  it('begins anew with a cursor that is not its own', () => {
    for (const cursor of ['', '{', '{"v":2}', '{"v":1,"since":0,"feeds":{"a":{"mark":-1,"window":null}}}']) {
      expect(readCursor(cursor)).toBeNull();
    }
  });
});

describe('placedBetween', () => {
  it('gives every order that was paid in the range, both ends included', async () => {
    const from = NOW - 2 * DAY_MS - 5;
    const ats = [from - 1, from, NOW - DAY_MS, NOW - 10, NOW - 9];
    const events = ats.map((at, index): Event => ({ id: String(100 + index), at, feed: 0 }));
    const desk = openOrdersDesk(storeWith(events, { pageSize: 1, byRows: false }), () => new Date(NOW));
    const ids = new Set<string>();
    const counts: (WindowCount | undefined)[] = [];
    for await (const { items, windows } of desk.placedBetween(new Date(from), new Date(NOW - 10))) {
      counts.push(windows);
      for (const item of items) if (item.kind === 'order') ids.add(item.order.nativeOrderId);
    }
    expect([...ids]).toEqual(['101', '102', '103']);
    expectForwardToTheEnd(counts);
  });
});
