import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Wish } from '../../src/engine/commands/order-wish.ts';
import { readLines } from '../../src/store/orders/read.ts';
import { asOwner } from '../../src/store/scope.ts';
import { expectAgreement } from './agreement.ts';
import { catchUp } from './claim-desk.ts';
import { soldOrders } from './claimed.ts';
import { proves } from './proves.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { storyOf } from './story.ts';
import { callOf, newInvoice, readyStatus, shipWith } from './wishes.ts';
import { CASTS } from './worlds/all.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('canceling, splitting and holding: $name', (cast) => {
  const { edition, world } = cast;
  const { promises, sellerCancel } = edition;
  let scene: Scene;

  beforeAll(async () => {
    scene = await stage.open(cast);
  });

  async function sold(quantity = 1): Promise<string> {
    const [one] = await soldOrders(scene, 1, { quantity });
    if (one === undefined) throw new Error('nothing was sold');
    return one.order;
  }

  async function linesOf(order: string) {
    const id = await scene.hubId(order);
    const lines = await asOwner(stage.hub.db, scene.owner, (scope) => readLines(scope, [id]));
    return lines.get(id) ?? [];
  }

  const cancelOf = (quantity: number | null, penaltyAccepted = true): Wish => ({
    kind: 'cancel',
    reason: sellerCancel?.reasons[0]?.code ?? '',
    text: '재고가 없습니다',
    quantity,
    penaltyAccepted,
  });

  const splitOf = (quantities: readonly number[]): Extract<Wish, { readonly kind: 'split' }> => ({
    kind: 'split',
    parts: quantities.map((quantity) => ({ quantity, carrier: 'cj', invoice: newInvoice() })),
    shippedAt: stage.hub.clock(),
  });

  const HOLD: Wish = { kind: 'hold', text: '입고를 기다립니다' };
  const RELEASE: Wish = { kind: 'release' };

  /** Loses the answer to the call, and finds out by reading what became of it. */
  async function loseAnswer(order: string, operation: string, wish: Wish): Promise<void> {
    const before = await scene.callsOf(operation);
    await scene.wish([order], () => wish);
    await scene.fault({ kind: 'lost_answer', operation, times: 1 });
    await scene.work();
    await scene.calm();
    expect((await scene.states(order)).at(-1)).toBe('done');
    expect((await scene.callsOf(operation)) - before).toBe(1);
  }

  const writes = [
    ['cancel', 'orders.cancel', () => cancelOf(null)],
    ['split', 'orders.split', () => splitOf([1, 1])],
    ['hold', 'orders.hold', () => HOLD],
    ['release', 'orders.release', () => RELEASE],
  ] as const;
  test.each(writes.filter(([write]) => promises[write] === undefined))(
    '%s is answered with what to do instead',
    async (_write, operation, wish) => {
      const order = await sold(2);
      const unsupported = edition.unsupported.find((one) => one.operation === operation);
      expect(unsupported).toBeDefined();
      expect(await scene.wish([order], wish)).toMatchObject([
        { kind: 'declined', because: { code: 'not_offered', platform: world.platform, unsupported } },
      ]);
    },
  );

  describe.runIf(promises.cancel !== undefined)('the seller cancels', () => {
    test('a whole order, once he has seen what it costs', async () => {
      const order = await sold();
      const penalties = (edition.penalties ?? []).filter(({ on }) => on === 'seller_cancel');
      if (penalties.length > 0) {
        expect(await scene.wish([order], () => cancelOf(null, false))).toMatchObject([
          { kind: 'declined', because: { code: 'penalty_not_accepted', penalties: expect.anything() } },
        ]);
      }
      await scene.wish([order], () => cancelOf(null));
      await scene.work();
      expect((await scene.states(order)).at(-1)).toBe('done');
      await catchUp(scene);
      const tale = await storyOf(scene).tell(order);
      expect(tale).toMatchObject({ status: 'canceled', left: 0, sellerCancels: 1 });
      expect((await linesOf(order)).map(({ status }) => status)).toEqual(['CANCELED']);
      await expectAgreement(scene, order);
      proves(cast, 'orders.cancel');
    });

    test('a part of a line where that can be', async () => {
      const order = await sold(3);
      const [answer] = await scene.wish([order], () => cancelOf(1));
      if (sellerCancel?.partly !== true) {
        expect(answer).toMatchObject({ kind: 'declined', because: { code: 'quantity_wrong', left: 3 } });
        return;
      }
      expect(answer).toMatchObject({ kind: 'accepted' });
      await scene.work();
      await catchUp(scene);
      expect(await storyOf(scene).tell(order)).toMatchObject({ quantity: 3, left: 2, sellerCancels: 1 });
      expect(await linesOf(order)).toMatchObject([{ status: readyStatus(scene), shippableQuantity: 2 }]);
    });

    test('once though the answer is lost', async () => {
      const order = await sold();
      await loseAnswer(order, callOf(scene, 'cancel'), cancelOf(null));
      expect(await storyOf(scene).tell(order)).toMatchObject({ status: 'canceled', sellerCancels: 1 });
    });

    test('nothing that was shipped', async () => {
      const order = await sold();
      await scene.wish([order], () => shipWith(scene, newInvoice()));
      await scene.work();
      expect(await scene.wish([order], () => cancelOf(null))).toMatchObject([{ kind: 'declined' }]);
    });
  });

  describe.runIf(promises.split !== undefined)('a line is split', () => {
    test('into parcels that the marketplace has with their quantities', async () => {
      const order = await sold(3);
      const split = splitOf([1, 2]);
      await scene.wish([order], () => split);
      await scene.work();
      expect((await scene.states(order)).at(-1)).toBe('done');
      await catchUp(scene);
      const { parcels } = await storyOf(scene).tell(order);
      const wanted = split.parts.map(({ quantity, invoice }) => ({ carrier: world.cj, invoice, quantity }));
      expect(parcels).toEqual(expect.arrayContaining(wanted));
      expect(parcels).toHaveLength(2);
      const told = (await linesOf(order)).flatMap(({ parts, invoice, quantity }) =>
        parts === null ? [{ invoice, quantity }] : parts.map((part) => ({ ...part })),
      );
      const known = told.map(({ invoice, quantity }) => `${invoice} × ${quantity}`);
      expect(known.sort()).toEqual(split.parts.map((part) => `${part.invoice} × ${part.quantity}`).sort());
      await expectAgreement(scene, order);
      proves(cast, 'orders.split');
    });

    test('once though the answer is lost', async () => {
      const order = await sold(2);
      const split = splitOf([1, 1]);
      await loseAnswer(order, callOf(scene, 'split'), split);
      const { parcels } = await storyOf(scene).tell(order);
      expect(parcels.map(({ invoice }) => invoice).sort()).toEqual(
        split.parts.map(({ invoice }) => invoice).sort(),
      );
    });

    test('only into parts that make up what is left', async () => {
      const order = await sold(3);
      expect(await scene.wish([order], () => splitOf([1, 1]))).toMatchObject([
        { kind: 'declined', because: { code: 'quantity_wrong', left: 3 } },
      ]);
    });
  });

  describe.runIf(promises.hold !== undefined)('the dispatch is held', () => {
    test('and released, and then it is shipped', async () => {
      const order = await sold();
      await scene.wish([order], () => HOLD);
      await scene.work();
      await catchUp(scene);
      expect(await linesOf(order)).toMatchObject([{ held: true }]);
      await scene.wish([order], () => RELEASE);
      await scene.work();
      await catchUp(scene);
      expect(await linesOf(order)).toMatchObject([{ held: false, status: readyStatus(scene) }]);
      await scene.wish([order], () => shipWith(scene, newInvoice()));
      await scene.work();
      expect(new Set(await scene.states(order))).toEqual(new Set(['done']));
      await catchUp(scene);
      expect((await expectAgreement(scene, order)).status).toBe('shipped');
      proves(cast, 'orders.hold', 'orders.release');
    });

    test('once though the answers are lost', async () => {
      const order = await sold();
      await loseAnswer(order, callOf(scene, 'hold'), HOLD);
      await loseAnswer(order, callOf(scene, 'release'), RELEASE);
      await catchUp(scene);
      expect(await linesOf(order)).toMatchObject([{ held: false }]);
    });
  });
});
