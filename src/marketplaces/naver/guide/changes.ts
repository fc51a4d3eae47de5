import type { Cursor } from '../../kit/cursor.ts';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import { windowTally } from '../../kit/windows.ts';
import type { Client } from './client.ts';
import {
  afterWindow,
  feedsInTurn,
  freshState,
  openWindow,
  readCursor,
  windowOf,
  windowsAhead,
  writeCursor,
} from './cursor.ts';
import { listPages } from './lists.ts';

/**
 * One run over all feeds, each over the time since it was last read. The cursor moves on with a window: one that was
 * left in the middle is read again from its beginning.
 */
export async function* readChanges(
  client: Client,
  now: number,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  let state = readCursor(from.cursor) ?? freshState(from.since.getTime());
  const tally = windowTally();
  let batches = 0;
  const feeds = feedsInTurn(state);
  for (const [nth, feed] of feeds.entries()) {
    state = openWindow(state, feed, now);
    for (let window = windowOf(state, feed); window !== null; window = windowOf(state, feed)) {
      for await (const { items, more } of listPages(client, feed, window)) {
        if (!more) state = afterWindow(state, feed);
        batches += 1;
        yield {
          feed: feed.name,
          items,
          cursor: writeCursor(state),
          windows: tally(!more, windowsAhead(state, feeds.slice(nth), now)),
        };
      }
    }
  }
  const [first] = feeds;
  if (batches > 0 || first === undefined) return;
  yield { feed: first.name, items: [], cursor: writeCursor(state), windows: tally(false, 0) };
}
