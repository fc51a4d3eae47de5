import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_STATES, type ClaimState } from '../../src/domain/claim.ts';
import type { ClaimId, OrderId, OrderLineId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import {
  type ClaimConflict,
  noteConflicts,
  noteUnknownOrders,
  resolveConflict,
} from '../../src/store/claims/conflicts.ts';
import { type Desk, openDesk } from '../commands/desk.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { putClaims } from '../harness/rest.ts';
import { claim } from '../harness/snapshots.ts';

/** How a cancel and what it is about stand. */
interface Situation {
  readonly state: ClaimState | null;
  /** Whether the line has left under an invoice. */
  readonly left: boolean;
  /** Whether a command to ship it is open. */
  readonly shipping: boolean;
  /** How many of the three of the line are to be cancelled; null is all. */
  readonly quantity: number | null;
  /** Asked for before the shop was connected. */
  readonly isHistory: boolean;
  /** A person settles it then. */
  readonly settled: boolean;
}

const situation: fc.Arbitrary<Situation> = fc.record({
  state: fc.constantFrom(null, ...CLAIM_STATES),
  left: fc.boolean(),
  shipping: fc.boolean(),
  quantity: fc.constantFrom(null, 1, 3),
  isHistory: fc.boolean(),
  settled: fc.boolean(),
});

interface Mark {
  readonly conflict: ClaimConflict | null;
  readonly settled: boolean;
}

/** The rules of `conflicts.ts` in words. */
function markAfter(before: Mark, now: Situation): Mark {
  if (before.settled) return before;
  const conflict = conflictIn(before, now);
  const isOver = now.state === 'done';
  // What was over when the shop was connected is its history, and nobody has to settle it.
  if (conflict !== null && before.conflict === null && isOver && now.isHistory) return before;
  return { ...before, conflict };
}

function conflictIn(before: Mark, { state, left, shipping, quantity }: Situation): ClaimConflict | null {
  if (state === 'rejected' || state === 'withdrawn') return null;
  const isWhole = quantity === null || quantity === 3;
  // The rest of a line may leave after a part of it was cancelled.
  if (state === 'done' && !isWhole && before.conflict === null) return null;
  if (left) return 'canceled_after_shipping';
  return shipping ? 'cancel_while_shipping' : null;
}

describe.each(DATABASE_KINDS)('what a person has to settle about claims on %s', (kind) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  interface Case {
    readonly desk: Desk;
    readonly order: { readonly id: OrderId; readonly lines: readonly OrderLineId[] };
    readonly claim: ClaimId;
  }

  /** An order with one line of three, and a cancel of it. */
  async function aCancel(): Promise<Case> {
    const desk = await openDesk(hub);
    const order = await desk.order();
    const lines = [{ nativeLineId: 'O-1-0', nativeItemId: null, quantity: null }];
    const ids = await putClaims(hub, desk.business, desk.account, [claim({ nativeOrderId: 'O-1', lines })]);
    const [id] = [...ids.values()];
    if (id === undefined) throw new Error('the claim was not stored');
    return { desk, order, claim: id };
  }

  async function comeTo({ desk, order, claim: id }: Case, now: Situation): Promise<void> {
    await desk.as(async ({ trx }) => {
      await sql`
        update claims set state = ${now.state}, requested_at = case when ${now.isHistory} then '2020-01-01' else now() end
        where id = ${id}`.execute(trx);
      await sql`update claim_lines set quantity = ${now.quantity} where claim_id = ${id}`.execute(trx);
      await sql`
        update order_lines set invoice = ${now.left ? '640012345678' : null} where order_id = ${order.id}`.execute(
        trx,
      );
      await sql`
        update commands set state = ${now.shipping ? 'pending' : 'done'} where order_id = ${order.id}`.execute(
        trx,
      );
    });
  }

  const note = ({ desk, order }: Case) =>
    desk.as((scope) => noteConflicts(scope, desk.account.id, [order.id]));
  async function markOn({ desk, claim: id }: Case): Promise<Mark> {
    const { rows } = await desk.as(({ trx }) =>
      sql<Mark>`select conflict, resolved_at is not null as settled from claims where id = ${id}`.execute(
        trx,
      ),
    );
    if (rows[0] === undefined) throw new Error('no claim');
    return rows[0];
  }
  const settle = ({ desk, claim: id }: Case) =>
    desk.as((scope) =>
      resolveConflict(scope, id, { actor: 'user:1', resolution: 'goods_on_their_way_back' }),
    );

  test('whatever happens to a cancel and its parcel, it is marked as the rules say, told once, and settled once', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(situation, { minLength: 1, maxLength: 5 }), async (course) => {
        const one = await aCancel();
        await one.desk.store(
          one.desk.act(one.order, {
            kind: 'ship',
            carrierId: 'cj',
            carrierCode: 'CJGLS',
            invoice: '640012345678',
            shippedAt: '2026-11-21T00:00:00.000Z',
          }),
        );
        let mark: Mark = { conflict: null, settled: false };
        for (const now of course) {
          await comeTo(one, now);
          const before = mark;
          mark = markAfter(before, now);
          const told = await note(one);
          expect(await markOn(one)).toEqual(mark);
          expect(told).toEqual(
            mark.conflict !== null && mark.conflict !== before.conflict ? [one.claim] : [],
          );
          // Looking again changes nothing and tells nobody.
          expect(await note(one)).toEqual([]);
          expect(await markOn(one)).toEqual(mark);
          if (!now.settled) continue;
          expect(await settle(one)).toBe(mark.conflict !== null && !mark.settled);
          mark = { ...mark, settled: mark.settled || mark.conflict !== null };
          expect(await settle(one)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('only cancels are marked: a return of what has left is nothing to settle', async () => {
    const desk = await openDesk(hub);
    const order = await desk.order();
    await putClaims(hub, desk.business, desk.account, [
      claim({
        nativeOrderId: 'O-1',
        kind: 'return',
        lines: [{ nativeLineId: 'O-1-0', nativeItemId: null, quantity: null }],
      }),
    ]);
    await desk.as(({ trx }) =>
      sql`update order_lines set invoice = '640012345678' where order_id = ${order.id}`.execute(trx),
    );
    expect(await desk.as((scope) => noteConflicts(scope, desk.account.id, [order.id]))).toEqual([]);
  });

  test.each([
    ['requested', true],
    [null, true],
    ['done', false],
    ['rejected', false],
    ['withdrawn', false],
  ] as const)(
    'a claim that is %s about an order nobody can find is marked: %s, once',
    async (state, isMarked) => {
      const desk = await openDesk(hub);
      const ids = await putClaims(hub, desk.business, desk.account, [claim({ nativeOrderId: 'O-9' })]);
      await desk.as(({ trx }) => sql`update claims set state = ${state}`.execute(trx));
      const look = () => desk.as((scope) => noteUnknownOrders(scope, desk.account.id, ['O-9', 'O-10']));
      expect(await look()).toEqual(isMarked ? [...ids.values()] : []);
      expect(await look()).toEqual([]);
    },
  );
});
