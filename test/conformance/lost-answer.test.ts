import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Wish } from '../../src/engine/commands/order-wish.ts';
import type { Scene } from './scene.ts';
import { impatient, openStage, type Stage } from './stage.ts';
import {
  ACKNOWLEDGE,
  acknowledges,
  callOf,
  freshOrders,
  newInvoice,
  readyOrders,
  shipWith,
  writesOf,
} from './wishes.ts';
import { CASTS } from './worlds/all.ts';

/** Each strikes the answer to a write that the marketplace has carried out. */
const LOST = ['lost_answer', 'reset', 'truncated', 'malformed', 'html', 'slow'] as const;
/** Longer than the short patience of the hub, and no shorter than the test. */
const SLOW_MS = 60_000;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('a write whose answer is lost happens once: $name', (cast) => {
  const { calls } = cast.world;
  let scene: Scene;
  let fresh: readonly string[];
  let ready: readonly string[];

  beforeAll(async () => {
    scene = await stage.open(cast);
    fresh = acknowledges(cast) ? await oneCall(await freshOrders(scene, 4 * LOST.length)) : [];
    ready = await oneCall(await readyOrders(scene, 4 * LOST.length));
  });

  /** Those of one line, so that the write that is lost is all there is to send. */
  async function oneCall(orders: readonly string[]): Promise<readonly string[]> {
    const lines = new Map((await scene.known()).map((order) => [order.id, order.lines.length]));
    const alone = orders.filter((id) => lines.get(id) === 1);
    expect(alone.length).toBeGreaterThanOrEqual(LOST.length);
    return alone;
  }

  /** Sends one wish into the fault, and finds out by reading what became of it. */
  async function loseAnswer(order: string, kind: string, operation: string, wish: Wish): Promise<void> {
    await scene.wish([order], () => wish);
    const before = await statusesOf(order);
    await scene.fault({ kind, operation, times: 1, delay_ms: SLOW_MS });
    await scene.step(impatient(stage.hub));
    expect((await scene.states(order)).at(-1)).toBe('unknown');
    expect(await statusesOf(order)).toEqual(before);
    await scene.bringForward();
    await scene.step();
    expect((await scene.states(order)).at(-1)).toBe('done');
  }

  async function statusesOf(order: string): Promise<ReadonlySet<string | null>> {
    return new Set((await scene.knownOrder(order)).lines.map(({ status }) => status));
  }

  describe.each(LOST.map((kind, nth) => ({ kind, nth })))('$kind', ({ kind, nth }) => {
    test.runIf(acknowledges(cast))('on an acknowledgement', async () => {
      const order = fresh[nth] ?? '';
      await loseAnswer(order, kind, callOf(scene, 'acknowledge'), ACKNOWLEDGE);
      expect(await statusesOf(order)).toEqual(new Set(['PREPARING']));
      for (const line of await writesOf(scene, order)) expect(line.acknowledged).toBe(1);
    });

    test('on an invoice', async () => {
      const order = ready[nth] ?? '';
      const invoice = newInvoice();
      await loseAnswer(order, kind, calls.ship, shipWith(scene, invoice));
      expect(await statusesOf(order)).toEqual(new Set([cast.world.shippedAsRead ?? cast.world.shipped]));
      for (const line of await writesOf(scene, order)) {
        expect(line).toMatchObject({ registered: 1, invoice, carrierCode: cast.world.cj });
      }
      for (const line of (await scene.knownOrder(order)).lines) expect(line.invoice).toBe(invoice);
    });
  });
});
