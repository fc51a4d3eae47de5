import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cursor, OrderRead } from '../../kit/shop.ts';
import { readChanges } from './changes.ts';
import type { Client } from './client.ts';
import { DAY_MS } from './spans.ts';
import { wireTime } from './wire-time.ts';

const NOW = Date.parse('2026-11-21T00:00:00.000Z');
const SINCE = new Date(NOW - 3 * DAY_MS);

interface Change {
  readonly at: number;
  readonly id: string;
}

/** A store whose feed gives `pageSize` rows at a time; `confirmed` ones show in the list only. */
function storeWith(changes: readonly Change[], pageSize: number, confirmed: readonly Change[] = []): Client {
  const sorted = changes.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

  function feed(query: URLSearchParams): unknown {
    const from = Date.parse(query.get('lastChangedFrom') ?? '');
    const to = Date.parse(query.get('lastChangedTo') ?? '');
    const sequence = query.get('moreSequence') ?? '';
    expect(to - from).toBeLessThan(DAY_MS);
    const rows = sorted.filter(({ at, id }) => at <= to && (at > from || (at === from && id >= sequence)));
    if (rows.length === 0) return { timestamp: wireTime(NOW), traceId: 't' };
    const next = rows[pageSize];
    return {
      timestamp: wireTime(NOW),
      traceId: 't',
      data: {
        count: Math.min(rows.length, pageSize),
        lastChangeStatuses: rows.slice(0, pageSize).map(({ at, id }) => ({
          orderId: `o${id}`,
          productOrderId: id,
          lastChangedDate: wireTime(at),
          productOrderStatus: 'PAYED',
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
    expect(to - from).toBeLessThan(DAY_MS);
    const rows = query.get('rangeType') === 'PAYED_DATETIME' ? confirmed : [];
    const found = rows.filter(({ at }) => at >= from && at <= to);
    const contents = found.slice((page - 1) * pageSize, page * pageSize);
    return {
      data: {
        contents: contents.map(({ id }) => ({ productOrderId: id, content: element(id) })),
        pagination: { page, size: pageSize, hasNext: found.length > page * pageSize },
      },
    };
  }

  return {
    async ask(call) {
      const query = call.query ?? new URLSearchParams();
      if (call.operation === 'changedStatuses') return call.decode(feed(query));
      if (call.operation === 'productOrderList') return call.decode(list(query));
      const { productOrderIds } = JSON.parse(JSON.stringify(call.body));
      return call.decode({ data: productOrderIds.map(element) });
    },
    proveKeys: async () => {},
  };
}

function element(id: string): unknown {
  return {
    order: { orderId: `o${id}`, orderDate: wireTime(NOW - DAY_MS) },
    productOrder: {
      productOrderId: id,
      productOrderStatus: 'PAYED',
      placeOrderStatus: 'NOT_YET',
      productId: 'p',
      productName: 'p',
      quantity: 1,
      unitPrice: 1,
      totalProductAmount: 1,
      totalPaymentAmount: 1,
    },
  };
}

function idsOf(items: readonly OrderRead[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'order' ? item.order.lines.map((line) => line.nativeLineId) : [],
  );
}

/** Reads until the end; dies after each of `lives` batches and goes on from the last cursor. */
async function readAll(client: Client, lives: readonly number[]): Promise<Set<string>> {
  const read = new Set<string>();
  let cursor: Cursor | null = null;
  for (const life of [...lives, Infinity]) {
    let batches = 0;
    for await (const batch of readChanges(client, NOW, { cursor, since: SINCE })) {
      for (const id of idsOf(batch.items)) read.add(id);
      cursor = batch.cursor;
      batches += 1;
      if (batches >= life) break;
    }
  }
  return read;
}

const someChanges = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: SINCE.getTime(), max: NOW - 6_000 }).map((ms) => ms - (ms % 100)),
      id: fc.integer({ min: 100, max: 999 }).map(String),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  )
  .map((changes) => changes.map((change) => ({ ...change, at: Math.max(change.at, SINCE.getTime()) })));

describe('readChanges', () => {
  it('loses nothing, whatever the pages and wherever a run is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        someChanges,
        someChanges,
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
        async (changes, confirmed, pageSize, lives) => {
          const read = await readAll(storeWith(changes, pageSize, confirmed), lives);
          const wanted = [...changes, ...confirmed].map(({ id }) => id);
          expect([...read].sort()).toEqual([...new Set(wanted)].sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads a product order once where the feed repeats its row on the same page or the next', async () => {
    const at = NOW - DAY_MS / 2;
    const rows = ['101', '102', '103'].map((id) => ({ at, id }));
    const client = storeWith(rows, 1);
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
      items.push(...idsOf(batch.items));
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
    const page = { contents: [{ content: element('1') }], pagination: { hasNext: true } };
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
      for await (const _batch of readChanges(client, NOW, { cursor: null, since: SINCE }));
    };
    await expect(run()).rejects.toMatchObject({
      reason: 'unexpected_shape',
      trouble: { operation: 'productOrderList' },
    });
    expect(asked).toBe(2);
  });

  it('gives a cursor even when there is nothing to read yet', async () => {
    const batches = readChanges(storeWith([], 1), NOW, { cursor: null, since: new Date(NOW) });
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
