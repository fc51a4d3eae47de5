import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_KINDS, type ClaimKind } from '../../src/domain/claim.ts';
import { actionsNow } from '../../src/engine/claims/actions-now.ts';
import { expectAgreement } from './agreement.ts';
import { catchUp, claimsOf, tellingFor, verbOf, wishClaims } from './claim-desk.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { mayBe, storyOf } from './story.ts';
import { ACKNOWLEDGE, acknowledges, newInvoice, shipWith } from './wishes.ts';
import { CASTS } from './worlds/all.ts';

const RUNS = 2;
const ORDERS = 4;
const STEPS = 14;

/** Something that somebody does with one of the orders, where it can be done. */
type Step =
  | { readonly by: 'buyer'; readonly order: number; readonly wants: ClaimKind; readonly quantity: 1 | 2 }
  | { readonly by: 'buyer'; readonly order: number; readonly does: 'withdraw' | 'confirm' }
  | { readonly by: 'courier'; readonly order: number; readonly does: 'deliver' | 'collect' | 'redeliver' }
  | { readonly by: 'seller'; readonly order: number; readonly does: 'ship' | 'acknowledge' }
  | { readonly by: 'seller'; readonly order: number; readonly nth: number }
  | { readonly by: 'hub'; readonly does: 'pull' };

const order = fc.nat({ max: ORDERS - 1 });
const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    by: fc.constant('buyer' as const),
    order,
    wants: fc.constantFrom(...CLAIM_KINDS),
    quantity: fc.constantFrom(1 as const, 2 as const),
  }),
  fc.record({
    by: fc.constant('buyer' as const),
    order,
    does: fc.constantFrom('withdraw' as const, 'confirm' as const),
  }),
  fc.record({
    by: fc.constant('courier' as const),
    order,
    does: fc.constantFrom('deliver' as const, 'collect' as const, 'redeliver' as const),
  }),
  fc.record({
    by: fc.constant('seller' as const),
    order,
    does: fc.constantFrom('ship' as const, 'acknowledge' as const),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ by: fc.constant('seller' as const), order, nth: fc.nat({ max: 11 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ by: 'hub', does: 'pull' } as const) },
);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('whatever happens: $name', (cast) => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await stage.open(cast);
  });

  /** Something the claim's marketplace offers now, if it offers anything. */
  async function actSomehow(native: string, nth: number): Promise<void> {
    for (const claim of await claimsOf(scene, native)) {
      const possible = actionsNow(cast.edition, claim);
      const chosen = possible[nth % Math.max(1, possible.length)];
      if (chosen === undefined) continue;
      const { action } = chosen;
      await wishClaims(scene, [{ claim: claim.id, verb: verbOf(action), ...tellingFor(scene, action) }]);
      await scene.work();
    }
  }

  async function take(step: Step, orders: readonly string[]): Promise<void> {
    if (step.by === 'hub') return catchUp(scene);
    const native = orders[step.order] ?? '';
    const story = storyOf(scene);
    if ('wants' in step) {
      await mayBe(story.claim(native, { kind: step.wants, quantity: step.quantity }));
    } else if ('nth' in step) {
      await actSomehow(native, step.nth);
    } else if (step.by === 'seller') {
      const ships = step.does === 'ship' || !acknowledges(cast);
      await scene.wish([native], () => (ships ? shipWith(scene, newInvoice()) : ACKNOWLEDGE));
      await scene.work();
    } else {
      await mayBe(story[step.does](native));
    }
  }

  test('the hub ends with what the marketplace has', { timeout: 240_000 }, async () => {
    const steps = fc.array(STEP, { minLength: STEPS, maxLength: STEPS });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const story = storyOf(scene);
        const orders: string[] = [];
        for (let nth = 0; nth < ORDERS; nth++) orders.push((await story.sell({ quantity: 2 })).order);
        await catchUp(scene);
        for (const step of taken) await take(step, orders);
        await scene.work();
        await catchUp(scene);
        await catchUp(scene);
        for (const native of orders) await expectAgreement(scene, native);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(await scene.known()).toHaveLength(RUNS * ORDERS);
  });
});
