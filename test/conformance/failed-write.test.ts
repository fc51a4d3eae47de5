import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import {
  ACKNOWLEDGE,
  acknowledges,
  callOf,
  freshOrders,
  newInvoice,
  readyOrders,
  readyStatus,
  shipWith,
  writesOf,
} from './wishes.ts';
import { CASTS } from './worlds/all.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('a write that fails: $name', (cast) => {
  const { calls, badInvoice, itemFailures } = cast.world;
  let scene: Scene;

  beforeAll(async () => {
    scene = await stage.open(cast);
  });
  afterEach(() => scene.calm());

  describe.each(['down', 'rate_limited', 'server_error'])('%s', (kind) => {
    test.runIf(acknowledges(cast))('an acknowledgement is sent again and happens once', async () => {
      const [order = ''] = await freshOrders(scene, 1);
      await scene.wish([order], () => ACKNOWLEDGE);
      await scene.fault({ kind, operation: callOf(scene, 'acknowledge') });
      await scene.step();
      expect(['pending', 'unknown']).toContain((await scene.states(order)).at(-1));
      await scene.calm();
      await scene.work();
      expect(await scene.states(order)).toEqual(['done']);
      for (const line of await writesOf(scene, order)) expect(line.acknowledged).toBe(1);
    });

    test('an invoice is sent again and registered once', async () => {
      const [order = ''] = await readyOrders(scene, 1);
      const invoice = newInvoice();
      await scene.wish([order], () => shipWith(scene, invoice));
      await scene.fault({ kind, operation: calls.ship });
      await scene.step();
      expect(['pending', 'unknown']).toContain((await scene.states(order)).at(-1));
      await scene.calm();
      await scene.work();
      expect(new Set(await scene.states(order))).toEqual(new Set(['done']));
      for (const line of await writesOf(scene, order)) {
        expect(line).toMatchObject({ registered: 1, invoice });
      }
    });
  });

  test.runIf(badInvoice !== undefined)(
    'an impossible invoice is refused for its order alone, with native code and text',
    async () => {
      const orders = await readyOrders(scene, 3);
      const invoices = [newInvoice(), '12', newInvoice()];
      await scene.wish(orders, (nth) => shipWith(scene, invoices[nth] ?? ''));
      await scene.work();
      for (const [nth, order] of orders.entries()) {
        const command = (await scene.commands(order)).at(-1);
        if (nth !== 1) {
          expect(command?.state).toBe('done');
          for (const line of await writesOf(scene, order)) expect(line.invoice).toBe(invoices[nth]);
          continue;
        }
        expect(command).toMatchObject({ state: 'refused' });
        expect(new Set(command?.items.map((item) => item.nativeCode))).toEqual(new Set([badInvoice]));
        for (const { nativeText } of command?.items ?? []) expect(nativeText).toMatch(/\S/);
        for (const line of await writesOf(scene, order)) {
          expect(line).toMatchObject({ registered: 0, invoice: null });
        }
        const statuses = (await scene.knownOrder(order)).lines.map(({ status }) => status);
        expect(new Set(statuses)).toEqual(new Set([readyStatus(scene)]));
      }
    },
  );

  test.each([...(acknowledges(cast) ? (['acknowledge'] as const) : []), 'ship' as const])(
    'a failing item of %s holds up nothing but itself',
    async (write) => {
      const ships = write === 'ship';
      const operation = callOf(scene, write);
      const orders = ships ? await readyOrders(scene, 4) : await freshOrders(scene, 4);
      await scene.fault({ kind: 'item_failure', operation, times: 1 });
      await scene.wish(orders, () => (ships ? shipWith(scene, newInvoice()) : ACKNOWLEDGE));
      await scene.work();
      const failed: string[] = [];
      const sentAgain: string[] = [];
      for (const order of orders) {
        const command = (await scene.commands(order)).at(-1);
        if (command?.state !== 'done') failed.push(order);
        else if (command.attempts > 1) sentAgain.push(order);
        const bad = command?.items.filter((item) => item.state === 'refused') ?? [];
        for (const item of bad) {
          expect(itemFailures).toContain(item.nativeCode);
          expect(item.nativeText).toMatch(/\S/);
        }
        const written = await writesOf(scene, order);
        const times = written.map((line) => (ships ? line.registered : line.acknowledged));
        expect(times.filter((count) => count === 1)).toHaveLength(written.length - bad.length);
        expect(times.filter((count) => count === 0)).toHaveLength(bad.length);
      }
      // Where the marketplace says that the same may be sent again, it is, and goes through.
      expect([...failed, ...sentAgain]).toHaveLength(1);
    },
  );
});
