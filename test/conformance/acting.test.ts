import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proves } from './proves.ts';
import { A_WHILE_MS, type Scene } from './scene.ts';
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

describe.each(CASTS)('acknowledging and shipping: $name', (cast) => {
  const { world, edition } = cast;
  let scene: Scene;
  const acknowledgedOnce = acknowledges(cast) ? { acknowledged: 1 } : {};

  beforeAll(async () => {
    scene = await stage.open(cast);
  });

  async function statusesOf(order: string): Promise<ReadonlySet<string | null>> {
    return new Set((await scene.knownOrder(order)).lines.map(({ status }) => status));
  }

  test.runIf(acknowledges(cast))(
    'an order is acknowledged once, and looks so only after the marketplace has taken it',
    async () => {
      const [order = ''] = await freshOrders(scene, 1);
      await scene.wish([order], () => ACKNOWLEDGE);
      expect(await statusesOf(order)).toEqual(new Set(['PAID']));
      await scene.step();
      expect(await statusesOf(order)).toEqual(new Set(['PREPARING']));
      expect(await scene.states(order)).toEqual(['done']);
      for (const line of await writesOf(scene, order)) expect(line.acknowledged).toBe(1);
      proves(cast, 'orders.acknowledge');
    },
  );

  test('an order is shipped with exactly that invoice and carrier, once', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    const invoice = newInvoice();
    await scene.wish([order], () => shipWith(scene, invoice));
    expect(await statusesOf(order)).toEqual(new Set([readyStatus(scene)]));
    await scene.step();
    expect(await statusesOf(order)).toEqual(new Set([world.shipped]));
    const lines = await writesOf(scene, order);
    expect(lines).not.toEqual([]);
    for (const line of lines) {
      expect(line).toMatchObject({ ...acknowledgedOnce, registered: 1, carrierCode: world.cj, invoice });
    }
    for (const line of (await scene.knownOrder(order)).lines) {
      expect(line).toMatchObject({ invoice, carrierId: 'cj' });
    }
    proves(cast, 'orders.ship');
  });

  test.runIf(acknowledges(cast))(
    'shipping an order that nobody has acknowledged acknowledges it first',
    async () => {
      const [order = ''] = await freshOrders(scene, 1);
      const invoice = newInvoice();
      const [answer] = await scene.wish([order], () => shipWith(scene, invoice));
      expect(answer).toMatchObject({ kind: 'accepted', commands: [expect.anything(), expect.anything()] });
      await scene.work();
      expect(await scene.states(order)).toEqual(['done', 'done']);
      for (const line of await writesOf(scene, order)) {
        expect(line).toMatchObject({ ...acknowledgedOnce, registered: 1, invoice });
      }
    },
  );

  test('a parcel that is said to have left before the order was paid, as a day without a time is, is taken', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    const invoice = newInvoice();
    const midnight = new Date(stage.hub.clock().getTime() - 9 * 3_600_000);
    await scene.wish([order], () => ({ ...shipWith(scene, invoice), shippedAt: midnight }));
    await scene.work();
    expect((await scene.states(order)).at(-1)).toBe('done');
    for (const line of await writesOf(scene, order)) expect(line).toMatchObject({ registered: 1, invoice });
  });

  test('the same wish twice is one command', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    const wish = shipWith(scene, newInvoice());
    const first = await scene.wish([order], () => wish);
    expect(await scene.wish([order], () => wish)).toEqual(first);
    await scene.work();
    expect(new Set(await scene.states(order))).toEqual(new Set(['done']));
    for (const line of await writesOf(scene, order)) expect(line.registered).toBe(1);
  });

  test('more orders than a call takes go in as few calls as possible, each with its own invoice', async () => {
    const count = edition.batch.ship + 7;
    const orders = await freshOrders(scene, count);
    const writes = acknowledges(cast) ? (['acknowledge', 'ship'] as const) : (['ship'] as const);
    const before = new Map<string, number>();
    for (const write of writes) before.set(write, await scene.callsOf(callOf(scene, write)));
    const invoices = orders.map(newInvoice);
    await scene.wish(orders, (nth) => shipWith(scene, invoices[nth] ?? ''));
    await scene.work();
    let lineCount = 0;
    for (const [nth, order] of orders.entries()) {
      const lines = await writesOf(scene, order);
      lineCount += lines.length;
      for (const line of lines) {
        expect(line).toMatchObject({ ...acknowledgedOnce, registered: 1, invoice: invoices[nth] });
      }
    }
    const fewest = (size: number) => Math.ceil((lineCount / size) * 1.5) + 1;
    const batch = world.oneParcelPerCall === true ? { ...edition.batch, ship: 1 } : edition.batch;
    for (const write of writes) {
      const made = (await scene.callsOf(callOf(scene, write))) - (before.get(write) ?? 0);
      expect(made, write).toBeLessThanOrEqual(fewest(batch[write]));
    }
    await stage.passTime(A_WHILE_MS);
    await scene.pull();
    const truth = new Map((await scene.market.orders()).map((order) => [order.id, order]));
    for (const order of await scene.known()) {
      expect(order.lines.map(({ status }) => status)).toEqual(
        truth.get(order.id)?.lines.map(({ status }) => status),
      );
    }
  }, 180_000);

  test.skipIf(world.oneLinePerOrder === true)('every line of an order goes under its invoice', async () => {
    const orders = await readyOrders(scene, 12);
    const counts = new Map(
      (await scene.known()).map(({ id, lines, packages }) => [id, packages.length === 1 ? lines.length : 0]),
    );
    const order = orders.find((id) => (counts.get(id) ?? 0) > 1) ?? '';
    const invoice = newInvoice();
    await scene.wish([order], () => shipWith(scene, invoice));
    await scene.work();
    const lines = await writesOf(scene, order);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatchObject({ registered: 1, invoice });
  });

  test.each(['KOREX', 'CJGLS', 'CJ대한통운', 'cj'])(
    'a carrier called %s is CJ Logistics',
    async (carrier) => {
      const [order = ''] = await readyOrders(scene, 1);
      await scene.wish([order], () => shipWith(scene, newInvoice(), carrier));
      await scene.work();
      for (const line of await writesOf(scene, order)) expect(line.carrierCode).toBe(world.cj);
    },
  );

  test('a carrier nobody knows is declined with the choices there are', async () => {
    const [order = ''] = await freshOrders(scene, 1);
    const [answer] = await scene.wish([order], () => shipWith(scene, newInvoice(), '빨라택배'));
    expect(answer).toMatchObject({
      kind: 'declined',
      because: {
        code: 'carrier_unknown',
        carrier: '빨라택배',
        choices: expect.arrayContaining([
          { id: 'cj', name: expect.objectContaining({ ko: 'CJ대한통운' }), code: world.cj },
        ]),
      },
    });
    expect(await scene.commands(order)).toEqual([]);
  });

  test('an invoice is changed where the marketplace lets it, and else there is another way', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    await scene.wish([order], () => shipWith(scene, newInvoice()));
    await scene.work();
    const invoice = newInvoice();
    const change = { ...shipWith(scene, invoice), kind: 'change_invoice' } as const;
    const [answer] = await scene.wish([order], () => change);
    if (edition.promises.changeInvoice === undefined) {
      expect(answer).toMatchObject(notOffered('orders.changeInvoice'));
      return;
    }
    expect(answer).toMatchObject({ kind: 'accepted' });
    await scene.work();
    for (const line of await writesOf(scene, order)) {
      expect(line).toMatchObject({ registered: 1, invoice, carrierCode: world.cj });
    }
    for (const line of (await scene.knownOrder(order)).lines) expect(line.invoice).toBe(invoice);
    proves(cast, 'orders.changeInvoice');
  });

  test('a delay is announced where the marketplace lets it, and else there is another way', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    const shipBy = new Date(Math.floor(stage.hub.clock().getTime() / 1000) * 1000 + 9 * 86_400_000);
    const [answer] = await scene.wish([order], () => ({
      kind: 'delay',
      shipBy,
      reason: 'made_to_order',
      text: '주문 제작 상품입니다',
    }));
    if (edition.promises.delay === undefined) {
      expect(answer).toMatchObject(notOffered('orders.delay'));
      return;
    }
    expect(answer).toMatchObject({ kind: 'accepted' });
    await scene.work();
    expect((await scene.states(order)).at(-1)).toBe('done');
    const { shop } = await scene.connected();
    const [read] = (await shop.orders.read([order])).reads;
    const promised = read?.kind === 'order' ? read.order.lines.map((line) => line.shipBy) : [];
    if (world.tellsDelay) expect(new Set(promised)).toEqual(new Set([shipBy.toISOString()]));
    expect(await statusesOf(order)).toEqual(new Set([readyStatus(scene)]));
    proves(cast, 'orders.delay');
  });

  function notOffered(operation: string) {
    const unsupported = edition.unsupported.find((one) => one.operation === operation);
    expect(unsupported).toBeDefined();
    return { kind: 'declined', because: { code: 'not_offered', platform: world.platform, unsupported } };
  }

  test('an order whose buyer has asked to cancel is not shipped', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    for (const { id } of (await scene.knownOrder(order)).lines) await scene.market.requestCancel(id, order);
    await stage.passTime(A_WHILE_MS);
    await scene.pull();
    expect(await statusesOf(order)).toEqual(new Set(['CANCEL_REQUESTED']));
    expect(await scene.wish([order], () => shipWith(scene, newInvoice()))).toMatchObject([
      { kind: 'declined', because: { code: 'cancel_requested' } },
    ]);
  });

  test('an order that was cancelled behind our back is refused in the words of the marketplace', async () => {
    const [order = ''] = await readyOrders(scene, 1);
    for (const { id } of (await scene.knownOrder(order)).lines) await scene.market.cancel(id, order);
    await scene.wish([order], () => shipWith(scene, newInvoice()));
    await scene.work();
    const command = (await scene.commands(order)).at(-1);
    expect(command?.state).toBe('refused');
    for (const item of command?.items ?? []) {
      expect(item).toMatchObject({ state: 'refused', nativeText: expect.stringMatching(/\S/) });
    }
    for (const line of await writesOf(scene, order)) {
      expect(line).toMatchObject({ registered: 0, invoice: null });
    }
    expect(await statusesOf(order)).not.toContain(world.shipped);
  });
});
