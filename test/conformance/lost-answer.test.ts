import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Wish } from '../../src/engine/commands/order-wish.ts';
import type { Scene } from './scene.ts';
import { impatient, openStage, type Stage } from './stage.ts';
import {
  ACKNOWLEDGE,
  acknowledges,
  callOf,
  freshOrders,
  freshOrdersOf,
  makeReady,
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

/** How many lines the orders of several have; buyers of some editions get no more than two. */
const SEVERAL = 2;

describe.each(CASTS)('a write whose answer is lost happens once: $name', (cast) => {
  const { calls } = cast.world;
  const hasSeveral = cast.world.oneLinePerOrder !== true;
  let scene: Scene;
  let fresh: readonly string[];
  let ready: readonly string[];
  let several: { readonly fresh: readonly string[]; readonly ready: readonly string[] };

  beforeAll(async () => {
    scene = await stage.open(cast);
    fresh = acknowledges(cast) ? await oneCall(await freshOrders(scene, 4 * LOST.length)) : [];
    ready = await oneCall(await readyOrders(scene, 4 * LOST.length));
    const sold = hasSeveral ? await freshOrdersOf(scene, SEVERAL, 2 * LOST.length) : [];
    several = { fresh: sold.slice(LOST.length), ready: sold.slice(0, LOST.length) };
    await makeReady(scene, several.ready);
  });

  /** Those of one line, so that the write that is lost is all there is to send. */
  async function oneCall(orders: readonly string[]): Promise<readonly string[]> {
    const lines = new Map((await scene.known()).map((order) => [order.id, order.lines.length]));
    const alone = orders.filter((id) => lines.get(id) === 1);
    expect(alone.length).toBeGreaterThanOrEqual(LOST.length);
    return alone;
  }

  /** Sends one wish into the fault, finds out by reading what became of it, and goes on. */
  async function loseAnswer(order: string, kind: string, operation: string, wish: Wish): Promise<void> {
    await scene.wish([order], () => wish);
    const before = await statusesOf(order);
    await scene.fault({ kind, operation, times: 1, delay_ms: SLOW_MS });
    await scene.step(impatient(stage.hub));
    expect((await scene.states(order)).at(-1)).toBe('unknown');
    expect(await statusesOf(order)).toEqual(before);
    await scene.bringForward();
    // Where each line is a call of its own, those behind the lost one are sent now.
    await scene.work();
    expect((await scene.states(order)).at(-1)).toBe('done');
  }

  async function statusesOf(order: string): Promise<ReadonlySet<string | null>> {
    return new Set((await scene.knownOrder(order)).lines.map(({ status }) => status));
  }

  describe.each(LOST.map((kind, nth) => ({ kind, nth })))('$kind', ({ kind, nth }) => {
    test.runIf(acknowledges(cast))('on an acknowledgement', () =>
      loseAcknowledgement(fresh[nth] ?? '', kind, 1),
    );

    test.runIf(acknowledges(cast) && hasSeveral)('on an acknowledgement of several lines', () =>
      loseAcknowledgement(several.fresh[nth] ?? '', kind, SEVERAL),
    );

    test('on an invoice', () => loseInvoice(ready[nth] ?? '', kind, 1));

    test.runIf(hasSeveral)('on an invoice for several lines', () =>
      loseInvoice(several.ready[nth] ?? '', kind, SEVERAL),
    );
  });

  async function loseAcknowledgement(order: string, kind: string, lines: number): Promise<void> {
    await loseAnswer(order, kind, callOf(scene, 'acknowledge'), ACKNOWLEDGE);
    expect(await statusesOf(order)).toEqual(new Set(['PREPARING']));
    const written = await writesOf(scene, order);
    expect(written).toHaveLength(lines);
    for (const line of written) expect(line.acknowledged).toBe(1);
  }

  async function loseInvoice(order: string, kind: string, lines: number): Promise<void> {
    const invoice = newInvoice();
    const before = await scene.callsOf(calls.ship);
    await loseAnswer(order, kind, calls.ship, shipWith(scene, invoice));
    expect(await statusesOf(order)).toEqual(new Set([cast.world.shippedAsRead ?? cast.world.shipped]));
    // One call is made for all of them, and none is made again.
    expect((await scene.callsOf(calls.ship)) - before).toBe(1);
    const written = await writesOf(scene, order);
    expect(written).toHaveLength(lines);
    for (const line of written) {
      expect(line).toMatchObject({ registered: 1, invoice, carrierCode: cast.world.cj });
    }
    for (const line of (await scene.knownOrder(order)).lines) expect(line.invoice).toBe(invoice);
  }
});
