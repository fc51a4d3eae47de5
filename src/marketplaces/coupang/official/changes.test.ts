import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import type { Ask } from './calls.ts';
import { changes } from './changes.ts';
import { FEEDS } from './feeds.ts';
import { sampleBox } from './test-sample.ts';

const SAMPLE = sampleBox();
const SINCE = new Date('2026-09-01T00:00:00Z');
const NOW = new Date('2026-11-21T01:02:03Z');

interface FakeBox {
  readonly id: string;
  readonly status: string;
  readonly madeAt: Date;
}

type Page = { readonly data: readonly unknown[]; readonly nextToken: string };
type Lists = (query: URLSearchParams) => Page;

/** Answers box lists the way the sheet says, by day, with the last day left out to be hard on the reader. */
function listing(boxes: readonly FakeBox[], pageSize: number): Lists {
  return (query) => {
    const [from = '', to = ''] = [query.get('createdAtFrom'), query.get('createdAtTo')].map((at) =>
      at?.slice(0, 10),
    );
    const start = Number(query.get('nextToken') ?? 0);
    const all = boxes.filter(({ status, madeAt }) => {
      const day = localDay(madeAt, KST_MINUTES);
      return status === query.get('status') && day >= from && day < to;
    });
    const page = all.slice(start, start + pageSize);
    return {
      data: page.map(({ id, status }) => ({ ...SAMPLE, shipmentBoxId: id, orderId: id, status })),
      nextToken: start + pageSize < all.length ? String(start + pageSize) : '',
    };
  };
}

function asking(lists: Lists): { readonly ask: Ask; readonly queries: string[] } {
  const queries: string[] = [];
  const ask: Ask = async ({ query = '', decode }) => {
    queries.push(query);
    return decode(lists(new URLSearchParams(query)));
  };
  return { ask, queries };
}

const idsOf = ({ items }: Batch<OrderRead>) =>
  items.flatMap((read) => (read.kind === 'order' ? [read.order.nativeOrderId] : []));

const refusal = new MarketplaceError({ reason: 'refused', operation: 'ordersheets' });

describe('changes', () => {
  it('reads every box once more, wherever and however often a run is killed', async () => {
    const statuses = FEEDS.slice(1).map(({ status }) => status);
    const box = fc.record({
      status: fc.constantFrom(...statuses),
      madeAt: fc.date({ min: SINCE, max: NOW, noInvalidDate: true }),
    });
    const input = [
      fc.array(box, { maxLength: 30 }),
      fc.array(fc.nat({ max: 12 }), { maxLength: 5 }),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...input, async (made, kills) => {
        const boxes = made.map((each, index) => ({ ...each, id: `6425389710064${10000 + index}` }));
        const { ask } = asking(listing(boxes, 3));
        const seen = new Set<string>();
        let cursor: string | null = null;
        for (const steps of [...kills, Number.POSITIVE_INFINITY]) {
          let left = steps;
          for await (const batch of changes(ask, () => NOW, { cursor, since: SINCE })) {
            if (left-- <= 0) break;
            for (const id of idsOf(batch)) seen.add(id);
            cursor = batch.cursor;
          }
        }
        expect(seen).toEqual(new Set(boxes.map(({ id }) => id)));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on at the page where a run was killed', async () => {
    const boxes = Array.from({ length: 5 }, (_, index) => ({
      id: `1510001234567${index}`,
      status: 'INSTRUCT',
      madeAt: NOW,
    }));
    const { ask, queries } = asking(listing(boxes, 2));
    let cursor: string | null = null;
    for await (const batch of changes(ask, () => NOW, { cursor, since: NOW })) {
      cursor = batch.cursor;
      if (batch.feed === 'INSTRUCT') break;
    }
    queries.length = 0;
    const seen: string[] = [];
    for await (const batch of changes(ask, () => NOW, { cursor, since: NOW })) seen.push(...idsOf(batch));
    expect(seen).toEqual(boxes.slice(2).map(({ id }) => id));
    expect(queries.filter((query) => query.includes('status=INSTRUCT'))[0]).toContain('nextToken=2');
  });

  it('ends with a visible trouble when pages go round, and starts that window again next time', async () => {
    const { ask, queries } = asking(() => ({ data: [], nextToken: 'a' }));
    let cursor: string | null = null;
    const run = async () => {
      for await (const batch of changes(ask, () => NOW, { cursor, since: NOW })) cursor = batch.cursor;
    };
    await expect(run()).rejects.toMatchObject({ reason: 'unexpected_shape' });
    expect(queries.length).toBe(2);
    await expect(run()).rejects.toMatchObject({ reason: 'unexpected_shape' });
    expect(queries[2]).not.toContain('nextToken');
  });

  it('begins a window again when a token from an earlier run has died', async () => {
    const boxes = Array.from({ length: 4 }, (_, index) => ({
      id: `1510001234567${index}`,
      status: 'ACCEPT',
      madeAt: NOW,
    }));
    const lists = listing(boxes, 2);
    let cursor: string | null = null;
    for await (const batch of changes(asking(lists).ask, () => NOW, { cursor, since: NOW })) {
      cursor = batch.cursor;
      break;
    }
    let dead = true;
    const { ask } = asking((query) => {
      if (query.get('nextToken') === '2' && dead) {
        dead = false;
        throw refusal;
      }
      return lists(query);
    });
    const seen = new Set<string>();
    for await (const batch of changes(ask, () => NOW, { cursor, since: NOW })) {
      for (const id of idsOf(batch)) seen.add(id);
    }
    expect(seen).toEqual(new Set(boxes.map(({ id }) => id)));
  });
});
