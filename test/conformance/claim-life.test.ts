import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_KINDS } from '../../src/domain/claim.ts';
import type { ClaimTimer } from '../../src/marketplaces/kit/edition.ts';
import { expectAgreement } from './agreement.ts';
import { catchUp, claimOf } from './claim-desk.ts';
import { bringTo, claimedOrders, deliveredOrders, soldOrders } from './claimed.ts';
import { A_WHILE_MS, type Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import { mayBe, storyOf } from './story.ts';
import { CASTS } from './worlds/all.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer than so many business days, whatever holidays lie among them. */
const businessDays = (count: number) => (count + 14) * DAY_MS;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('the life of claims: $name', (cast) => {
  const { edition, world } = cast;
  let scene: Scene;

  beforeAll(async () => {
    scene = await stage.open(cast);
  });

  test('what has a past comes with its claims', async () => {
    const old = await stage.open(cast, { orders: 250 });
    await stage.passTime(10_000);
    await old.pull();
    await catchUp(old);
    const kinds = new Set<string>();
    for (const order of await old.known()) {
      const { claims } = await expectAgreement(old, order.id, order);
      for (const { kind } of claims) kinds.add(kind);
    }
    expect(kinds).toEqual(new Set(CLAIM_KINDS));
  }, 120_000);

  test.each([...CLAIM_KINDS])('a %s is asked for, withdrawn, and asked for again', async (kind) => {
    const [order = ''] = await claimedOrders(scene, kind, 1);
    const open = await expectAgreement(scene, order);
    expect(open.claims).toMatchObject([{ kind, state: 'open' }]);
    const story = storyOf(scene);
    await story.withdraw(order);
    await catchUp(scene);
    await expectAgreement(scene, order);
    await story.claim(order, { kind, fault: 'seller' });
    await catchUp(scene);
    const again = await expectAgreement(scene, order);
    expect(again.claims.filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  test.each([...CLAIM_KINDS])('a %s of a part of a line is about that part', async (kind) => {
    const what = { quantity: 3 };
    const [sold] =
      kind === 'cancel' ? await soldOrders(scene, 1, what) : await deliveredOrders(scene, 1, what);
    if (sold === undefined) throw new Error('nothing was sold');
    const asked = storyOf(scene).claim(sold.order, { kind, line: sold.lines[0] ?? '', quantity: 1 });
    expect(await mayBe(asked)).toBe(world.claimsWholeLines !== true);
    await catchUp(scene);
    const tale = await expectAgreement(scene, sold.order);
    expect(tale.claims.map(({ quantity }) => quantity)).toEqual(world.claimsWholeLines ? [] : [1]);
  });

  test.runIf(world.unknownClaim !== undefined)(
    'a claim in a state nobody knows keeps the last one, and the code is noted',
    async () => {
      const { operation = '', status = '' } = world.unknownClaim ?? {};
      const [order = ''] = await claimedOrders(scene, 'cancel', 1);
      expect((await claimOf(scene, order)).state).toBe('requested');
      await storyOf(scene).withdraw(order);
      await scene.fault({ kind: 'unknown_status', operation });
      await stage.passTime(A_WHILE_MS);
      await scene.pull();
      const strange = await claimOf(scene, order);
      expect(strange).toMatchObject({ state: 'requested', stateKnown: false });
      expect(strange.nativeStatus).toContain(status);
      const { rows } = await sql<{ code: string; times: number }>`
        select code, times from unknown_codes
        where account_id = ${scene.account} and field = 'claim_status'`.execute(stage.hub.db.root);
      expect(rows).toEqual([{ code: expect.stringContaining(status), times: expect.any(Number) }]);
      await scene.calm();
    },
  );

  const deciding = (edition.claimTimers ?? []).filter(({ atEnd }) => atEnd === 'decides');
  test.each(deciding)('a $kind nobody answers is decided by the marketplace', async (timer) => {
    const [order = ''] = await claimedOrders(scene, timer.kind, 1);
    const claim = await bringTo(scene, order, timer.in);
    if (claim === undefined) throw new Error(`no way leads to ${timer.in.join(', ')}`);
    await stage.passTime(lengthOf(timer));
    await catchUp(scene);
    await expectAgreement(scene, order);
    expect(timer.in).not.toContain((await claimOf(scene, order)).state);
  });
});

function lengthOf({ within }: ClaimTimer): number {
  if ('hours' in within) return within.hours * HOUR_MS;
  return 'days' in within ? (within.days + 1) * DAY_MS : businessDays(within.businessDays);
}
