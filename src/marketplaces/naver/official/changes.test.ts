import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectForward, expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import type { OrderLineSnapshot } from '../../../domain/order.ts';
import type { Cursor } from '../../kit/cursor.ts';
import type { OrderRead } from '../../kit/shop.ts';
import type { WindowCount } from '../../kit/windows.ts';
import { readChanges } from './changes.ts';
import type { Client } from './client.ts';
import { freshState, writeCursor } from './cursor.ts';
import { DAY_MS } from './spans.ts';
import { wireTime } from './wire-time.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-21T00:00:00.000Z');
const SINCE = new Date(NOW - 3 * DAY_MS);
const NEVER = Number.MAX_SAFE_INTEGER;

/** A product order and the moments of its way. Being paid and being dispatched leave a row in the feed. */
interface Line {
  readonly id: string;
  readonly paidAt: number;
  readonly confirmedAt: number;
  readonly dispatchedAt: number;
  readonly deliveredAt: number;
}

function paidLine(id: string, paidAt: number): Line {
  return { id, paidAt, confirmedAt: NEVER, dispatchedAt: NEVER, deliveredAt: NEVER };
}

interface Status {
  readonly productOrderStatus: string;
  readonly placeOrderStatus: string;
}

function statusOf(line: Line, now: number): Status {
  const productOrderStatus =
    line.deliveredAt <= now ? 'DELIVERED' : line.dispatchedAt <= now ? 'DELIVERING' : 'PAYED';
  return { productOrderStatus, placeOrderStatus: line.confirmedAt <= now ? 'OK' : 'NOT_YET' };
}

/** What a reader of the line must have seen. */
function nativeStatusOf(line: Line, now: number): string {
  const { productOrderStatus, placeOrderStatus } = statusOf(line, now);
  return productOrderStatus === 'PAYED' ? `PAYED/${placeOrderStatus}` : productOrderStatus;
}

/** The moment of the line's only row in the feed: its last change, without those that leave none. */
function changedAt({ paidAt, dispatchedAt }: Line, now: number): number {
  return dispatchedAt <= now ? dispatchedAt : paidAt;
}

const askedFor = z.object({ productOrderIds: z.array(z.string()) });

/** A store as it is at `now`, whose feed and lists give `pageSize` rows at a time. */
function storeWith(lines: readonly Line[], pageSize: number, now: number): Client {
  const paid = lines.filter(({ paidAt }) => paidAt <= now);
  const changes = paid
    .map((line) => ({ line, id: line.id, at: changedAt(line, now) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

  function feed(query: URLSearchParams): unknown {
    const from = Date.parse(query.get('lastChangedFrom') ?? '');
    const to = Date.parse(query.get('lastChangedTo') ?? '');
    const sequence = query.get('moreSequence') ?? '';
    expect(to - from).toBeLessThan(DAY_MS);
    const rows = changes.filter(({ at, id }) => at <= to && (at > from || (at === from && id >= sequence)));
    if (rows.length === 0) return { timestamp: wireTime(now), traceId: 't' };
    const next = rows[pageSize];
    return {
      timestamp: wireTime(now),
      traceId: 't',
      data: {
        count: Math.min(rows.length, pageSize),
        lastChangeStatuses: rows.slice(0, pageSize).map(({ line, id, at }) => ({
          orderId: `o${id}`,
          productOrderId: id,
          lastChangedDate: wireTime(at),
          productOrderStatus: statusOf(line, now).productOrderStatus,
        })),
        ...(next === undefined
          ? {}
          : { more: { moreFrom: wireTime(next.at).replace(/00\+/, '+'), moreSequence: next.id } }),
      },
    };
  }

  function list(query: URLSearchParams): unknown {
    const from = Date.parse(query.get('from') ?? '');
    const to = Date.parse(query.get('to') ?? '');
    const page = Number(query.get('page'));
    const statuses = query.getAll('productOrderStatuses');
    const isByPayment = query.get('rangeType') === 'PAYED_DATETIME';
    expect(to - from).toBeLessThan(DAY_MS);
    const found = paid.filter((line) => {
      const at = isByPayment ? line.paidAt : line.dispatchedAt;
      return at >= from && at <= to && statuses.includes(statusOf(line, now).productOrderStatus);
    });
    const contents = found.slice((page - 1) * pageSize, page * pageSize);
    return {
      data: {
        contents: contents.map((line) => ({
          productOrderId: line.id,
          content: element(line.id, statusOf(line, now)),
        })),
        pagination: { page, size: pageSize, hasNext: found.length > page * pageSize },
      },
    };
  }

  function details(body: unknown): unknown {
    const { productOrderIds } = askedFor.parse(body);
    const found = paid.filter(({ id }) => productOrderIds.includes(id));
    return { data: found.map((line) => element(line.id, statusOf(line, now))) };
  }

  return {
    async ask(call) {
      const query = call.query ?? new URLSearchParams();
      if (call.operation === 'changedStatuses') return call.decode(feed(query));
      if (call.operation === 'productOrderList') return call.decode(list(query));
      return call.decode(details(call.body));
    },
    proveKeys: async () => {},
  };
}

function element(id: string, status: Status): unknown {
  return {
    order: { orderId: `o${id}`, orderDate: wireTime(NOW - DAY_MS) },
    productOrder: {
      productOrderId: id,
      ...status,
      productId: 'p',
      productName: 'p',
      quantity: 1,
      unitPrice: 1,
      totalProductAmount: 1,
      totalPaymentAmount: 1,
    },
  };
}

function linesOf(items: readonly OrderRead[]): readonly OrderLineSnapshot[] {
  return items.flatMap((item) => (item.kind === 'order' ? item.order.lines : []));
}

/** One reader of a store: what it saw last of each line, and its cursor. */
function newReader() {
  const seen = new Map<string, string>();
  let cursor: Cursor | null = null;
  return {
    seen,
    /** Runs once for each of `lives`, dies after that many batches, and goes on from the last cursor. */
    async run(client: Client, now: number, lives: readonly number[]): Promise<void> {
      for (const life of lives) {
        const counts: (WindowCount | undefined)[] = [];
        let batches = 0;
        for await (const batch of readChanges(client, now, { cursor, since: SINCE })) {
          counts.push(batch.windows);
          for (const line of linesOf(batch.items)) seen.set(line.nativeLineId, line.nativeStatus);
          cursor = batch.cursor;
          batches += 1;
          if (batches >= life) break;
        }
        if (batches < life) expectForwardToTheEnd(counts);
        else expectForward(counts);
        // Everything is foreseen from the start.
        expect(new Set(counts.map((count) => count?.total)).size).toBe(1);
      }
    },
  };
}

/** Whatever is old enough for the feed to show must have been seen as it is at `now`, and nothing unpaid. */
function expectUpToDate(seen: ReadonlyMap<string, string>, lines: readonly Line[], now: number): void {
  const settled = lines.filter((line) => line.paidAt <= now && changedAt(line, now) <= now - 6_000);
  expect(settled.map(({ id }) => [id, seen.get(id)])).toEqual(
    settled.map((line) => [line.id, nativeStatusOf(line, now)]),
  );
  const paid = new Set(lines.filter(({ paidAt }) => paidAt <= now).map(({ id }) => id));
  expect([...seen.keys()].filter((id) => !paid.has(id))).toEqual([]);
}

const tenths = (from: number, to: number) =>
  fc.integer({ min: from / 100, max: to / 100 }).map((tenth) => tenth * 100);
const aroundTheRuns = tenths(NOW - HOUR_MS, NOW + 2 * HOUR_MS);
const moment = fc.oneof(tenths(SINCE.getTime(), NOW), aroundTheRuns, fc.constant(NOW - DAY_MS));
const momentOrNever = fc.oneof(moment, aroundTheRuns, fc.constant(NEVER));

/** Product orders paid since the beginning, that got anywhere; some at the same moment. */
const someLines = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 100, max: 999 }).map(String),
      moments: fc.tuple(moment, momentOrNever, momentOrNever, momentOrNever),
    }),
    { selector: ({ id }) => id, maxLength: 25, size: 'max' },
  )
  .map((drafts) =>
    drafts.map(({ id, moments }): Line => {
      const [paidAt = NEVER, confirmedAt = NEVER, dispatchedAt = NEVER, deliveredAt = NEVER] =
        moments.toSorted((a, b) => a - b);
      return { id, paidAt, confirmedAt, dispatchedAt, deliveredAt };
    }),
  );

const someLives = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });

describe('readChanges', () => {
  it('loses nothing, whatever the pages and wherever a run is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLines,
        fc.integer({ min: 1, max: 4 }),
        someLives,
        fc.boolean(),
        fc.integer({ min: HOUR_MS, max: 3 * HOUR_MS }),
        someLives,
        async (lines, pageSize, lives, isFinished, pauseMs, laterLives) => {
          const reader = newReader();
          await reader.run(storeWith(lines, pageSize, NOW), NOW, isFinished ? [...lives, Infinity] : lives);
          if (isFinished) expectUpToDate(reader.seen, lines, NOW);

          // By now the sweeps are due, which alone tell of what was confirmed or delivered since.
          const later = NOW + pauseMs;
          await reader.run(storeWith(lines, pageSize, later), later, [...laterLives, Infinity]);
          expectUpToDate(reader.seen, lines, later);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('takes what lies in the marketplace’s future off what is before it', async () => {
    const counts: (WindowCount | undefined)[] = [];
    const slow = storeWith([], 1, NOW - 1.5 * DAY_MS);
    for await (const { windows } of readChanges(slow, NOW, { cursor: null, since: SINCE }))
      counts.push(windows);
    expect(counts).toEqual([
      { done: 1, total: 3 },
      { done: 2, total: 2 },
    ]);
  });

  it('reads a product order once where the feed repeats its row on the same page or the next', async () => {
    const at = NOW - DAY_MS / 2;
    const lines = ['101', '102', '103'].map((id) => paidLine(id, at));
    const client = storeWith(lines, 1, NOW);
    const repeat = repeater();
    const doubled: Client = {
      ...client,
      ask: (call) =>
        client.ask({
          ...call,
          decode: (json) => call.decode(call.operation === 'changedStatuses' ? repeat(json) : json),
        }),
    };
    const items: string[] = [];
    for await (const batch of readChanges(doubled, NOW, { cursor: null, since: SINCE })) {
      items.push(...linesOf(batch.items).map(({ nativeLineId }) => nativeLineId));
    }
    expect(items).toEqual(['101', '102', '103']);
  });

  it('keeps a page that leads back to itself, and takes the window from its beginning next time', async () => {
    const circle = { moreFrom: wireTime(NOW - DAY_MS), moreSequence: '7' };
    let asked = 0;
    const client: Client = {
      async ask(call) {
        asked += 1;
        return call.decode({ timestamp: wireTime(NOW), data: { lastChangeStatuses: [], more: circle } });
      },
      proveKeys: async () => {},
    };
    const cursors: string[] = [];
    const run = async () => {
      const from = { cursor: null, since: new Date(NOW - DAY_MS) };
      for await (const { cursor } of readChanges(client, NOW, from)) cursors.push(cursor);
    };
    await expect(run()).rejects.toMatchObject({ reason: 'unexpected_shape' });
    expect(asked).toBe(2);
    expect(cursors.map((cursor) => JSON.parse(cursor).window.at)).toEqual([
      { moreFrom: NOW - DAY_MS, moreSequence: '7' },
      null,
    ]);
  });

  it('stops at a list page that brings nothing new but promises more', async () => {
    const content = element('1', { productOrderStatus: 'PAYED', placeOrderStatus: 'NOT_YET' });
    const page = { contents: [{ content }], pagination: { hasNext: true } };
    const cursor = writeCursor(freshState(SINCE.getTime(), NOW - HOUR_MS));
    let asked = 0;
    const client: Client = {
      async ask(call) {
        if (call.operation === 'changedStatuses')
          return call.decode({ timestamp: wireTime(NOW), traceId: 't' });
        asked += 1;
        return call.decode({ data: page });
      },
      proveKeys: async () => {},
    };
    const run = async () => {
      for await (const _batch of readChanges(client, NOW, { cursor, since: SINCE }));
    };
    await expect(run()).rejects.toMatchObject({
      reason: 'unexpected_shape',
      trouble: { operation: 'productOrderList' },
    });
    expect(asked).toBe(2);
  });

  it('gives a cursor even when there is nothing to read yet', async () => {
    const batches = readChanges(storeWith([], 1, NOW), NOW, { cursor: null, since: new Date(NOW) });
    const { value } = await batches.next();
    expect(value).toMatchObject({ feed: 'changed', items: [] });
    expect(await batches.next()).toMatchObject({ done: true });
  });
});

/** Makes every feed page say all rows before it once more, and its own twice. */
function repeater(): (json: unknown) => unknown {
  const said: unknown[] = [];
  return (json) => {
    const answer = JSON.parse(JSON.stringify(json));
    if (answer.data === undefined) return answer;
    said.push(...answer.data.lastChangeStatuses);
    return { ...answer, data: { ...answer.data, lastChangeStatuses: [...said, ...said] } };
  };
}
