import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import type { WindowCount } from '../../kit/windows.ts';
import type { Client } from './client.ts';
import { openOrdersDesk } from './orders.ts';
import { DAY_MS } from './spans.ts';

const NOW = Date.parse('2026-11-21T00:00:00.000Z');

/** Lists nothing that can be read, over these many pages for each window in turn. */
function emptyLists(pages: readonly number[]): { readonly client: Client; readonly froms: Set<string> } {
  const froms = new Set<string>();
  const client: Client = {
    async ask(call) {
      const query = call.query ?? new URLSearchParams();
      froms.add(query.get('from') ?? '');
      const page = Number(query.get('page'));
      const content = { productOrder: { productOrderId: `${froms.size}-${page}` } };
      const hasNext = page < (pages[froms.size - 1] ?? 1);
      return call.decode({ data: { contents: [{ content }], pagination: { hasNext } } });
    },
    proveKeys: async () => {},
  };
  return { client, froms };
}

describe('placedBetween', () => {
  it('tells how many windows it has read and has before it, to the end', async () => {
    const moments = fc.integer({ min: NOW - 20 * DAY_MS, max: NOW + 2 * DAY_MS });
    await fc.assert(
      fc.asyncProperty(moments, moments, fc.array(fc.integer({ min: 1, max: 3 })), async (a, b, pages) => {
        const { client, froms } = emptyLists(pages);
        const [from, to] = a < b ? [a, b] : [b, a];
        const counts: (WindowCount | undefined)[] = [];
        const desk = openOrdersDesk(client, () => new Date(NOW));
        for await (const { windows } of desk.placedBetween(new Date(from), new Date(to)))
          counts.push(windows);
        if (from > NOW) expect(counts).toEqual([]);
        else {
          expectForwardToTheEnd(counts);
          expect(new Set(counts.map((count) => count?.total))).toEqual(new Set([froms.size]));
        }
      }),
    );
  });
});
