import { MINUTE_MS } from '../../kit/bucket.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { askUncut } from '../../kit/sweeps/halves.ts';
import type { SweepPage } from '../../kit/sweeps/sweep-feeds.ts';
import { splitSpan, type Window } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { readsOf, rowsOf } from './decode-list.ts';
import { LIST_CAP, type List } from './lists.ts';
import { minuteOnWire } from './values.ts';

/** Reads lists of one account; `cap` is the number of rows at which 11st cuts them. */
export interface ListReader {
  /** One window of a list, which has no pages. */
  readonly page: (list: List, window: Window) => Promise<SweepPage>;
  /** All of a list between two moments, in windows no wider than it allows. */
  readonly between: (list: List, from: Date, to: Date) => AsyncGenerator<readonly OrderRead[]>;
}

export function listReader(ask: Ask, cap: number = LIST_CAP): ListReader {
  async function rows({ operation }: List, window: Window): Promise<readonly unknown[]> {
    const params = { from: minuteOnWire(window.from), to: minuteOnWire(window.to) };
    return ask({ operation, params, decode: rowsOf });
  }
  return {
    async page(list, window) {
      const found = await rows(list, window);
      if (found.length >= cap) return { items: [], next: null, isCut: true };
      return { items: readsOf(found, list.of), next: null };
    },
    async *between(list, from, to) {
      for (const window of splitSpan(from, to, list.windowMs)) {
        const found = await askUncut(list.operation, window, MINUTE_MS, async (part) => {
          const some = await rows(list, part);
          return { rows: some, isCut: some.length >= cap };
        });
        yield readsOf(found, list.of);
      }
    },
  };
}
