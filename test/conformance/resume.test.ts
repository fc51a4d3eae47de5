import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cursor } from '../../src/marketplaces/kit/shop.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { CASTS } from './worlds/all.ts';

/** Readings in a row that brought nothing new, after which a feed counts as read to its end. */
const ENOUGH_READINGS = 20;

/**
 * Reads a shop's changes as a process does that dies again and again: each reading is cut after so many batches,
 * and the next one goes on from the last cursor. Answers the last word on every line.
 */
async function readInPieces(scene: Scene, batches: number): Promise<ReadonlyMap<string, string>> {
  const { ordersSince: since } = await scene.readAccount();
  const lines = new Map<string, string>();
  let cursor: Cursor | null = null;
  for (let idle = 0; idle < ENOUGH_READINGS; idle++) {
    const { shop } = await scene.connected();
    let taken = 0;
    for await (const batch of shop.orders.changes({ cursor, since })) {
      for (const read of batch.items) {
        if (read.kind === 'unreadable') throw new Error(read.reason);
        for (const line of read.order.lines) {
          if (!lines.has(line.nativeLineId)) idle = 0;
          lines.set(line.nativeLineId, `${line.status} × ${line.quantity}`);
        }
      }
      cursor = batch.cursor;
      taken += 1;
      if (taken === batches) break;
    }
  }
  return lines;
}

describe.each(CASTS)('a reading that is cut goes on where it was: $name', (cast) => {
  let stage: Stage;
  let scene: Scene;
  let truth: ReadonlyMap<string, string>;

  beforeAll(async () => {
    stage = await openStage();
    scene = await stage.open(cast, { orders: 400 });
    await stage.passTime(10_000);
    const lines = (await scene.market.orders()).flatMap((order) => order.lines);
    truth = new Map(lines.map(({ id, status, quantity }) => [id, `${status} × ${quantity}`]));
  });
  afterAll(() => stage.close());

  // Fresh orders are always looked for first, so a reading that gets further lives for two batches at least.
  test.each([2, 3, 7])('after every %i batches', async (batches) => {
    expect(truth.size).toBeGreaterThan(400);
    expect(await readInPieces(scene, batches)).toEqual(truth);
  });
});
