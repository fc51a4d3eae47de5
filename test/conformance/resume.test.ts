import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cursor } from '../../src/marketplaces/kit/cursor.ts';
import type { OrderRead } from '../../src/marketplaces/kit/shop.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';

/** Stands for the quantity of a line of which a list tells little more than its number. */
const UNTOLD = '?';

/** Readings in a row that brought nothing new, after which a feed counts as read to its end. */
const ENOUGH_READINGS = 20;

/**
 * Reads a shop's changes as a process does that dies again and again: each reading is cut after so many batches,
 * and the next one goes on from the last cursor. Answers the last word on every line.
 */
async function readInPieces(
  scene: Scene,
  piece: (reading: number) => number,
): Promise<{ readonly lines: ReadonlyMap<string, string>; readonly named: ReadonlySet<string> }> {
  const { ordersSince: since } = await scene.readAccount();
  const lines = new Map<string, string>();
  const named = new Set<string>();
  let namesOnly = false;
  let cursor: Cursor | null = null;
  let idle = 0;
  for (let reading = 1; idle < ENOUGH_READINGS; reading++, idle++) {
    const { shop } = await scene.connected();
    let taken = 0;
    for await (const batch of shop.orders.changes({ cursor, since })) {
      for (const read of batch.items) {
        if (read.kind === 'unreadable') throw new Error(read.reason);
        for (const { key, words } of linesTold(read)) {
          if (words === null) {
            named.add(key);
            continue;
          }
          if (!lines.has(key)) idle = 0;
          lines.set(key, words);
        }
        namesOnly ||= read.kind === 'line_news';
      }
      cursor = batch.cursor;
      taken += 1;
      if (taken === piece(reading)) break;
    }
  }
  return { lines, named: namesOnly ? named : new Set() };
}

/** What a read says of lines; null for a line that a claim only names. */
function linesTold(read: OrderRead): readonly { readonly key: string; readonly words: string | null }[] {
  switch (read.kind) {
    case 'order': {
      const { nativeOrderId, lines } = read.order;
      return lines.map(({ nativeLineId, nativeStatus, quantity }) => ({
        key: `${nativeOrderId} ${nativeLineId}`,
        words: `${nativeStatus.split('/')[0]} × ${quantity}`,
      }));
    }
    case 'line_news': {
      const { nativeOrderId, nativeLineId, nativeStatus } = read.news;
      return [{ key: `${nativeOrderId} ${nativeLineId}`, words: `${nativeStatus} × ${UNTOLD}` }];
    }
    case 'claim': {
      const { nativeOrderId, lines } = read.claim;
      return lines.map(({ nativeLineId }) => ({ key: `${nativeOrderId} ${nativeLineId}`, words: null }));
    }
    default:
      return [];
  }
}

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('a reading that is cut goes on where it was: $name', (cast) => {
  let scene: Scene;
  let truth: ReadonlyMap<string, string>;

  beforeAll(async () => {
    scene = await stage.open(cast, { orders: 400 });
    await stage.passTime(10_000);
    const orders = await scene.market.orders();
    truth = new Map(
      orders.flatMap((order) =>
        order.lines.map(
          ({ id, native, quantity }) => [`${order.id} ${id}`, `${native} × ${quantity}`] as const,
        ),
      ),
    );
  });

  test.each([
    // The list of fresh orders goes first in every reading, so a piece must be longer than that to get on.
    ['every 5 batches', () => 5],
    ['every 7 batches', () => 7],
    ['one batch, then two, then three …', (reading: number) => reading],
  ])('after %s', async (_what, piece) => {
    expect(truth.size).toBeGreaterThan(400);
    const { lines, named } = await readInPieces(scene, piece);
    const lacking = [...truth.keys()].filter((key) => !lines.has(key));
    // Where lists only name lines, a claimed one may be named by its claim alone.
    expect(lacking.filter((key) => !named.has(key))).toEqual([]);
    for (const [key, words] of lines) {
      const quantity = truth.get(key)?.split(' × ')[1] ?? UNTOLD;
      expect(words.replace(UNTOLD, quantity), key).toBe(truth.get(key));
    }
  });
});
