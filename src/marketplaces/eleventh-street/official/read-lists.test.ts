import { expect, it } from 'vitest';
import type { Ask } from './calls.ts';
import { LISTS, type List } from './lists.ts';
import { listReader } from './read-lists.ts';

const SHIPPING = LISTS.find(({ name }) => name === 'shipping');
const NOW = new Date('2026-11-21T01:02:00Z');
const DAY = 24 * 60 * 60_000;

function shipping(): List {
  if (SHIPPING === undefined) throw new Error('no list of parcels on their way');
  return SHIPPING;
}

/** Parcels that left a minute apart, in a list that is cut at three rows. */
function cutAtThree(asked: string[]): Ask {
  const sent = Array.from({ length: 10 }, (_, nth) => `2026112009${String(nth).padStart(2, '0')}`);
  return async ({ params = {}, decode }) => {
    const { from = '', to = '' } = params;
    asked.push(`${from} ${to}`);
    const rows = sent.filter((at) => at >= from && at <= to).slice(0, 3);
    const order = rows.map((at) => ({ ordNo: `20261119${at}`, ordPrdSeq: '1', invcNo: '600000000001' }));
    return decode({ orders: order.length === 0 ? { result_code: '0', result_text: '' } : { order } });
  };
}

it('tells a list that was cut from one that is whole', async () => {
  const { page } = listReader(cutAtThree([]), 3);
  const days = { from: new Date(NOW.getTime() - 2 * DAY), to: NOW };
  expect(await page(shipping(), days)).toEqual({ items: [], next: null, isCut: true });
  const empty = { from: new Date(NOW.getTime() - 60_000), to: NOW };
  expect(await page(shipping(), empty)).toEqual({ items: [], next: null });
});

it('asks for halves until nothing is left out, in windows the list allows', async () => {
  const asked: string[] = [];
  const seen = new Set<string>();
  const { between } = listReader(cutAtThree(asked), 3);
  for await (const reads of between(shipping(), new Date(NOW.getTime() - 20 * DAY), NOW)) {
    for (const read of reads) if (read.kind === 'line_news') seen.add(read.news.nativeOrderId);
  }
  expect(seen.size).toBe(10);
  expect(asked[0]).toBe('202611011002 202611081001');
});
