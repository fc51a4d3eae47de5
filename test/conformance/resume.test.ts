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
async function readInPieces(
  scene: Scene,
  piece: (reading: number) => number,
): Promise<ReadonlyMap<string, string>> {
  const { ordersSince: since } = await scene.readAccount();
  const lines = new Map<string, string>();
  let cursor: Cursor | null = null;
  let idle = 0;
  for (let reading = 1; idle < ENOUGH_READINGS; reading++, idle++) {
    const { shop } = await scene.connected();
    let taken = 0;
    for await (const batch of shop.orders.changes({ cursor, since })) {
      for (const read of batch.items) {
        if (read.kind === 'unreadable') throw new Error(read.reason);
        if (read.kind !== 'order') continue;
        for (const line of read.order.lines) {
          if (!lines.has(line.nativeLineId)) idle = 0;
          lines.set(line.nativeLineId, `${line.nativeStatus.split('/')[0]} × ${line.quantity}`);
        }
      }
      cursor = batch.cursor;
      taken += 1;
      if (taken === piece(reading)) break;
    }
  }
  return lines;
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
    const lines = (await scene.market.orders()).flatMap((order) => order.lines);
    truth = new Map(lines.map(({ id, native, quantity }) => [id, `${native} × ${quantity}`]));
  });

  test.each([
    // The list of fresh orders goes first in every reading, so a piece must be longer than that to get on.
    ['every 5 batches', () => 5],
    ['every 7 batches', () => 7],
    ['one batch, then two, then three …', (reading: number) => reading],
  ])('after %s', async (_what, piece) => {
    expect(truth.size).toBeGreaterThan(400);
    expect(await readInPieces(scene, piece)).toEqual(truth);
  });
});
