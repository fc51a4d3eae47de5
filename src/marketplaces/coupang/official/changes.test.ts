import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectForward, expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { WindowCount } from '../../kit/windows.ts';
import { KST_MINUTES, localDay } from '../../kit/zone.ts';
import type { Ask } from './calls.ts';
import { changes } from './changes.ts';
import { BOX_STATUSES } from './statuses.ts';
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
  const ask: Ask = async ({ operation, query = '', decode }) => {
    queries.push(`${operation} ${query}`);
    return decode(operation === 'ordersheets' ? lists(new URLSearchParams(query)) : { data: [] });
  };
  return { ask, queries };
}

const idsOf = ({ items }: Batch<OrderRead>) =>
  items.flatMap((read) => (read.kind === 'order' ? [read.order.nativeOrderId] : []));

/** Windows that were asked for: first pages, and pages that a run went on with. */
function windowsAsked(queries: readonly string[]): number {
  const lists = queries.map((query) => query.replace(/&nextToken=.*/, ''));
  return queries.filter((query, at) => query === lists[at] || lists[at] !== lists[at - 1]).length;
}

const refusal = new MarketplaceError({ reason: 'refused', operation: 'ordersheets' });

describe('changes', () => {
  it('reads every box once more, wherever and however often a run is killed', async () => {
    const statuses = Object.keys(BOX_STATUSES);
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

  it('tells how many windows it has read and has before it, also of what a killed run left', async () => {
    const input = [
      fc.array(fc.record({ status: fc.constantFrom(...Object.keys(BOX_STATUSES)) }), {
        maxLength: 30,
      }),
      fc.array(fc.nat({ max: 12 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 7_200_000 }),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...input, async (made, kills, pauseMs) => {
        const boxes = made.map((each, index) => ({ ...each, madeAt: NOW, id: `${64253897100640 + index}` }));
        let cursor: string | null = null;
        let now = NOW;
        for (const steps of [...kills, Number.POSITIVE_INFINITY]) {
          const counts: (WindowCount | undefined)[] = [];
          const { ask, queries } = asking(listing(boxes, 3));
          let killed = false;
          for await (const batch of changes(ask, () => now, { cursor, since: SINCE })) {
            if (counts.length === steps) {
              killed = true;
              break;
            }
            counts.push(batch.windows);
            cursor = batch.cursor;
          }
          if (killed) expectForward(counts);
          else expectForwardToTheEnd(counts);
          // While the clock stands still everything is foreseen from the start.
          expect(new Set(counts.map((count) => count?.total)).size).toBeLessThanOrEqual(1);
          if (!killed) expect(counts.at(-1)?.total).toBe(windowsAsked(queries));
          now = new Date(now.getTime() + pauseMs);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes forward to the end although more becomes due on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3_600_000 }), fc.nat(300_000), async (idleMs, stepMs) => {
        const { ask } = asking(listing([], 3));
        let cursor: string | null = null;
        let now = NOW.getTime();
        const clock = () => {
          now += stepMs;
          return new Date(now);
        };
        for (let run = 0; run < 4; run++, now += idleMs) {
          const counts: (WindowCount | undefined)[] = [];
          for await (const batch of changes(ask, clock, { cursor, since: SINCE })) {
            counts.push(batch.windows);
            cursor = batch.cursor;
          }
          expectForward(counts);
          expect(counts.at(-1)?.done).toBe(counts.at(-1)?.total);
        }
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
