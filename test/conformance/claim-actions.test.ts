import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_KINDS, type ClaimKind } from '../../src/domain/claim.ts';
import { CLAIM_ACTIONS, type ClaimAction, kindOfAction } from '../../src/domain/claim-action.ts';
import { expectAgreement } from './agreement.ts';
import {
  act,
  catchUp,
  claimOf,
  claimStates,
  claimsOf,
  offeredActions,
  tellingFor,
  wishClaims,
  wishOf,
} from './claim-desk.ts';
import { bringTo, claimedOrders } from './claimed.ts';
import { proves } from './proves.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { storyOf } from './story.ts';
import { CASTS } from './worlds/all.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('acting on claims: $name', (cast) => {
  const { edition, world } = cast;
  const offered = offeredActions({ cast });
  const kinds = CLAIM_KINDS.filter((kind) => offered.some((action) => kindOfAction(action) === kind));
  let scene: Scene;
  const waiting = new Map<ClaimKind, string[]>();

  /** An order with a claim of a kind that nobody has answered yet. */
  function claimed(kind: ClaimKind): string {
    const order = waiting.get(kind)?.pop();
    if (order === undefined) throw new Error(`too few orders with a claim of kind ${kind}`);
    return order;
  }

  /** The claim of an order, brought to where the action can be taken. */
  async function readyFor(action: ClaimAction) {
    const order = claimed(kindOfAction(action));
    const from = edition.claims?.[action]?.from ?? [];
    const claim = (await bringTo(scene, order, from.slice(0, 1))) ?? (await bringTo(scene, order, from));
    if (claim === undefined) throw new Error(`no way leads to where ${action} can be taken`);
    return { order, claim };
  }

  beforeAll(async () => {
    scene = await stage.open(cast);
    for (const kind of CLAIM_KINDS) {
      const actions = offered.filter((action) => kindOfAction(action) === kind).length;
      waiting.set(kind, [...(await claimedOrders(scene, kind, 2 * actions + 2))]);
    }
  });

  test('the world names the call of every action', () => {
    expect(Object.keys(world.calls.claims).sort()).toEqual([...offered].sort());
  });

  test.each(offered)('%s does what it says', async (action) => {
    const facts = edition.claims?.[action];
    const { order, claim } = await readyFor(action);
    const telling = tellingFor(scene, action);
    expect(await act(scene, claim.id, action, telling)).toBe('done');
    await catchUp(scene);
    const tale = await expectAgreement(scene, order);
    const after = (await claimsOf(scene, order)).find(({ id }) => id === claim.id);
    expect(after?.kind).toBe(facts?.becomes ?? kindOfAction(action));
    if (facts?.becomes === undefined) expect(facts?.leadsTo).toContain(after?.state);
    const told = tale.claims.find(({ kind }) => kind === claim.kind);
    if (action === 'return.change_fault') expect(told?.fault).toBe(telling.fault);
    if (action === 'exchange.ship') expect(told?.replacementInvoice).toBe(telling.parcel?.invoice);
    if (action.endsWith('.pickup') && telling.parcel !== null)
      expect(told?.collectInvoice).toBe(telling.parcel.invoice);
    if (action === 'cancel.reject' && telling.parcel !== null)
      expect(tale.parcels.map(({ invoice }) => invoice)).toContain(telling.parcel.invoice);
    proves(cast, `claims.${action}`);
  });

  test.each(offered)('%s happens once though its answer is lost', async (action) => {
    const { order, claim } = await readyFor(action);
    const operation = world.calls.claims[action] ?? '';
    const before = await scene.callsOf(operation);
    await wishClaims(scene, [wishOf(scene, claim.id, action)]);
    await scene.fault({ kind: 'lost_answer', operation, times: 1 });
    await scene.step();
    expect((await claimStates(scene, claim.id)).at(-1)).toBe('unknown');
    await scene.calm();
    await scene.work();
    expect((await claimStates(scene, claim.id)).at(-1)).toBe('done');
    const sent = (await scene.callsOf(operation)) - before;
    if (edition.claims?.[action]?.promise === 'at-least-once') expect(sent).toBeLessThanOrEqual(2);
    else expect(sent).toBe(1);
    await catchUp(scene);
    await expectAgreement(scene, order);
    proves(cast, 'claims.read');
  });

  test.each(CLAIM_ACTIONS.filter((action) => !offered.includes(action)))(
    '%s is answered with what to do instead',
    async (action) => {
      const unsupported = edition.unsupported.find(({ operation }) => operation === `claims.${action}`);
      expect(unsupported).toBeDefined();
      const [order] = waiting.get(kindOfAction(action)) ?? [];
      if (order === undefined) return;
      const claim = await claimOf(scene, order);
      const [answer] = await wishClaims(scene, [wishOf(scene, claim.id, action)]);
      expect(answer).toMatchObject({
        kind: 'declined',
        because: { code: 'not_offered', platform: world.platform, unsupported },
      });
    },
  );

  test.each(kinds)('a failing %s holds up nothing but itself', async (kind) => {
    const first = offered.find((action) => kindOfAction(action) === kind && startsFrom(action));
    if (first === undefined) throw new Error(`nothing can be done with a fresh ${kind}`);
    // Fresh ones: some marketplaces decide by themselves about claims that wait for long.
    const orders = await claimedOrders(scene, kind, 2);
    const claims = await Promise.all(orders.map((order) => claimOf(scene, order)));
    await scene.fault({ kind: 'item_failure', operation: world.calls.claims[first], times: 1 });
    await wishClaims(
      scene,
      claims.map(({ id }) => wishOf(scene, id, first)),
    );
    await scene.work();
    await scene.calm();
    const states = await Promise.all(claims.map(async ({ id }) => (await claimStates(scene, id)).at(-1)));
    expect(states).toContain('done');
    for (const state of states) expect(['done', 'refused']).toContain(state);
    await catchUp(scene);
    for (const order of orders) await expectAgreement(scene, order);
  });

  function startsFrom(action: ClaimAction): boolean {
    return edition.claims?.[action]?.from.includes('requested') ?? false;
  }

  test.each(kinds)('a %s that is over takes no action any more', async (kind) => {
    const [order] = await claimedOrders(scene, kind, 1);
    if (order === undefined) throw new Error('nothing was claimed');
    await storyOf(scene).withdraw(order);
    await catchUp(scene);
    await expectAgreement(scene, order);
    const claim = await claimOf(scene, order);
    const isTold = world.tellsWithdrawalOf?.includes(kind) ?? true;
    expect(claim.state).toBe(isTold ? 'withdrawn' : 'rejected');
    for (const action of offered.filter((one) => kindOfAction(one) === kind)) {
      const [answer] = await wishClaims(scene, [wishOf(scene, claim.id, action)]);
      expect(answer).toMatchObject({ kind: 'declined', because: { code: 'not_now', possible: [] } });
    }
  });
});
