import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAfter } from './listings.ts';

const SIZE = 5;

/** One thing that happens to the catalogue between two pages. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('add' as const) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(60) }),
);

describe('walking through pages from the newest number down', () => {
  it('misses nothing that was there all the time, whatever is added and deleted meanwhile', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.array(fc.array(event, { maxLength: 7 }), { maxLength: 12 }),
        (count, meanwhile) => {
          let newest = count;
          let listed = Array.from({ length: count }, (_unused, nth) => count - nth);
          const always = new Set(listed);
          const seen = new Set<number>();
          let at = { page: 1, total: 0 };
          for (let turn = 0; turn < 100; turn++) {
            for (const number of listed.slice((at.page - 1) * SIZE, at.page * SIZE)) seen.add(number);
            const isLast = at.page * SIZE >= listed.length;
            const page = pageAfter(at, listed.length, SIZE);
            const isDone = isLast && page > at.page;
            at = { page, total: listed.length };
            if (isDone) break;
            for (const one of meanwhile[turn] ?? []) {
              if (one.kind === 'add') {
                newest += 1;
                listed = [newest, ...listed];
              } else {
                const [gone] = listed.splice(one.at, 1);
                if (gone !== undefined) always.delete(gone);
              }
            }
          }
          // What is added hides how much was deleted at the same time: only what nothing was added beside is promised.
          const addsAndDeletes = meanwhile.some(
            (events) =>
              events.some(({ kind }) => kind === 'add') && events.some(({ kind }) => kind === 'delete'),
          );
          if (!addsAndDeletes) expect([...always].filter((number) => !seen.has(number))).toEqual([]);
        },
      ),
    );
  });
});
