import type { LastChangedType } from './codes.ts';
import type { ProductOrder } from './product-order.ts';

/** What a reader of the feed asks for; both ends are included. */
export interface FeedQuery {
  readonly from: number;
  readonly to: number;
  readonly type?: LastChangedType;
  /** At the instant `from` itself, only lines with this number or a higher one. */
  readonly sequence?: string;
  readonly limit: number;
}

export interface FeedPage {
  readonly lines: readonly ProductOrder[];
  /** The first line that did not fit. */
  readonly more?: ProductOrder;
}

/** The latest change of every line, in order of time and then of number. */
export interface ChangeFeed {
  /** Takes in a line's new `lastChange`, which hides its earlier ones. */
  record(line: ProductOrder): void;
  page(query: FeedQuery): FeedPage;
}

interface Entry {
  readonly line: ProductOrder;
  readonly id: string;
  readonly at: number;
}

const byTimeThenNumber = (a: Entry, b: Entry) => a.at - b.at || (a.id < b.id ? -1 : 1);

/** An empty feed. Writing is an append; reading sorts and sweeps only when something came out of order. */
export function createChangeFeed(): ChangeFeed {
  let entries: Entry[] = [];
  let isSorted = true;
  const latest = new Map<ProductOrder, Entry>();
  const isLatest = (entry: Entry) => latest.get(entry.line) === entry;

  const tidy = () => {
    if (isSorted && entries.length <= latest.size * 2) return;
    entries = entries.filter(isLatest);
    if (!isSorted) entries.sort(byTimeThenNumber);
    isSorted = true;
  };

  const firstFrom = (from: number) => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle]?.at ?? from) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    record(line) {
      const entry: Entry = { line, id: line.productOrderId, at: line.lastChange.at };
      const last = entries.at(-1);
      if (last !== undefined && byTimeThenNumber(last, entry) > 0) isSorted = false;
      entries.push(entry);
      latest.set(line, entry);
    },
    page({ from, to, type, sequence = '', limit }) {
      tidy();
      const lines: ProductOrder[] = [];
      for (let index = firstFrom(from); index < entries.length; index += 1) {
        const entry = entries[index];
        if (entry === undefined || entry.at > to) break;
        const { line, id, at } = entry;
        if (!isLatest(entry) || (at === from && id < sequence)) continue;
        if (type !== undefined && line.lastChange.type !== type) continue;
        if (lines.length === limit) return { lines, more: line };
        lines.push(line);
      }
      return { lines };
    },
  };
}
